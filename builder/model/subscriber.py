"""An agency: its brand, how it is reached, and when it starts. `subscribers/NAME.yml`, in brand.yml's words."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from builder.model.bibliography import Address
from builder.model.record import Line, Record

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9()+ .-]{7,24}$")]


class Meta(Record):
    """Who the agency is."""

    name: Annotated[Line, Field(max_length=90)]
    link: Address | None = None


class Contact(Record):
    """How it is reached."""

    phone: Phone
    fax: Phone | None = None
    address: Line | None = None


class Palette(Record):
    """Its colors."""

    primary: Color


class Subscriber(Record):
    """One agency."""

    meta: Meta
    contact: Contact
    color: Palette
    start: date | None = None
    """The Monday it begins; the program's own start when left out."""

    @field_validator("start")
    @classmethod
    def _monday(cls, start):
        if start and start.weekday():
            raise ValueError("a start date is a Monday")
        return start
