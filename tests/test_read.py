"""From text to records: places, unchanged text, waivers, and nothing that makes the reader stumble."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from builder.model import Week
from builder.problem import Place, Problem
from builder.read import Waiver, about, apply, read_files, read_program, read_subscriber, read_week
from builder.read.characters import hidden_in
from builder.read.waivers import waivers
from tests.corpus import BAD, GOOD, WEEK, broken, change, project

WEEK_BYTES = (GOOD / WEEK).read_bytes()
LINES = WEEK_BYTES.decode().split("\n")
ALL_WEEKS = sorted((Path(__file__).parents[1] / "weeks").glob("*.yml"))


def week_with(old: str, new: str) -> bytes:
    text = WEEK_BYTES.decode()
    assert text.count(old) == 1
    return text.replace(old, new).encode()


def messages(root: Path) -> list[str]:
    return [problem.message for problem in read_program(root)[1]]


# --- places


def test_every_text_of_a_week_stands_where_its_place_says():
    written, _ = read_week(WEEK, WEEK_BYTES)
    seen = 0
    for path, text in texts(json.loads(written.record.model_dump_json(exclude_none=True, exclude_defaults=True))):
        place = written.places.at(path)
        stands = LINES[place.line - 1][place.column - 1 :].lstrip("\"'")
        assert stands.startswith(str(text)), path
        seen += 1
    assert seen > 150


def texts(value, path=()):
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(inner, (*path, step))
    else:
        yield path, value


def test_a_block_is_found_at_its_key_and_what_is_absent_at_the_block_around():
    written, _ = read_week(WEEK, WEEK_BYTES)
    assert LINES[written.at("call").line - 1] == "call:"
    assert written.at("call", "not there", 7) == written.at("call")
    assert LINES[written.at("call", "objections", 1).line - 1] == "  - they_say: I have nobody."
    assert written.at("nowhere") == written.at() == Place(WEEK, 2, 1)


FOLDED = """>-
    First line
    and a second."""


def test_a_text_of_many_lines_is_found_where_it_begins():
    written, problems = read_week(WEEK, week_with("One name before leaving.", FOLDED))
    assert problems == ()
    assert written.record.call.objective == "First line and a second."
    line = LINES.index("  objective: One name before leaving.") + 1
    assert written.at("call", "objective") == Place(WEEK, line, 14)


def test_windows_line_ends_change_nothing():
    written, problems = read_week(WEEK, WEEK_BYTES.replace(b"\n", b"\r\n"))
    expected, _ = read_week(WEEK, WEEK_BYTES)
    assert problems == ()
    assert (written.record, written.places) == (expected.record, expected.places)


# --- what is said


def test_each_missing_field_is_named_with_what_it_is_for(tmp_path):
    problems = read_program(project(tmp_path, BAD / "missing-field"))[1]
    assert [problem.message for problem in problems] == ["`opener` is missing in `call`", "`ask` is missing in `call`"]
    assert problems[0].hint == "The first thing said."


HINTS = {
    "unknown-field": "did you mean `talking_points`?",
    "duplicate-key": "keep one of the two; the first is on line 2",
    "unlisted-kind": "did you mean `log`?",
    "code-without-its-dot": "write an ICD-10-CM code with its dot, for example I50.22",
    "version-without-quotes": "put quotes around it",
    "too-few-and-too-many": "add 1",
    "same-source-twice": "the first is on line 2: make them one, or give this one another id",
}


@pytest.mark.parametrize("case", HINTS)
def test_the_first_hint_says_what_to_do(case, tmp_path):
    assert read_program(project(tmp_path, BAD / case))[1][0].hint == HINTS[case]


def test_a_list_with_enough_items_is_not_called_too_short(tmp_path):
    change(project(tmp_path), f"{WEEK}\n-  also_called: [HF]\n+  also_called: [2027]")
    assert messages(tmp_path) == ["text belongs here, but this is the number 2027"]


UNQUOTED = ("no way", "12:30 to 14:00", "1 in 4", "20%", "5 mg", "on time", "5-10", "I10", "1.2.3")
QUOTED = ("no", "12:30", "2027-01-04", "0x1F", "null", "~", "5", "1e3", "<<", "[a]", "# not", "a: b")


@pytest.mark.parametrize("text", UNQUOTED)
def test_text_that_only_begins_like_a_surprise_needs_no_quotes(text):
    written, problems = read_week(WEEK, week_with("One name before leaving.", text))
    assert problems == ()
    assert written.record.call.objective == text


@pytest.mark.parametrize("text", QUOTED)
def test_text_in_quotes_is_text(text):
    written, problems = read_week(WEEK, week_with("One name before leaving.", f'"{text}"'))
    assert problems == ()
    assert written.record.call.objective == text


# --- nothing makes the reader stumble

words = some.text(some.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200)
paragraphs = words.filter(lambda text: text.strip() and not hidden_in(text))


@given(paragraphs)
def test_any_text_in_a_field_survives(text):
    written, problems = read_week(WEEK, week_with("One name before leaving.", json.dumps(text, ensure_ascii=False)))
    assert problems == ()
    assert written.record.call.objective == text.strip()


@given(some.binary(max_size=400))
def test_no_bytes_make_it_stumble(data):
    written, problems = read_week(WEEK, data)
    assert written is None
    assert problems


pieces = some.sampled_from(
    ["\t", "- ", ": ", "[", "]", "{", "}", "&a ", "*a", "<<: ", "!!int ", "'", '"', "|\n", ">\n", "# ", "\n", "---\n",
     "...\n", "%YAML 1.1\n", "? ", "~", "no", "0o7", "\0", "\u202e", "\xe9", "\\", '"\\x00"', "week: 6\n", "  "]
)  # fmt: skip
edits = some.lists(some.tuples(some.integers(0, len(WEEK_BYTES)), some.integers(0, 30), pieces), min_size=1, max_size=4)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_no_edit_makes_it_stumble(edits):
    text = WEEK_BYTES.decode()
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    written, problems = read_week(WEEK, text.encode())
    assert written is not None or problems
    assert all(0 < problem.place.line <= text.count("\n") + 2 for problem in problems)


@given(some.recursive(some.none() | some.booleans() | some.integers() | some.floats() | some.text(), some.lists))
def test_no_value_in_a_field_makes_it_stumble(value):
    written, problems = read_week(WEEK, week_with("[Who can start?, Who has a scale?]", json.dumps(value)))
    assert bool(written) or problems


# --- the whole program


def test_the_program_holds_its_files_and_their_names():
    program, problems = read_program(GOOD)
    assert problems == ()
    assert [written.file for written in program.written] == ["program.yml", "sources.yml", WEEK]
    assert program.plan.topics[4].slug == "heart-failure"
    assert isinstance(program.weeks[0].record, Week)


def test_only_the_files_asked_for_are_told(tmp_path):
    root = project(tmp_path, BAD / "duplicate-week")
    broken(root, BAD / "same-source-twice")
    other = "weeks/05-heart-attack.yml"
    assert {problem.place.file for problem in read_files(root, [root / WEEK])[1]} == {WEEK}
    assert {problem.place.file for problem in read_files(root, [root / "weeks"])[1]} == {WEEK, other}
    assert len(read_files(root, [root])[1]) == len(read_program(root)[1])


def test_what_is_not_content_is_told(tmp_path):
    root = project(tmp_path)
    (root / "README.md").touch()
    told = about(root, [root / "README.md", root / "weeks" / "06-nothing.yml", root / WEEK], ())
    assert [problem.place.file for problem in told] == ["README.md", "weeks/06-nothing.yml"]


def test_a_subscriber_is_read():
    written, problems = read_subscriber(GOOD / "subscribers" / "example.yml")
    assert problems == ()
    assert written.record.meta.name
    assert written.at("color", "primary").line > 1


@pytest.mark.parametrize("path", ALL_WEEKS, ids=lambda path: path.stem)
def test_a_real_week_can_be_read(path):
    written, problems = read_week(f"weeks/{path.name}", path.read_bytes())
    assert problems == ()
    assert written.record.key == path.stem


# --- waivers

RULES = {"numbers-are-cited", "codes-are-billable"}
WAIVED = """a: 1 in 4  # waive numbers-are-cited: the sponsor's own count
b: |
  # waive codes-are-billable: this is text, not a comment
# waive codes-are-billable: a teaching example
# Another comment.

c:
  "a text # waive codes-are-billable: also text"
d: 'x'# waive codes-are-billable: no comment without a space before it
"""


def found_in(text: str) -> tuple[Waiver, ...]:
    from builder.read.tree import parse

    return waivers("w.yml", text, parse("w.yml", text)[0].texts)


def test_waivers_stand_in_comments_only():
    text = WAIVED.replace("'x'# waive", "'x' # wave")
    assert [(each.place.line, each.place.column, each.rule, each.reason, each.lines) for each in found_in(text)] == [
        (1, 12, "numbers-are-cited", "the sponsor's own count", (1,)),
        (4, 1, "codes-are-billable", "a teaching example", (7, 8)),
    ]


def problem(line: int, rule: str = "numbers-are-cited", file: str = "w.yml") -> Problem:
    return Problem(Place(file, line, 3), rule, "")


def told(problems, text: str) -> list[tuple]:
    return [(each.place.line, each.rule) for each in apply(problems, found_in(text), RULES)]


ABOVE = "# waive numbers-are-cited: known\na: 1\nb: 2\n"


def test_a_waiver_excuses_its_rule_at_its_value_only():
    assert told([problem(2)], ABOVE) == []
    assert told([problem(2), problem(3)], ABOVE) == [(3, "numbers-are-cited")]
    other = [problem(2), problem(2, "codes-are-billable")]
    assert told(other, ABOVE) == [(2, "codes-are-billable")]
    elsewhere = [problem(2), problem(2, file="other.yml")]
    assert told(elsewhere, ABOVE) == [(2, "numbers-are-cited")]


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("# waive numbers-are-cited: known", []),
        ("# waive numbers-are-cited", ["waivers-give-a-reason", "numbers-are-cited"]),
        ("# waive numbers-are-cited:", ["waivers-give-a-reason", "numbers-are-cited"]),
        ("# waive number-is-cited: known", ["waivers-name-a-rule", "numbers-are-cited"]),
        ("# waive codes-are-billable: known", ["waivers-are-used", "numbers-are-cited"]),
        ("# waive: known", ["waivers-name-a-rule", "numbers-are-cited"]),
        ("# waived long ago", ["numbers-are-cited"]),
    ],
)
def test_a_waiver_must_hold(line, rules):
    assert [rule for _, rule in told([problem(2)], f"{line}\na: 1\n")] == rules


def test_what_the_reader_refuses_cannot_be_waived():
    text = "# waive fields-are-known: I like it\na: 1\n"
    assert told([problem(2, "fields-are-known")], text) == [(1, "waivers-name-a-rule"), (2, "fields-are-known")]


def test_a_week_brings_its_waivers():
    data = week_with("    data_year: 2023", "    # waive statistics-are-fresh: nothing newer\n    data_year: 2023")
    written, _ = read_week(WEEK, data)
    place = written.at("diagnosis", "numbers", 0, "data_year")
    assert [(waiver.rule, waiver.lines) for waiver in written.waivers] == [("statistics-are-fresh", (place.line,))]
