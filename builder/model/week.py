"""The record of one week: `weeks/NN-slug.yml`."""

from typing import Annotated

from pydantic import Field, field_validator, model_validator

from builder.model.call import Call, Compliance, Operations, Source
from builder.model.care import Care
from builder.model.diagnosis import Codes, Diagnosis
from builder.model.handouts import Handouts
from builder.model.observance import Observance
from builder.model.practice import Practice
from builder.model.record import Line, Many, Record, Slug
from builder.model.review import Review
from builder.model.vocabulary import HospitalProgram, LineOfBusiness

WeekNumber = Annotated[int, Field(ge=1, le=52, strict=True)]
LinesOfBusiness = Annotated[tuple[LineOfBusiness, ...], Field(min_length=1, max_length=3)]


class Week(Record):
    """One diagnosis, one message, good questions, one ask, and sheets worth leaving behind."""

    week: WeekNumber
    """1 to 52, the same as in the file's name."""
    slug: Slug
    """The rest of the file's name; it becomes the address."""
    title: Line
    short_title: Annotated[Line, Field(max_length=28)]
    """For navigation and small print."""
    lines: LinesOfBusiness
    """Lines of business with something to offer; the first leads."""
    observance: Observance | None = None
    """An awareness month, week or day that falls in this week."""
    programs: tuple[HospitalProgram, ...] = ()
    """Readmission or value-based programs that touch this diagnosis."""
    diagnosis: Diagnosis
    codes: Codes
    care: Care
    sources_of_referral: Many[Source]
    call: Call
    operations: Operations
    compliance: Compliance
    practice: Practice
    handouts: Handouts
    review: Review

    @property
    def key(self) -> str:
        """`05-heart-failure`: file name, address and folder of its sheets."""
        return f"{self.week:02d}-{self.slug}"

    @field_validator("lines", "programs")
    @classmethod
    def _once_each(cls, words):
        if len(set(words)) < len(words):
            raise ValueError("name each one once")
        return words

    @model_validator(mode="after")
    def _each_line_has_its_care(self):
        for line in self.lines:
            if getattr(self.care, line.value) is None:
                raise ValueError(f"lines names {line.value}, so care.{line.value} must be there")
        return self
