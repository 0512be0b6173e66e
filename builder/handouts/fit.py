"""A sheet that runs over its page or its columns, told at the place where it does."""

import json
import re
from collections.abc import Iterator

from builder.handouts.passage import printed
from builder.handouts.sheets import Sheet
from builder.model.citation import spoken
from builder.problem import Problem
from builder.read.written import Written

PAGE, COLUMN = "sheets-fit-one-page", "sheet-words-fit-their-column"

LONGEST_WORD = 28
"""Characters that the narrowest column of prose holds. Lines break at spaces, hyphens, dashes and slashes only."""


def problems(sheet: Sheet, fit: bytes, week: Written) -> tuple[Problem, ...]:
    """One at the first text that ends beyond the page, by the typesetter's `fit.json`; one for each word too long."""
    return (*_over(sheet, json.loads(fit), week), *_wide(sheet, week))


def _over(sheet: Sheet, fit: dict, week: Written) -> Iterator[Problem]:
    if fit["over"]:
        lines = f"{fit['lines']} line{'s' * (fit['lines'] > 1)}"
        message = f"the {sheet.name} is {lines} too long ({fit['over']:g} pt): from here on it leaves its page"
        hint = f"shorten it by {lines}, here or further up; its type is never made smaller"
        yield Problem(week.places.at(tuple(fit["at"])), PAGE, message, hint)


def _wide(sheet: Sheet, week: Written) -> Iterator[Problem]:
    for passage in sheet.passages:
        words = re.split(r"[\s/–—-]+", printed(spoken(passage.text)))
        if (longest := max(map(len, words))) > LONGEST_WORD:
            message = f"a word of {longest} characters is wider than a column of the {sheet.name}"
            hint = "put a space or a hyphen into it, or say it shorter"
            yield Problem(week.places.at(passage.at), COLUMN, message, hint)
