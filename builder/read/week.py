"""One file's bytes -> its record with places, or what is wrong with it. Pure: reads no disk."""

import re
from typing import NamedTuple

from builder.model import Week
from builder.model.record import Record
from builder.problem import Place, Problem
from builder.read.characters import decode
from builder.read.comments import swallowed
from builder.read.fit import fit
from builder.read.places import Places
from builder.read.tree import Tree, parse
from builder.read.waivers import waivers
from builder.read.written import Written

NAME = re.compile(r"(?P<number>[0-9]{2})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.yml")
NAMED = "file-is-named-for-its-week"


class Reading(NamedTuple):
    """What came out of one file."""

    written: Written | None
    tree: Tree | None
    problems: tuple[Problem, ...]


def read(file: str, data: bytes, model: type[Record]) -> Reading:
    """Any of the records from the bytes of its file."""
    text, problems = decode(file, data)
    if text is None:
        return Reading(None, None, problems)
    tree, broken = parse(file, text)
    if tree is None:
        return Reading(None, None, broken)
    record, unfit = fit(tree, model)
    spoken = {problem.place for problem in broken} | {Place(file, *spot) for spot in tree.lost}
    unspoken = [problem for problem in unfit if problem.place not in spoken]
    problems = tuple(sorted([*broken, *unspoken, *swallowed(file, text, tree.texts)]))
    written = Written(file, record, tree.places, waivers(file, text, tree.texts)) if record else None
    return Reading(written, tree, problems)


def read_week(file: str, data: bytes) -> tuple[Written | None, tuple[Problem, ...]]:
    """A week from its bytes. `file` is `weeks/NN-slug.yml`, which must agree with what it says inside."""
    reading = read(file, data, Week)
    named = _misnamed(file, reading.tree) if reading.tree else ()
    return reading.written, tuple(sorted([*reading.problems, *named]))


def _misnamed(file: str, tree: Tree) -> tuple[Problem, ...]:
    match = NAME.fullmatch(file.rpartition("/")[2])
    if not match or not isinstance(tree.data, dict):
        return ()
    week, slug = tree.data.get("week"), tree.data.get("slug")
    problems = []
    if type(week) is int and 1 <= week <= 52 and week != int(match["number"]):
        problems.append(_differs(tree.places, "week", str(week), match["number"]))
    if isinstance(slug, str) and NAME.fullmatch(f"00-{slug}.yml") and slug != match["slug"]:
        problems.append(_differs(tree.places, "slug", slug, match["slug"]))
    return tuple(problems)


def _differs(places: Places, field: str, says: str, named: str) -> Problem:
    message = f"{field} {says}, but the file's name says {named}"
    return Problem(places.at((field,)), NAMED, message, "change one of the two; the slug becomes the page's address")
