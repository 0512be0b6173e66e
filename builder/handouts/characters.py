"""A character that no font of the sheets has, told where it was written. Texts on no sheet may hold anything.

Browsers find a font for every character; print has only the fonts that lie in `handouts/fonts/`, so that a sheet looks
the same wherever it is made, and a box instead of a letter never reaches paper.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from builder.handouts.design import FONTS
from builder.handouts.passage import printed
from builder.handouts.sheets import Sheet
from builder.model.citation import cited
from builder.model.walk import Path
from builder.problem import Problem
from builder.read.program import Program
from builder.read.written import Written

RULE = "sheet-fonts-have-every-character"
HINT = "say it in words: the sheets' fonts have Latin and Greek letters and the usual signs, no emoji and no arrows"

HEAD = (("short_title",), ("codes", "family"), ("review", "by"), ("review", "credential"))
"""What a week gives to its sheets beside their texts."""


def missing(text: str) -> str:
    """The characters of a text that can't be printed, each once."""
    if text.isascii() and text.isprintable():
        return ""  # most texts: every font has these
    return "".join(character for character in dict.fromkeys(printed(text)) if ord(character) not in _known())


def problems(sheets: Iterable[Sheet], program: Program, agency: Written) -> tuple[Problem, ...]:
    """One for each text on a sheet that holds such a character, sorted."""
    sheets = tuple(sheets)
    weeks = {week.record.key: week for week in program.weeks}
    spots = [(weeks[sheet.week_key], passage.at) for sheet in sheets for passage in sheet.passages]
    spots += [(weeks[key], path) for key in {sheet.week_key for sheet in sheets} for path in HEAD]
    spots += [(program.sources, path) for path in _cited(sheets, program)]
    spots += [
        (agency, ("meta", "name")),
        (agency, ("contact", "address")),
        (agency, ("contact", "license")),
        (program.announced, ("title",)),
    ]
    return tuple(sorted({problem for written, path in spots for problem in _problem(written, path)}))


def _problem(written: Written, path: Path) -> Iterator[Problem]:
    if characters := missing(_text(written.record, path)):
        named = ", ".join(f"`{each}` ({unicodedata.name(each, 'unnamed').lower()})" for each in characters[:3])
        yield Problem(written.places.at(path), RULE, f"no font of the sheets has {named}", HINT)


def _text(record: object, path: Path) -> str:
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record or ""


def _cited(sheets: tuple[Sheet, ...], program: Program) -> Iterator[Path]:
    ids = {id_ for sheet in sheets for passage in sheet.passages for id_ in cited(passage.text)}
    for index, source in enumerate(program.sources.record.sources):
        if source.id in ids:
            yield "sources", index, "publisher"
            yield "sources", index, "title"


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """Code points of the regular fonts; the other weights have the same. Read when first asked: fontTools is slow."""
    from fontTools.ttLib import TTFont

    return frozenset(point for path in sorted(FONTS.glob("*-Regular*.ttf")) for point in TTFont(path).getBestCmap())
