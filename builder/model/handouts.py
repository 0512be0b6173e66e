"""The text of the printed sheets that isn't in the lesson already."""

from typing import Annotated, Literal

from pydantic import Field

from builder.model.care import Work
from builder.model.record import Line, Record, Several, Some, Text

Lines = Annotated[tuple[Line, ...], Field(min_length=1)]


class ReferralSheet(Record):
    """For clinicians: one page, front, thirty seconds."""

    headline: Line
    """Which patients may need care at home; no slogan."""
    think_of: Annotated[tuple[Text, ...], Field(min_length=3, max_length=6)]
    """Triggers that can be seen in the chart or the room."""
    why_now: Text
    """Why this week, with its citation."""
    what_we_do: Annotated[tuple[Work, ...], Field(min_length=2, max_length=6)]
    chart_this: Several[Text]
    """The specific diagnosis and findings to write down where true; never a symptom alone."""


class Zone(Record):
    """One color of the zone tool: how it feels, and what to do."""

    signs: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]
    do: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]


class Zones(Record):
    """Green: going well. Yellow: call us today. Red: call 911, or in hospice call the hospice nurse now."""

    green: Zone
    yellow: Zone
    red: Zone


class LogTool(Record):
    """A table to write on, a row a day or a time."""

    kind: Literal["log"]
    title: Line
    how: Text
    columns: Annotated[tuple[Line, ...], Field(min_length=2, max_length=6)]
    """Heads of the columns, the first one included."""
    rows: Annotated[tuple[Line, ...], Field(min_length=4, max_length=14)] | Annotated[int, Field(ge=4, le=14)]
    """Labels of the first column, or a number of empty rows."""


class ChecklistTool(Record):
    """Boxes to tick, a column a day or a time."""

    kind: Literal["checklist"]
    title: Line
    how: Text
    items: Annotated[tuple[Line, ...], Field(min_length=3, max_length=8)]
    columns: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)]


class ScaleTool(Record):
    """A 0 to 10 line to mark, several times."""

    kind: Literal["scale"]
    title: Line
    how: Text
    low: Line
    high: Line
    times: Annotated[tuple[Line, ...], Field(min_length=2, max_length=8)]


class BodyMapTool(Record):
    """A front and back outline to mark, with notes beside it."""

    kind: Literal["body_map"]
    title: Line
    how: Text
    watch: Annotated[tuple[Line, ...], Field(min_length=3, max_length=8)]
    """Spots to look at, each with a line to write on."""


class MedicineTool(Record):
    """A medicine table: what, what for, when."""

    kind: Literal["medicine_table"]
    title: Line
    how: Text
    rows: Annotated[int, Field(ge=4, le=10)]


Tool = Annotated[LogTool | ChecklistTool | ScaleTool | BodyMapTool | MedicineTool, Field(discriminator="kind")]


class PatientSheet(Record):
    """For patients and families: one page, 14 pt, sixth grade. Every list item is a sentence of at most 20 words."""

    title: Line
    """For the top of the page: "Living with ...: what to do today"."""
    main_message: Text
    """The one thing to remember, first."""
    do_today: Annotated[tuple[Text, ...], Field(min_length=3, max_length=5)]
    zones: Zones
    call_us: Several[Text]
    """When to call the agency."""
    call_911: Some[Text]
    """When to call 911; in hospice, when to call the hospice first."""
    tool: Tool
    """Something to write on that fits this condition."""
    ask_yourself: Several[Text]
    """Teach-back questions: what the reader should be able to say in their own words."""
    summary: Text
    """The main message again, in other words."""


class Handouts(Record):
    """The two sheets that leave the agency. The call sheet and the huddle are made from the lesson."""

    referral: ReferralSheet
    patient: PatientSheet
