"""`roadmap build`: the whole site, with its sheets."""

import os
import sys
import time
from concurrent.futures import Executor
from pathlib import Path

import click

from builder.cli import options


@click.command()
@options.root
@options.subscriber
@click.option("--out", type=options.folder, help="Where the site goes.  [default: ROOT/site]")
@options.cache
@click.option("--workers", type=click.IntRange(0), help="Processes to use; 0 works in this one.  [default: one a core]")
def build(root: Path, subscriber: str, out: Path | None, cache: Path | None, workers: int | None) -> None:
    """Build the site and its printed sheets. What was built before stays whole until the new one is."""
    from builder.cli import inputs
    from builder.make.pools import Here, processes
    from builder.make.stamp import stands

    began = time.monotonic()
    out = out or root / "site"
    workers = os.cpu_count() if workers is None else workers
    stamp = inputs.digest(root, subscriber)
    if stands(out, stamp):
        click.echo(f"{out} is up to date.")
        return
    from builder.outputs import bundle

    found = inputs.look(root, subscriber)
    found.stop()
    with processes(workers) if workers else Here() as pool:
        made = _made(found.edition, root, pool, options.cache_folder(root, cache))
    found.with_misfits(made).stop()
    files = bundle.files(made)
    _publish(out, files, found.edition.plan.version, stamp)
    click.echo(_summary(out, files, time.monotonic() - began))


def _made(edition, root: Path, pool: Executor, cache: Path) -> tuple:
    """What all jobs gave, with a progress bar where a person watches."""
    from builder.make.cache import Cache
    from builder.outputs import bundle

    watched = sys.stderr.isatty()
    with click.progressbar(length=0, label="Building", file=sys.stderr, hidden=not watched) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        return bundle.make(bundle.OUTPUTS, edition, root, pool, Cache(cache), show)


def _publish(out: Path, files: dict[str, bytes], version: str, stamp: str) -> None:
    from builder.make.manifest import seal
    from builder.make.swap import SwapError, swap

    try:
        swap(out, seal(files, version, stamp))
    except SwapError as refused:
        raise click.UsageError(str(refused)) from refused


def _summary(out: Path, files: dict[str, bytes], seconds: float) -> str:
    pages = sum(path.endswith(".html") for path in files)
    sheets = sum(path.endswith(".pdf") for path in files)
    size = sum(map(len, files.values())) / 1e6
    return f"Built {pages} pages and {sheets} sheets ({size:.1f} MB) into {out} in {seconds:.1f} s."
