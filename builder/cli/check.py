"""`roadmap check`: everything that is wrong in the content, in one run."""

import gc
import os
from pathlib import Path

import click

from builder.cli import options

FEW = 8
"""Sheets that one process sets as fast as several, their start included: those of two weeks."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@options.root
@options.subscriber
@options.cache
def check(files: tuple[Path, ...], form: str, root: Path, subscriber: str, cache: Path | None) -> int:
    """Check the content, or only FILES of it. Exits with 1 when something has to be mended."""
    from builder import report
    from builder.cli import inputs, kept
    from builder.make.cache import Cache
    from builder.read import about

    results = Cache(options.cache_folder(root, cache))
    gc.disable()  # a short life with many small objects, few of them in circles: collecting takes a third of it
    try:
        before = kept.one_by_one(root, results)
        problems = _problems(inputs.look(root, subscriber).checked(before), root, results)
    finally:
        gc.enable()
    if files:
        problems = about(root, files, problems)
    if said := report.FORMATS[form](problems):
        click.echo(said)
    return int(any(problem.stops for problem in problems))


def _problems(found, root: Path, results) -> tuple:
    """All problems, those of page fit too. A sheet that has no letters for its text can't be set, so it isn't tried."""
    from builder.handouts.characters import RULE
    from builder.make.run import run
    from builder.outputs import sheets

    if not found.edition or any(problem.rule == RULE for problem in found.problems):
        return found.problems
    jobs = sheets.measured(found.edition)
    with _pool(sum(job.key not in results for job in jobs)) as pool:
        made = run(jobs, pool, results)
        return found.with_misfits({each.path: each.data for each in made}).problems


def _pool(todo: int):
    """A week's sheets are set here before another process has started."""
    from builder.make.pools import Here, processes

    return processes(os.cpu_count()) if todo > FEW else Here()
