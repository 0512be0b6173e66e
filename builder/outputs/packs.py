"""The packs: sheets to print together, bound into one file with bookmarks."""

from collections.abc import Iterator
from pathlib import Path

from builder.edition import Edition
from builder.handouts import work
from builder.make.job import Job
from builder.make.run import Early


def jobs(edition: Edition, root: Path, early: Early) -> Iterator[Job]:
    """A job for each pack; the sheets in it are made before."""
    made = {sheet.path: sheet.data for sheet in early(work.sheet_jobs(edition))}
    yield from work.pack_jobs(edition, made)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`handouts/packs/week-05.pdf`."""
    return {path: data}
