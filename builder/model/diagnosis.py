"""Knowing the disease, and asking for it by its name: the `diagnosis` and `codes` blocks."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from builder.model.record import Line, Many, Record, Several, Some, Text
from builder.model.vocabulary import ClinicalGroup, GroupStatus

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9A][0-9A-Z](\.[0-9A-Z]{1,4})?$")]
"""An ICD-10-CM code with its dot, for example I50.22."""


class Treatment(Record):
    """One kind of treatment."""

    treatment: Line
    """The class, not a brand or dose: "water pills (diuretics)"."""
    purpose: Text
    """What it is for, in a sentence."""


class Figure(Record):
    """A number worth remembering."""

    figure: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    """The number with its unit, short enough to print large: "1 in 4"."""
    meaning: Text
    """The sentence that it belongs to, with its citation."""
    data_year: Annotated[int, Field(ge=1990, le=2100)]
    """The (last) year the data were gathered, not the year of the paper."""


class Diagnosis(Record):
    """Knowing the disease well enough not to be embarrassed."""

    name: Line
    """As a clinician says it."""
    plain_name: Line
    """As a patient says it."""
    also_called: Some[Line]
    """Other names, abbreviations and lay words that a reader may search for."""
    what_it_is: Text
    """Two to four sentences, no jargon that the next sentence doesn't explain."""
    how_it_shows: Many[Text]
    """What a person, a caregiver or a nurse would notice."""
    red_flags: Many[Text]
    """What must be told to a clinician the same day, or to 911."""
    how_it_is_treated: Several[Treatment]
    """Classes of treatment and what each is for; never a dose, never advice to start or stop."""
    how_it_gets_worse: Text
    """The usual course, and what tips it over."""
    often_seen_with: Some[Line]
    """Conditions that often come along."""
    numbers: Annotated[tuple[Figure, ...], Field(max_length=3)] = ()
    """At most three figures, each with a source and the year of its data."""


class ExampleCode(Record):
    """A billable code, as a teaching example; never a claim code."""

    code: Code
    """Billable in ICD-10-CM FY2026."""
    when: Text
    """What is true of the patient whose chart carries it."""


class NotPrimary(Record):
    """A code that can't stand as principal diagnosis."""

    code: Code
    why: Text
    """Why not, and what to ask for instead."""


class Pdgm(Record):
    """The PDGM clinical group of the example codes, and how sure it is."""

    group: ClinicalGroup | None = None
    """CMS's letter, A to L; left out when the status is unknown."""
    status: GroupStatus
    """published (a source names it), believed (general knowledge), unknown."""
    note: Text | None = None
    """What the reader should know: who named it, or why we stay silent."""

    @model_validator(mode="after")
    def _group_fits_status(self):
        if (self.group is None) != (self.status is GroupStatus.UNKNOWN):
            raise ValueError("give a group when the status is published or believed, none when it is unknown")
        return self


class Codes(Record):
    """Asking for the diagnosis instead of the symptom."""

    family: Line
    """The code families, for example "I50, I11.0, I13"."""
    examples: Some[ExampleCode]
    not_primary: tuple[NotPrimary, ...] = ()
    """Codes near this topic that are returned when they stand first."""
    pdgm: Pdgm
