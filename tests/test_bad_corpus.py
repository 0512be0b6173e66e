"""Every way to be wrong that the reader survives: a folder in `tests/bad/`, or made here when git can't hold it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.problem import Place, Problem
from builder.read import read_program, read_subscriber
from tests.corpus import BAD, WEEK, broken, cases, project

SECONDS, MEGABYTES = 2, 300
REQUIRED = {
    "missing-field", "unknown-field", "wrong-type", "duplicate-key", "tab", "norway", "on", "time-of-day", "alias-bomb",
    "latin-1", "bom", "empty-file", "two-documents", "list-where-a-map-belongs", "week-differs-from-file-name",
    "duplicate-week", "duplicate-slug", "slug-with-dots",
}  # fmt: skip


def said(problems) -> list[str]:
    return [f"{p.place.file}:{p.place.line}:{p.place.column} {p.rule}" for p in problems]


def test_the_corpus_is_whole():
    assert {case.name for case in cases()} >= REQUIRED
    assert len(cases()) > 70


def test_the_good_project_has_no_problem(tmp_path):
    program, problems = read_program(project(tmp_path))
    assert problems == ()
    assert [week.record.key for week in program.weeks] == ["05-heart-failure"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_is_told_with_its_place(case, tmp_path):
    problems = read_program(project(tmp_path, case))[1]
    assert said(problems) == (case / "expected").read_text("utf-8").splitlines()
    assert all(problem.message and problem.stops for problem in problems)
    assert list(problems) == sorted(problems)


def big_file(path: Path) -> None:
    path.write_text("# " + "x" * 300_000, "utf-8")


def too_many_values(path: Path) -> None:
    path.write_text("week: [" + "a," * 60_000 + "]", "utf-8")


def billion_brackets(path: Path) -> None:
    path.write_text("[" * 250_000, "utf-8")


def billion_braces(path: Path) -> None:
    path.write_text("{a: " * 60_000, "utf-8")


def staircase(path: Path) -> None:
    path.write_text("".join(f"{' ' * depth}a:\n" for depth in range(600)), "utf-8")


def billion_laughs(path: Path) -> None:
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    path.write_text("\n".join(lines), "utf-8")


def thousands_of_unknown_fields(path: Path) -> None:
    path.write_text("".join(f"talking_poins{n}: x\n" for n in range(9_000)), "utf-8")


def thousands_of_wrong_items(path: Path) -> None:
    path.write_text("lines:\n" + "- hospic\n" * 18_000, "utf-8")


def one_endless_word(path: Path) -> None:
    path.write_text("slug: " + "a-" * 120_000 + "\n" + "k" * 1_000 + ": 1\n", "utf-8")


def one_endless_number(path: Path) -> None:
    path.write_text("week: " + "9" * 200_000, "utf-8")


BOMBS = {
    "big-file": (big_file, "1:1 file-is-small"),
    "too-many-values": (too_many_values, "1:40002 file-is-small"),
    "billion-brackets": (billion_brackets, "1:22 yaml-is-plain"),
    "billion-braces": (billion_braces, "1:85 yaml-is-plain"),
    "staircase": (staircase, "22:22 yaml-is-plain"),
    "billion-laughs": (billion_laughs, "1:5 yaml-is-plain"),
    "thousands-of-unknown-fields": (thousands_of_unknown_fields, "1:1 fields-are-known"),
    "thousands-of-wrong-items": (thousands_of_wrong_items, "2:3 words-are-listed"),
    "one-endless-word": (one_endless_word, "1:7 values-keep-their-limits"),
    "one-endless-number": (one_endless_number, "1:7 values-fit-their-type"),
}

LIMITED = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
from builder import report
from builder.read import read_program
before = resource.getrusage(resource.RUSAGE_SELF)
problems = read_program(Path(sys.argv[1]))[1]
after = resource.getrusage(resource.RUSAGE_SELF)
report.text(problems), report.as_json(problems), report.github(problems)
seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
# Not ru_maxrss: that still knows of the process that we were forked from.
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(seconds, int(peak.split()[1]) / 1024)
for problem in problems:
    print(f"{problem.place.line}:{problem.place.column} {problem.rule}")
"""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_not_go_off(name, tmp_path):
    make, expected = BOMBS[name]
    make(project(tmp_path) / WEEK)
    run = subprocess.run([sys.executable, "-c", LIMITED, tmp_path], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    cost, *problems = run.stdout.splitlines()
    assert expected in problems
    seconds, megabytes = map(float, cost.split())
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.yml")


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path.name)


def link_out_of_the_project(path: Path) -> None:
    outside = path.parents[2] / "outside.yml"
    outside.write_text("week: 5", "utf-8")
    path.symlink_to(outside)


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


UNREADABLE = (folder, pipe, dangling_link, link_in_a_circle, link_out_of_the_project, link_to_a_device)


@pytest.mark.parametrize("make", UNREADABLE, ids=lambda make: make.__name__.replace("_", "-"))
@pytest.mark.parametrize("file", [WEEK, "program.yml", "sources.yml"])
def test_what_cannot_be_read_is_told(make, file, tmp_path):
    path = project(tmp_path / "project") / file
    path.unlink()
    make(path)
    program, problems = read_program(tmp_path / "project")
    assert problems == (Problem(Place(file), "file-is-readable", ""),)
    assert (program is None) == (file != WEEK)


def test_a_link_within_the_project_is_followed(tmp_path):
    path = project(tmp_path) / WEEK
    path.rename(tmp_path / "kept-elsewhere.yml")
    path.symlink_to(tmp_path / "kept-elsewhere.yml")
    assert read_program(tmp_path)[1] == ()


@pytest.mark.parametrize("file", [WEEK, "weeks"])
def test_what_may_not_be_read_is_told(file, tmp_path):
    root = project(tmp_path / "project")
    (root / file).chmod(0)
    try:
        problems = as_nobody(tmp_path, root)
    finally:
        (root / file).chmod(0o755)
    assert problems == (Problem(Place(file), "file-is-readable", ""),)


def as_nobody(above: Path, root: Path):
    """What a user without special rights reads; root may read everything."""
    if os.geteuid():
        return read_program(root)[1]
    for path in [above, *above.parents][:4]:  # pytest's own folders, one more where several workers run
        path.chmod(0o755)
    os.seteuid(65534)
    try:
        return read_program(root)[1]
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("file", ["program.yml", "sources.yml"])
def test_a_missing_file_is_told(file, tmp_path):
    (project(tmp_path) / file).unlink()
    program, problems = read_program(tmp_path)
    assert program is None
    assert problems == (Problem(Place(file), "file-is-readable", ""),)


def test_a_name_that_is_not_utf8_is_told(tmp_path):
    (project(tmp_path) / os.fsdecode(b"weeks/caf\xe9.yml")).touch()
    assert said(read_program(tmp_path)[1]) == ["weeks/caf\ufffd.yml:1:1 file-is-named-for-its-week"]


def test_a_subscriber_that_cannot_be_read_is_told(tmp_path):
    missing = tmp_path / "nobody.yml"
    assert read_subscriber(missing) == (None, (Problem(Place(missing.as_posix()), "file-is-readable", ""),))
    missing.write_text("meta: {name: Agency}\ncolour: red\n", "utf-8")
    written, problems = read_subscriber(missing)
    rules = [(p.place.line, p.place.column, p.rule) for p in problems]
    assert written is None
    assert rules == [(1, 1, "fields-are-present"), (2, 1, "fields-are-known")]


def test_everything_wrong_is_told_in_one_run(tmp_path):
    root = project(tmp_path)
    for name in ("norway", "duplicate-slug", "same-source-twice", "stray-files"):
        broken(root, BAD / name)
    files = {problem.place.file for problem in read_program(root)[1]}
    assert {"sources.yml", WEEK, "weeks/06-heart-failure.yml", "weeks/README.md"} <= files
