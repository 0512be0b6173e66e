"""Whatever happens to a build (killed, disk full, another beside it), a reader finds the old tree or the new, whole."""

import errno
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from builder.make.box import BoxError
from builder.make.manifest import seal
from builder.make.swap import SwapError, prepare, swap

OLD = seal({"index.html": b"old", "weeks/05/index.html": b"old too", "gone.html": b"only once"}, "2027.1", "a")
NEW = seal({"index.html": b"new", "weeks/05/index.html": b"x" * 90_000, "added/here.pdf": b"%PDF"}, "2027.2", "b")

CHILD = """
import os, signal, sys
from pathlib import Path
from builder.make import swap as room
from tests.test_swap import NEW

target, last, way = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
if way == "in two":
    room.exchange = lambda one, other: False

def step(point):
    if point == last:
        os.kill(os.getpid(), signal.SIGKILL)

room.swap(target, NEW, step)
"""
BEFORE = ["made draft", *(f"wrote {path}" for path in sorted(NEW)), "flushed"]


@pytest.fixture
def site(tmp_path):
    swap(tmp_path / "site", OLD)
    return tmp_path / "site"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def untouched(folder: Path) -> dict:
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in [folder, *folder.rglob("*")]}


def child(*arguments, code=CHILD, **options) -> subprocess.Popen:
    root = Path(__file__).parents[1]
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], cwd=root, **options)


def test_makes_and_replaces_a_tree(site):
    assert tree(site) == OLD
    swap(site, NEW)
    assert tree(site) == NEW
    assert not (site / "gone.html").exists()
    assert beside(site) == ["site"]


def test_makes_the_folders_above_and_takes_an_empty_one(tmp_path):
    (tmp_path / "empty").mkdir()
    for target in (tmp_path / "a" / "b" / "site", tmp_path / "empty"):
        swap(target, OLD)
        assert tree(target) == OLD


def test_a_web_server_may_read_the_new_tree_as_it_did_the_old(site):
    mode = site.stat().st_mode
    swap(site, NEW)
    assert site.stat().st_mode == mode == (site / "weeks").stat().st_mode


@pytest.mark.parametrize("way", ["exchange", "in two"])
@pytest.mark.parametrize("point", [*BEFORE, "set aside", "switched", "cleared"])
def test_killed_at_any_point(site, point, way):
    before = untouched(site)
    killed = child(site, point, way).wait() == -signal.SIGKILL
    assert killed == (point != "set aside" or way == "in two")
    if point in BEFORE:
        assert untouched(site) == before
    prepare(site)
    assert tree(site) == (OLD if point in [*BEFORE, "set aside"] and killed else NEW)
    assert beside(site) == ["site"]


STEADY = """
import sys
from pathlib import Path
from builder.make.swap import swap
from tests.test_swap import NEW, OLD

for turn in range(1000):
    swap(Path(sys.argv[1]), OLD if turn % 2 else NEW, lambda point: print(point, flush=True))
"""


def test_killed_at_random_moments(site):
    dice = random.Random(52)
    for _ in range(12):
        with child(site, code=STEADY, stdout=subprocess.PIPE) as running:
            for _ in range(dice.randrange(1, 60)):
                running.stdout.readline()
            running.kill()
        assert tree(site) in (OLD, NEW)
    prepare(site)
    assert beside(site) == ["site"]


def test_two_builds_at_once_leave_a_whole_tree_and_a_reader_always_finds_one(site):
    builds = [child(site, code=STEADY.replace("1000", "20"), stdout=subprocess.DEVNULL) for _ in range(2)]
    seen = set()
    while any(build.poll() is None for build in builds):
        seen.add((site / "index.html").read_bytes())
    assert [build.returncode for build in builds] == [0, 0]
    assert seen <= {b"old", b"new"}
    assert tree(site) in (OLD, NEW)
    assert beside(site) == ["site"]


@pytest.mark.parametrize("point", BEFORE)
@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_fails_at_any_point(site, point, problem):
    before = untouched(site)

    def step(passed):
        if passed == point:
            raise problem

    with pytest.raises(type(problem)):
        swap(site, NEW, step)
    assert untouched(site) == before
    assert beside(site) == ["site"]


def test_fails_between_the_two_renames(site, monkeypatch):
    before = untouched(site)
    monkeypatch.setattr("builder.make.swap.exchange", lambda one, other: False)

    def step(point):
        if point == "set aside":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        swap(site, NEW, step)
    assert untouched(site) == before
    assert beside(site) == ["site"]


FULL = """
import resource, sys
from pathlib import Path
from builder.make.swap import swap
from tests.test_swap import NEW

resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    swap(Path(sys.argv[1]), NEW)
except OSError as problem:
    sys.exit(problem.errno)
"""


def test_a_disk_that_takes_only_half_a_file(site):
    before = untouched(site)
    assert child(site, code=FULL).wait() == errno.EFBIG
    assert untouched(site) == before
    assert beside(site) == ["site"]


def test_leaves_the_draft_of_a_living_build_alone(site):
    def meanwhile(point):
        if point == "flushed":
            swap(site, OLD)

    swap(site, NEW, meanwhile)
    assert tree(site) == NEW
    assert beside(site) == ["site"]


def test_makes_another_draft_when_a_start_beside_it_swept_the_first(site, monkeypatch):
    real, swept = os.open, []

    def sweeping(path, *flags, **options):
        if not swept and str(path).endswith(".new"):
            swept.append(path)
            prepare(site)
        return real(path, *flags, **options)

    monkeypatch.setattr("builder.make.draft.os.open", sweeping)
    swap(site, NEW)
    assert len(swept) == 1 and not Path(swept[0]).exists()
    assert tree(site) == NEW


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_text("mine"), "is a file"),
        (lambda path: (path.mkdir(), (path / "thesis.doc").write_text("mine")), "holds files"),
        (lambda path: (path.mkdir(), (path / "manifest.json").write_text('{"name": "an app"}')), "holds files"),
        (lambda path: path.symlink_to("elsewhere"), "is a link"),
        (lambda path: (swap(path, OLD), (path / ".git").mkdir()), "holds a .git"),
    ],
)
def test_refuses_what_is_not_ours(tmp_path, make, reason):
    (tmp_path / "elsewhere").mkdir()
    make(tmp_path / "site")
    before = untouched(tmp_path)
    for attempt in (lambda: prepare(tmp_path / "site"), lambda: swap(tmp_path / "site", NEW)):
        with pytest.raises(SwapError, match=reason):
            attempt()
    assert untouched(tmp_path) == before


def test_refuses_what_became_foreign_during_the_build(tmp_path):
    def step(point):
        if point == "flushed":
            (tmp_path / "site").mkdir()
            (tmp_path / "site" / "thesis.doc").write_text("mine")

    with pytest.raises(SwapError):
        swap(tmp_path / "site", NEW, step)
    assert tree(tmp_path) == {"site/thesis.doc": b"mine"}


@pytest.mark.parametrize("target", ["/", "/proc"])
def test_refuses_a_folder_that_nothing_can_replace(target):
    with pytest.raises(SwapError):
        prepare(Path(target))


def test_refuses_paths_that_leave_the_tree_and_trees_without_manifest(site):
    with pytest.raises(BoxError):
        swap(site, {**NEW, "../escaped": b""})
    with pytest.raises(ValueError, match="manifest"):
        swap(site, {"index.html": b""})
    assert tree(site.parent) == {f"site/{path}": data for path, data in OLD.items()}


def test_removes_only_leftovers_of_its_own_name(site):
    other = site.with_name(".site.old")
    other.mkdir()
    prepare(site)
    assert other.exists()
