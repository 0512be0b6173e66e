"""Hospice LCDs by Medicare contractor, the states of each contractor, and the numbers that are retired."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from builder.model.vocabulary import Contractor

TABLE = Path(__file__).with_name("hospice.yml")


@dataclass(frozen=True)
class Lcd:
    """One local coverage determination. `seen` is False when its number is known only by report."""

    number: str
    contractor: Contractor
    topics: str
    seen: bool


@dataclass(frozen=True)
class Guidelines:
    """All LCDs by number, the contractor of each state (postal letters), and the retired numbers."""

    lcds: dict[str, Lcd]
    contractors: dict[str, Contractor]
    retired: frozenset[str]


@cache
def guidelines() -> Guidelines:
    """The table, read once."""
    data = yaml.safe_load(TABLE.read_text("utf-8"))
    each = [(Contractor(name), entry) for name, entry in data["contractors"].items()]
    return Guidelines(
        lcds={
            row["number"]: Lcd(row["number"], name, row["topics"], row.get("seen", True))
            for name, entry in each
            for row in entry["lcds"]
        },
        contractors={state: name for name, entry in each for state in entry["states"]},
        retired=frozenset(data["retired"]),
    )
