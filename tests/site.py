"""The finished site of a project's edition, with its sheets, built once for all tests that look at it."""

import os
from functools import lru_cache
from pathlib import Path

from builder.edition import Edition, edition
from builder.make.pools import processes
from builder.outputs import bundle
from builder.read import read_program, read_subscriber

ROOT = Path(__file__).parents[1]


@lru_cache(maxsize=4)
def edition_of(project: Path) -> Edition:
    """The edition of a project's example agency. Checks are other tests' business."""
    program, problems = read_program(project)
    assert program, [str(problem) for problem in problems]
    return edition(program, read_subscriber(project / "subscribers" / "example.yml")[0].record)


@lru_cache(maxsize=2)
def site_of(project: Path) -> dict[str, bytes]:
    """Path -> bytes of the site that `roadmap build` writes for a project."""
    with processes(os.cpu_count()) as pool:
        made = bundle.make(bundle.jobs(bundle.OUTPUTS, edition_of(project), project, pool, None), pool, None)
        return bundle.files(bundle.with_packs(made, edition_of(project), pool, None), edition_of(project))


def real_site() -> dict[str, bytes]:
    """Path -> bytes of the site that `make build` writes."""
    return site_of(ROOT)
