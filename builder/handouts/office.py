"""Pages that the agency prints for itself: the cover of a pack, and the sign-off sheet of a huddle."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.edition import Edition, EditionWeek, Pack
from builder.handouts.frame import office, spelled
from builder.handouts.passage import printed
from builder.handouts.sheets import KINDS, Sheet
from builder.handouts.style import STYLES

PAPER = {
    "referral": "White, heavier than copier paper; one side",
    "patient": "White, heavier than copier paper; one side, so that it can hang on a refrigerator",
    "call-sheet": "Copier paper, gray is enough; stays inside the agency",
    "huddle": "Copier paper, gray is enough; stays inside the agency",
}
ADVICE = (
    'Print at actual size (100%), on US Letter. "Fit to page" makes the type smaller than it was measured.',
    "Look at the first copy before you print the rest: colors, phone number, the week.",
    "A sheet marked as a draft has not been reviewed by a clinician. Don't hand it out before it is.",
    "Recycle older copies. Version and date stand at the foot of every sheet.",
)


def cover(edition: Edition, pack: Pack, inside: Sequence[Sheet], copies: int = 1) -> dict:
    """What to print on what, in page numbers of the pack."""
    return {
        "kind": "cover",
        "title": f"{pack.title}: what to print on what",
        "heading": printed(pack.title),
        "lines": [_amount(inside, copies)],
        "parts": list(_parts(inside, copies)),
        "advice": ADVICE,
        "colophon": _colophon(edition),
        **office(edition, "color"),
    }


def sign_off(edition: Edition, at: EditionWeek) -> dict:
    """Who was at the huddle of a week."""
    return {
        "kind": "sign-off",
        "title": f"Huddle sign-off, week {at.number}",
        "heading": printed(f"Huddle sign-off, week {at.number}: {at.week.short_title}"),
        "lines": [f"Week of {spelled(at.monday)}. Internal: keep it with your training records."],
        "colophon": _colophon(edition),
        **office(edition, "color"),
    }


def source(data: dict, design: str) -> bytes:
    """What the typesetter gets."""
    return json.dumps({"design": design, "sheet": data}, ensure_ascii=False, separators=(",", ":")).encode()


def _amount(inside: Sequence[Sheet], copies: int) -> str:
    sheets = f"{len(inside)} sheet{'s' * (len(inside) > 1)}"
    return f"{sheets}, {copies} copies of each, sorted into sets." if copies > 1 else f"{sheets}, one copy of each."


def _parts(inside: Sequence[Sheet], copies: int) -> Iterator[list[str]]:
    """Rows of the cover's table. The cover is page 1; large print has pages that nobody counted yet."""
    page = 2
    for kind, of_kind in groupby(inside, key=lambda sheet: sheet.kind):
        sheets = list(of_kind)
        weeks = list(dict.fromkeys(sheet.data["week"] for sheet in sheets))
        last = page + len(sheets) * copies - 1
        large = any(sheet.style == "large" for sheet in inside)
        style = "" if sheets[0].style == "color" else f", {STYLES[sheets[0].style].name.lower()}"
        yield [
            "see bookmarks" if large else str(page) if page == last else f"{page} to {last}",
            KINDS[kind].name.capitalize() + style,
            _spans(weeks),
            str(copies),
            PAPER[kind],
        ]
        page = last + 1


def _spans(weeks: Sequence[int]) -> str:
    """5, 6, 7, 9 -> "5-7, 9"."""
    runs = [[week for _, week in run] for _, run in groupby(enumerate(weeks), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}\N{EN DASH}{run[-1]}" for run in runs)


def _colophon(edition: Edition) -> str:
    plan = edition.plan
    return printed(f"{plan.title} \N{MIDDLE DOT} Version {plan.version} \N{MIDDLE DOT} {spelled(plan.published)}")
