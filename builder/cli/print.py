"""`roadmap print`: one PDF for the copier, of the weeks and kinds asked for."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli import options

if TYPE_CHECKING:  # slow to import, and `--help` needs none of it
    from builder.edition import Edition, Pack

MOST_PAGES = 5000


def _numbers(_, __, value: str) -> tuple[int, ...]:
    """ "5-8,12" -> 5, 6, 7, 8, 12."""
    found: dict[int, None] = {}
    for part in value.split(","):
        match = re.fullmatch(r"\s*(\d{1,2})\s*(?:-\s*(\d{1,2})\s*)?", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= 52:
            raise click.BadParameter(f"{part.strip()!r} is no week from 1 to 52; write 5, 5-8 or 5-8,12")
        found |= dict.fromkeys(range(first, last + 1))
    return tuple(found)


def _kinds(_, __, value: str) -> tuple[str, ...]:
    from builder.edition import KINDS

    asked = [part.strip() for part in value.split(",")]
    if unknown := [kind for kind in asked if kind not in KINDS]:
        raise click.BadParameter(f"no kind {', '.join(unknown)}; there are {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in asked)


def _style(_, __, value: str) -> str:
    from builder.handouts.style import STYLES

    if value not in STYLES:
        raise click.BadParameter(f"no edition {value!r}; there are {', '.join(STYLES)}")
    return value


@click.command("print")
@click.option("--weeks", callback=_numbers, required=True, help="Which weeks: 5, 5-8 or 5-8,12.")
@click.option("--kinds", callback=_kinds, default="referral,patient", show_default=True, help="Which kinds of sheet.")
@click.option("--edition", callback=_style, default="color", show_default=True, help="color, gray or large.")
@click.option("--copies", type=click.IntRange(1, 500), default=1, show_default=True, help="Of each sheet.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The PDF to write.")
@options.root
@options.subscriber
@options.cache
def print_pack(
    weeks: tuple[int, ...], kinds: tuple[str, ...], edition: str, copies: int, out: Path,
    root: Path, subscriber: str, cache: Path | None,
) -> None:  # fmt: skip
    """Bind sheets into one PDF for the copier: a cover that says what to print on what, then kind by kind, in sets."""
    from builder.cli import inputs

    if copies * len(weeks) * len(kinds) > MOST_PAGES:
        raise click.UsageError(
            f"that is more than {MOST_PAGES} pages: print fewer copies, and let the copier repeat them"
        )
    found = inputs.look(root, subscriber).checked()
    found.stop()
    pdf = _bound(
        found.edition, _chosen(found.edition, weeks, kinds), edition, copies, options.cache_folder(root, cache)
    )
    draft = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        draft.write_bytes(pdf)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    click.echo(
        f"{out}: weeks {', '.join(map(str, weeks))}, {copies} {'copy' if copies == 1 else 'copies'} of each sheet."
    )


def _chosen(edition: Edition, weeks: tuple[int, ...], kinds: tuple[str, ...]) -> Pack:
    from builder.edition import Pack

    written = {at.number: at for at in edition.written}
    if missing := [number for number in weeks if number not in written]:
        raise click.UsageError(f"week {', '.join(map(str, missing))} is only announced, not written yet")
    title = "Sheets to print" if len(weeks) > 1 else f"Week {weeks[0]}: {written[weeks[0]].week.short_title}"
    return Pack("to-print", title, tuple(written[number] for number in weeks), kinds, cover=True)


def _bound(edition: Edition, pack: Pack, style: str, copies: int, cache: Path) -> bytes:
    from builder.handouts import work
    from builder.handouts.sheets import sheets
    from builder.handouts.style import STYLES
    from builder.make.cache import Cache
    from builder.make.pools import Here
    from builder.make.run import run

    ready = {(sheet.week_key, sheet.kind): sheet for sheet in sheets(edition, (style,))}
    if missing := [kind for kind in pack.kinds if kind not in STYLES[style].kinds]:
        raise click.UsageError(f"there is no {STYLES[style].name.lower()} of: {', '.join(missing)}")
    inside = [ready[at.key, kind] for kind in pack.kinds for at in pack.weeks]
    wanted = {sheet.path for sheet in inside}
    jobs = [job for job in work.sheet_jobs(edition, (style,)) if job.path in wanted]
    made = {each.path: each.data for each in run(jobs, Here(), Cache(cache))}
    return work.bound(work.pack_job(edition, pack, inside, made, copies).source)
