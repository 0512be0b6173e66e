"""Pictures for screens: the app's icons and the cards of link previews."""

from collections.abc import Iterator
from pathlib import Path

from builder.edition import Edition
from builder.handouts import picture
from builder.make.job import Job
from builder.make.run import Early


def jobs(edition: Edition, root: Path, early: Early) -> Iterator[Job]:
    """A job for the icons and for each card."""
    yield from picture.jobs(edition)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`assets/icon-192.png`, `assets/cards/05-heart-failure.png`."""
    return picture.files(path, data)
