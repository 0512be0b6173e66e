"""What the checks said before is used again, and only while it still holds."""

from pathlib import Path

import pytest

from builder import checks
from builder.checks import examine, split
from builder.cli import kept
from builder.make.cache import Cache
from builder.read import read_program
from tests.workshop import copy_content

WEEK = "weeks/05-heart-failure.yml"


@pytest.fixture
def root(tmp_path) -> Path:
    """The real content, with a promise and two misprints in it, one of them waived, and a sentence in two weeks."""
    copy_content(tmp_path / "project")
    broken = (tmp_path / "project" / WEEK).read_text("utf-8")
    opener = (
        "\n  opener: We guarantee a visitt to every pateint with heart failure, before the clinic visit, in a week.\n"
    )
    start = broken.index("\n  opener:")
    broken = broken[:start] + opener + broken[broken.index("\n  questions:") + 1 :]
    broken = broken.replace(
        "\nslug:", "\n# waive words-are-spelled: a title in another language\ntitle: Herzschwaeche\nslug:", 1
    )
    broken = broken.replace('\ntitle: "Heart failure', '\n# title: "Heart failure', 1)
    (tmp_path / "project" / WEEK).write_text(broken, "utf-8")
    return tmp_path / "project"


def said(root: Path, cache: Cache | None = None) -> list[tuple]:
    before = kept.one_by_one(root, cache) if cache else None
    program, problems = read_program(root)
    return [(each, each.message, each.hint, each.level) for each in examine(program, problems, before)]


def test_kept_results_say_the_same(root, tmp_path, monkeypatch):
    cache = Cache(tmp_path / "cache")
    fresh = said(root)
    assert {each[0].rule for each in fresh} >= {"claims-are-careful", "words-are-spelled", "groups-match-cms"}
    assert len([each for each in fresh if each[0].rule == "words-are-spelled"]) == 2, (
        "two misprints, one of them waived"
    )
    assert said(root, cache) == fresh
    monkeypatch.setattr(kept, "alone", lambda program: pytest.fail("gone through again"))
    assert said(root, cache) == fresh


@pytest.mark.parametrize("file", [WEEK, "program.yml", "sources.yml", "reference/Diagnosis_Codes.txt"])
def test_a_change_is_seen(root, tmp_path, monkeypatch, file):
    cache = Cache(tmp_path / "cache")
    (root / "reference").mkdir()
    said(root, cache)
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write("\n# one more line\n")
    again = []
    monkeypatch.setattr(kept, "alone", lambda program: again.append(program.weeks[0].file) or checks.alone(program))
    assert said(root, cache) == said(root)
    assert again == (
        [WEEK] if file == WEEK else sorted(path.relative_to(root).as_posix() for path in (root / "weeks").iterdir())
    )


def test_checks_that_need_all_weeks_are_named(root):
    """Any other check finds in the weeks, one by one, what it finds in all of them."""
    program, _ = read_program(root)
    assert program.weeks[1:], "with one week this would hold of anything"
    for module in checks.CHECKS:
        whole = {(each, each.message) for each in module.check(program)}
        parts = {(each, each.message) for part in split(program) for each in module.check(part)}
        assert whole == parts or module in checks.ACROSS, module.RULE
