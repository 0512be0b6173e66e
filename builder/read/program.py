"""The whole program from its folder: program.yml, sources.yml and weeks/*.yml, and what must hold between them."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.model import Bibliography, Plan, Subscriber
from builder.model.record import Record
from builder.problem import Place, Problem
from builder.read.files import MAX_BYTES, MAX_SOURCES, READABLE, load, load_alone, visible, week_files
from builder.read.tree import Tree
from builder.read.week import NAME, Reading, read, read_week
from builder.read.wording import shown
from builder.read.written import Written

PLAN, SOURCES = "program.yml", "sources.yml"


@dataclass(frozen=True)
class Program:
    """Everything that is written, before any subscriber."""

    announced: Written
    """`program.yml`."""
    weeks: tuple[Written, ...]
    """The weeks that could be read, in order."""
    sources: Written
    """`sources.yml`."""
    root: Path
    """The project's folder, for what a user may have put beside the content."""

    @property
    def plan(self) -> Plan:
        """Name, version and the 52 topics."""
        return self.announced.record

    @property
    def written(self) -> tuple[Written, ...]:
        """Every file that was read."""
        return (self.announced, self.sources, *self.weeks)


def read_program(root: Path) -> tuple[Program | None, tuple[Problem, ...]]:
    """The program under `root` and every problem in it, sorted. None when program.yml or sources.yml can't be read.

    A week that can't be read is left out: a caller that builds looks at the problems first.
    """
    plan, sources = _one(root, PLAN, Plan), _one(root, SOURCES, Bibliography, MAX_SOURCES)
    files, problems = week_files(root)
    readings = {file: _week(root, file) for file in files}
    weeks = tuple(written for written, _ in readings.values() if written)
    found = [*plan.problems, *sources.problems, *problems, *(p for _, told in readings.values() for p in told)]
    found += [*_once_each_source(sources.tree), *_once_each_week(files, weeks)]
    if plan.written:
        found += _as_announced(plan.written.record, weeks)
    whole = plan.written and sources.written
    return Program(plan.written, weeks, sources.written, root) if whole else None, tuple(sorted(found))


def read_plan(root: Path) -> tuple[Plan | None, tuple[Problem, ...]]:
    """Only what `program.yml` says, and what is wrong in it."""
    reading = _one(root, PLAN, Plan)
    return reading.written.record if reading.written else None, reading.problems


def read_files(root: Path, paths: Iterable[Path]) -> tuple[Program | None, tuple[Problem, ...]]:
    """The program, with the problems of these files or folders only; rules between files hold as ever."""
    program, problems = read_program(root)
    return program, about(root, paths, problems)


def about(root: Path, paths: Iterable[Path], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems that are in these files or folders; and one for each path where no content lies."""
    names = {path: _name(root, path) for path in paths}
    told = [problem for problem in problems if any(_under(problem.place.file, name) for name in names.values())]
    return tuple(sorted([*told, *(_no_content(name) for path, name in names.items() if not _is_content(path, name))]))


def read_subscriber(path: Path) -> tuple[Written | None, tuple[Problem, ...]]:
    """A subscriber from its own file, which may lie anywhere; problems name it as `path` does."""
    file = visible(path.as_posix())
    data, problems = load_alone(path, file)
    if data is None:
        return None, problems
    reading = read(file, data, Subscriber)
    return reading.written, reading.problems


def _one(root: Path, file: str, model: type[Record], limit: int = MAX_BYTES) -> Reading:
    data, problems = load(root, file, limit)
    return Reading(None, None, problems) if data is None else read(file, data, model)


def _week(root: Path, file: str) -> tuple[Written | None, tuple[Problem, ...]]:
    data, problems = load(root, file)
    return (None, problems) if data is None else read_week(file, data)


def _once_each_source(tree: Tree | None) -> Iterable[Problem]:
    sources = tree.data.get("sources") if tree and isinstance(tree.data, dict) else None
    lines: dict[str, int] = {}
    for number, source in enumerate(sources if isinstance(sources, list) else ()):
        key = source.get("id") if isinstance(source, dict) else None
        place = tree.places.at(("sources", number, "id"))
        if isinstance(key, str) and key in lines:
            hint = f"the first is on line {lines[key]}: make them one, or give this one another id"
            yield Problem(place, "sources-are-unique", f"`{shown(key)}` is here a second time", hint)
        elif isinstance(key, str):
            lines[key] = place.line


def _once_each_week(files: Iterable[str], weeks: Iterable[Written]) -> Iterable[Problem]:
    """A problem in every file that shares its number or slug, by name: so also in files that can't be read."""
    written = {week.file: week for week in weeks}
    shared = defaultdict(list)
    for file in files:
        match = NAME.fullmatch(file.removeprefix("weeks/"))
        shared["week", match["number"]].append(file)
        shared["slug", match["slug"]].append(file)
    for (field, value), together in shared.items():
        for file in together if len(together) > 1 else ():
            others = ", ".join(other for other in together if other != file)
            place = written[file].at(field) if file in written else Place(file)
            hint = "keep one of them, or give this one its own number and slug, in its name and inside"
            yield Problem(place, "weeks-are-unique", f"{field} {value} is also in {others}", hint)


def _as_announced(plan: Plan, weeks: Iterable[Written]) -> Iterable[Problem]:
    for week in weeks:
        topic = plan.topics[week.record.week - 1]
        if topic.slug != week.record.slug and week.file == f"weeks/{week.record.key}.yml":
            message = f"{PLAN} announces week {topic.week} as `{topic.slug}`"
            hint = f"use that slug, or change it in {PLAN}: addresses are made from it"
            yield Problem(week.at("slug"), "weeks-are-announced", message, hint)


def _name(root: Path, path: Path) -> str:
    """A path as problems name it: from the project's root, if it is in there. Links are kept as they are."""
    path, root = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - resolve() follows links
    return visible((path.relative_to(root) if path.is_relative_to(root) else path).as_posix())


def _under(file: str, name: str) -> bool:
    return name == "." or file == name or file.startswith(f"{name}/")


def _is_content(path: Path, name: str) -> bool:
    known = name in (".", PLAN, SOURCES, "weeks", "subscribers") or name.startswith(("weeks/", "subscribers/"))
    return known and os.path.lexists(path)


def _no_content(name: str) -> Problem:
    message = "no content file of this project"
    return Problem(Place(name), READABLE, message, f"content is {PLAN}, {SOURCES}, weeks/*.yml and subscribers/*.yml")
