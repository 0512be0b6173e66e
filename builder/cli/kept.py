"""What the checks said of a week before: only weeks that changed are gone through again."""

import json
from collections.abc import Iterator
from dataclasses import astuple
from functools import partial
from pathlib import Path

from builder.checks import OneByOne, alone, split
from builder.make.cache import Cache
from builder.make.stamp import inputs_digest
from builder.problem import Place, Problem
from builder.read import Program

SHARED = ("program.yml", "sources.yml", "reference")
"""What a check may read beside the week itself."""


def one_by_one(root: Path, cache: Cache) -> OneByOne:
    """Like `builder.checks.alone`, with what is kept. Call it before anything is read: it takes the digests."""
    own = Path(__file__).parents[1]
    shared = inputs_digest(root, SHARED, [inputs_digest(own.parent, [own.name])])
    files = [path.relative_to(root).as_posix() for path in (root / "weeks").glob("*.yml")]
    return partial(_found, cache, {file: inputs_digest(root, [file], [shared]) for file in files})


def _found(cache: Cache, keys: dict[str, str], program: Program) -> Iterator[Problem]:
    found = (problem for part in split(program) for problem in _in_week(cache, keys.get(part.weeks[0].file), part))
    # What is said of the program itself is said with every week.
    yield from {(problem, problem.message): problem for problem in found}.values()


def _in_week(cache: Cache, key: str | None, part: Program) -> list[Problem]:
    kept = cache.get(key) if key else None
    if kept is not None:
        return [Problem(Place(*place), *rest) for place, *rest in json.loads(kept)]
    found = list(alone(part))
    if key:
        cache.put(key, json.dumps([astuple(problem) for problem in found]).encode())
    return found
