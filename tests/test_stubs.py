"""Placeholders stop a week; texts too short for their field are told; the weeks that ship have neither."""

from pathlib import Path

import pytest

from builder.checks import texts_are_not_stubs
from builder.checks.texts_are_not_stubs import LEAST, STUB, check
from builder.model.walk import texts
from builder.read import read_program
from builder.read.skeleton import skeleton
from tests.corpus import WEEK, project

ROOT = Path(__file__).parents[1]
LABELS = {"also_called", "answer", "choices", "code", "columns", "family", "figure", "high", "items", "kind", "lcd",
          "low", "name", "note", "often_seen_with", "plain_name", "rows", "short_title", "slug", "times", "title",
          "treatment", "watch", "when", "words"}  # fmt: skip
"""Fields that may be as short as they like: names, codes, labels, and what somebody else says."""

STUBS = ["(to be written: ask)", "Lorem ipsum dolor sit amet.", "TBD", "To do: TODO.", "Bring [agency name] along.",
         "Call <phone> today.", "...", "-", "N/A", "xx", "Which patient ..."]  # fmt: skip
NO_STUBS = ["None of the wounds is clean.", "A test of strength.", "Fainting.", "He waits... and then calls.",
            "Ask [@made-up-paper].", "His to-do list is long.", "The [sic] stays."]  # fmt: skip


def told(root: Path):
    program, problems = read_program(root)
    assert not problems
    return program, {problem: problem.level for problem in check(program)}


@pytest.mark.parametrize("text", STUBS)
def test_a_placeholder_is_found(text):
    assert STUB.search(text)


@pytest.mark.parametrize("text", NO_STUBS)
def test_a_text_is_no_placeholder(text):
    assert not STUB.search(text)


def test_a_skeleton_is_read_and_each_of_its_texts_is_an_error(tmp_path):
    root = project(tmp_path)
    (root / WEEK).write_text(skeleton(root, 5, "heart-failure"), "utf-8")
    program, found = told(root)
    waiting = [path for path, text in texts(program.weeks[0].record) if text.startswith("(to be written")]
    assert len(waiting) > 100
    assert len(found) == len(waiting)
    assert set(found.values()) == {"error"}


def test_short_texts_are_warnings_where_they_stand(tmp_path):
    root = project(tmp_path)
    program, found = told(root)
    assert set(found.values()) == {"warning"}
    place = program.weeks[0].at("diagnosis", "what_it_is")
    short = [problem.message for problem in found if problem.place == place]
    assert short == ["8 words: `what_it_is` says nothing in fewer than 25"]


def test_every_field_with_prose_has_a_least():
    program, _ = read_program(ROOT)
    paths = [path for week in program.weeks for path, _ in texts(week.record) if path[0] != "review"]
    fields = {texts_are_not_stubs.field(path) for path in paths}
    assert {name for name, least in fields if not least} <= LABELS
    used = {name.rpartition(".")[2] for name in LEAST}
    assert used <= {name for name, least in fields if least}


def test_no_week_that_ships_has_a_stub():
    _, found = told(ROOT)
    assert sorted(found) == []
