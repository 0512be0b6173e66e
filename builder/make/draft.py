"""Drafts: the folders beside a target in which a build writes, and what is left of them when it was killed.

Beside `site` a build writes `.site.TOKEN.new` and holds a lock on that folder while it lives. The kernel lets the
lock go when the process ends, however it ends, so a draft that nobody holds is a leftover.
"""

import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """A new folder beside the target, locked. What has its name in the end (a failed or the old tree) is removed."""
    folder, descriptor = _create(target)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(descriptor)


def aside_of(draft: Path) -> Path:
    """Where the old tree waits while the draft takes its place in two steps."""
    return draft.with_suffix(".old")


def recover(target: Path) -> None:
    """Clears up after killed runs: puts back a tree that was set aside, removes drafts."""
    for aside in _leftovers(target, "old"):
        # With its draft held, another build is just between its two renames and will clear up itself.
        if _lock(aside.with_suffix(".new")) is not False:
            if not os.path.lexists(target):
                aside.rename(target)
            shutil.rmtree(aside, ignore_errors=True)
    for draft in _leftovers(target, "new"):
        if _lock(draft):
            shutil.rmtree(draft, ignore_errors=True)


def _create(target: Path) -> tuple[Path, int]:
    """A folder, and the descriptor that holds its lock."""
    while True:
        folder = target.with_name(f".{target.name}.{secrets.token_hex(8)}.new")
        folder.mkdir()
        # Between mkdir and lock another start may take it for a leftover and remove it: then try again.
        with suppress(FileNotFoundError):
            descriptor = os.open(folder, os.O_RDONLY)
            if _take(descriptor) is not False and folder.exists():
                return folder, descriptor
            os.close(descriptor)


def _leftovers(target: Path, kind: str) -> list[Path]:
    name = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{16}}\.{kind}")
    with os.scandir(target.parent) as entries:
        mine = [entry for entry in entries if name.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)]
    return sorted(Path(entry.path) for entry in mine)


def _lock(folder: Path) -> bool | None:
    """Could the folder be locked? None when it is gone, or its filesystem has no locks."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        return _take(descriptor)
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool | None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
