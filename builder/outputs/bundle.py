"""Every artifact of an edition, from one run of all its jobs."""

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from builder.edition import Edition
from builder.make.cache import Cache
from builder.make.job import Job
from builder.make.run import Progress, run
from builder.outputs import packs, pictures, sheets, site
from builder.site.worker import equipped

OUTPUTS = (site, sheets, pictures)
"""The site leads: it is the longest job, and the sheets are set beside it. Packs follow: they are made of sheets."""


class Made(NamedTuple):
    """What one job of an output gave."""

    output: ModuleType
    path: str
    data: bytes


def jobs(
    outputs: Iterable[ModuleType], edition: Edition, root: Path, pool: Executor, cache: Cache | None
) -> dict[Job, ModuleType]:
    """Every job of these outputs, and whose it is. Pool and cache run what must be there before a job can be named."""
    early = partial(run, pool=pool, cache=cache)
    return {job: output for output in outputs for job in output.jobs(edition, root, early)}


def make(
    output_of: Mapping[Job, ModuleType], pool: Executor, cache: Cache | None, progress: Progress | None = None
) -> tuple[Made, ...]:
    """What all the jobs gave, in their order."""
    made = zip(output_of.values(), run(output_of, pool, cache, progress), strict=True)
    return tuple(Made(output, artifact.path, artifact.data) for output, artifact in made)


def with_packs(
    made: tuple[Made, ...], edition: Edition, pool: Executor, cache: Cache | None, progress: Progress | None = None
) -> tuple[Made, ...]:
    """And what the packs' jobs give, made of the sheets among them."""
    ready = {each.path: each.data for each in made if each.output is sheets}
    return made + make(dict.fromkeys(packs.jobs(edition, ready), packs), pool, cache, progress)


def files(made: Iterable[Made], edition: Edition) -> dict[str, bytes]:
    """Path -> bytes of every file of the bundle."""
    parts = {path: data for each in made for path, data in each.output.files(each.path, each.data).items()}
    return equipped(parts, edition)
