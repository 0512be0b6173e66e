"""The printed sheets: a PDF and its preview for every kind and week; and what keeps one from its page."""

from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from builder.edition import Edition
from builder.handouts import characters, design, fit, typeset
from builder.handouts.sheets import sheets
from builder.make.box import unpack
from builder.make.cache import Cache
from builder.make.job import Job
from builder.make.run import run
from builder.problem import Problem
from builder.read import Program, Written

MADE = {"sheet.pdf": "pdf", "preview.png": "png"}


def jobs(edition: Edition, root: Path) -> Iterator[Job]:
    """A job for each sheet."""
    wanted = design.digest()
    for sheet in sheets(edition):
        yield Job(sheet.path, sheet.source(wanted), typeset.typeset, typeset.ENGINE)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`handouts/05-heart-failure/referral.pdf` and its preview."""
    return {f"{path}.{ending}": unpack(data)[name] for name, ending in MADE.items()}


def problems(edition: Edition, program: Program, agency: Written, pool: Executor, cache: Cache) -> Iterator[Problem]:
    """Texts that a sheet has no letters for, and texts that leave their page."""
    wanted, weeks = design.digest(), {week.record.key: week for week in program.weeks}
    every = sheets(edition)
    yield from characters.problems(every, program, agency)
    measures = [Job(each.path, each.source(wanted), typeset.measure, typeset.ENGINE) for each in every]
    for sheet, artifact in zip(every, run(measures, pool, cache), strict=True):
        yield from fit.problems(sheet, artifact.data, weeks[sheet.week_key])
