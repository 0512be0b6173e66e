"""`roadmap reference`: bring a table that the content is held against up to date."""

import re
from pathlib import Path

import click

from builder.cli import options

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def reference() -> None:
    """Bring a reference table up to date."""


@reference.command()
@click.option("--from", "file", type=FILE, metavar="FILE", help="icd10cm_order_YYYY.txt, or the ZIP that holds it.")
@click.option("--release", metavar="FYYYYY", help="Its fiscal year.  [default: from the file's name]")
@options.root
def icd10cm(file: Path | None, release: str | None, root: Path) -> int:
    """Put a newer release of ICD-10-CM in place, and tell every week that it breaks.

    FILE comes from CMS: ICD-10-CM, Code Descriptions in Tabular Order. When anything is wrong with it, the table stays
    as it is. Without FILE, tells which release is in place.
    """
    if file:
        _replace(file, release or _fiscal_year(file.name))
    click.echo(_in_place())
    return _broken(root) if file else 0


def _fiscal_year(name: str) -> str:
    if year := re.search(r"20\d\d", name):
        return f"FY{year[0]}"
    raise click.UsageError(f"{name} doesn't tell its year: name it with --release, for example --release FY2027")


def _replace(file: Path, release: str) -> None:
    from builder.reference import icd10cm, icd10cm_order

    if not re.fullmatch(r"FY20\d\d", release):
        raise click.UsageError(f"{release} is not the name of a release: write it like FY2027")
    table = icd10cm.packed(release, file.name, icd10cm_order.entries(str(file), file.read_bytes()))
    beside = icd10cm.TABLE.with_name(f"{icd10cm.TABLE.name}.new")
    try:
        beside.write_bytes(table)
        beside.replace(icd10cm.TABLE)
    finally:
        beside.unlink(missing_ok=True)
    icd10cm.forget()


def _in_place() -> str:
    from builder.reference import icd10cm

    now = icd10cm.release()
    return f"ICD-10-CM {now.name}: {now.codes:,} codes and headers, from {now.source}."


def _broken(root: Path) -> int:
    """Tell the weeks whose codes the release no longer has; 1 when there are any."""
    from builder import report
    from builder.checks import codes_are_billable, inspect

    program, problems = inspect(root)
    broken = [problem for problem in problems if not program or problem.rule == codes_are_billable.RULE]
    click.echo(report.text(broken) if broken else "Every code that the weeks name is in it.")
    return int(bool(broken))
