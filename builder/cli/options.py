"""Options that several commands share."""

from pathlib import Path

import click

folder = click.Path(file_okay=False, path_type=Path)

root = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The project's folder."
)
subscriber = click.option(
    "--subscriber", metavar="NAME", default="example", show_default=True, help="Whose brand: subscribers/NAME.yml."
)
cache = click.option("--cache", type=folder, help="Where results are kept.  [default: ROOT/.cache/roadmap]")


def cache_folder(root: Path, cache: Path | None) -> Path:
    """The cache's folder."""
    return cache or root / ".cache" / "roadmap"
