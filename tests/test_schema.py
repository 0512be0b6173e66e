"""What is made from the models: schemas that editors use, a guide that says everything, a skeleton that is valid."""

import json
import re
import shutil

import pytest
from jsonschema import Draft202012Validator

from builder.cli import run
from builder.model import Week
from builder.model.guide import in_words
from builder.model.schema import SCHEMAS, as_data, documents
from builder.problem import ContentError
from builder.read import read_program, read_week
from builder.read.skeleton import skeleton
from builder.read.tree import parse
from tests.corpus import BAD, GOOD, WEEK, project

WEEK_SCHEMA = Draft202012Validator(as_data(Week))
GUIDE = documents()["docs/field-guide.md"]


def patterns(schema) -> set[str]:
    if isinstance(schema, list):
        return {pattern for inner in schema for pattern in patterns(inner)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["pattern"]} if isinstance(schema.get("pattern"), str) else set()
    return own | {pattern for inner in schema.values() for pattern in patterns(inner)}


def data_of(path) -> object:
    return parse(path.name, path.read_text("utf-8"))[0].data


@pytest.mark.parametrize("model", SCHEMAS.values(), ids=SCHEMAS)
def test_a_schema_is_one_and_every_pattern_has_words(model):
    schema = as_data(model)
    Draft202012Validator.check_schema(schema)
    assert [pattern for pattern in patterns(schema) if pattern in in_words(pattern)] == []


def test_an_editor_accepts_what_the_reader_accepts():
    assert list(WEEK_SCHEMA.iter_errors(data_of(GOOD / WEEK))) == []


CASES = ("missing-field", "unknown-field", "wrong-type", "unlisted-word", "unlisted-kind", "too-few-and-too-many",
         "slug-with-dots", "code-without-its-dot", "list-where-a-map-belongs")  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_editor_refuses_what_the_reader_refuses(case, tmp_path):
    assert list(WEEK_SCHEMA.iter_errors(data_of(project(tmp_path, BAD / case) / WEEK)))


def test_the_same_models_give_the_same_documents():
    assert documents() == documents()
    assert set(SCHEMAS) | {"docs/field-guide.md"} == documents().keys()
    assert all(text.endswith("}\n") and json.loads(text) for path, text in documents().items() if path in SCHEMAS)


def test_the_guide_names_every_field_and_every_word():
    for model in SCHEMAS.values():
        schema = as_data(model)
        for record in [schema, *schema["$defs"].values()]:
            for name in record.get("properties", record.get("enum")):
                assert f"\n| `{name}` |" in GUIDE


def test_the_links_of_the_guide_lead_somewhere():
    headings = re.findall(r"(?m)^##+ (.*)$", GUIDE)
    anchors = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    links = re.findall(r"\]\(#(.*?)\)", GUIDE)
    assert len(set(anchors)) == len(anchors)
    assert len(links) > 50
    assert set(links) <= set(anchors)


@pytest.mark.parametrize("week", range(1, 53))
def test_a_skeleton_can_be_read(week):
    topic = read_program(GOOD)[0].plan.topics[week - 1]
    written, problems = read_week(f"weeks/{week:02d}-{topic.slug}.yml", skeleton(GOOD, week, topic.slug).encode())
    assert problems == ()
    assert (written.record.title, written.record.review.status) == (topic.title, "draft")


def test_a_skeleton_knows_what_the_program_announces(tmp_path):
    root = project(tmp_path)
    text = (root / "program.yml").read_text("utf-8")
    announced = (
        "- {week: 24, slug: dementia, title: Late-stage dementia, lines: [hospice, private_duty], "
        'family: "G30: a", '
        "observance: {name: A day, when: June}, programs: [hhvbp], "
        "sources: [memory_care, snf, alf, veterans], group: B}"
    )
    (root / "program.yml").write_text(re.sub(r"(?m)^- \{week: 24.*$", announced, text), "utf-8")
    week = read_week("weeks/24-dementia.yml", skeleton(root, 24, "dementia").encode())[0].record
    assert (week.lines, week.codes.family, week.codes.pdgm.group) == (("hospice", "private_duty"), "G30: a", "B")
    assert (week.observance.when, week.programs) == ("June", ("hhvbp",))
    assert [source.type for source in week.sources_of_referral] == ["memory_care", "snf", "alf", "veterans"]
    assert week.care.hospice and not week.care.home_health
    assert week.short_title == week.title == "Late-stage dementia"


def test_a_skeleton_explains_each_field_once():
    text = skeleton(GOOD, 5, "heart-failure")
    assert text.count("# What it is for, in a sentence.") == 1
    assert "# numbers: may be left out" in text
    stubs = [line for line in text.splitlines() if "(to be written" in line]
    assert len(stubs) > 100


@pytest.mark.parametrize("slug", ["../x", "Heart", "a--b", "", "a" * 49, "a\n"])
def test_a_slug_that_cannot_be_one_is_refused(slug):
    with pytest.raises(ContentError):
        skeleton(GOOD, 5, slug)


def test_a_skeleton_of_a_broken_program_is_refused(tmp_path):
    (project(tmp_path) / "program.yml").write_text("title: 5\n", "utf-8")
    with pytest.raises(ContentError):
        skeleton(tmp_path, 5, "heart-failure")


def test_the_command_writes_what_the_models_say(tmp_path):
    assert run(["schema", "--root", str(tmp_path)]) == 0
    for path, text in documents().items():
        assert (tmp_path / path).read_text("utf-8") == text
    assert run(["schema", "--check", "--root", str(tmp_path)]) == 0
    shutil.rmtree(tmp_path / "schema")
    assert run(["schema", "--check", "--root", str(tmp_path)]) == 1


def test_the_commented_week_says_what_week_5_says():
    root = GOOD.parents[1]
    week, _ = read_week(WEEK, (root / WEEK).read_bytes())
    again, problems = read_week(WEEK, (root / "docs" / "commented-week.yml").read_bytes())
    assert not problems
    assert again.record == week.record
