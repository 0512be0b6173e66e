"""A PDGM clinical group is the one that CMS's grouper table gives, wherever that table is at hand.

Without the table a group stays `published` or `believed`, and page and sheet say so.
"""

from collections.abc import Iterator

from builder.problem import Problem
from builder.read import Program
from builder.reference import pdgm

RULE = "groups-match-cms"


def check(program: Program) -> Iterator[Problem]:
    """Weeks whose group differs from that of an example code."""
    table = pdgm.supplied(program.root)
    for week in program.weeks if table else ():
        codes = week.record.codes
        for example in codes.examples:
            row = table.find(example.code)
            if row and row.group != (codes.pdgm.group and codes.pdgm.group.value):
                said = codes.pdgm.group or "no group"
                message = f"CMS puts {example.code} into {row.group or 'no group'} ({table.release}), not {said}"
                yield Problem(week.at("codes", "pdgm"), RULE, message, "write the group that CMS gives")
