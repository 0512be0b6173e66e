"""A statistic's data are younger than six years, counted from the program's publication, and the statistic is cited.

"One in four" was true of some year. A number without its year can't be defended, an old one invites correction.
"""

from collections.abc import Iterator

from builder.model.citation import cited
from builder.problem import Problem
from builder.read import Program

RULE = "statistics-are-fresh"
FAILS = {("diagnosis", "numbers"): [{"figure": "1 in 4", "meaning": "One in four. [@example-rule]", "data_year": 2012}]}
PASSES = {
    ("diagnosis", "numbers"): [{"figure": "1 in 4", "meaning": "One in four. [@example-rule]", "data_year": 2024}]
}

YEARS = 6


def check(program: Program) -> Iterator[Problem]:
    """Figures that are too old, or carry no source."""
    year = program.plan.published.year
    for week in program.weeks:
        for index, number in enumerate(week.record.diagnosis.numbers):
            path = ("diagnosis", "numbers", index)
            if year - number.data_year >= YEARS:
                message = f"the data are of {number.data_year}, {year - number.data_year} years before this version"
                hint = "find newer data, or waive it with the reason why the old ones still hold"
                yield Problem(week.at(*path, "data_year"), RULE, message, hint)
            if not cited(number.meaning):
                message = f"the figure “{number.figure}” has no source"
                yield Problem(week.at(*path, "meaning"), RULE, message, "cite it: [@source-id]")
