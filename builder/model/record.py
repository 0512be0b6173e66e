"""The ground every record stands on: frozen, no unknown fields, tuples for lists, text that is really there."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A value read from content."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


Item = TypeVar("Item")

Text = Annotated[str, StringConstraints(min_length=1, max_length=1200)]
"""Prose of at most a paragraph. Plain text: the only mark with a meaning is a citation, `[@source-id]`."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=160, pattern=r"^[^\r\n]+$")]
"""A name, heading or label: one line, at most 160 characters."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
"""Small letters, digits and single hyphens: it becomes an address and a file name."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""The name by which another record points here."""

Some = Annotated[tuple[Item, ...], Field(min_length=1)]
Several = Annotated[tuple[Item, ...], Field(min_length=2)]
Many = Annotated[tuple[Item, ...], Field(min_length=3)]
