"""A box: a folder as bytes, always the same bytes for the same files.

A header (JSON: path and size of each file, sorted by path) and then the files' bytes, end to end. A stored zip would
do too, but it carries dates, modes and two copies of every name, each a way for the same files to differ.
"""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

MAGIC = b"roadmap box 1\n"
LENGTH = 8
"""Bytes of the header's length, big-endian, after the magic."""

REFUSED = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]|^/|^[A-Za-z]:|(^|/)(\.{0,2})(/|$)")
"""Control characters, backslashes, half characters, absolute paths, drives, and parts that are empty, `.` or `..`."""


class BoxError(ValueError):
    """Bytes that are no box, or a path that a box must not hold."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """The files as one box. Raises BoxError for a path that would not stay inside a folder."""
    paths = check_paths(files)
    header = json.dumps([[path, len(files[path])] for path in paths], separators=(",", ":")).encode()
    return b"".join((MAGIC, len(header).to_bytes(LENGTH), header, *(files[path] for path in paths)))


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of a box, sorted by path. Raises BoxError unless every byte is accounted for."""
    entries, start = _header(data)
    if check_paths(path for path, _ in entries) != [path for path, _ in entries]:
        raise BoxError("the paths of the box are out of order")
    files = {}
    for path, size in entries:
        files[path] = data[start : start + size]
        start += size
    if start != len(data):
        raise BoxError(f"the box has {len(data)} bytes, its header promises {start}")
    return files


def check_paths(paths: Iterable[str]) -> list[str]:
    """The paths, sorted. Raises BoxError for one that leaves its folder, stands twice, or is both file and folder."""
    ordered = sorted(paths)
    for path in ordered:
        if REFUSED.search(path):
            raise BoxError(f"not a path inside a folder: {path!r}")
    for before, path in pairwise(ordered):
        if before == path:
            raise BoxError(f"the path stands twice: {path!r}")
    known = set(ordered)
    for path in ordered:
        if clash := known.intersection(_folders(path)):
            raise BoxError(f"both a file and a folder: {clash.pop()!r}")
    return ordered


def _folders(path: str):
    cut = path.rfind("/")
    while cut > 0:
        yield path[:cut]
        cut = path.rfind("/", 0, cut)


def _header(data: bytes) -> tuple[list[tuple[str, int]], int]:
    """The entries, and where the first file's bytes start."""
    body = len(MAGIC) + LENGTH
    if not data.startswith(MAGIC) or len(data) < body:
        raise BoxError("not a box")
    start = body + int.from_bytes(data[len(MAGIC) : body])
    try:
        entries = [(path, size) for path, size in json.loads(data[body:start])]
    except (ValueError, TypeError) as broken:
        raise BoxError("the box has a broken header") from broken
    if not all(type(path) is str and type(size) is int and size >= 0 for path, size in entries):
        raise BoxError("the box has an entry that is no path and size")
    return entries, start
