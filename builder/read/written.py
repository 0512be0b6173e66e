"""A record together with where it was written."""

from dataclasses import dataclass
from functools import cached_property

from builder.model.record import Record
from builder.model.walk import Path, texts
from builder.problem import Place
from builder.read.places import Places
from builder.read.waivers import Waiver


@dataclass(frozen=True)
class Written:
    """What one file says: its record, and what is needed to speak about it."""

    file: str
    """Relative to the project, with `/`."""
    record: Record
    places: Places
    waivers: tuple[Waiver, ...] = ()

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Path and text of every text in the record; most checks go through them."""
        return tuple(texts(self.record))

    def at(self, *path: str | int) -> Place:
        """`written.at("call", "questions", 0)`."""
        return self.places.at(path)
