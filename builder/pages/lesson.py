"""A week's page: what stands where is the template's affair; what it says is decided here."""

from dataclasses import dataclass

from builder.edition import Edition, EditionWeek
from builder.pages import dates
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.markdown import Ready
from builder.pages.sheets import sheets


@dataclass(frozen=True)
class Status:
    """How far a week may be trusted."""

    kind: str
    mark: str
    says: str


@dataclass(frozen=True)
class Coded:
    """A code with its official title, where we have it."""

    code: str
    title: str
    says: str


def path(at: EditionWeek) -> Ready:
    """`weeks/05-heart-failure.md`."""
    return Ready(f"weeks/{at.key}.md")


def lesson(at: EditionWeek, edition: Edition) -> str:
    """The Markdown of a written week."""
    week, base = at.week, Ready("../")
    return render(
        "week.md.j2",
        front(
            f"Week {at.number}: {week.short_title}",
            week.call.talking_points[0].say,
            search={"boost": 2},
            tags=_searched(at),
        ),
        edition.sources,
        f"{at.key}/sources.md",
        at=at,
        base=base,
        week=week,
        status=status(at),
        message=week.call.talking_points[0],
        sheets=sheets(at),
        also_called=", ".join(week.diagnosis.also_called),
        examples=[_coded(each.code, each.when, edition) for each in week.codes.examples],
        not_primary=[_coded(each.code, each.why, edition) for each in week.codes.not_primary],
        group=group(at),
        release=edition.release,
        programs=[program.label for program in week.programs],
        questions=len(week.practice.quiz),
    )


def status(at: EditionWeek) -> Status:
    """What the page says about who has read it, and whether that still holds."""
    review = at.week.review
    if at.standing == "draft":
        return Status("draft", "Draft.", "No clinician has signed this week yet; check before you rely on it.")
    signed = f"{review.by}, {review.credential}, on {dates.long(review.on)}"
    again = dates.long(review.review_by)
    return {
        "reviewed": Status("reviewed", "Reviewed.", f"Signed by {signed}; to be read again by {again}."),
        "stale": Status("stale", "Changed since it was signed.", f"{signed}, signed an earlier text; check it."),
        "expired": Status("expired", "Due to be read again.", f"Signed by {signed}; that was good until {again}."),
    }[at.standing]


@dataclass(frozen=True)
class Group:
    """A clinical group never stands without how sure it is."""

    name: str
    status: str


def group(at: EditionWeek) -> Group:
    """The group of a week's codes as a reader may take it."""
    pdgm = at.week.codes.pdgm
    name = f"{pdgm.group.value}: {pdgm.group.label}" if pdgm.group else "No group named here"
    return Group(name, at.group_status)


def _searched(at: EditionWeek) -> list[str]:
    """What somebody may type who looks for this week: every name of it, and its codes. The search puts these first."""
    known, codes = at.week.diagnosis, at.week.codes.examples
    return [known.name, known.plain_name, *known.also_called, *(each.code for each in codes)]


def _coded(code: str, says: str, edition: Edition) -> Coded:
    return Coded(code, edition.code_titles.get(code, ""), says)
