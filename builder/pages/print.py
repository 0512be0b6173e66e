"""The print center: packs, and every sheet with its preview and styles."""

from dataclasses import dataclass

from builder.edition import Edition, EditionWeek, Pack
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.markdown import Ready
from builder.pages.sheets import SheetLink, sheets
from builder.pages.year import Row, row


@dataclass(frozen=True)
class Shelf:
    """A written week, its sheets and its pack."""

    row: Row
    sheets: tuple[SheetLink, ...]
    pack: Ready

    @property
    def lines(self) -> Ready:
        """Its lines of business, for the filter."""
        return Ready(" ".join(line.value for line in self.row.lines))


def print_center(edition: Edition) -> str:
    """Everything that can be printed."""
    packs = {pack.name: pack for pack in edition.packs}
    return render(
        "print.md.j2",
        front("Print center", "Every sheet of the program, alone or in packs, ready to print."),
        edition.sources,
        base=Ready(""),
        quarters=_named(packs, "quarter-"),
        booklets=_named(packs, "year-"),
        visits=_named(packs, "first-visit-"),
        shelves=[_shelf(at, packs) for at in edition.written],
    )


def _shelf(at: EditionWeek, packs: dict[str, Pack]) -> Shelf:
    return Shelf(row(at), sheets(at), Ready(packs[f"week-{at.number:02d}"].path))


def _named(packs: dict[str, Pack], prefix: str) -> list[tuple[str, Ready, int]]:
    """Title, path and number of sheets of the packs whose name begins so."""
    found = [pack for name, pack in packs.items() if name.startswith(prefix)]
    return [
        (pack.title.removeprefix("First visit: "), Ready(pack.path), len(pack.weeks) * len(pack.kinds))
        for pack in found
    ]
