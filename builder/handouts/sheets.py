"""An edition's sheets: everything that stands on them, decided; the design only sets it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from builder.edition import Edition, EditionWeek
from builder.handouts import contents
from builder.handouts.frame import frame
from builder.handouts.passage import Passage, passages, set_in_type
from builder.handouts.sources import in_brief, in_full, named_once, numbered
from builder.handouts.style import STYLES
from builder.model import Reference, Week


class Kind(NamedTuple):
    """A kind of sheet."""

    name: str
    """As one speaks of it."""
    reader: str
    """Whom it is for."""
    content: Callable[[Week], dict]
    sources: Callable[[Mapping[str, int], Mapping[str, Reference]], list[str]]
    notes: bool = True
    """Whether raised numbers lead from a text to its source."""


KINDS = {
    "referral": Kind("referral sheet", "For clinicians", contents.referral, in_full),
    "patient": Kind("patient sheet", "For patients and families", contents.patient, named_once, notes=False),
    "call-sheet": Kind("call sheet", "For the liaison", contents.call_sheet, in_brief),
    "huddle": Kind("huddle sheet", "For the manager", contents.huddle, in_brief),
}


@dataclass(frozen=True)
class Sheet:
    """One page to print. `data` is plain JSON: the design needs nothing else."""

    week_key: str
    kind: str
    data: dict
    passages: tuple[Passage, ...] = ()
    """The texts on it, as written."""
    style: str = "color"

    @property
    def name(self) -> str:
        """As one speaks of it: "patient sheet"."""
        return KINDS[self.kind].name

    @property
    def path(self) -> str:
        """Where its files lie in the site, without the ending: `handouts/05-heart-failure/referral-gray`."""
        return f"handouts/{self.week_key}/{self.kind}" + ("" if self.style == "color" else f"-{self.style}")

    def source(self, design: str) -> bytes:
        """What the typesetter gets. `design` is the digest of the design that the sheet is to be set in."""
        whole = {"design": design, "sheet": self.data}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=2)
def sheets(edition: Edition, styles: tuple[str, ...] = tuple(STYLES)) -> tuple[Sheet, ...]:
    """The sheets of each written week, in these styles, in the edition's order.

    Kept: several checks and the typesetter ask.
    """
    return tuple(
        sheet
        for week in edition.written
        for kind in KINDS
        for sheet in _in_styles(edition, week, kind, [name for name in styles if kind in STYLES[name].kinds])
    )


def _in_styles(edition: Edition, entry: EditionWeek, word: str, styles: list[str]) -> Iterator[Sheet]:
    kind = KINDS[word]
    content = kind.content(entry.week)
    texts = tuple(passages(content))
    numbers = numbered((passage.text for passage in texts), edition.sources)
    data = {
        "kind": word,
        "reader": kind.reader,
        "title": f"{entry.week.short_title}: {kind.name}, week {entry.number}",
        "content": set_in_type(content, numbers if kind.notes else {}),
        "sources": kind.sources(numbers, edition.sources),
    }
    for style in styles:
        yield Sheet(entry.key, word, data | frame(edition, entry, style), texts, style)
