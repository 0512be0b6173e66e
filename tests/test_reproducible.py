"""Two builds of the same content, in other folders, time zones and locales, are the same to the byte."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTENT = ("weeks", "content", "subscribers", "program.yml", "sources.yml", "mkdocs.yml", "builder/site/hook.py")
WORLDS = {
    "a": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "another-folder": {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR", "PYTHONHASHSEED": "7"},
}


def build(folder: Path, world: dict[str, str]) -> dict[str, str]:
    """SHA-256 of every file of a build from a copy of the content in `folder`."""
    for name in CONTENT:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, target)
    command = [sys.executable, "-m", "builder", "build", "--root", str(folder), "--workers", "0"]
    done = subprocess.run(command, env=os.environ | world, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def builds(tmp_path_factory) -> dict[str, dict[str, str]]:
    return {name: build(tmp_path_factory.mktemp(name) / name, world) for name, world in WORLDS.items()}


def test_two_builds_have_the_same_files(builds):
    first, second = builds.values()
    assert first.keys() == second.keys()
    assert "index.html" in first and "handouts/05-heart-failure/patient.pdf" in first


def test_two_builds_are_the_same_to_the_byte(builds):
    first, second = builds.values()
    assert [path for path in first if first[path] != second.get(path)] == []
