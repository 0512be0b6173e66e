"""The numbered source list at a sheet's foot."""

from collections.abc import Iterable, Mapping

from builder.handouts.passage import printed
from builder.model import Reference
from builder.model.citation import cited

LONGEST = 72
"""Characters of a title; the whole entry stands on the week's page."""


def numbered(texts: Iterable[str], sources: Mapping[str, Reference]) -> dict[str, int]:
    """Source ids with their note numbers, in the order in which the sheet cites them first."""
    ids = dict.fromkeys(id_ for text in texts for id_ in cited(text) if id_ in sources)
    return {id_: number for number, id_ in enumerate(ids, 1)}


def in_full(numbers: Mapping[str, int], sources: Mapping[str, Reference]) -> list[str]:
    """Publisher, short title, year: for a clinician, who may want to look it up."""
    return [_line(sources[id_]) for id_ in numbers]


def in_brief(numbers: Mapping[str, int], sources: Mapping[str, Reference]) -> list[str]:
    """Publisher and year: for the team, who have the week's page with the whole entries."""
    return [printed(f"{sources[id_].publisher} ({sources[id_].dated})") for id_ in numbers]


def named_once(numbers: Mapping[str, int], sources: Mapping[str, Reference]) -> list[str]:
    """The same, without repeats: a list that no number leads to."""
    return list(dict.fromkeys(in_brief(numbers, sources)))


def _line(source: Reference) -> str:
    parts = (source.publisher, shortened(source.title), source.dated.capitalize())
    return printed(
        " ".join(part if part.endswith((".", "\N{HORIZONTAL ELLIPSIS}", "]")) else f"{part}." for part in parts)
    )


def shortened(title: str) -> str:
    """The title, cut before its subtitle or at a word where it is longer than `LONGEST`.

    A title in brackets is our description of a source that showed none; the bracket is closed again.
    """
    if len(title) <= LONGEST:
        return title.rstrip(".")
    main = title.split(": ")[0]
    if 24 <= len(main) <= LONGEST and not main.startswith("["):
        return main
    end = "\N{HORIZONTAL ELLIPSIS}" + "]" * title.startswith("[")
    return title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:.-(") + end
