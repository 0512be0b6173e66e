"""Where a week's four sheets lie and what each is for. The sheets themselves are made elsewhere."""

from dataclasses import dataclass

from builder.edition import EditionWeek
from builder.pages.markdown import Ready

KINDS = (
    ("referral", "Referral sheet", "For clinicians"),
    ("patient", "Patient sheet", "For patients and families"),
    ("call-sheet", "Call sheet", "For the liaison; internal"),
    ("huddle", "Huddle sheet", "For the manager; internal"),
)
"""Kind, name, and who gets it."""


@dataclass(frozen=True)
class SheetLink:
    """A sheet as a page shows it: a preview that opens the PDF. Paths count from the root of the site."""

    label: str
    use: str
    about: str
    pdf: Ready
    png: Ready


def sheets(at: EditionWeek) -> tuple[SheetLink, ...]:
    """The four sheets of a written week."""
    return tuple(_sheet(at, *kind) for kind in KINDS)


def _sheet(at: EditionWeek, kind: str, label: str, use: str) -> SheetLink:
    stem = f"handouts/{at.key}/{kind}"
    return SheetLink(label, use, at.week.short_title, Ready(f"{stem}.pdf"), Ready(f"{stem}.png"))
