"""Two builds of the same content, in other folders, time zones and locales, are the same to the byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workshop import ROOT, copy_content, digests

WORLDS = {
    "a": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "another-folder": {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR", "PYTHONHASHSEED": "7"},
}


def build(folder: Path, world: dict[str, str]) -> dict[str, str]:
    """SHA-256 of every file of a build from a copy of the content in `folder`."""
    command = [sys.executable, "-m", "builder", "build", "--root", str(copy_content(folder)), "--workers", "0"]
    done = subprocess.run(command, env=os.environ | world, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return digests(folder / "site")


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
