"""A hospice guideline is an LCD in force, under the contractor that issued it; retired numbers appear nowhere.

LCDs differ by contractor and are revised; pages all over the web still print numbers retired years ago. A physician who
looks one up and finds it gone stops listening.
"""

import re
from collections.abc import Iterator

from builder.problem import Problem
from builder.read import Program, Written
from builder.reference.hospice import guidelines

RULE = "guidelines-are-current"
FAILS = {("call", "next_step"): "On Friday, bring what LCD L25678 says."}
PASSES = {("call", "next_step"): "On Friday, bring what LCD L34538 says."}

NUMBER = re.compile(r"\bL\d{5}\b")


def check(program: Program) -> Iterator[Problem]:
    """Each `guideline` entry, then every LCD number in any text."""
    for week in program.weeks:
        if week.record.care.hospice:
            yield from _guideline(week)
        for path, text in week.texts:
            if path[-1] != "lcd":
                yield from _numbers(week, path, text)


def _guideline(week: Written) -> Iterator[Problem]:
    for index, entry in enumerate(week.record.care.hospice.guideline):
        path = ("care", "hospice", "guideline", index, "lcd")
        known = guidelines().lcds.get(entry.lcd)
        if not known:
            yield from _unknown(week, path, entry.lcd)
        elif known.contractor is not entry.contractor:
            message = f"{entry.lcd} is from {known.contractor.label}, not {entry.contractor.label}"
            yield Problem(week.at(*path), RULE, message, f"write contractor: {known.contractor}")


def _numbers(week: Written, path: tuple, text: str) -> Iterator[Problem]:
    for number in dict.fromkeys(NUMBER.findall(text)):
        if number not in guidelines().lcds:
            yield from _unknown(week, path, number)


def _unknown(week: Written, path: tuple, number: str) -> Iterator[Problem]:
    state = "is retired" if number in guidelines().retired else "is no hospice LCD that we know"
    known = ", ".join(sorted(guidelines().lcds))
    yield Problem(week.at(*path), RULE, f"{number} {state}", f"in force and known: {known}")
