"""Citations in text: `[@source-id]`, as in Pandoc. The only mark in content that means something."""

import re

CITATION = re.compile(r"\[@([a-z0-9]+(?:-[a-z0-9]+)*)\]")
"""A well-formed citation; group 1 is the source's id."""

_WITH_SPACE = re.compile(r"\s*" + CITATION.pattern)


def cited(text: str) -> tuple[str, ...]:
    """Ids in the order in which they stand, repeats included."""
    return tuple(CITATION.findall(text))


def spoken(text: str) -> str:
    """The text without its citations, as one would say it."""
    return _WITH_SPACE.sub("", text) if "[@" in text else text
