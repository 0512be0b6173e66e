"""The disk: names and bytes of content files. Refuses what isn't a plain file of sensible size in the project."""

import os
import stat
from pathlib import Path

from builder.problem import Place, Problem
from builder.read.week import NAME, NAMED

MAX_BYTES = 256 * 1024
MAX_SOURCES = 4 * 1024 * 1024
READABLE, SMALL = "file-is-readable", "file-is-small"

_HINTS = {
    PermissionError: "give yourself the right to read it",
    FileNotFoundError: "write it, or take away what points to it",
}


def load(root: Path, file: str, limit: int = MAX_BYTES) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a content file, or None and why not. `file` is relative to `root`; a link may not lead out of it."""
    if not _inside(root, root / file):
        return _refused(visible(file), "a link that leads out of the project", "copy the file in")
    return load_alone(root / file, visible(file), limit)


def load_alone(path: Path, file: str, limit: int = MAX_BYTES) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file anywhere, or None and why not. `file` is its name in problems."""
    try:
        # Without waiting: opening a pipe that nobody writes to would never come back.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return _refused(file, f"can't be opened: {error.strerror}", _HINTS.get(type(error), ""))
    try:
        return _read(handle, file, limit)
    except OSError as error:
        return _refused(file, f"can't be read: {error.strerror}")
    finally:
        os.close(handle)


def week_files(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The files named like a week, in order, and a problem for each other thing in `weeks/` that isn't hidden."""
    try:
        names = sorted(entry.name for entry in (root / "weeks").iterdir() if not entry.name.startswith("."))
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (Problem(Place("weeks"), READABLE, f"can't be listed: {error.strerror}"),)
    weeks = tuple(f"weeks/{name}" for name in names if NAME.fullmatch(name))
    return weeks, tuple(_stray(name) for name in names if not NAME.fullmatch(name))


def visible(name: str) -> str:
    """A file's name as it may stand in a problem: a name that isn't UTF-8 has its bytes replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _refused(file: str, message: str, hint: str = "") -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem(Place(file), READABLE, message, hint),)


def _inside(root: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle; opening it tells
        return True


def _read(handle: int, file: str, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        kind = "a folder" if stat.S_ISDIR(about.st_mode) else "a pipe or device"
        return _refused(file, f"{kind}, where a file belongs", "move it out of here")
    if about.st_size > limit:
        message = f"{about.st_size:,} bytes, and at most {limit:,} are read"
        return None, (Problem(Place(file), SMALL, message, "a whole week has about 40,000; is this the right file?"),)
    with os.fdopen(os.dup(handle), "rb") as opened:
        return opened.read(limit), ()


def _stray(name: str) -> Problem:
    hint = "name a week like 05-heart-failure.yml; anything else lives outside of weeks/"
    message = "not the name of a week: two digits, a hyphen, the slug, .yml"
    return Problem(Place(visible(f"weeks/{name}")), NAMED, message, hint)
