"""The command line: what it says, and the codes it exits with."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import roadmap, run
from tests.corpus import WEEK, project

ROOT = Path(__file__).parents[1]


@pytest.fixture
def root(tmp_path) -> Path:
    return project(tmp_path / "project")


def break_week(root: Path) -> None:
    path = root / WEEK
    path.write_text(path.read_text("utf-8").replace("\ncodes:", "\ncodez:"), "utf-8")


def test_good_content_exits_with_0(root, capsys):
    assert run(["check", "--root", str(root)]) == 0
    assert "CMS's grouper table is absent" in capsys.readouterr().out


def test_content_with_problems_exits_with_1(root, capsys):
    break_week(root)
    assert run(["check", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert f"{WEEK}:" in said and "did you mean `codes`?" in said


def test_misuse_exits_with_2(capsys):
    assert run(["check", "--format", "music"]) == 2
    assert run(["nonsense"]) == 2
    assert run(["new", "53", "slug"]) == 2
    assert "Usage:" in capsys.readouterr().err


def test_a_bug_of_ours_exits_with_3_and_says_so(monkeypatch, root, capsys):
    monkeypatch.setattr("builder.read.read_program", lambda root: 1 / 0)
    assert run(["check", "--root", str(root)]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said and "bug in roadmap" in said


def test_a_broken_machine_is_told_without_a_traceback(monkeypatch, root, capsys):
    def full(root):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builder.read.read_program", full)
    assert run(["check", "--root", str(root)]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_the_three_formats_say_the_same(root, capsys):
    break_week(root)
    said = {}
    for form in ("text", "json", "github"):
        run(["check", "--root", str(root), "--format", form])
        said[form] = capsys.readouterr().out
    problems = json.loads(said["json"])["problems"]
    assert problems
    for each in problems:
        assert f"{each['file']}:{each['line']}:{each['column']} {each['rule']}" in said["text"]
        assert f"file={each['file']},line={each['line']},col={each['column']},title={each['rule']}" in said["github"]
    assert said["github"].count("\n") == len(problems)


def test_check_of_one_file_tells_of_that_file_only(root, capsys):
    break_week(root)
    assert run(["check", "--root", str(root), str(root / "program.yml")]) == 0
    assert WEEK not in capsys.readouterr().out


def test_new_writes_a_week_that_reads_and_never_overwrites(root, capsys):
    topic = ("1", "pneumonia")
    assert run(["new", *topic, "--root", str(root)]) == 0
    path = root / "weeks" / "01-pneumonia.yml"
    written = path.read_text("utf-8")
    assert written.startswith("# yaml-language-server: $schema=../schema/week.schema.json")
    run(["check", "--root", str(root), "--format", "json", str(path)])
    found = json.loads(capsys.readouterr().out.partition("\n")[2])["problems"]
    rules = {problem["rule"] for problem in found}
    assert not rules & {"fields-are-present", "fields-are-known", "values-fit-their-type"}
    assert run(["new", *topic, "--root", str(root)]) == 2
    assert path.read_text("utf-8") == written


def test_review_signs_a_week_and_a_later_change_makes_it_stale(root, capsys):
    before = (root / WEEK).read_text("utf-8")
    signed = ["--by", "Test Reviewer", "--credential", "RN", "--until", "2999-01-01"]
    assert run(["review", "5", *signed, "--root", str(root)]) == 0
    after = (root / WEEK).read_text("utf-8")
    assert before.partition("\nreview:")[0] == after.partition("\nreview:")[0]
    assert run(["check", "--root", str(root)]) == 0
    (root / WEEK).write_text(after.replace("short_title: ", "short_title: The "), "utf-8")
    assert run(["check", "--root", str(root)]) == 0, "a title is cosmetic"
    (root / WEEK).write_text(after.replace("Who struggled?", "Who struggled most?"), "utf-8")
    capsys.readouterr()
    assert run(["check", "--root", str(root)]) == 1
    assert "changed after Test Reviewer signed it" in capsys.readouterr().out


def test_the_schemas_and_the_field_guide_are_fresh():
    result = CliRunner().invoke(roadmap, ["schema", "--check", "--root", str(ROOT)], standalone_mode=False)
    assert result.return_value == 0, result.output


def test_a_stale_schema_is_told(tmp_path, capsys):
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    assert run(["schema", "--check", "--root", str(tmp_path)]) == 1
    assert "stale: docs/field-guide.md" in capsys.readouterr().out


def test_every_command_is_described(capsys):
    for name, command in roadmap.commands.items():
        assert command.help, name
        assert run([name, "--help"]) == 0
    assert "--root" in capsys.readouterr().out
