"""`roadmap build`: the whole site, with its sheets."""

import os
import sys
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import click

from builder.cli import options
from builder.problem import ContentError, Place, Problem


@click.command()
@options.root
@options.subscriber
@click.option("--out", type=options.folder, help="Where the site goes.  [default: ROOT/site]")
@options.cache
@click.option("--workers", type=click.IntRange(0), help="Processes to use; 0 works in this one.  [default: one a core]")
@click.option("--require-review", is_flag=True, help="Refuse weeks that no clinician has signed.")
def build(
    root: Path, subscriber: str, out: Path | None, cache: Path | None, workers: int | None, require_review: bool
) -> None:
    """Build the site and its printed sheets. What was built before stays whole until the new one is."""
    from builder.cli import inputs
    from builder.make.pools import Here, processes
    from builder.make.stamp import stands

    began = time.monotonic()
    out = out or root / "site"
    _ready(out)
    if require_review:
        inputs.look(root, subscriber).unsigned().stop()
    stamp = inputs.digest(root, subscriber)
    if stands(out, stamp):
        click.echo(f"{out} is up to date.")
        return
    workers = os.cpu_count() if workers is None else workers
    with processes(workers) if workers else Here() as pool:
        edition, files = _files(root, subscriber, pool, options.cache_folder(root, cache))
    _publish(out, files, edition.plan.version, stamp)
    click.echo(_summary(out, files, time.monotonic() - began))


def _files(root: Path, subscriber: str, pool: Executor, cache: Path) -> tuple:
    """The edition, and every file of its bundle. The jobs run while the checks do; what they find wrong ends both."""
    from builder.cli import inputs, kept
    from builder.make.cache import Cache
    from builder.make.pools import abandon
    from builder.outputs import bundle, sheets

    pool.submit(import_module, "builder.site.engine")  # a worker's slow start, beside our own
    results = Cache(cache)
    before = kept.one_by_one(root, results)
    found = inputs.look(root, subscriber)
    if not found.edition:
        found.checked(before).stop()
    with _page_problems():
        jobs = bundle.jobs(bundle.OUTPUTS, found.edition, root, pool, results)
    with _progress(len(jobs)) as show, ThreadPoolExecutor(1) as aside:
        making = aside.submit(bundle.make, jobs, pool, results, show)
        found = found.checked(before)
        try:
            found.stop()
        except ContentError:
            abandon(pool)
            raise
        made = making.result()
    found.with_misfits({each.path: each.data for each in made if each.output is sheets}).stop()
    with _progress(len(found.edition.packs)) as show:
        return found.edition, bundle.files(bundle.with_packs(made, found.edition, pool, results, show), found.edition)


@contextmanager
def _page_problems():
    """What is wrong in a page written by hand is a problem in content, not a bug."""
    from builder.make.run import JobError
    from builder.site.render import DOCS, PageError

    try:
        yield
    except JobError as failed:
        if not isinstance(failed.__cause__, PageError):
            raise
        place = Place(f"content/{failed.path.removeprefix(DOCS)}")
        hint = "links count from the page's own folder"
        raise ContentError([Problem(place, "page-links-lead-somewhere", str(failed.__cause__), hint)]) from None


@contextmanager
def _progress(total: int):
    """A bar where a person watches; told how many jobs are done."""
    with click.progressbar(length=total, label="Building", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield lambda done, _: bar.update(done - bar.pos)


def _ready(out: Path) -> None:
    """Refuses a folder that isn't ours before any work is done, and clears up after runs that were killed."""
    from builder.make.swap import SwapError, prepare

    try:
        prepare(out)
    except SwapError as refused:
        raise click.UsageError(str(refused)) from refused


def _publish(out: Path, files: dict[str, bytes], version: str, stamp: str) -> None:
    from builder.make.manifest import seal
    from builder.make.swap import swap

    swap(out, seal(files, version, stamp))


def _summary(out: Path, files: dict[str, bytes], seconds: float) -> str:
    pages = sum(path.endswith(".html") for path in files)
    packs = sum(path.startswith("handouts/packs/") for path in files)
    sheets = sum(path.endswith(".pdf") for path in files) - packs
    size = sum(map(len, files.values())) / 1e6
    return f"Built {pages} pages, {sheets} sheets and {packs} packs ({size:.1f} MB) into {out} in {seconds:.1f} s."
