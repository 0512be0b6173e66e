"""Every artifact of an edition, from one run of all its jobs."""

from concurrent.futures import Executor
from pathlib import Path

from builder.edition import Edition
from builder.make.cache import Cache
from builder.make.run import Progress, run
from builder.outputs import sheets, site

OUTPUTS = (site, sheets)
"""The site leads: it is the longest job, and the sheets are set beside it."""


def bundle(
    edition: Edition, root: Path, pool: Executor, cache: Cache | None, progress: Progress | None = None
) -> dict[str, bytes]:
    """Path -> bytes of every file."""
    output_of = {job: output for output in OUTPUTS for job in output.jobs(edition, root)}
    files = {}
    for job, artifact in zip(output_of, run(output_of, pool, cache, progress), strict=True):
        files |= output_of[job].files(artifact.path, artifact.data)
    return files
