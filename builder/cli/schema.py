"""`roadmap schema`: the JSON Schemas for editors and the pages for authors, made from the models."""

from pathlib import Path

import click

from builder.cli import options


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 when a file is stale.")
@options.root
def schema(only_check: bool, root: Path) -> int:
    """Write schema/*.json, the field guide and a commented week below docs/."""
    stale = {path: text for path, text in _documents(root).items() if _text(root / path) != text}
    for path, text in stale.items():
        if not only_check:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        click.echo(f"{'stale' if only_check else 'wrote'}: {path}")
    if not stale:
        click.echo("All are as the models say.")
    return int(only_check and bool(stale))


def _documents(root: Path) -> dict[str, str]:
    """Path -> text of everything that is made from models and checks."""
    from builder.model.schema import documents
    from builder.outputs.manual import manual
    from builder.read import read_program
    from builder.read.skeleton import commented

    program, _ = read_program(root)
    whole = documents() | {"docs/checks.md": manual()}
    if program and program.weeks:
        weeks = [week.record for week in program.weeks]
        # The first that leaves out no block, so that every field has its comment.
        full = next((week for week in weeks if week.observance and week.care.home_health and week.care.hospice), None)
        whole["docs/commented-week.yml"] = commented(full or weeks[0])
    return whole


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None
