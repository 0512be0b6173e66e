"""The finished site of a project's edition, with its sheets, built once for all tests that look at it."""

from functools import lru_cache
from pathlib import Path

from builder.edition import Edition, edition
from builder.make.pools import Here
from builder.outputs import bundle
from builder.read import read_program, read_subscriber

ROOT = Path(__file__).parents[1]


@lru_cache(maxsize=4)
def edition_of(project: Path) -> Edition:
    """The edition of a project's example agency. Checks are other tests' business."""
    program, problems = read_program(project)
    assert program, [str(problem) for problem in problems]
    return edition(program, read_subscriber(project / "subscribers" / "example.yml")[0].record)


@lru_cache(maxsize=1)
def real_site() -> dict[str, bytes]:
    """Path -> bytes of the site that `make build` writes."""
    return bundle.files(bundle.make(bundle.jobs(bundle.OUTPUTS, edition_of(ROOT), ROOT, Here(), None), Here(), None))
