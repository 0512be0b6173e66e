"""Three ways to tell the same problems: to people, to a machine, to GitHub."""

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builder import report
from builder.problem import Place, Problem

PROBLEMS = (
    Problem(Place("weeks/20-hip.yml", 7, 3), "codes-are-billable", "I50 has children", "use I50.22"),
    Problem(Place("weeks/05-heart.yml", 12, 1), "numbers-are-cited", "no source", level="warning"),
    Problem(Place("weeks/05-heart.yml", 2, 7), "fields-are-known", "100%: `a, b`\nis not", "did you mean `c`?"),
    Problem(Place("sources.yml", 1, 1), "sources-are-read", "seen in part", level="note"),
)


def test_people_read_files_lines_hints_and_a_count():
    assert report.text(PROBLEMS) == (
        "sources.yml:1:1 sources-are-read note: seen in part\n"
        "\n"
        "weeks/05-heart.yml:2:7 fields-are-known 100%: `a, b`\\nis not\n"
        "    did you mean `c`?\n"
        "weeks/05-heart.yml:12:1 numbers-are-cited warning: no source\n"
        "\n"
        "weeks/20-hip.yml:7:3 codes-are-billable I50 has children\n"
        "    use I50.22\n"
        "\n"
        "2 errors, 1 warning, 1 note in 3 files"
    )


def test_github_gets_a_command_a_problem():
    assert report.github(PROBLEMS[2:3]) == (
        "::error file=weeks/05-heart.yml,line=2,col=7,title=fields-are-known::"
        "100%25: `a, b`%0Ais not%0Adid you mean `c`?"
    )


@pytest.mark.parametrize("tell", report.FORMATS.values())
def test_nothing_wrong_is_told_without_fuss(tell):
    assert tell(()) in ("no problems", "") or json.loads(tell(())) == {
        "problems": [],
        "count": {"error": 0, "warning": 0, "note": 0},
    }


anything = some.text(max_size=20)
problems = some.builds(
    Problem,
    some.builds(Place, some.sampled_from(["weeks/a.yml", "b:c,d%.yml", "é.yml"]), some.integers(1), some.integers(1)),
    some.sampled_from(["fields-are-known", "codes-are-billable"]),
    anything,
    anything,
    some.sampled_from(report.LEVELS),
)


@given(some.lists(problems, max_size=6))
def test_the_three_say_the_same(found):
    rows = json.loads(report.as_json(iter(found)))["problems"]
    told = [(row["file"], row["line"], row["column"], row["rule"], row["level"]) for row in rows]
    expected = [(p.place.file, p.place.line, p.place.column, p.rule, p.level) for p in sorted(found)]
    assert told == expected
    lines = report.text(iter(found)).split("\n")
    assert [from_people(line) for line in lines if re.match(r"\S.*:\d+:\d+ ", line)] == [row[:4] for row in expected]
    assert [from_github(line) for line in report.github(iter(found)).split("\n") if line] == expected


def from_people(line: str) -> tuple:
    file, row, column, rule = re.fullmatch(r"(.+?):(\d+):(\d+) (\S+) .*", line).groups()
    return file, int(row), int(column), rule


def from_github(line: str) -> tuple:
    shape = r"::(\w+) file=([^,:]+),line=(\d+),col=(\d+),title=([^,:]+)::.*"
    level, file, row, column, rule = re.fullmatch(shape, line).groups()
    return unquote(file), int(row), int(column), rule, {"notice": "note"}.get(level, level)


@given(anything, anything)
def test_what_is_told_stays_on_its_lines_and_moves_no_cursor(message, hint):
    found = [Problem(Place("a.yml"), "rule", message, hint)]
    assert len(report.text(found).split("\n")) == (4 if hint else 3)
    assert report.text(found).replace("\n", "").isprintable()
    assert report.github(found).isprintable()
    assert report.as_json(found).isascii()
    row = json.loads(report.as_json(found))["problems"][0]
    assert (row["message"], row["hint"]) == (message, hint)
