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

MEASURED = ("color",)
"""Styles in which a sheet has to fit one page: gray is set like color, large print takes the pages it needs."""


def jobs(edition: Edition, root: Path, early: Early) -> Iterator[Job]:
    """A job for each sheet in each of its styles."""
    yield from work.sheet_jobs(edition)


def measured(edition: Edition) -> list[Job]:
    """Those of the jobs that tell whether the sheets fit."""
    return work.sheet_jobs(edition, MEASURED)


def files(path: str, data: bytes) -> dict[str, bytes]:
    """`handouts/05-heart-failure/referral.pdf` and its preview."""
    return work.sheet_files(path, data)


def unprintable(edition: Edition, program: Program, agency: Written) -> tuple[Problem, ...]:
    """Texts that the sheets have no letters for. Asked before a sheet is set: the standard refuses such a PDF."""
    return characters.problems(sheets(edition, MEASURED), program, agency)


def misfits(edition: Edition, program: Program, made: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Texts that leave their page. `made` is what the jobs gave, by path."""
    fits = {sheet.path: unpack(made[sheet.path])["fit.json"] for sheet in sheets(edition, MEASURED)}
    if not any(json.loads(found)["over"] for found in fits.values()):
        return ()  # as nearly always: no need to go through every text once more
    weeks = {week.record.key: week for week in program.weeks}
    told = (
        problem
        for sheet in sheets(edition, MEASURED)
        for problem in fit.problems(sheet, fits[sheet.path], weeks[sheet.week_key])
    )
    return tuple(told)
