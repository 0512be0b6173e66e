"""`roadmap review`: a clinician signs a week off."""

from datetime import date, datetime
from pathlib import Path

import click

from builder.cli import options


@click.command()
@click.argument("week", type=click.IntRange(1, 52))
@click.option("--by", required=True, metavar="NAME", help="The reviewer: a real person who has read the whole week.")
@click.option("--credential", required=True, metavar="LETTERS", help="RN, PT, MD ...")
@click.option("--until", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day it must be read again.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day it was read.  [default: today]")
@options.root
def review(week: int, by: str, credential: str, until: datetime, on: datetime | None, root: Path) -> None:
    """Sign WEEK off. Any later change to its clinical content makes the sign-off stale."""
    from builder.problem import ContentError
    from builder.read import read_program, read_week
    from builder.read.sign import signed

    program, problems = read_program(root)
    found = [each for each in program.weeks if each.record.week == week] if program else []
    if not found:
        raise ContentError(problems) if problems else click.UsageError(f"week {week} is not written yet")
    day = on.date() if on else date.today()
    if until.date() <= day:
        raise click.UsageError("--until lies before the day it was read")
    path = root / found[0].file
    text = signed(path.read_text("utf-8"), found[0].record, by, credential, day, until.date())
    written, problems = read_week(found[0].file, text.encode())
    if not written:
        raise ContentError(problems)
    path.write_text(text, encoding="utf-8")
    click.echo(f"{found[0].file}: reviewed by {by}, {credential}, on {day}; to be read again by {until.date()}.")
