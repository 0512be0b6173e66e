"""Make builder/reference/icd10cm.tsv.gz from the package `simple-icd-10-cm`; 1.5.0 holds the release of April 1, 2026.

python tools/make_icd10cm.py
"""

import re
from collections.abc import Iterator
from importlib.resources import files

import simple_icd_10_cm as package

from builder.reference.icd10cm import TABLE, Entry, packed

CODE = re.compile(r"[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?")
"""A category or a code below one; chapters and blocks are named otherwise."""


def source() -> str:
    """Name of the classification file in the package, for example `icd10c-tabular-April-1-2026.xml`."""
    return next(each.name for each in files(f"{package.__name__}.data").iterdir() if each.name.endswith(".xml"))


def entries() -> Iterator[Entry]:
    """Every code. Where a block and its only category share a name (T14), the category is meant."""
    for code in dict.fromkeys(filter(CODE.fullmatch, package.get_all_codes())):
        title = " ".join(package.get_description(code, prioritize_blocks=False).split())
        yield Entry(code, title, package.is_leaf(code, prioritize_blocks=False))


def table() -> bytes:
    """The table, packed. The file's year is the fiscal year's: the release of April 2026 amends FY2026."""
    year = re.search(r"20\d\d", source())
    return packed(f"FY{year[0]}", source(), entries())


if __name__ == "__main__":
    TABLE.write_bytes(table())
