"""The printed sheets: a PDF and its preview for every kind and week; and what keeps one from its page."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.edition import Edition
from builder.handouts import characters, fit, work
from builder.handouts.sheets import sheets
from builder.make.box import unpack
from builder.make.job import Job
from builder.make.run import Early
from builder.problem import Problem
from builder.read import Program, Written


def jobs(edition: Edition, root: Path, early: Early | None = None) -> Iterator[Job]:
    """A job for each sheet in each of its styles."""
    yield from work.sheet_jobs(edition)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`handouts/05-heart-failure/referral.pdf` and its preview."""
    return work.sheet_files(path, data)


def unprintable(edition: Edition, program: Program, agency: Written) -> tuple[Problem, ...]:
    """Texts that the sheets have no letters for. Asked before a sheet is set: the standard refuses such a PDF."""
    return characters.problems(sheets(edition), program, agency)


def misfits(edition: Edition, program: Program, made: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Texts that leave their page. `made` is what the jobs gave, by path."""
    boxes = {path: unpack(data) for path, data in made.items()}
    fits = {path: files["fit.json"] for path, files in boxes.items() if "fit.json" in files}
    if not any(json.loads(found)["over"] for found in fits.values()):
        return ()  # as nearly always: no need to go through every text once more
    weeks = {week.record.key: week for week in program.weeks}
    told = (
        problem
        for sheet in sheets(edition)
        if sheet.path in fits
        for problem in fit.problems(sheet, fits[sheet.path], weeks[sheet.week_key])
    )
    return tuple(dict.fromkeys(told))  # a word too wide is told once, not in every style
