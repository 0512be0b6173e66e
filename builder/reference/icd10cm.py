"""ICD-10-CM, FY2026 (April 2026 release): which codes exist, which are billable, what they are called.

The table is one row a code, `code<TAB>billable<TAB>chapter<TAB>title`, sorted, gzipped: 98,000 rows. ICD-10-CM is made
by NCHS/CDC and is in the public domain. It is kept as bytes and searched, not parsed: a lookup reads one row.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RELEASE = "FY2026"
TABLE = Path(__file__).with_name("icd10cm_fy2026_april.tsv.gz")


@dataclass(frozen=True)
class Entry:
    """One code. `billable` is False for a header, which only groups the codes below it."""

    code: str
    title: str
    billable: bool


@cache
def _table() -> bytes:
    return b"\n" + gzip.decompress(TABLE.read_bytes())


def find(code: str) -> Entry | None:
    """The entry for `code` (written with its dot), or None when the release has no such code."""
    table = _table()
    start = table.find(b"\n" + code.encode() + b"\t")
    if start < 0:
        return None
    return _entry(table[start + 1 : table.find(b"\n", start + 1)])


def billable_below(code: str) -> tuple[Entry, ...]:
    """Every billable code that begins with `code`: what to write instead of a header."""
    table, found, at = _table(), [], 0
    mark = b"\n" + code.encode()
    while (at := table.find(mark, at)) >= 0:
        end = table.find(b"\n", at + 1)
        found.append(_entry(table[at + 1 : end]))
        at = end
    return tuple(entry for entry in found if entry.billable and entry.code != code)


def _entry(row: bytes) -> Entry:
    code, billable, _chapter, title = row.decode().split("\t")
    return Entry(code, title, billable == "1")
