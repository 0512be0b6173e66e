"""When awareness months, weeks and days fall: a table of phrases, and the weeks they touch."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from builder.model.observance import Observance, span

FALLS = (
    ("February", 2027, "2027-02-01", "2027-02-28"),
    ("February", 2028, "2028-02-01", "2028-02-29"),
    ("december", 2026, "2026-12-01", "2026-12-31"),
    ("16 April", 2027, "2027-04-16", "2027-04-16"),
    ("29 February", 2028, "2028-02-29", "2028-02-29"),
    ("third Wednesday of November", 2027, "2027-11-17", "2027-11-17"),
    ("third Wednesday of November", 2028, "2028-11-15", "2028-11-15"),
    ("first Friday of February", 2027, "2027-02-05", "2027-02-05"),
    ("last Thursday of November", 2026, "2026-11-26", "2026-11-26"),
    ("week of 22 September", 2027, "2027-09-20", "2027-09-26"),
    ("week of 1 January", 2027, "2026-12-28", "2027-01-03"),
    ("first week of October", 2027, "2027-10-04", "2027-10-10"),
    ("last week of October", 2027, "2027-10-25", "2027-10-31"),
    ("  Last   WEEK of october ", 2027, "2027-10-25", "2027-10-31"),
)


@pytest.mark.parametrize(("when", "year", "first", "last"), FALLS)
def test_falls_on(when, year, first, last):
    assert span(when, year) == (date.fromisoformat(first), date.fromisoformat(last))


WRONG = ("", "Febuary", "spring", "April 16", "0 May", "31 April", "30 February", "third of May", "fifth Monday of May",
         "third Someday of May", "week of May", "week of 40 May", "first week of Ramadan", "2027-02-01")  # fmt: skip


@pytest.mark.parametrize("when", WRONG)
def test_a_phrase_outside_the_forms_is_refused(when):
    with pytest.raises(ValidationError):
        Observance(name="A day", when=when)


TOUCHES = (
    ("February", "2027-02-01", True),
    ("February", "2027-03-01", False),
    ("February", "2027-01-25", False),
    ("March", "2027-03-29", True),
    ("April", "2027-03-29", True),
    ("third Wednesday of November", "2027-11-15", True),
    ("third Wednesday of November", "2027-11-22", False),
    ("1 January", "2026-12-28", True),
    ("31 December", "2026-12-28", True),
    ("week of 1 January", "2026-12-28", True),
)


@pytest.mark.parametrize(("when", "monday", "touched"), TOUCHES)
def test_touches_a_week(when, monday, touched):
    assert Observance(name="A time", when=when).touches(date.fromisoformat(monday)) is touched


orders = some.sampled_from(["first", "second", "third", "fourth", "last"])
days = some.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
months = some.sampled_from(["January", "February", "April", "June", "August", "October", "December"])
years = some.integers(2000, 2100)


@given(orders, days, months, years)
def test_a_weekday_of_a_month_is_that_weekday_in_that_month(order, day, month, year):
    first, last = span(f"{order} {day} of {month}", year)
    assert first == last
    assert (first.strftime("%A"), first.strftime("%B"), first.year) == (day, month, year)
    assert {"first": first.day <= 7, "last": (first + timedelta(7)).month != first.month}.get(order, True)


@given(orders, months, years)
def test_a_week_of_a_month_begins_there_on_a_monday(order, month, year):
    first, last = span(f"{order} week of {month}", year)
    assert (first.strftime("%A %B"), last - first) == (f"Monday {month}", timedelta(6))


@given(some.dates(date(2024, 1, 1), date(2040, 12, 31)), some.integers(0, 6))
def test_a_day_touches_the_one_week_it_is_in(day, weekday):
    monday = day - timedelta(days=day.weekday())
    if (day.month, day.day) != (2, 29):
        observed = Observance(name="A day", when=f"{day.day} {day.strftime('%B')}")
        assert observed.touches(monday)
        assert not observed.touches(monday + timedelta(7))
        assert not observed.touches(monday - timedelta(7))
