"""The program as one subscriber sees it: dated, branded, decided once. Nothing later asks which agency this is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from builder.model import Plan, Reference, Subscriber, Topic, Week
from builder.model.signature import Standing, standing
from builder.model.vocabulary import ReferralSource
from builder.read import Drawing, Program
from builder.reference import icd10cm, pdgm

WEEKS = 52
QUARTER = 13
KINDS = ("referral", "patient", "call-sheet", "huddle")
"""Of sheets, in the order in which a pack holds them."""
OUTSIDE = KINDS[:2]
"""Those that leave the agency."""
FIRST_VISIT = 3
"""Weeks in a pack for a first visit: more would not be read."""


@dataclass(frozen=True)
class EditionWeek:
    """One of the 52, in its place in the subscriber's year. `week` is None while it is only announced."""

    monday: date
    topic: Topic
    week: Week | None
    standing: Standing = "draft"
    """Of its review, on the day the program was published: no build depends on the clock."""
    grouper: str | None = None
    """Release of CMS's grouper table that its clinical group was held against; None without the table."""

    @property
    def number(self) -> int:
        """The program's number, 1 to 52: tied to the season, whenever the subscriber began."""
        return self.topic.week

    @property
    def key(self) -> str:
        """`05-heart-failure`."""
        return f"{self.number:02d}-{(self.week or self.topic).slug}"

    @property
    def title(self) -> str:
        """The written week's title, else the topic's."""
        return (self.week or self.topic).title

    @property
    def group_status(self) -> str:
        """How sure the clinical group of a written week is, in words."""
        if self.grouper:
            return f"as in CMS's grouper table, {self.grouper}"
        return self.week.codes.pdgm.status.label

    @property
    def observance(self) -> str | None:
        """The observance's name, if it falls in these seven days."""
        named = (self.week or self.topic).observance
        return named.name if named and named.touches(self.monday) else None


@dataclass(frozen=True, eq=False)
class Pack:
    """Sheets to print together, in one file."""

    name: str
    title: str
    weeks: tuple[EditionWeek, ...]
    kinds: tuple[str, ...] = KINDS
    cover: bool = False
    """Whether it begins with a page that says what to print on what."""
    sign_off: bool = False
    """Whether it ends with the huddle's sign-off sheet."""

    @property
    def path(self) -> str:
        """Where it lies in the site."""
        return f"handouts/packs/{self.name}.pdf"


@dataclass(frozen=True, eq=False)
class Edition:
    """Everything that pages, sheets and outputs are made from. `weeks` are in the order of the subscriber's year.

    Two editions are never compared field by field: each is itself, so that what is made of it can be kept by it.
    """

    plan: Plan
    subscriber: Subscriber
    weeks: tuple[EditionWeek, ...]
    sources: Mapping[str, Reference]
    code_titles: Mapping[str, str]
    """Official title of every code that a written week names."""
    release: str = "FY2026"
    """Of ICD-10-CM; it stands beside every code."""
    logo: Drawing | None = None
    """The subscriber's, ready to be set."""

    @property
    def written(self) -> tuple[EditionWeek, ...]:
        """The weeks that have their file."""
        return _written(self.weeks)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """Sheets to print together: a week, a quarter, the year by kind, a first visit by referral source."""
        return (*map(_of_week, self.written), *_quarters(self), *_booklets(self), *_first_visits(self))


def edition(program: Program, subscriber: Subscriber, logo: Drawing | None = None) -> Edition:
    """Join the program with one subscriber."""
    written = {each.record.week: each.record for each in program.weeks}
    table = _grouper(program)
    return Edition(
        plan=program.plan,
        subscriber=subscriber,
        weeks=tuple(
            _placed(monday, topic, written.get(topic.week), program.plan.published, table)
            for monday, topic in _year(program.plan, subscriber)
        ),
        sources={source.id: source for source in program.sources.record.sources},
        code_titles={code: entry.title for code in _codes(written.values()) if (entry := icd10cm.find(code))},
        release=icd10cm.release().name,
        logo=logo,
    )


def _of_week(at: EditionWeek) -> Pack:
    return Pack(f"week-{at.number:02d}", f"Week {at.number}: {at.week.short_title}", (at,), cover=True, sign_off=True)


def _quarters(edition: Edition) -> Iterator[Pack]:
    for quarter in range(WEEKS // QUARTER):
        if weeks := _written(edition.weeks[QUARTER * quarter : QUARTER * (quarter + 1)]):
            yield Pack(f"quarter-{quarter + 1}", f"Quarter {quarter + 1}", weeks, OUTSIDE, cover=True)


def _booklets(edition: Edition) -> Iterator[Pack]:
    for kind in KINDS if edition.written else ():
        name = kind.replace("-", " ").removesuffix(" sheet")
        yield Pack(f"year-{kind}", f"The year: {name} sheets", edition.written, (kind,))


def _first_visits(edition: Edition) -> Iterator[Pack]:
    """For each referral source the weeks that name it, those that name it first in front."""
    for source in ReferralSource:
        named = [
            (types.index(source), count, at)
            for count, at in enumerate(edition.written)
            if source in (types := [each.type for each in at.week.sources_of_referral])
        ]
        if named:
            weeks = tuple(at for *_, at in sorted(named, key=lambda each: each[:2])[:FIRST_VISIT])
            name = f"first-visit-{source.slug}"
            yield Pack(name, f"First visit: {source.label}", weeks, OUTSIDE, cover=True)


def _written(weeks: Iterable[EditionWeek]) -> tuple[EditionWeek, ...]:
    return tuple(at for at in weeks if at.week)


def _placed(monday: date, topic: Topic, week: Week | None, published: date, table: str | None) -> EditionWeek:
    return EditionWeek(monday, topic, week, standing(week, published) if week else "draft", table)


def _grouper(program: Program) -> str | None:
    """Release of CMS's table, if the user supplied it. That the groups agree with it is a check's business."""
    try:
        table = pdgm.supplied(program.root)
    except pdgm.NotTheTable:
        return None
    return table and table.release


def _year(plan: Plan, subscriber: Subscriber) -> list[tuple[date, Topic]]:
    """52 Mondays and their topics. A late starter enters the ring where the season is, so observances stay true."""
    start = subscriber.start or plan.start
    entry = (start.isocalendar().week - plan.start.isocalendar().week) % WEEKS
    return [(start + timedelta(weeks=n), plan.topics[(entry + n) % WEEKS]) for n in range(WEEKS)]


def _codes(weeks) -> set[str]:
    return {named.code for week in weeks for named in (*week.codes.examples, *week.codes.not_primary)}
