"""The printed sheets: a PDF, its preview, and how it fits, for every kind and week."""

import json
from collections.abc import Iterator
from pathlib import Path

from builder.edition import Edition
from builder.handouts import design, typeset
from builder.handouts.sheets import sheets
from builder.make.box import unpack
from builder.make.job import Job

MADE = {"sheet.pdf": "pdf", "preview.png": "png"}


def jobs(edition: Edition, root: Path) -> Iterator[Job]:
    """A job for each sheet."""
    wanted = design.digest()
    for sheet in sheets(edition):
        yield Job(sheet.path, sheet.source(wanted), typeset.typeset, typeset.ENGINE)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`handouts/05-heart-failure/referral.pdf` and its preview."""
    return {f"{path}.{ending}": unpack(data)[name] for name, ending in MADE.items()}


def fit(data: bytes) -> dict:
    """How the sheet fits its page: pages, points and lines over, path of the first passage beyond."""
    return json.loads(unpack(data)["fit.json"])
