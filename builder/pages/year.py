"""The year as a list: home and calendar. An announced week is a row without a link."""

from dataclasses import dataclass

from builder.edition import Edition, EditionWeek
from builder.model.vocabulary import LineOfBusiness, ReferralSource
from builder.pages import dates
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.lesson import path
from builder.pages.markdown import Ready

WEEKS_A_QUARTER = 13


@dataclass(frozen=True)
class Row:
    """One week as the lists show it. `path` is empty while the week is only announced."""

    at: EditionWeek
    title: str
    short_title: str
    path: Ready
    lines: tuple[LineOfBusiness, ...]
    message: str
    review: str
    whom: Ready = Ready("")
    """`cardiology=Cardiology practice|...`: the week's referral sources, for the script of the home page."""

    @property
    def monday(self) -> Ready:
        """2027-02-01."""
        return Ready(self.at.monday.isoformat())


@dataclass(frozen=True)
class Quarter:
    """Thirteen weeks of the subscriber's year."""

    number: int
    name: str
    span: str
    rows: tuple[Row, ...]


def row(at: EditionWeek) -> Row:
    """The week as a row."""
    week = at.week
    return Row(
        at=at,
        title=at.title,
        short_title=week.short_title if week else at.title,
        path=path(at) if week else Ready(""),
        lines=(week or at.topic).lines,
        message=week.call.talking_points[0].say if week else "",
        review=at.standing if week else "announced",
        whom=Ready("|".join(_whom(each.type) for each in week.sources_of_referral)) if week else Ready(""),
    )


def _whom(source: ReferralSource) -> str:
    return f"{source.slug}={source.label}"


def quarters(edition: Edition) -> tuple[Quarter, ...]:
    """The year in four, in the subscriber's order."""
    return tuple(
        _quarter(number, edition.weeks[start : start + WEEKS_A_QUARTER])
        for number, start in enumerate(range(0, len(edition.weeks), WEEKS_A_QUARTER), 1)
    )


def _quarter(number: int, weeks: tuple[EditionWeek, ...]) -> Quarter:
    first, last = weeks[0].monday, weeks[-1].monday
    months = dict.fromkeys(f"{dates.MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return Quarter(number, f"Quarter {number}", " to ".join(months), tuple(row(at) for at in weeks))


def home(edition: Edition) -> str:
    """The first page."""
    plan = edition.plan
    return render(
        "home.md.j2",
        front(plan.title, plan.tagline, hide=("navigation", "toc")),
        edition.sources,
        plan=plan,
        agency=edition.subscriber.meta.name,
        quarters=quarters(edition),
        written=len(edition.written),
        total=len(edition.weeks),
    )


def calendar(edition: Edition) -> str:
    """Every week with its Monday, observance and lines of business, by quarter."""
    return render(
        "calendar.md.j2",
        front("The year", "Every week of the program with its Monday, by quarter."),
        edition.sources,
        quarters=quarters(edition),
        written=len(edition.written),
        total=len(edition.weeks),
    )
