"""Every `[@id]` names a source in `sources.yml`, and every source there is cited somewhere.

A citation that leads nowhere is worse than none: it claims that somebody looked.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from builder.model.citation import CITATION, cited
from builder.problem import Problem
from builder.read import Program

RULE = "citations-resolve"
FAILS = {("diagnosis", "what_it_is"): "The heart pumps too little blood. [@no-such-source]"}
PASSES = {("diagnosis", "what_it_is"): "The heart pumps too little blood."}

ALMOST = re.compile(r"\[\s*@[^\]]*\]?|\[\^[^\]]*\]|\(@[a-z][^)]*\)")
"""What looks like a citation; a well-formed one has been taken out before."""


def check(program: Program) -> Iterator[Problem]:
    """Unknown and malformed citations in the weeks, then sources that no week cites."""
    known = {source.id for source in program.sources.record.sources}
    used = set()
    for week in program.weeks:
        for path, text in week.texts:
            used.update(cited(text))
            for wrong in dict.fromkeys(id_ for id_ in cited(text) if id_ not in known):
                message = f"no source `{wrong}` in {program.sources.file}"
                yield Problem(week.at(*path), RULE, message, _hint(wrong, known))
            for odd in ALMOST.findall(CITATION.sub("", text)):
                message = f"`{odd}` looks like a citation, but isn't one"
                yield Problem(week.at(*path), RULE, message, "write it as [@source-id], one id to a bracket")
    for index, source in enumerate(program.sources.record.sources):
        if source.id not in used:
            place = program.sources.at("sources", index, "id")
            yield Problem(place, RULE, f"no week cites `{source.id}`", "cite it or take it out")


def _hint(wrong: str, known: set[str]) -> str:
    near = get_close_matches(wrong, sorted(known), n=1)
    return f"did you mean `{near[0]}`?" if near else "add the source there once it has been read for this claim"
