"""What stands on each kind of sheet, in the order in which it is read."""

from dataclasses import replace

from builder.handouts.passage import tree
from builder.model import Week

DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

OBJECTIONS = 4
"""On the call sheet; the rest stand on the week's page. Authors put the likeliest first."""

QUIZ = 2
"""In a huddle of a quarter of an hour."""


def referral(week: Week) -> dict:
    """For a clinician who gives it thirty seconds."""
    sheet = _part(week, "handouts", "referral")
    return {name: sheet[name] for name in ("headline", "think_of", "chart_this", "why_now", "what_we_do")}


def patient(week: Week) -> dict:
    """For the refrigerator door. A log of the seven days is set across the page, so its days are cut to Mon, Tue ..."""
    content = _part(week, "handouts", "patient")
    rows = content["tool"].get("rows")
    if isinstance(rows, list) and all(row.text in DAYS for row in rows):
        content["tool"]["rows"] = [replace(row, text=row.text[:3]) for row in rows]
    return content


def call_sheet(week: Week) -> dict:
    """For the liaison, before and during the call."""
    call = _part(week, "call")
    return {
        "objective": call["objective"],
        "confirm": _part(week, "operations", "confirm"),
        **{name: call[name] for name in ("opener", "questions", "ask", "next_step", "talking_points")},
        "objections": call["objections"][:OBJECTIONS],
        "say": _part(week, "compliance", "say"),
        "never_say": [each["words"] for each in _part(week, "compliance", "never_say")],
    }


def huddle(week: Week) -> dict:
    """For the manager: 10 to 15 minutes, in the order in which they pass."""
    return {
        "objective": _part(week, "call", "objective"),
        "message": _part(week, "call", "talking_points", 0, "say"),
        "role_play": _part(week, "practice", "role_play"),
        "quiz": _part(week, "practice", "quiz")[:QUIZ],
        "confirm": _part(week, "operations", "confirm"),
        "coffee_question": _part(week, "operations", "coffee_question"),
    }


def _part(week: Week, *path: str | int) -> object:
    value = week
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return tree(value, path)
