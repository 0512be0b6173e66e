"""A PDGM clinical group is the one that CMS's grouper table gives, wherever that table is at hand.

CMS publishes it as `Diagnosis_Codes.txt` in the Home Health Grouper download; put it at
`reference/Diagnosis_Codes.txt`. Without it a group stays `published` or `believed`, page and sheet say so, and this
check says in one note that the table is absent.
"""

from collections.abc import Iterator

from builder.problem import Place, Problem
from builder.read import Program, Written
from builder.reference import pdgm

RULE = "groups-match-cms"


def check(program: Program) -> Iterator[Problem]:
    """Weeks whose group differs from that of an example code; a note when there is no table to hold them against."""
    place = Place(pdgm.SUPPLIED)
    try:
        table = pdgm.supplied(program.root)
    except pdgm.NotTheTable as other:
        yield Problem(place, RULE, f"this is not CMS's table: {other}", "take Diagnosis_Codes.txt as CMS publishes it")
        return
    if not table:
        message = "CMS's grouper table is absent, so clinical groups are not checked against it"
        yield Problem(place, RULE, message, "put Diagnosis_Codes.txt from CMS's Home Health Grouper there", "note")
    for week in program.weeks if table else ():
        yield from _group(week, table)


def _group(week: Written, table: pdgm.Grouper) -> Iterator[Problem]:
    said = week.record.codes.pdgm.group
    for example in week.record.codes.examples:
        row = table.find(example.code)
        if row and row.group != said:
            given = row.group or "no group"
            message = f"CMS puts {example.code} into {given} ({table.release}), not {said or 'no group'}"
            yield Problem(week.at("codes", "pdgm"), RULE, message, "write the group that CMS gives")
