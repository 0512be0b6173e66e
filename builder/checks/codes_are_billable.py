"""Example codes exist in ICD-10-CM and are billable; every other code that is named exists.

A liaison repeats these codes to people who code for a living. A header such as I50.2 only groups the codes below it and
is returned unpaid; a code of another year is an embarrassment. A new release of the table finds every week it breaks.
"""

from collections.abc import Iterator

from builder.problem import Problem
from builder.read import Program, Written
from builder.reference import icd10cm

RULE = "codes-are-billable"
FAILS = {("codes", "examples", 0, "code"): "I50.2"}
PASSES = {("codes", "examples", 0, "code"): "I50.22"}

SHOWN = 8
"""Billable codes that a hint names."""


def check(program: Program) -> Iterator[Problem]:
    """Problems of every written week."""
    for week in program.weeks:
        for index, example in enumerate(week.record.codes.examples):
            yield from _code(week, ("codes", "examples", index, "code"), example.code, billable=True)
        for index, trap in enumerate(week.record.codes.not_primary):
            yield from _code(week, ("codes", "not_primary", index, "code"), trap.code, billable=False)


def _code(week: Written, path: tuple, code: str, *, billable: bool) -> Iterator[Problem]:
    entry = icd10cm.find(code)
    if not entry:
        message = f"{code} is not in ICD-10-CM {icd10cm.release().name}"
        yield Problem(week.at(*path), RULE, message, _near(code))
    elif billable and not entry.billable:
        message = f"{code} ({entry.title}) is a header, not a billable code"
        yield Problem(week.at(*path), RULE, message, _children(code))


def _children(code: str) -> str:
    below = icd10cm.billable_below(code)
    more = f" and {len(below) - SHOWN} more" if len(below) > SHOWN else ""
    return "billable below it: " + ", ".join(entry.code for entry in below[:SHOWN]) + more


def _near(code: str) -> str:
    while len(code) > 3:
        code = code[:-1].rstrip(".")
        if icd10cm.find(code):
            return _children(code)
    return "look the code up by its title"
