"""A source that was read, and how: the entries of `sources.yml`."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from builder.model.record import Key, Line, Record, Some, Text

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=400)]
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]


class Reference(Record):
    """One source. Cite it in text as `[@id]`, only for what it was read to say."""

    id: Key
    title: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    publisher: Line
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    """Of publication or of the version read; left out for an undated page."""
    kind: Literal["rule", "guideline", "paper", "agency", "organization", "trade"]
    """Rule, guideline, paper and agency (a government body's own page) are primary."""
    url: Address | None = None
    doi: Doi | None = None
    read: date
    """The day it was read for these claims."""
    how: Literal["full text", "abstract", "page", "excerpt"]
    """How much of it was read."""
    copy_at: Address | None = None
    """Where it was read, if not at its publisher's."""
    says: Some[Text]
    """What it says that we lean on, in our own words."""

    @property
    def primary(self) -> bool:
        """True for a rule, guideline, paper or agency page."""
        return self.kind in {"rule", "guideline", "paper", "agency"}

    @property
    def dated(self) -> str:
        """The year, or that there is none."""
        return str(self.year) if self.year else "no date"

    @property
    def address(self) -> str:
        """Where a reader finds it."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @model_validator(mode="after")
    def _can_be_found(self):
        if not (self.url or self.doi):
            raise ValueError("give a url or a doi, so that a reader can find it")
        return self


class Bibliography(Record):
    """`sources.yml`."""

    sources: tuple[Reference, ...]
