"""Example codes can stand as principal diagnosis in home health, as far as anyone here knows.

Weakness, falls and dizziness are symptoms: a claim that leads with one is returned to the provider. They belong under
`not_primary`, with what to ask for instead. CMS's own table, when supplied, decides; otherwise a short list does.
"""

from collections.abc import Iterator

from builder.problem import Problem
from builder.read import Program
from builder.reference import pdgm

RULE = "codes-may-stand-first"
FAILS = {("codes", "examples", 0, "code"): "M62.81"}
PASSES = {("codes", "examples", 0, "code"): "G72.81"}


def check(program: Program) -> Iterator[Problem]:
    """Example codes that are known not to be accepted."""
    try:
        table = pdgm.supplied(program.root)
    except pdgm.NotTheTable:
        table = None  # groups-match-cms says so
    for week in program.weeks:
        for index, example in enumerate(week.record.codes.examples):
            if objection := _objection(example.code, table):
                place = week.at("codes", "examples", index, "code")
                hint = "move it to `not_primary` and say what to ask for instead"
                yield Problem(place, RULE, f"{example.code} {objection}", hint)


def _objection(code: str, table: pdgm.Grouper | None) -> str | None:
    if table:
        row = table.find(code)
        return f"is not in CMS's grouper table ({table.release})" if not row else row.objection
    known = pdgm.not_first(code)
    return f"is not accepted as principal diagnosis in home health ({known})" if known else None
