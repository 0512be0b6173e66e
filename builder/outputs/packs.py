"""The packs: sheets to print together, bound into one file with bookmarks."""

from collections.abc import Mapping

from builder.edition import Edition
from builder.handouts import work
from builder.make.job import Job


def jobs(edition: Edition, made: Mapping[str, bytes]) -> list[Job]:
    """A job for each pack. `made` is what the sheets' jobs gave, by path."""
    return work.pack_jobs(edition, made)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`handouts/packs/week-05.pdf`."""
    return {path: data}
