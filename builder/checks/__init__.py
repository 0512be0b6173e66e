"""Rules about content. One rule, one file: its docstring is its manual, its name the truth that it checks.

A check is a module with `RULE`, a function `check(program)` that yields problems, and one change to a good week that
FAILS and one that PASSES. To add one, write the file and name it in the table.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from builder.checks import (
    citations_resolve,
    claims_are_careful,
    codes_are_billable,
    codes_may_stand_first,
    groups_match_cms,
    guidelines_are_current,
    numbers_are_cited,
    observances_fall_in_their_week,
    patient_words_are_plain,
    questions_are_open,
    reviews_are_current,
    statistics_are_fresh,
    texts_are_not_repeated,
    texts_are_not_stubs,
    words_are_spelled,
)
from builder.problem import Problem
from builder.read import Program, apply, read_program

CHECKS = (
    codes_are_billable,
    codes_may_stand_first,
    groups_match_cms,
    guidelines_are_current,
    citations_resolve,
    numbers_are_cited,
    statistics_are_fresh,
    claims_are_careful,
    patient_words_are_plain,
    questions_are_open,
    observances_fall_in_their_week,
    texts_are_not_repeated,
    texts_are_not_stubs,
    words_are_spelled,
    reviews_are_current,
)


ACROSS = (citations_resolve, texts_are_not_repeated)
"""Those that need all weeks at once. Any other says of a week the same, whatever stands in the others."""

OneByOne = Callable[[Program], Iterator[Problem]]
"""What the checks that look at one week at a time find in all weeks; each problem once."""


def inspect(root: Path) -> tuple[Program | None, tuple[Problem, ...]]:
    """The program under `root`, and every problem that reading or a check found and no waiver excuses, sorted."""
    program, problems = read_program(root)
    return program, examine(program, problems) if program else problems


def examine(program: Program, problems: tuple[Problem, ...], one_by_one: OneByOne | None = None) -> tuple[Problem, ...]:
    """What reading found and what the checks find, less what a waiver excuses, sorted."""
    waivers = [waiver for written in program.written for waiver in written.waivers]
    across = (problem for module in ACROSS for problem in module.check(program))
    found = (*problems, *across, *(one_by_one or alone)(program))
    return apply(found, waivers, [module.RULE for module in CHECKS])


def alone(program: Program) -> Iterator[Problem]:
    """What the checks that look at one week at a time find."""
    return (problem for module in CHECKS if module not in ACROSS for problem in module.check(program))


def split(program: Program) -> tuple[Program, ...]:
    """A program for each week, with that week only: what `alone` finds in them all, it finds in the whole."""
    return tuple(replace(program, weeks=(week,)) for week in program.weeks)
