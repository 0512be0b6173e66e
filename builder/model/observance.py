"""When an awareness month, week or day falls, in any year: a few plain phrases, worked out by the calendar."""

import calendar
import re
from datetime import date, timedelta

from pydantic import field_validator

from builder.model.record import Line, Record

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
FORMS = '"February", "16 April", "third Wednesday of November", "week of 22 September" or "last week of October"'

_DAY = re.compile(r"(\d{1,2}) ([a-z]+)")
_NTH = re.compile(r"(first|second|third|fourth|last) ([a-z]+) of ([a-z]+)")


def span(when: str, year: int) -> tuple[date, date]:
    """First and last day of `when` in `year`. ValueError for a phrase outside the few forms."""
    words = " ".join(when.lower().split())
    if words in MONTHS:
        return _month(year, MONTHS[words])
    if words.startswith("week of "):
        return _week(_day(words.removeprefix("week of "), year))
    if match := _NTH.fullmatch(words):
        return _nth(*match.groups(), year)
    day = _day(words, year)
    return day, day


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _day(words: str, year: int) -> date:
    match = _DAY.fullmatch(words)
    if not match or match[2] not in MONTHS:
        raise ValueError(f"write the time as one of {FORMS}")
    _, last = _month(year, MONTHS[match[2]])
    return last.replace(day=min(int(match[1]), last.day))  # 29 February is kept on the 28th


def _nth(order: str, day: str, month: str, year: int) -> tuple[date, date]:
    if month not in MONTHS or (day not in DAYS and day != "week"):
        raise ValueError(f"write the time as one of {FORMS}")
    first, last = _month(year, MONTHS[month])
    days = [first + timedelta(n) for n in range(last.day)]
    if day == "week":
        return _week([d for d in days if d.weekday() == 0][ORDER[order]])
    chosen = [d for d in days if d.weekday() == DAYS[day]][ORDER[order]]
    return chosen, chosen


class Observance(Record):
    """An awareness month, week or day that makes this the week to speak of it."""

    name: Line
    """As its sponsor calls it, for example American Heart Month."""
    when: Line
    """When it falls: "February", "16 April", "third Wednesday of November", "week of 22 September"."""

    @field_validator("when")
    @classmethod
    def _known_form(cls, when: str) -> str:
        span(when, 2028)
        match = _DAY.search(when.lower())
        if match and not 1 <= int(match[1]) <= calendar.monthrange(2028, MONTHS[match[2]])[1]:  # a leap year
            raise ValueError(f"there is no {match[0]}")
        return when

    def touches(self, monday: date) -> bool:
        """True if any of its days lies in the seven from `monday`."""
        sunday = monday + timedelta(days=6)
        spans = [span(self.when, year) for year in {monday.year, sunday.year}]
        return any(first <= sunday and monday <= last for first, last in spans)
