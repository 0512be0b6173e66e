"""Where a week's four sheets lie, in which styles, and what each is for. The sheets themselves are made elsewhere."""

from dataclasses import dataclass

from builder.edition import OUTSIDE, EditionWeek
from builder.pages.markdown import Ready

KINDS = (
    ("referral", "Referral sheet", "For clinicians"),
    ("patient", "Patient sheet", "For patients and families"),
    ("call-sheet", "Call sheet", "For the liaison; internal"),
    ("huddle", "Huddle sheet", "For the manager; internal"),
)
"""Kind, name, and who gets it."""

STYLES = (("gray", "Gray"), ("large", "Large print"))
"""Beside color. Only sheets that leave the agency are made in large print."""


@dataclass(frozen=True)
class SheetLink:
    """A sheet as a page shows it: a preview that opens the PDF. Paths count from the root of the site."""

    kind: str
    label: str
    use: str
    about: str
    pdf: Ready
    png: Ready
    styles: tuple[tuple[str, Ready], ...]
    """Name and PDF of its other styles."""

    @property
    def files(self) -> tuple[str, ...]:
        """Every file of it. Gray has no preview of its own: a page shows the color one without its colors."""
        pdfs = (self.pdf, *(pdf for _, pdf in self.styles))
        return (*pdfs, *(pdf.replace(".pdf", ".png") for pdf in pdfs if not pdf.endswith("-gray.pdf")))


def sheets(at: EditionWeek) -> tuple[SheetLink, ...]:
    """The four sheets of a written week."""
    return tuple(_sheet(at, *kind) for kind in KINDS)


def _sheet(at: EditionWeek, kind: str, label: str, use: str) -> SheetLink:
    stem = f"handouts/{at.key}/{kind}"
    styles = tuple(
        (name, Ready(f"{stem}-{style}.pdf")) for style, name in STYLES if style != "large" or kind in OUTSIDE
    )
    return SheetLink(kind, label, use, at.week.short_title, Ready(f"{stem}.pdf"), Ready(f"{stem}.png"), styles)
