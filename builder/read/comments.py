"""Comments in YAML: where one begins, and texts that lost their end to one."""

import re
from collections.abc import Iterable, Iterator

from builder.problem import Place, Problem
from builder.read.places import Spot
from builder.read.wording import shown

_NO_SPACE = re.compile(r"(?<=\s)#[^\s#].*")
_HINT = "put quotes around the whole text; or, if it is a comment, a space after the #"


def comments(text: str, texts: Iterable[tuple[Spot, Spot]], shape: re.Pattern) -> Iterator[tuple]:
    """Line, column and match of each comment that `shape` finds, from its #; never inside of `texts`."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if "#" in line]
    for number, match in ((number, match) for number, line in lines for match in shape.finditer(line)):
        if not any(begin <= (number, match.start() + 1) < end for begin, end in texts):
            yield number, match.start() + 1, match


def swallowed(file: str, text: str, texts: Iterable[tuple[Spot, Spot]]) -> Iterator[Problem]:
    """A problem where the end of an unquoted text is silently a comment, but hardly meant as one: `room #12`."""
    ends = {end for _, end in texts}
    for line, column, match in comments(text, texts, _NO_SPACE):
        before = match.string[: match.start()].rstrip()
        if (line, len(before) + 1) in ends and not before.endswith(("'", '"')):
            message = f"from here on the line is a comment and is lost: {shown(match[0])}"
            yield Problem(Place(file, line, column), "texts-are-whole", message, _HINT)
