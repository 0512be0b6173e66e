"""What a finished tree holds: `manifest.json`, by which we know a folder as ours and find it whole."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "manifest.json"
FORMAT = "referral-roadmap tree 1"


@dataclass(frozen=True)
class Manifest:
    """Every file of a tree but the manifest itself."""

    version: str
    """Of the content, for example 2027.1."""
    inputs: str
    """Digest of everything the tree was built from."""
    files: Mapping[str, tuple[str, int]]
    """Path -> SHA-256 in hex, size in bytes."""


def seal(files: Mapping[str, bytes], version: str, inputs: str) -> dict[str, bytes]:
    """The files and their manifest. Raises ValueError when one of them has the manifest's name."""
    if NAME in files:
        raise ValueError(f"{NAME} is the tree's own list of files; nothing else may have that name")
    entries = {path: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} for path, data in files.items()}
    record = {"format": FORMAT, "version": version, "inputs": inputs, "files": entries}
    return {**files, NAME: json.dumps(record, indent=1, sort_keys=True).encode() + b"\n"}


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a tree of ours; None when there is none, or it isn't readable as ours."""
    try:
        record = json.loads((folder / NAME).read_bytes())
        if record["format"] != FORMAT:
            return None
        files = {path: (entry["sha256"], entry["size"]) for path, entry in record["files"].items()}
        return Manifest(record["version"], record["inputs"], files)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def is_whole(folder: Path, manifest: Manifest) -> bool:
    """True when the folder holds exactly the manifest's files, byte for byte."""
    try:
        found = {path: size for path, size in _files(folder, "") if path != NAME}
        if found != {path: size for path, (_, size) in manifest.files.items()}:
            return False
        return all(_sha256(folder / path) == digest for path, (digest, _) in manifest.files.items())
    except OSError:
        return False


def _files(folder, prefix: str) -> Iterator[tuple[str, int]]:
    """Path and size of all that is no folder; a link counts as itself, so it never looks like the file it points to."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                plain = entry.is_file(follow_symlinks=False)
                yield prefix + entry.name, entry.stat(follow_symlinks=False).st_size if plain else -1


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
