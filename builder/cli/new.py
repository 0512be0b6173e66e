"""`roadmap new`: a commented skeleton for one week."""

from pathlib import Path

import click

from builder.cli import options


@click.command()
@click.argument("week", type=click.IntRange(1, 52))
@click.argument("slug")
@options.root
def new(week: int, slug: str, root: Path) -> None:
    """Write weeks/NN-SLUG.yml, a commented skeleton to fill in. Never overwrites."""
    from builder.read import skeleton

    path = root / "weeks" / f"{week:02d}-{slug}.yml"
    if path.exists():
        raise click.UsageError(f"{path} is there already")
    text = skeleton.skeleton(root, week, slug)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"Wrote {path}. Fill it in, then run: roadmap check {path}")
