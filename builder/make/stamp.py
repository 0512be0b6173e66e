"""Has nothing changed? Answered in a blink, so this file imports nothing heavy."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from builder.make.manifest import is_whole, read_manifest

PASSED_OVER = {"__pycache__"}


def inputs_digest(root: Path, names: Iterable[str], words: Iterable[str] = ()) -> str:
    """SHA-256 in hex over all files at or below the names (seen from root), and the words.

    Words are what else has a say: package versions, options. Take the digest before reading the inputs: a file that
    changes during a build then makes the next one build again.
    """
    files = {path: _content(root / path) for name in names for path in _files(root, name)}
    return hashlib.sha256(json.dumps([list(words), sorted(files.items())]).encode()).hexdigest()


def versions(packages: Iterable[str]) -> tuple[str, ...]:
    """`name==version` of each installed package; `name==none` for one that isn't."""
    return tuple(f"{name}=={_version(name)}" for name in packages)


def stands(target: Path, inputs: str) -> bool:
    """True when the target was built from these inputs and is still whole, byte for byte."""
    manifest = None if target.is_symlink() else read_manifest(target)
    return manifest is not None and manifest.inputs == inputs and is_whole(target, manifest)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _files(root: Path, name: str) -> Iterator[str]:
    """Paths from root, with links followed as the readers follow them, each folder once."""
    if not (root / name).is_dir():
        yield name
        return
    seen = set()
    for folder, inner, files in os.walk(root / name, followlinks=True):
        if (real := os.path.realpath(folder)) in seen:
            inner.clear()
            continue
        seen.add(real)
        inner[:] = [entry for entry in inner if entry not in PASSED_OVER]
        yield from (Path(folder, file).relative_to(root).as_posix() for file in files)


def _content(path: Path) -> str:
    """SHA-256 in hex; a plain word for what can't be read, which is for the reader to report."""
    try:
        if not path.is_file():
            return "other" if os.path.lexists(path) else "absent"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"
