"""Dates as American readers write them, whatever the machine's locale."""

from datetime import date, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long(day: date) -> str:
    """February 1, 2027."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def short(day: date) -> str:
    """Feb 1."""
    return f"{MONTHS[day.month - 1][:3]} {day.day}"


def week_of(monday: date) -> str:
    """Feb 1 to 7, 2027; with both months or years where they differ."""
    sunday = monday + timedelta(days=6)
    first = f"{short(monday)}, {monday.year}" if monday.year != sunday.year else short(monday)
    last = f"{sunday.day}" if monday.month == sunday.month else short(sunday)
    return f"{first} to {last}, {sunday.year}"
