"""`roadmap check`: everything that is wrong in the content, in one run."""

import os
from pathlib import Path

import click

from builder.cli import options


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@options.root
@options.subscriber
@options.cache
def check(files: tuple[Path, ...], form: str, root: Path, subscriber: str, cache: Path | None) -> int:
    """Check the content, or only FILES of it. Exits with 1 when something has to be mended."""
    from builder import report
    from builder.cli import inputs
    from builder.read import about

    problems = _problems(inputs.look(root, subscriber).checked(), root, options.cache_folder(root, cache))
    if files:
        problems = about(root, files, problems)
    if said := report.FORMATS[form](problems):
        click.echo(said)
    return int(any(problem.stops for problem in problems))


def _problems(found, root: Path, cache: Path) -> tuple:
    """All problems, those of page fit too. A sheet that has no letters for its text can't be set, so it isn't tried."""
    from builder.handouts.characters import RULE
    from builder.make.cache import Cache
    from builder.make.pools import processes
    from builder.outputs import bundle, sheets

    if not found.edition or any(problem.rule == RULE for problem in found.problems):
        return found.problems
    kept = Cache(cache)
    with processes(os.cpu_count()) as pool:
        made = bundle.make(bundle.jobs((sheets,), found.edition, root, pool, kept), pool, kept)
    return found.with_misfits(made).problems
