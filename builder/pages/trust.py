"""The page on trust: who signed which week, what software could see in each patient sheet, what only a person can."""

from dataclasses import dataclass

from builder.checks.patient_words_are_plain import figures, patient_texts
from builder.edition import Edition, EditionWeek
from builder.model.citation import cited
from builder.model.walk import texts
from builder.pages import dates
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.year import Row, row
from builder.reference.reading import Reading

STANDINGS = {
    "reviewed": "Signed by a clinician; the content is as it was signed.",
    "stale": "Signed, but the content changed since.",
    "expired": "Signed, but the day to read it again has passed.",
    "draft": "No clinician has signed it yet.",
}
"""In this order, with what each means."""

FOR_PEOPLE = (1, 2, 3, 4, 6, 7, 9, 10, 12, 15, 16, 17, 18, 19, 24, 25, 26)
"""Items of the PEMAT-P that only a reader can judge, by AHRQ's numbers."""


@dataclass(frozen=True)
class Looked:
    """A written week, and what software could see."""

    row: Row
    standing: str
    signed: str
    reading: Reading
    smog: str
    passive: str
    sources: int
    primary: int
    items: tuple[bool, ...]
    """One for each of ITEMS."""


def trust(edition: Edition) -> str:
    """The Markdown of the page."""
    weeks = [_looked(at, edition) for at in edition.written]
    counts = [(name, sum(each.standing == name for each in weeks), says) for name, says in STANDINGS.items()]
    return render(
        "trust.md.j2",
        front("What is checked", "Who signed which week, and what software could see."),
        edition.sources,
        weeks=weeks,
        counts=counts,
        announced=len(edition.weeks) - len(weeks),
        items=[name for name, _ in ITEMS],
        for_people=", ".join(map(str, FOR_PEOPLE)),
    )


def _looked(at: EditionWeek, edition: Edition) -> Looked:
    found = figures(at.week)
    used = {edition.sources[id_] for _, text in texts(at.week) for id_ in cited(text) if id_ in edition.sources}
    return Looked(
        row=row(at),
        standing=at.standing,
        signed=_signed(at),
        reading=found,
        smog=f"{found.smog:.1f}",
        passive=f"{found.passive:.0%}",
        sources=len(used),
        primary=sum(source.primary for source in used),
        items=tuple(sees(at, found) for _, sees in ITEMS),
    )


def _signed(at: EditionWeek) -> str:
    review = at.week.review
    if review.status == "draft":
        return f"to be read again by {dates.long(review.review_by)}"
    return f"{review.by}, {review.credential}, {dates.long(review.on)}, until {dates.long(review.review_by)}"


def _says_you(at: EditionWeek) -> bool:
    words = " ".join(text for _, text in patient_texts(at.week)).lower().split()
    return any(word.strip(".,") in {"you", "your"} for word in words)


ITEMS = (
    ("5 active voice", lambda at, found: found.passive <= 0.1),
    ("8 short sections", lambda at, found: len(at.week.handouts.patient.do_today) <= 5),
    ("11 a summary", lambda at, found: bool(at.week.handouts.patient.summary)),
    ("20 an action", lambda at, found: bool(at.week.handouts.patient.do_today)),
    ("21 says “you”", lambda at, found: _says_you(at)),
    ("22 steps", lambda at, found: len(at.week.handouts.patient.do_today) >= 3),
    ("23 a tool to use", lambda at, found: bool(at.week.handouts.patient.tool.title)),
)
"""Items of the PEMAT-P that software can see, by AHRQ's numbers, in our words."""
