"""Problems -> text for people, JSON for machines, annotations for CI. The three say the same."""

import json
from collections.abc import Iterable
from itertools import groupby

from builder.problem import Problem

LEVELS = ("error", "warning", "note")
"""Worst first."""

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


def text(problems: Iterable[Problem]) -> str:
    """Grouped by file, a line a problem (`file:line:column rule message`) with its hint below, and a closing count."""
    problems = sorted(problems)
    files = groupby(problems, key=lambda problem: problem.place.file)
    blocks = ["\n".join(_lines(problem) for problem in group) for _, group in files]
    return "\n\n".join([*blocks, count(problems)])


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON object: `problems`, a list of objects in order, and `count`, a number for each level. ASCII only."""
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "rule": problem.rule,
            "level": problem.level,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in sorted(problems)
    ]
    counts = {level: sum(row["level"] == level for row in rows) for level in LEVELS}
    return json.dumps({"problems": rows, "count": counts}, indent=2)


def github(problems: Iterable[Problem]) -> str:
    """A workflow command a problem; GitHub shows it beside the line it is about."""
    return "\n".join(_annotation(problem) for problem in sorted(problems))


FORMATS = {"text": text, "json": as_json, "github": github}


def count(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning in 2 files`, or `no problems`."""
    problems = tuple(problems)
    if not problems:
        return "no problems"
    levels = [problem.level for problem in problems]
    told = [_plural(levels.count(level), level) for level in LEVELS if level in levels]
    return f"{', '.join(told)} in {_plural(len({problem.place.file for problem in problems}), 'file')}"


def _plural(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _lines(problem: Problem) -> str:
    place = problem.place
    level = "" if problem.stops else f"{problem.level}: "
    line = f"{_visible(place.file)}:{place.line}:{place.column} {problem.rule} {level}{_visible(problem.message)}"
    return f"{line}\n    {_visible(problem.hint)}" if problem.hint else line


def _annotation(problem: Problem) -> str:
    place = problem.place
    where = f"file={_visible(place.file).translate(_PROPERTY)},line={place.line},col={place.column}"
    said = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    body = "\n".join(_visible(line) for line in said.split("\n")).translate(_DATA)
    return f"::{_COMMANDS[problem.level]} {where},title={problem.rule.translate(_PROPERTY)}::{body}"


def _visible(said: str) -> str:
    # A message may quote content; content must not move a terminal's cursor or turn its text around.
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in said)
