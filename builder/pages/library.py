"""The sources page: everything that was read, for what, and by which weeks it is used."""

from dataclasses import dataclass

from builder.edition import Edition, EditionWeek
from builder.model import Reference
from builder.model.citation import cited
from builder.model.walk import texts
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.markdown import Ready, link
from builder.pages.year import Row, row

KINDS = {
    "rule": "Rules and manuals",
    "guideline": "Guidelines",
    "paper": "Papers",
    "agency": "Government agencies",
    "organization": "Organizations",
    "trade": "Trade pages",
}
"""Primary sources first."""


@dataclass(frozen=True)
class Held:
    """A source with the weeks that cite it."""

    source: Reference
    link: Ready
    weeks: tuple[Row, ...]


@dataclass(frozen=True)
class Kind:
    """The sources of one kind."""

    name: str
    held: tuple[Held, ...]


def library(edition: Edition) -> str:
    """The Markdown of the sources page."""
    used = {at.key: _cited_by(at) for at in edition.written}
    held = [_held(source, edition, used) for source in edition.sources.values()]
    kinds = [Kind(name, tuple(each for each in held if each.source.kind == kind)) for kind, name in KINDS.items()]
    return render(
        "sources.md.j2",
        front("Sources", "Every source, what it says, and the weeks that use it.", search={"exclude": True}),
        edition.sources,
        kinds=[kind for kind in kinds if kind.held],
        total=len(held),
    )


def _held(source: Reference, edition: Edition, used: dict[str, frozenset[str]]) -> Held:
    weeks = tuple(row(at) for at in edition.written if source.id in used[at.key])
    return Held(source, link(source.title, source.address), weeks)


def _cited_by(at: EditionWeek) -> frozenset[str]:
    return frozenset(source for _, text in texts(at.week) for source in cited(text))
