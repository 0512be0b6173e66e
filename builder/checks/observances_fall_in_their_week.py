"""An observance touches the seven days of its week in the program's own year.

A liaison who mentions Heart Month in March has not read the calendar, and the practice has.
"""

from collections.abc import Iterator
from datetime import timedelta

from builder.model.observance import Observance
from builder.problem import Place, Problem
from builder.read import Program

RULE = "observances-fall-in-their-week"
FAILS = {("observance",): {"name": "American Heart Month", "when": "July"}}
PASSES = {("observance",): {"name": "American Heart Month", "when": "February"}}


def check(program: Program) -> Iterator[Problem]:
    """Written weeks first, then the topics that are only announced."""
    for week in program.weeks:
        yield from _observance(program, week.record, week.at("observance", "when"))
    written = {week.record.week for week in program.weeks}
    for index, topic in enumerate(program.plan.topics):
        if topic.week not in written:
            yield from _observance(program, topic, program.announced.at("topics", index, "observance", "when"))


def _observance(program: Program, week, place: Place) -> Iterator[Problem]:
    monday = program.plan.start + timedelta(weeks=week.week - 1)
    named: Observance | None = week.observance
    if named and not named.touches(monday):
        message = f"{named.name} ({named.when}) does not fall in week {week.week}, which begins {monday:%-d %B %Y}"
        yield Problem(place, RULE, message, "move it to the week it falls in, or leave it out")
