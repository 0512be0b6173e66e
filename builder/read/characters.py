"""Bytes -> text of visible characters, whose lines are the lines that an editor counts."""

import re
import unicodedata
from collections import Counter

from builder.problem import Place, Problem

_ODD = re.compile(
    "["
    r"\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff"  # controls, tabs; U+0085 is a line break to YAML only
    r"\u2028\u2029"  # so are these two
    r"\u202a-\u202e\u2066-\u2069"  # turn the text around that follows
    r"\xad\u200b\u2060\ufeff"  # can't be seen, and a search misses the word that holds one
    r"\ud800-\udfff"  # halves of a character
    "]"
)
_TAB = "put spaces in its place; an editor can convert them all"
_HIDDEN = "take it out: it can't be seen, and it changes how the text is read or found"
ESCAPED = "take the escape out of the quoted text: it stands for a character that can't be seen"


def decode(file: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text in `data`, or None and what is wrong: each hidden character once, where it stands first.

    Windows line ends become line feeds.
    """
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(file, data, error.start),)
    problems = _byte_order_mark(file, data) + _hidden(file, text)
    return (None if problems else text), problems


def hidden_in(value: str) -> str:
    """The name of a hidden character in a value (it came in as an escape), or nothing."""
    found = _ODD.search(value)
    return _name(found[0]) if found else ""


def _byte_order_mark(file: str, data: bytes) -> tuple[Problem, ...]:
    if not data.startswith(b"\xef\xbb\xbf"):
        return ()
    hint = 'save it as "UTF-8", not as "UTF-8 with BOM"'
    return (Problem(Place(file), "file-is-utf8", "the file begins with a byte order mark (BOM)", hint),)


def _not_utf8(file: str, data: bytes, start: int) -> Problem:
    begin = data.rfind(b"\n", 0, start) + 1
    place = Place(file, data.count(b"\n", 0, start) + 1, len(data[begin:start].decode("utf-8", "replace")) + 1)
    old = bytes([data[start]]).decode("latin-1")
    seen = f", {old} in Latin-1" if old.isprintable() else ""
    return Problem(place, "file-is-utf8", f"byte 0x{data[start]:02X} is not UTF-8{seen}", "save the file as UTF-8")


def _hidden(file: str, text: str) -> tuple[Problem, ...]:
    first, times = {}, Counter()
    for found in _ODD.finditer(text):
        first.setdefault(found[0], found.start())
        times[found[0]] += 1
    return tuple(_problem(file, text, odd, start, times[odd]) for odd, start in first.items())


def _problem(file: str, text: str, odd: str, start: int, times: int) -> Problem:
    place = Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    message = _name(odd) + (f", the first of {times} in this file" if times > 1 else "")
    return Problem(place, "characters-are-visible", message, _TAB if odd == "\t" else _HIDDEN)


def _name(odd: str) -> str:
    name = {"\t": "a tab", "\r": "a lone carriage return", "\0": "a null character"}.get(odd)
    return name or f"{unicodedata.name(odd, 'a control character').lower()} (U+{ord(odd):04X})"
