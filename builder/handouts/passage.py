"""Texts on their way from the record to a sheet: each keeps its path; citations become note numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal, get_origin

from pydantic import BaseModel

from builder.model.citation import CITATION, cited

Path = tuple[str | int, ...]

CITATIONS = re.compile(rf"\s*((?:{CITATION.pattern}\s*)+)(?<!\s)")
"""Citations that stand together, with the space before them: notes hang on the word."""

BLANKS = re.compile(r"[ \t\r\n]+")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
QUOTED = re.compile(r"""(?<![\w"])"([^"]+)"(?![\w"])""")


@dataclass(frozen=True)
class Passage:
    """A text and its path in the week's record."""

    at: Path
    text: str


def tree(value: object, at: Path) -> object:
    """A record's value as plain data: a Passage for a text, the label for a word of a closed list."""
    if isinstance(value, Enum):
        return value.label
    if isinstance(value, str):
        return Passage(at, value)
    if isinstance(value, tuple):
        return [tree(item, (*at, index)) for index, item in enumerate(value)]
    if isinstance(value, BaseModel):
        return {name: _field(value, name, at) for name in type(value).model_fields}
    return value


def passages(data: object) -> Iterator[Passage]:
    """Every passage in plain data, in order."""
    if isinstance(data, Passage):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from passages(item)


def set_in_type(data: object, numbers: Mapping[str, int]) -> object:
    """The same data as JSON knows it. A passage becomes `{"at": path, "runs": [text or {"notes": [1, 2]}, ...]}`."""
    if isinstance(data, Passage):
        return {"at": list(data.at), "runs": runs(data.text, numbers)}
    if isinstance(data, dict):
        return {name: set_in_type(item, numbers) for name, item in data.items()}
    return [set_in_type(item, numbers) for item in data] if isinstance(data, list) else data


def runs(text: str, numbers: Mapping[str, int]) -> list[str | dict]:
    """The text in pieces. A citation whose id has no number leaves nothing behind."""
    text, pieces, end = printed(text), [], 0
    for found in CITATIONS.finditer(text):
        notes = [numbers[id_] for id_ in dict.fromkeys(cited(found[1])) if id_ in numbers]
        pieces += [text[end : found.start()], {"notes": notes} if notes else ""]
        end = found.end()
    return [piece for piece in (*pieces, text[end:]) if piece]


def printed(text: str) -> str:
    """The text as it is set: single blanks, and quotation marks and apostrophes as a typesetter makes them.

    Only marks that can't mean anything else are turned: 6'2" stays what it is.
    """
    text = APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", BLANKS.sub(" ", text))
    return QUOTED.sub("\N{LEFT DOUBLE QUOTATION MARK}\\1\N{RIGHT DOUBLE QUOTATION MARK}", text)


def _field(record: BaseModel, name: str, at: Path) -> object:
    value = getattr(record, name)
    if get_origin(type(record).model_fields[name].annotation) is Literal:
        return value  # a word for the design to choose by, not for a reader
    return tree(value, (*at, name))
