"""ICD-10-CM: which codes exist, which are billable, what they are called.

The table's first line names its release and the file it was made from, `FY2026<TAB>icd10c-tabular-April-1-2026.xml`;
then comes a row a code, `code<TAB>billable<TAB>title`, sorted, gzipped: 98,186 rows. `tools/make_icd10cm.py` makes it,
and `roadmap reference icd10cm` puts a newer release in its place. ICD-10-CM is made by NCHS/CDC and is in the public
domain. It is kept as rows of bytes and searched, not parsed: a lookup reads one row.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

TABLE = Path(__file__).with_name("icd10cm.tsv.gz")


@dataclass(frozen=True)
class Entry:
    """One code. `billable` is False for a header, which only groups the codes below it."""

    code: str
    title: str
    billable: bool


@dataclass(frozen=True)
class Release:
    """Which release the table holds: `FY2026`, and the name of the published file that it was made from."""

    name: str
    source: str
    codes: int


def release() -> Release:
    """The release of the table at hand."""
    head, rows = _table()
    return Release(*head.decode().split("\t"), codes=len(rows))


def find(code: str) -> Entry | None:
    """The entry for `code` (written with its dot), or None when the release has no such code."""
    _, rows = _table()
    mark = code.encode() + b"\t"
    at = bisect_left(rows, mark)
    return _entry(rows[at]) if at < len(rows) and rows[at].startswith(mark) else None


def billable_below(code: str) -> tuple[Entry, ...]:
    """Every billable code that begins with `code`: what to write instead of a header."""
    _, rows = _table()
    mark = code.encode()
    below = takewhile(lambda row: row.startswith(mark), rows[bisect_left(rows, mark) :])
    return tuple(entry for entry in map(_entry, below) if entry.billable and entry.code != code)


def packed(name: str, source: str, entries: Iterable[Entry]) -> bytes:
    """The table as it is stored, always the same bytes for the same entries."""
    rows = sorted(f"{entry.code}\t{entry.billable:d}\t{entry.title}" for entry in entries)
    return gzip.compress("\n".join((f"{name}\t{source}", *rows)).encode(), 9, mtime=0)


def forget() -> None:
    """Read the table anew at the next question: it has been replaced."""
    _table.cache_clear()


@cache
def _table() -> tuple[bytes, list[bytes]]:
    head, *rows = gzip.decompress(TABLE.read_bytes()).split(b"\n")
    return head, rows


def _entry(row: bytes) -> Entry:
    code, billable, title = row.decode().split("\t")
    return Entry(code, title, billable == "1")
