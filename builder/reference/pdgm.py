"""PDGM: codes that can't stand first, and CMS's own grouper table when a user supplies it.

CMS publishes `Diagnosis_Codes.txt` inside the Home Health (HH PDGM) Grouper download. It could not be had here, so what
it settles is marked believed until someone puts the file at `reference/Diagnosis_Codes.txt`.
"""

import csv
import hashlib
import io
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("pdgm.yml")
SUPPLIED = "reference/Diagnosis_Codes.txt"
"""Where a user puts CMS's table, below the project's folder."""
COLUMNS = ("DIAGNOSIS", "CLINICAL_GROUP", "UNACCEPTABLE_PDX", "CODE_FIRST", "MANIFESTATION_FLAG")


@dataclass(frozen=True)
class Row:
    """What CMS's table says of one code. `group` is None for NA."""

    group: str | None
    unacceptable: bool
    code_first: bool
    manifestation: bool

    @property
    def objection(self) -> str | None:
        """Why the code can't stand first, in words, or None."""
        if self.unacceptable:
            return "is not accepted as principal diagnosis"
        if self.manifestation:
            return "is a manifestation code; its cause stands first"
        return "needs another code first" if self.code_first else None


@dataclass(frozen=True)
class Grouper:
    """CMS's table by code without its dot, and which release it is."""

    release: str
    rows: dict[str, Row]

    def find(self, code: str) -> Row | None:
        """The row of `code`, written with or without its dot."""
        return self.rows.get(code.replace(".", ""))


class NotTheTable(ValueError):
    """A supplied file that is not CMS's table; its text says what is missing."""


@cache
def _own() -> dict:
    return yaml.safe_load(TABLE.read_text("utf-8"))


def not_first(code: str) -> str | None:
    """`confirmed` or `believed` for a code known as not accepted as principal diagnosis, else None."""
    return _own()["not_first"].get(code)


def supplied(root: Path) -> Grouper | None:
    """CMS's table below `root`, or None. Raises NotTheTable when the file there is something else."""
    path = root / SUPPLIED
    return grouper(path.read_bytes()) if path.is_file() else None


@lru_cache(maxsize=2)
def grouper(data: bytes) -> Grouper:
    """Parse CMS's table: delimited text whose first row names its columns. Raises NotTheTable."""
    text = data.decode("utf-8-sig", errors="replace")
    head = text.partition("\n")[0]
    delimiter = max("\t|,;~", key=head.count)
    table = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    if missing := [name for name in COLUMNS if name not in (table.fieldnames or ())]:
        raise NotTheTable(f"it has no column {', '.join(missing)}; CMS's table has {', '.join(COLUMNS)} and others")
    release = _own()["releases"].get(hashlib.sha256(data).hexdigest(), "an unknown release")
    return Grouper(release, {row["DIAGNOSIS"].strip().replace(".", ""): _row(row) for row in table})


def _row(row: dict[str, str]) -> Row:
    group = row["CLINICAL_GROUP"].strip()
    flags = (row[name].strip().upper() in {"1", "Y", "YES", "TRUE"} for name in COLUMNS[2:])
    return Row(group if len(group) == 1 else None, *flags)
