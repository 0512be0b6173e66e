"""Walks a record's models the way pydantic's `loc` goes: which fields may stand where."""

from functools import cache
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from builder.model.record import Record
from builder.model.walk import Path


def locate(model: type[Record], loc: Path) -> tuple[Path, type[Record] | None]:
    """The path in the data that `loc` speaks of, and the record that holds its last step.

    pydantic puts the chosen branch of a union into `loc`; no such step stands in the file.
    """
    path, holder, here = (), None, model
    for step in loc:
        branches = _branches(here)
        if isinstance(step, int):
            path, here = (*path, step), _item(branches)
        elif len(branches) > 1 or not _is_record(branches[0]):
            here = _branch(branches, step)
        else:
            holder, path = branches[0], (*path, step)
            field = holder.model_fields.get(step)
            here = field.annotation if field else None
    return path, holder


def fields(holder: type[Record] | None) -> dict[str, str]:
    """Name -> description of each field of a record, in order."""
    if holder is None:
        return {}
    return {name: " ".join((field.description or "").split()) for name, field in holder.model_fields.items()}


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


@cache
def _branches(kind: object) -> tuple:
    """What a value may be, without Annotated and None."""
    if get_origin(kind) is Annotated:
        return _branches(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return tuple(found for arg in get_args(kind) if arg is not type(None) for found in _branches(arg))
    return (kind,)


def _item(branches: tuple) -> object:
    lists = [branch for branch in branches if get_origin(branch) is tuple]
    return get_args(lists[0])[0] if lists else None


def _branch(branches: tuple, step: str) -> object:
    """The record whose `kind` is `step`; without one, the list, if `step` can only mean that."""
    for branch in branches:
        if _is_record(branch) and any(step in _words(field.annotation) for field in branch.model_fields.values()):
            return branch
    return next((branch for branch in branches if get_origin(branch) is tuple), None)


def _words(kind: object) -> tuple:
    return get_args(kind) if get_origin(kind) is Literal else ()
