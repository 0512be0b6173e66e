"""The sources: how many of each kind were read, and which weeks lean on them. What each says stands with the week."""

from collections.abc import Iterable
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
    """A source with its link."""

    source: Reference
    link: Ready
    id: Ready


@dataclass(frozen=True)
class Kind:
    """The sources of one kind."""

    name: str
    held: tuple[Held, ...]


@dataclass(frozen=True)
class Leaning:
    """A week and how many sources it cites, the primary ones among them."""

    row: Row
    all: int
    primary: int
    path: Ready


def library(edition: Edition) -> str:
    """The Markdown of the sources page."""
    return render(
        "sources.md.j2",
        front("Sources", "What was read, by kind and by week.", search={"exclude": True}),
        edition.sources,
        kinds=held(edition.sources.values()),
        total=len(edition.sources),
        weeks=[_leaning(at, edition) for at in edition.written],
    )


def held(sources: Iterable[Reference]) -> list[Kind]:
    """These sources by kind, each kind that there is."""
    entries = [Held(source, link(source.title, source.address), Ready(source.id)) for source in sources]
    kinds = [Kind(name, tuple(each for each in entries if each.source.kind == kind)) for kind, name in KINDS.items()]
    return [kind for kind in kinds if kind.held]


def cited_by(at: EditionWeek, edition: Edition) -> tuple[Reference, ...]:
    """The sources that a written week cites, each once, in the order in which it does."""
    named = dict.fromkeys(source for _, text in texts(at.week) for source in cited(text))
    return tuple(edition.sources[source] for source in named if source in edition.sources)


def _leaning(at: EditionWeek, edition: Edition) -> Leaning:
    used = cited_by(at, edition)
    return Leaning(row(at), len(used), sum(each.primary for each in used), Ready(f"weeks/{at.key}/sources.md"))
