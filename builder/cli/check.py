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
    from builder.cli.content import inspect

    found = inspect(root, subscriber, options.cache_folder(root, cache))
    problems = [problem for problem in found.problems if not files or _is_one_of(problem.place.file, files, root)]
    click.echo(report.FORMATS[form](problems))
    if form == "text":
        click.echo(found.summary)
    return int(any(problem.stops for problem in problems))


def _is_one_of(file: str, files: tuple[Path, ...], root: Path) -> bool:
    return (root / file).resolve() in {each.resolve() for each in files}
