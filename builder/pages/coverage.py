"""The coverage map: 52 weeks against clinical groups, lines of business, hospital programs and referral sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.edition import Edition, EditionWeek
from builder.model.vocabulary import ClinicalGroup, HospitalProgram, LineOfBusiness, ReferralSource
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.year import Row, row

READMISSION = tuple(word for word in HospitalProgram if word.name.startswith("HRRP"))


@dataclass(frozen=True)
class Mapped:
    """One week across the map."""

    row: Row
    lines: tuple[str, ...]
    """One mark for each line of business: leads, shares or nothing."""
    group: str
    programs: tuple[str, ...]
    sources: int


@dataclass(frozen=True)
class Tally:
    """Something that the year should reach, and the weeks that reach it."""

    name: str
    weeks: tuple[Row, ...]


def coverage(edition: Edition) -> str:
    """The Markdown of the coverage page."""
    return render(
        "coverage.md.j2",
        front("Coverage", "What the year reaches, and where it has gaps."),
        edition.sources,
        lines=[line.label for line in LineOfBusiness],
        weeks=[_mapped(at) for at in edition.weeks],
        tallies=[(name, tally(edition)) for name, tally in TALLIES],
    )


def _mapped(at: EditionWeek) -> Mapped:
    lines = (at.week or at.topic).lines
    group = at.week.codes.pdgm.group if at.week else at.topic.group
    return Mapped(
        row=row(at),
        lines=tuple("leads" if line is lines[0] else "shares" if line in lines else "" for line in LineOfBusiness),
        group=group.value if group else "",
        programs=tuple(program.label for program in (at.week or at.topic).programs),
        sources=len(_sources(at)),
    )


def _sources(at: EditionWeek) -> set[ReferralSource]:
    return {source.type for source in at.week.sources_of_referral} if at.week else set(at.topic.sources)


def _leading(edition: Edition) -> list[Tally]:
    rows = [row(at) for at in edition.weeks]
    return [Tally(line.label, tuple(each for each in rows if each.lines[0] is line)) for line in LineOfBusiness]


def _groups(edition: Edition) -> list[Tally]:
    return [
        _tally(f"{group.value}: {group.label}", edition, lambda at, group=group: _mapped(at).group == group.value)
        for group in ClinicalGroup
    ]


def _readmissions(edition: Edition) -> list[Tally]:
    return [
        _tally(program.label, edition, lambda at, program=program: program in (at.week or at.topic).programs)
        for program in READMISSION
    ]


def _referrers(edition: Edition) -> list[Tally]:
    return [
        _tally(source.label, edition, lambda at, source=source: source in _sources(at)) for source in ReferralSource
    ]


def _tally(name: str, edition: Edition, reaches) -> Tally:
    found: Iterable[EditionWeek] = (at for at in edition.weeks if reaches(at))
    return Tally(name, tuple(row(at) for at in found))


TALLIES = (
    ("Line of business that leads", _leading),
    ("PDGM clinical group, as far as believed", _groups),
    ("Hospital readmission measure", _readmissions),
    ("Referral source", _referrers),
)
"""What is counted, and how."""
