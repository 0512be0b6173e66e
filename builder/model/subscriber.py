"""An agency: its brand, how it is reached, and when it starts. `subscribers/NAME.yml`, in brand.yml's words."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from builder.model.bibliography import Address
from builder.model.record import Line, Record

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9()+ .-]{7,24}$")]


class Meta(Record):
    """Who the agency is."""

    name: Annotated[Line, Field(max_length=90)]
    link: Address | None = None
    """Its own website, which the sheets' code leads to."""
    site: Address | None = None
    """Where this training site is published; link previews, feed and site map need it."""


class Contact(Record):
    """How it is reached."""

    phone: Phone
    fax: Phone | None = None
    address: Line | None = None
    license: Annotated[Line, Field(max_length=60)] | None = None
    """As the state writes it, for example "Home health license 0000": printed on sheets that leave the agency."""


class Palette(Record):
    """Its colors."""

    primary: Color


class Logo(Record):
    """Its logo, of any shape: it is set as large as the header allows."""

    path: Annotated[str, StringConstraints(pattern=r"^[\w][\w ./-]*\.(svg|png|SVG|PNG)$", max_length=160)]
    """An SVG or PNG file, seen from the subscriber's own file."""
    alt: Line | None = None
    """What it says to somebody who can't see it; the agency's name when left out."""
    background: Literal["light", "dark"] = "light"
    """What it was drawn for. A logo for dark grounds stands on a panel of the agency's color."""


class Subscriber(Record):
    """One agency."""

    meta: Meta
    contact: Contact
    color: Palette
    logo: Logo | None = None
    start: date | None = None
    """The Monday it begins; the program's own start when left out."""

    @field_validator("start")
    @classmethod
    def _monday(cls, start):
        if start and start.weekday():
            raise ValueError("a start date is a Monday")
        return start
