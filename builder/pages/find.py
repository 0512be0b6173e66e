"""Four ways to find a week: by diagnosis, by referral source, by line of business, by PDGM clinical group.

Each referral source has a page of its own, with the week's question for it: that is read in its car park.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.edition import Edition, EditionWeek
from builder.model.vocabulary import ClinicalGroup, LineOfBusiness, ReferralSource
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.lesson import group
from builder.pages.markdown import Ready
from builder.pages.year import Row, row

ANNOUNCED_GROUP = "Announced; the group is believed, not checked against the CMS table:"


@dataclass(frozen=True)
class Entry:
    """A week under one heading, with what matters there."""

    row: Row
    name: str
    note: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading of an index, with its weeks. The announced ones may stand apart, below their own line."""

    name: str
    entries: tuple[Entry, ...]
    announced: tuple[Entry, ...] = ()
    announced_as: str = "Announced, not written yet:"
    page: Ready = Ready("")
    """Its own page, if it has one."""


def parted(name: str, entries: Iterable[Entry], announced_as: str = Heading.announced_as, page: str = "") -> Heading:
    """Written weeks as entries, announced ones apart."""
    entries = tuple(entries)
    written, announced = (tuple(e for e in entries if bool(e.row.path) is there) for there in (True, False))
    return Heading(name, written, announced, announced_as, Ready(page if written else ""))


def indexes(edition: Edition) -> dict[str, str]:
    """Path -> Markdown of the four index pages."""
    return {path: _page(edition, title, path, lead, headings(edition)) for title, path, lead, headings in INDEXES}


def _page(edition: Edition, title: str, path: str, lead: str, headings: Iterable[Heading]) -> str:
    return render(
        "find.md.j2",
        front(title, lead),
        edition.sources,
        title=title,
        lead=lead,
        headings=[heading for heading in headings if heading.entries or heading.announced],
        ways=[(title, Ready(path.removeprefix("find/"))) for title, path, *_ in INDEXES],
        here=path.removeprefix("find/"),
    )


def by_diagnosis(edition: Edition) -> list[Heading]:
    """A to Z, lay words and abbreviations too."""
    entries = sorted((entry for at in edition.weeks for entry in _names(at)), key=lambda each: _sorting(each.name))
    letters = dict.fromkeys(_initial(entry.name) for entry in entries)
    return [Heading(letter, tuple(e for e in entries if _initial(e.name) == letter)) for letter in letters]


def _names(at: EditionWeek) -> list[Entry]:
    if not at.week:
        return [Entry(row(at), at.title)]
    known = at.week.diagnosis
    names = {_sorting(name): name for name in (known.name, known.plain_name, *known.also_called, at.week.short_title)}
    return [Entry(row(at), name) for name in names.values()]


def _sorting(name: str) -> str:
    return name.casefold()


def _initial(name: str) -> str:
    return name[0].upper() if name[0].isascii() and name[0].isalpha() else "#"


def by_source(edition: Edition) -> list[Heading]:
    """Each source with its weeks."""
    return [parted(each.label, _seen_by(each, edition), page=f"source/{each.slug}.md") for each in ReferralSource]


def source_pages(edition: Edition) -> dict[str, str]:
    """Path -> Markdown of the page of each source that a written week names: its questions, week by week."""
    asked = {source: _asked_at(source, edition) for source in ReferralSource}
    return {
        f"find/source/{source.slug}.md": _source_page(source, edition, asked[source])
        for source in asked
        if asked[source]
    }


def _source_page(source: ReferralSource, edition: Edition, entries: tuple[Entry, ...]) -> str:
    lead = "The question to ask there, week by week."
    return render(
        "source.md.j2",
        front(source.label, lead),
        edition.sources,
        title=source.label,
        lead=lead,
        entries=entries,
        kind=Ready(source.slug),
    )


def _asked_at(source: ReferralSource, edition: Edition) -> tuple[Entry, ...]:
    return tuple(
        Entry(row(at), at.week.short_title, each.question)
        for at in edition.written
        for each in at.week.sources_of_referral
        if each.type is source
    )


def _seen_by(source: ReferralSource, edition: Edition) -> Iterable[Entry]:
    for at in edition.weeks:
        named = {each.type for each in at.week.sources_of_referral} if at.week else set(at.topic.sources)
        if source in named:
            yield Entry(row(at), at.week.short_title if at.week else at.title)


def by_line(edition: Edition) -> list[Heading]:
    """Each line of business: the weeks it leads, then those it shares."""
    rows = [row(at) for at in edition.weeks]
    headings = []
    for line in LineOfBusiness:
        leads = [Entry(each, each.title) for each in rows if each.lines[0] is line]
        shares = [Entry(each, each.title) for each in rows if line in each.lines[1:]]
        headings += [parted(f"{line.label} leads", leads), parted(f"{line.label} has a part", shares)]
    return headings


def by_group(edition: Edition) -> list[Heading]:
    """Each of the 12 groups, and at the end the weeks for which none is named."""
    groups = [parted(f"{each.value}: {each.label}", _grouped(each, edition), ANNOUNCED_GROUP) for each in ClinicalGroup]
    return [*groups, parted("No group named", _grouped(None, edition))]


def _grouped(wanted: ClinicalGroup | None, edition: Edition) -> Iterable[Entry]:
    for at in edition.weeks:
        if at.week and at.week.codes.pdgm.group is wanted:
            yield Entry(row(at), at.title, group(at).status)
        elif not at.week and at.topic.group is wanted:
            yield Entry(row(at), at.title)


GROUP_LEAD = "A group is never a fact here: each stands with how sure it is. Your coder and the CMS table decide."
INDEXES = (
    ("By diagnosis", "find/diagnosis.md", "Every name that a diagnosis goes by.", by_diagnosis),
    ("By referral source", "find/source.md", "Who to see, and the question to ask there.", by_source),
    ("By line of business", "find/line.md", "Where each line leads, and where it has a part.", by_line),
    ("By PDGM clinical group", "find/group.md", GROUP_LEAD, by_group),
)
"""Title, path, what it is for, and how it is sorted."""
