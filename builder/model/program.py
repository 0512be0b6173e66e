"""The ordered 52 weeks: what is written, and what is announced."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from builder.model.observance import Observance
from builder.model.record import Line, Record, Slug
from builder.model.vocabulary import ClinicalGroup, HospitalProgram, ReferralSource
from builder.model.week import LinesOfBusiness, WeekNumber


class Topic(Record):
    """A week as announced. When its file is written, the file speaks for it."""

    week: WeekNumber
    slug: Slug
    title: Line
    lines: LinesOfBusiness
    family: Line
    """ICD-10-CM code families."""
    observance: Observance | None = None
    programs: tuple[HospitalProgram, ...] = ()
    sources: tuple[ReferralSource, ...] = ()
    """Referral sources that lead the week."""
    group: ClinicalGroup | None = None
    """PDGM clinical group, as far as known."""


class Plan(Record):
    """`program.yml`: the program's name, version and topics."""

    title: Line
    tagline: Line
    version: Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d+$")]
    """Year and release, for example 2027.1; printed on every sheet."""
    published: date
    """The day of this version; it stands on every sheet and makes builds repeatable."""
    start: date
    """The Monday of week 1 unless a subscriber names another."""
    topics: Annotated[tuple[Topic, ...], Field(min_length=52, max_length=52)]

    @field_validator("start")
    @classmethod
    def _monday(cls, start: date) -> date:
        if start.weekday():
            raise ValueError("the program starts on a Monday")
        return start

    @field_validator("topics")
    @classmethod
    def _in_order(cls, topics):
        if [topic.week for topic in topics] != list(range(1, 53)):
            raise ValueError("list weeks 1 to 52, each once, in order")
        return topics
