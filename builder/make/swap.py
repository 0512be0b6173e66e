"""Swap, never smear: a tree is written beside its target and takes its place in one step."""

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

from builder.make import manifest
from builder.make.box import check_paths
from builder.make.draft import aside_of, draft_of, recover
from builder.make.exchange import exchange, flush

Step = Callable[[str], None]
"""Told each point that is passed; a test fails or kills the run there."""


class SwapError(Exception):
    """The target isn't ours to replace, with the reason; it was left as it is."""


def swap(target: Path, files: Mapping[str, bytes], step: Step = lambda point: None) -> None:
    """Makes `target` a folder of exactly these files, or leaves it exactly as it was.

    The files hold a manifest, by which the next build knows the folder as ours. Raises SwapError for a target that
    isn't ours to replace, OSError when the disk says no.
    """
    paths = check_paths(files)
    if manifest.NAME not in files:
        raise ValueError("a tree without its manifest could never be replaced again")
    target = prepare(target)
    with draft_of(target) as draft:
        step("made draft")
        for path in paths:
            _write(draft / path, files[path])
            step(f"wrote {path}")
        flush(draft)
        step("flushed")
        _refuse_others(target)
        _switch(draft, target, step)
        flush(target)
        step("switched")
    step("cleared")


def prepare(target: Path) -> Path:
    """The full path of the target, after clearing up what killed runs left beside it.

    Raises SwapError unless it is absent, empty, or a tree that we made. Worth asking before the build.
    """
    _refuse_others(target)
    target = target.resolve()
    if not target.name:
        raise SwapError(f"{target} has no room beside it; name a folder inside it")
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    return target


def _refuse_others(target: Path) -> None:
    if target.is_symlink():
        raise SwapError(f"{target} is a link; name the folder itself")
    if not target.exists():
        return
    if not target.is_dir():
        raise SwapError(f"{target} is a file; name a folder")
    if target.is_mount():
        raise SwapError(f"{target} is a mount point, which nothing can take the place of; name a folder inside it")
    if any(target.iterdir()) and manifest.read_manifest(target) is None:
        raise SwapError(f"{target} holds files, and no {manifest.NAME} says that a build put them there; name another")
    if (target / ".git").exists():
        raise SwapError(f"{target} holds a .git, which would be lost; name another and copy from there")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # "x": two names that are one on this disk (A.html, a.html) must not overwrite each other in silence.
    with path.open("xb") as file:
        file.write(data)


def _switch(draft: Path, target: Path, step: Step) -> None:
    """Puts the draft in the target's place, and the old tree, if there is one, in the draft's."""
    if not target.exists() and _rename_to_free(draft, target):
        return
    if not exchange(draft, target):
        _switch_in_two(draft, target, step)


def _rename_to_free(draft: Path, target: Path) -> bool:
    """False when another build was faster."""
    try:
        draft.rename(target)
    except OSError as problem:
        if problem.errno in (errno.ENOTEMPTY, errno.EEXIST):
            return False
        raise
    return True


def _switch_in_two(draft: Path, target: Path, step: Step) -> None:
    """For systems without an exchange. Killed in between, the next start puts the old tree back."""
    aside = aside_of(draft)
    target.rename(aside)
    try:
        step("set aside")
        draft.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    aside.rename(draft)
