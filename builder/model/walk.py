"""Every text of a record with its path, in the order of the fields: what checks read."""

from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel

Path = tuple[str | int, ...]


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Pairs of path and text below `value`. Words of a closed list, dates and numbers are no texts."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
