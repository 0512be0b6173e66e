"""A text with a number, a threshold or an appeal to studies carries the citation that it comes from.

Numbers are what a physician remembers and what a wrong source makes wrong. Left out are texts that make no claim about
the world: questions, an observance's date, the role play, tools to write on, example codes, and numbers that are names
(911, 988, FY2026, stage 3, L34538, I50.22) or a time of day.
"""

import re
from collections.abc import Iterator

from builder.model.citation import cited, spoken
from builder.model.walk import Path
from builder.problem import Problem
from builder.read import Program, Written

RULE = "numbers-are-cited"
FAILS = {("diagnosis", "what_it_is"): "About 20% of patients come back within 30 days."}
PASSES = {("diagnosis", "what_it_is"): "The heart pumps less blood than the body needs."}

NAMES = re.compile(
    r"""
    \b911\b | \b988\b | \b24/7\b | \bFY\ ?20\d\d\b | \b(?:19|20)\d\d\b        # calls, years
    | \bL\d{5}\b | \b[A-Z]\d[0-9A-Z](?:\.[0-9A-Z-]{1,4})?\b | \bICD-10-CM\b   # LCDs and codes
    | \b(?:stage|grade|class|type|group|step|week|part|section|chapter|FAST|NYHA|PHQ|COVID|criterion)s?
      [-\ ]?\d\w?(?:(?:,|\ or|\ and|\ to)+\ \d)*\b                           # stage 3 or 4
    | \b\d{1,2}(?::\d\d)?\ ?[ap]\.?m\b                                       # 2 a.m.
    | \b\d+\ (?:CFR|U\.S\.C\.)\ [\d.]+\w*(?:\(\w+\))*                        # 42 CFR 424.22
    """,
    re.IGNORECASE | re.VERBOSE,
)
CLAIM = re.compile(
    r"""
    \d | \bper\ ?cent\b
    | \b(?:half|one[-\ ]third|two[-\ ]thirds|an?\ (?:third|quarter)|most|majority)\ of\ (?:patients|people|adults|all)\b
    | \b(?:stud(?:y|ies)|research|evidence|trials?|data|guidelines?)\ (?:shows?|suggests?|finds?|found|recommends?)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
QUESTION = re.compile(r"[^.!?]*\?")
NO_CLAIMS = frozenset({"figure", "slug", "code", "lcd", "words", "they_say", "title"})
LEFT_OUT = (
    ("observance",),
    ("codes", "examples"),
    ("codes", "family"),
    ("practice", "role_play"),
    ("handouts", "patient", "tool"),
    ("review",),
)


def check(program: Program) -> Iterator[Problem]:
    """Texts with a claim in numbers and no citation."""
    for week in program.weeks:
        for path, found in claims(week):
            message = f"“{found}” is a claim without its source"
            hint = "cite the source that was read for it, [@source-id], or say it without the number"
            yield Problem(week.at(*path), RULE, message, hint)


def claims(week: Written) -> Iterator[tuple[Path, str]]:
    """Path and words of each uncited claim."""
    for path, text in week.texts:
        if not CLAIM.search(text) or _left_out(path) or cited(text):
            continue  # most texts hold no number: the costly part is for those that do
        if match := CLAIM.search(NAMES.sub(" ", QUESTION.sub(" ", spoken(text)))):
            yield path, match.string[max(0, match.start() - 12) : match.end() + 16].strip()


def _left_out(path: Path) -> bool:
    if path[-1] in NO_CLAIMS or "choices" in path:
        return True
    return any(path[: len(prefix)] == prefix for prefix in LEFT_OUT)
