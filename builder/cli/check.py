"""`roadmap check`: everything that is wrong in the content, in one run."""

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
    from builder.make.pools import Here
    from builder.read import about

    _, problems = inputs.look(root, subscriber, Here(), options.cache_folder(root, cache))
    if files:
        problems = about(root, files, problems)
    if said := report.FORMATS[form](problems):
        click.echo(said)
    return int(any(problem.stops for problem in problems))
