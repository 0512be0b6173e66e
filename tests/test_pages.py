"""Pages: any text stays text, announced weeks stay announced, and the Markdown is what it was."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as parser

from builder.edition import edition
from builder.model import Reference, Subscriber, Topic, Week
from builder.pages import nav, pages
from builder.pages.environment import environment, finalize
from builder.pages.markdown import DROPPED, plain, prose
from builder.read import read_program, read_subscriber
from tests.corpus import GOOD

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).with_name("golden") / "pages"
PROGRAM, _ = read_program(GOOD)
AGENCY = read_subscriber(GOOD / "subscribers" / "example.yml")[0].record
REAL, _ = read_program(ROOT)

OWN = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
EXTENSIONS = ["toc", "tables", "fenced_code", *(next(iter(each)) if isinstance(each, dict) else each for each in OWN)]
SETTINGS = {name: options for each in OWN if isinstance(each, dict) for name, options in each.items()}

PIECES = [
    *"*#<>$`(){}[]!|~^=+-_:;&@\\/%\"'", "```", "[x]", "--", "__", "**", "//", "1.", "2)", "a.", "!!!", "???",
    ":::", "===", "---", "{:", "{#id}", "{.c}", "&amp;", "&lt;", "[^a]:", "*[HTML]:", "[TOC]", "[@ghost]", ":heart:",
    "***", "word", "Two",
    "<b>", "</section>", "<!--", "-->", "<script>", "<br>", "![a](b)", "[a](b)", "http://x.y", "a@b.c", "///Footnotes",
    "wzxhzdk:1", "klzzwxh:0001", "אבג", "مرحبا", "😀", "é", "٣.", "\u2028", "\u00a0", "\u200d", "\u202e",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=6).map(" ".join)
SPOTS = {
    "paragraph": ("{}", "//p"),
    "after a label": ("**Look for** {}", "//p[starts-with(., 'Look for')]"),
    "list item": ("- {}\n- other", "//li[1]"),
    "numbered item": ("1. {}\n1. other", "//ol/li[1]"),
    "heading": ("## {} {{ #here }}", "//h2"),
    "quote": ("> {}", "//blockquote/p"),
    "table cell": ("one | two\n--- | ---\n{} | last", "//td[1]"),
    "paragraph in a section": ('<section class="x" markdown>\n\n## Head\n\n{}\n\n</section>', "//section/p"),
    "item of a raw list": ('<ul markdown="block">\n<li class="x" markdown>{}</li>\n</ul>', "//li"),
    "term": ('<dl markdown="block">\n<dt markdown>{}</dt>\n<dd markdown>x</dd>\n</dl>', "//dt"),
    "raw paragraph": ('<div markdown>\n\n<p class="x">{}</p>\n\n</div>', "//p"),
    "item in a tab": ('=== "Label"\n\n    - {}\n', "//li"),
    "quote in a tab": ('=== "Label"\n\n    > {}\n', "//blockquote/p"),
    "tab label": ('=== "{}"\n\n    x\n', "//label"),
    "answer": ("<details markdown>\n<summary>Show</summary>\n\n**{}** why\n\n</details>", "//details/p/strong"),
    "link": ("[{}](https://example.org/)", "//a"),
    "picture": ("[![{}](x.png){{ loading=lazy }}](x.pdf)", "//img/@alt"),
    "attribute": ('<p title="{}">x</p>', "//p/@title"),
    "note": ("See[^n].\n\n[^n]: {}", "//div[@class='footnote']//p"),
}


def made(program=PROGRAM, agency=AGENCY):
    return edition(program, agency)


def to_html(text):
    page = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=SETTINGS)
    return parser.fromstring(f"<main>{page}</main>")


def shown(text):
    """What a reader sees of a text: without characters that can't be shown, white space as HTML folds it."""
    return " ".join(re.split(r"[ \t\r\n]+", DROPPED.sub("", text))).strip(" ")


def body(page):
    """A page without its front matter."""
    return page.split("\n---\n", 1)[1]


KEPT = {"slug", "code", "kind", "answer", "lines", "programs", "observance", "review", "type", "discipline"}
"""Fields that hold no free text."""


def filled(value, text):
    """A record's data with every free text replaced."""
    if isinstance(value, dict):
        fields = {name: each if name in KEPT else filled(each, text) for name, each in value.items()}
        return fields | {name: value[name] for name in ("group", "status", "contractor") if name in value}
    if isinstance(value, list):
        return [filled(each, text) for each in value]
    return text if isinstance(value, str) else value


COUNTED = {"find/diagnosis.md", "checked.md"}
"""Pages that sort or measure texts: another text makes another page."""


def with_text(text):
    """The real year, with one text in every field of a week, a topic, a source and the agency."""
    data = REAL.weeks[0].record.model_dump(mode="json")
    week = Week.model_validate(filled(data, text))
    topics = tuple(Topic.model_validate(t.model_dump() | {"title": text}) for t in REAL.plan.topics)
    source = Reference(
        id="made-up", title=text, publisher=text, year=2024, kind="paper", url="https://example.org/a_b(c)*d*",
        read=date(2026, 11, 22), how="page", says=(text,),
    )  # fmt: skip
    agency = Subscriber.model_validate(AGENCY.model_dump() | {"meta": {"name": text}})
    whole = made(REAL, agency)
    plan = whole.plan.model_copy(update={"title": text, "tagline": text, "topics": topics})
    weeks = tuple(
        replace(at, topic=topics[at.number - 1], week=week if at.number == week.week else None) for at in whole.weeks
    )
    return replace(whole, plan=plan, weeks=weeks, sources={"made-up": source})


@pytest.mark.parametrize("spot", SPOTS)
@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example("# no heading")
@example("1. no list")
@example("- no item")
@example("!!! note")
@example("[@unknown]: no definition")
@example("مرحبا 😀 &amp; <b>")
def test_any_text_is_shown_as_it_is(spot, text):
    form, path = SPOTS[spot]
    if not shown(text):
        return
    found = to_html(form.format(prose(text))).xpath(path)
    assert found, f"nothing at {path}"
    seen = found[0] if isinstance(found[0], str) else found[0].text_content()
    seen = shown(seen).removesuffix("\xa0↩").removesuffix("↩").removeprefix("Look for ").removesuffix(" why")
    assert seen.strip(" ") == shown(text)


@settings(max_examples=12, deadline=None)
@given(TEXTS.filter(lambda text: len(shown(text).strip()) > 0 and len(text) <= 24 and "[@" not in text))
@example("# **x** <b> `$y$`")
@example("- [x] &amp; {: #id }")
@example("!!! אבג 😀")
def test_any_text_in_any_field_leaves_every_page_as_it_was(text):
    text = shown(text).strip()
    if not text or text.isspace():
        return
    plain_pages, pages_with_text = pages(with_text("Qxzq")), pages(with_text(text))
    assert plain_pages.keys() == pages_with_text.keys()
    for path in plain_pages.keys() - COUNTED:
        before, after = to_html(body(plain_pages[path])), to_html(body(pages_with_text[path]))
        assert [each.tag for each in before.iter()] == [each.tag for each in after.iter()], path
        assert shown(after.text_content()) == shown(before.text_content().replace("Qxzq", text)), path


def test_a_citation_of_no_source_breaks_no_page():
    lesson = pages(with_text("See [@ghost]: x"))[f"weeks/{REAL.weeks[0].record.key}.md"]
    assert "See [@ghost]: x" in shown(to_html(body(lesson)).text_content())
    assert "[^ghost]" not in lesson


def test_every_kind_of_field_was_filled():
    lesson = pages(with_text("Qxzq"))[f"weeks/{REAL.weeks[0].record.key}.md"]
    assert lesson.count("Qxzq") > 80
    assert "scale" not in lesson


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(lambda text: shown(text).strip() and "[@" not in text))
def test_the_title_of_a_page_is_escaped_for_the_theme(text):
    week = PROGRAM.weeks[0].record.model_copy(update={"short_title": shown(text)})
    whole = made()
    weeks = tuple(replace(at, week=week) if at.week else at for at in whole.weeks)
    front = pages(replace(whole, weeks=weeks))["weeks/05-heart-failure.md"].split("\n---\n")[0].removeprefix("---\n")
    title = yaml.safe_load(front)["title"]
    assert "<" not in title
    assert unescape(title) == " ".join(f"Week 5: {shown(text)}".split())


def test_a_citation_becomes_a_note_and_an_unknown_one_stays_text():
    assert prose("So it is [@paper-1].", {"paper-1"}) == "So it is[^paper-1]."
    assert to_html(prose("So it is [@paper-1]: yes", {"paper-1"})).text_content() == "So it is[^paper-1]: yes"
    assert to_html(prose("[@paper-1]: yes")).text_content() == "[@paper-1]: yes"
    assert plain("So it is [@paper-1].") == "So it is."


def test_notes_are_numbered_in_the_order_in_which_they_are_read():
    for path, page in pages(made(REAL)).items():
        if path.startswith("weeks/"):
            tree = to_html(body(page))
            marks = [int(mark) for mark in tree.xpath("//sup/a[@class='footnote-ref']/text()")]
            first = list(dict.fromkeys(marks))
            assert first == sorted(first), path
            assert len(tree.xpath("//div[@class='footnote']/ol/li")) == max(first, default=0), path


def test_a_template_prints_only_what_has_a_text_form():
    for value in (None, True, 1.5, date(2027, 1, 4), PROGRAM.weeks[0].record.lines[0]):
        with pytest.raises(TypeError):
            environment().from_string("{{ value }}").render(value=value)
    assert finalize({}, 5) == "5"


def test_templates_escape_by_default():
    for name in environment().list_templates(extensions=["j2"]):
        source = environment().loader.get_source(environment(), name)[0]
        assert not re.search(r"\|\s*safe|autoescape|\{\{[^}]*~[^}]*\}\}", source), name


def test_an_announced_week_is_a_row_without_a_link_and_no_page():
    made_pages = pages(made())
    below = [f"weeks/05-heart-failure/{part}.md" for part in ("call", "practice", "sources")]
    assert [path for path in made_pages if path.startswith("weeks/")] == ["weeks/05-heart-failure.md", *below]
    for path in ("index.md", "calendar.md"):
        rows = to_html(body(made_pages[path])).xpath("//li[contains(@class, 'rr-row')]")
        assert len(rows) == 52
        assert [row.get("value") for row in rows if row.xpath(".//a")] == ["5"]
    assert "topic-06" not in str(nav(made()))


def test_every_week_stands_in_every_list_once_for_each_reason():
    groups = to_html(body(pages(made(REAL))["find/group.md"])).xpath("//li[starts-with(@class, 'rr-entry')]")
    assert len(groups) == 52
    lines = to_html(body(pages(made(REAL))["find/line.md"])).xpath("//li[starts-with(@class, 'rr-entry')]")
    assert len(lines) == sum(len((at.week or at.topic).lines) for at in made(REAL).weeks)


def test_a_clinical_group_never_stands_without_how_sure_it_is():
    made_pages = pages(made(REAL))
    tree = to_html(body(made_pages["find/group.md"]))
    entries = tree.xpath("//li[@class='rr-entry'][../preceding-sibling::h2[1][not(contains(., 'No group'))]]")
    assert len(entries) == sum(at.week.codes.pdgm.group is not None for at in made(REAL).written) > 0
    for entry in entries:
        assert re.search("published|believed", entry.xpath(".//span[@class='rr-entry__note']")[0].text_content())
    for apart in tree.xpath("//div[@class='rr-announced']/p")[:-1]:
        assert "believed" in apart.text_content()
    for at in made(REAL).written:
        lesson = to_html(body(made_pages[f"weeks/{at.key}.md"]))
        assert lesson.xpath("//*[@class='rr-sure']")[0].text_content() == at.week.codes.pdgm.status.label


def test_a_late_starter_reads_the_same_52_in_its_own_order():
    late = Subscriber.model_validate(AGENCY.model_dump() | {"start": date(2027, 7, 5)})
    rows = to_html(body(pages(made(agency=late))["calendar.md"])).xpath("//li[contains(@class, 'rr-row')]")
    mondays = [row.xpath(".//time/@datetime")[0] for row in rows]
    assert mondays[0] == "2027-07-05" and mondays == sorted(mondays)
    numbers = [int(row.get("value")) for row in rows]
    assert sorted(numbers) == list(range(1, 53)) and numbers[0] == 27


def test_a_signature_counts_only_while_it_holds():
    week = PROGRAM.weeks[0].record
    signed = {"status": "reviewed", "by": "Made Up", "credential": "RN", "on": date(2026, 11, 1), "digest": "0" * 64}
    week = week.model_copy(update={"review": week.review.model_copy(update=signed)})
    for standing, says in (("reviewed", "Reviewed."), ("stale", "Changed since"), ("expired", "Due to be read")):
        weeks = tuple(replace(at, week=week, standing=standing) if at.week else at for at in made().weeks)
        made_pages = pages(replace(made(), weeks=weeks))
        status = to_html(body(made_pages["weeks/05-heart-failure.md"])).xpath("//p[contains(@class, 'rr-status')]")[0]
        assert status.text_content().startswith(says) and "Made Up, RN" in status.text_content()
        assert status.get("class").endswith(f"--{standing}")
        row = to_html(body(made_pages["calendar.md"])).xpath("//li[@value='5']")[0]
        assert row.xpath("./span[@class='rr-row__state']/text()") == [standing.capitalize()]


def test_codes_carry_their_official_title_where_there_is_one():
    named = replace(made(), code_titles={"I50.22": "A made-up title"})
    assert "A made-up title" in pages(named)["weeks/05-heart-failure.md"]
    silent = pages(replace(made(), code_titles={}))["weeks/05-heart-failure.md"]
    assert '<span class="rr-code">I50.22</span></dt>' in silent


GOLDEN_PAGES = [
    "index.md", "weeks/05-heart-failure.md", "weeks/05-heart-failure/call.md", "weeks/05-heart-failure/practice.md",
    "weeks/05-heart-failure/sources.md", "find/group.md", "find/source/cardiology.md", "learn.md", "sources.md",
]  # fmt: skip


@pytest.mark.parametrize("path", GOLDEN_PAGES)
def test_the_markdown_is_what_it_was(path, request):
    """After a change that is meant: `pytest --update-golden`, and read the difference."""
    golden = GOLDEN / path
    page = pages(made())[path]
    if request.config.getoption("--update-golden", default=False):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(page, "utf-8")
    assert page == golden.read_text("utf-8")
