"""`roadmap build` end to end: what it makes, and what it leaves alone when it can't."""

import json
import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from builder.cli import run
from builder.read import read_program
from tests.workshop import ROOT, copy_content, digests

WEEK = "weeks/05-heart-failure.yml"
KINDS = ("referral", "patient", "call-sheet", "huddle")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    root = copy_content(tmp_path_factory.mktemp("project"))
    assert run(["build", "--root", str(root), "--workers", "0"]) == 0
    return root


def edit(root: Path, old: str, new: str) -> str:
    """Change the week; its text before."""
    before = (root / WEEK).read_text("utf-8")
    assert old in before
    (root / WEEK).write_text(before.replace(old, new, 1), "utf-8")
    return before


def test_everything_that_a_web_server_needs_is_there(built):
    files = digests(built / "site")
    weeks = [path.stem for path in (built / "weeks").glob("*.yml")]
    assert len(weeks) >= 4
    for key in weeks:
        assert f"weeks/{key}/index.html" in files
        assert {f"handouts/{key}/{kind}.{ending}" for kind in KINDS for ending in ("pdf", "png")} <= files.keys()
    assert {"index.html", "404.html", "sitemap.xml", "manifest.json"} <= files.keys()


def test_the_manifest_lists_every_file_with_its_digest(built):
    listed = json.loads((built / "site" / "manifest.json").read_bytes())["files"]
    found = digests(built / "site")
    del found["manifest.json"]
    assert {path: entry["sha256"] for path, entry in listed.items()} == found


def test_no_announced_week_has_a_page(built):
    assert not (built / "site" / "weeks" / "01-pneumonia").exists()


def test_a_second_build_has_nothing_to_do(built, capsys):
    before = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    assert run(["build", "--root", str(built)]) == 0
    assert "up to date" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")} == before


def test_broken_content_leaves_the_site_as_it_was(built, capsys):
    before, text = digests(built / "site"), edit(built, "\ncodes:", "\ncodez:")
    try:
        assert run(["build", "--root", str(built), "--workers", "0"]) == 1
        assert "did you mean `codes`?" in capsys.readouterr().err
        assert digests(built / "site") == before
    finally:
        (built / WEEK).write_text(text, "utf-8")


def test_a_full_disk_leaves_the_site_as_it_was(built, monkeypatch, capsys):
    def full(path, data):
        raise OSError(28, "No space left on device")

    before, text = digests(built / "site"), edit(built, "short_title: ", "short_title: The ")
    monkeypatch.setattr("builder.make.swap._write", full)
    try:
        assert run(["build", "--root", str(built), "--workers", "0"]) == 3
        said = capsys.readouterr().err
        assert "No space left" in said and "Traceback" not in said
        assert digests(built / "site") == before
        assert {path.name for path in built.iterdir()} >= {"site"}
    finally:
        (built / WEEK).write_text(text, "utf-8")


def test_a_sheet_that_runs_over_is_told_at_its_place(built, capsys):
    long = "Weigh after you use the bathroom and before you eat, then sit and rest for a while. " * 6
    text = edit(built, "    do_today:\n", f"    do_today:\n      - {long.strip()}\n")
    try:
        assert run(["build", "--root", str(built), "--workers", "0"]) == 1
        said = capsys.readouterr().err
        assert "sheets-fit-one-page" in said and f"{WEEK}:" in said and "line" in said
    finally:
        (built / WEEK).write_text(text, "utf-8")


def test_a_folder_that_is_not_ours_is_not_replaced(built, tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me")
    assert run(["build", "--root", str(built), "--out", str(tmp_path / "mine"), "--workers", "0"]) == 2
    assert (tmp_path / "mine" / "letter.txt").read_text() == "keep me"
    assert "mine" in capsys.readouterr().err


def test_it_is_quiet_in_a_pipe_and_ends_with_what_it_made(built, tmp_path):
    command = [sys.executable, "-m", "builder", "build", "--root", str(built), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert "pages" in done.stdout and "sheets" in done.stdout
    assert str(tmp_path / "out") in done.stdout and " s." in done.stdout


def test_a_build_can_require_that_every_week_is_signed(built, capsys):
    before = digests(built / "site")
    assert run(["build", "--root", str(built), "--workers", "0", "--require-review"]) == 1
    said = capsys.readouterr().err
    assert said.count("weeks-are-signed") == len(list((built / "weeks").glob("*.yml")))
    assert digests(built / "site") == before


def test_cms_table_makes_the_group_a_fact(built, tmp_path):
    root = copy_content(tmp_path / "project")
    program, _ = read_program(root)
    rows = {
        example.code: week.record.codes.pdgm.group or "NA"
        for week in program.weeks
        for example in week.record.codes.examples
    }
    (root / "reference").mkdir()
    head = "DIAGNOSIS|DESCRIPTION|CLINICAL_GROUP|CODE_FIRST|MANIFESTATION_FLAG|UNACCEPTABLE_PDX\n"
    table = head + "".join(f"{code.replace('.', '')}|x|{group}|0|0|0\n" for code, group in rows.items())
    (root / "reference" / "Diagnosis_Codes.txt").write_text(table, "utf-8")
    assert run(["build", "--root", str(root), "--workers", "0"]) == 0
    page = (root / "site" / "weeks" / "05-heart-failure" / "index.html").read_text("utf-8")
    assert "as in CMS" in page and "grouper table" in page


def test_a_broken_link_in_a_page_written_by_hand_is_a_problem_in_content(built, capsys):
    before, page = digests(built / "site"), built / "content" / "about.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\n\n[gone](gone.md)\n", "utf-8")
    try:
        assert run(["build", "--root", str(built), "--workers", "0"]) == 1
        said = capsys.readouterr().err
        assert "content/about.md:1:1 page-links-lead-somewhere" in said and "gone.md" in said
        assert digests(built / "site") == before
    finally:
        page.write_text(text, "utf-8")


def test_broken_content_stops_the_workers_too(built, tmp_path, capsys):
    """In the midst of work: nothing is kept, so every sheet waits to be set."""
    text = edit(built, "I50.22", "I50.2")
    try:
        assert run(["build", "--root", str(built), "--workers", "2", "--cache", str(tmp_path)]) == 1
        assert "I50.2" in capsys.readouterr().err
        assert not multiprocessing.active_children()
    finally:
        (built / WEEK).write_text(text, "utf-8")
