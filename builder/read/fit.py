"""Plain data -> a frozen record, or every reason why not, each at its place."""

import json
from typing import NamedTuple

from pydantic import ValidationError

from builder.model.record import Record
from builder.model.walk import Path
from builder.problem import Problem
from builder.read.faults import KNOWN, PRESENT, TYPE, Fault, Found, fault
from builder.read.shape import fields, locate
from builder.read.tree import Tree
from builder.read.wording import close, shown


class _Located(NamedTuple):
    path: Path
    fault: Fault
    meant: Path | None = None
    """For an unknown field, the one that was perhaps meant."""


def fit(tree: Tree, model: type[Record]) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record, or None and the problems, sorted. Nothing is converted: text stays text, a number a number."""
    try:
        # As JSON, because there pydantic's strict mode still takes a list for a tuple and a text for a date or a word.
        return model.model_validate_json(json.dumps(tree.data), strict=True), ()
    except ValidationError as error:
        found = [_located(model, one) for one in error.errors(include_url=False) if not _counts_only_good_items(one)]
        return None, tuple(sorted(_problem(tree, one) for one in _told_once(_one_branch(found))))


def _located(model: type[Record], error: dict) -> _Located:
    path, holder = locate(model, error["loc"])
    if error["type"] == "union_tag_invalid":
        path = (*path, error["ctx"]["discriminator"].strip("'"))
    name = path[-1] if path else ""
    inside = error["type"] in ("missing", "extra_forbidden")
    block = _called(path[:-1] if inside else path)
    found = Found(error["type"], error["input"], error.get("ctx", {}), error["msg"], name, holder, block)
    said = fault(found)
    meant = close(name, fields(holder)) if said.rule == KNOWN else ""
    return _Located(path, said, (*path[:-1], meant) if meant else None)


def _counts_only_good_items(error: dict) -> bool:
    # A list with enough items is still "too short" to pydantic when some of them have errors of their own.
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _one_branch(found: list[_Located]) -> list[_Located]:
    """Without a union's "wrong type" where another branch of it fits and says more."""
    told = {one.path[:end] for one in found if one.fault.rule != TYPE for end in range(len(one.path) + 1)}
    deeper = {one.path[:end] for one in found for end in range(len(one.path))}
    return [one for one in found if one.fault.rule != TYPE or one.path not in told | deeper]


def _told_once(found: list[_Located]) -> list[_Located]:
    """A value breaks a rule once; and no field is missing that is there under a name that is nearly its own."""
    meant = {one.meant for one in found if one.meant}
    once = {(one.path, one.fault.rule): one for one in found}
    return [one for one in once.values() if one.fault.rule != PRESENT or one.path not in meant]


def _problem(tree: Tree, one: _Located) -> Problem:
    place = tree.places.key(one.path) if one.fault.rule == KNOWN else tree.places.at(one.path)
    return Problem(place, *one.fault)


def _called(path: Path) -> str:
    """How a message names a block: the file, `call`, `call.objections`, item 2."""
    if not path:
        return "the file"
    names = ".".join(shown(step) for step in path if isinstance(step, str))
    item = f", item {path[-1] + 1}" if isinstance(path[-1], int) else ""
    return f"`{names}`{item}"
