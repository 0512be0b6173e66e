"""Write a sign-off into a week's file, leaving every other byte as it is."""

import re
from datetime import date

from builder.model import Week
from builder.model.signature import digest

BLOCK = re.compile(r"^review:[^\n]*\n(?:[ \t]+[^\n]*\n?|[ \t]*\n(?=[ \t]))*", re.MULTILINE)


def signed(text: str, week: Week, by: str, credential: str, on: date, until: date) -> str:
    """The file's text with its `review` block replaced. ValueError when the block can't be found."""
    block = (
        f"review:\n  status: reviewed\n  by: {_quoted(by)}\n  credential: {_quoted(credential)}\n"
        f"  on: {on}\n  review_by: {until}\n  digest: {_quoted(digest(week))}\n"
    )
    if len(BLOCK.findall(text)) != 1:
        raise ValueError("the file has no `review:` block of its own lines")
    return BLOCK.sub(lambda _: block, text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
