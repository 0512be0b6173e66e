"""What a command works on: the program as one subscriber sees it, what is wrong in it, a digest of its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.problem import ContentError, Problem

if TYPE_CHECKING:  # each of these takes its time to import, and `--help` has none
    from builder.checks import OneByOne
    from builder.edition import Edition
    from builder.read import Program, Written

CONTENT = ("weeks", "content", "handouts", "subscribers", "program.yml", "sources.yml", "mkdocs.yml", "reference")
ENGINES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "typst", "pydantic", "pyyaml")


def digest(root: Path, subscriber: str) -> str:
    """SHA-256, in hex, over every file and package version that a build depends on."""
    from builder.make.stamp import inputs_digest, versions

    program = Path(__file__).parents[1]
    own = inputs_digest(program.parent, [program.name])
    return inputs_digest(root, CONTENT, (subscriber, own, *versions(ENGINES)))


@dataclass(frozen=True)
class Look:
    """What stands in the content, and what is wrong with it. `edition` is None when nothing can be made of it."""

    root: Path
    program: Program | None
    agency: Written | None
    edition: Edition | None
    problems: tuple[Problem, ...]

    def stop(self) -> None:
        """Raises ContentError with every problem when there is one that stops."""
        if any(problem.stops for problem in self.problems):
            raise ContentError(self.problems)

    def checked(self, one_by_one: OneByOne | None = None) -> Look:
        """With what every check finds; `one_by_one` may know what some of them found before."""
        from builder.checks import examine
        from builder.handouts.style import corrected
        from builder.outputs import sheets

        problems = examine(self.program, self.problems, one_by_one) if self.program else self.problems
        if self.edition:
            problems += (*_below(self.root, sheets.unprintable(self.edition, self.program, self.agency)),)
            problems += (*_below(self.root, corrected(self.agency)),)
        return replace(self, problems=problems)

    def unsigned(self) -> Look:
        """With a problem for each week that no clinician has signed, or whose signature no longer holds."""
        from builder.model.signature import standing

        hint = "roadmap review WEEK --by NAME --credential LETTERS --until DATE, once it was read by a clinician"
        states = [(week, standing(week.record, self.program.plan.published)) for week in self.program.weeks]
        wrong = [
            Problem(week.at("review"), "weeks-are-signed", f"the week is {state}; a review was asked for", hint)
            for week, state in states
            if state != "reviewed"
        ]
        return replace(self, problems=(*self.problems, *wrong))

    def with_misfits(self, made: Mapping[str, bytes]) -> Look:
        """With what the sheets, once they are made, have to say. `made` is what their jobs gave, by path."""
        from builder.outputs import sheets

        return replace(self, problems=(*self.problems, *sheets.misfits(self.edition, self.program, made)))


def look(root: Path, subscriber: str) -> Look:
    """Read everything; nothing is checked yet."""
    from builder.edition import edition
    from builder.read import read_logo, read_program, read_subscriber

    program, found = read_program(root)
    file = root / "subscribers" / f"{subscriber}.yml"
    agency, wrong = read_subscriber(file)
    logo, unfit = read_logo(file.parent, agency) if agency else (None, ())
    made = edition(program, agency.record, logo) if program and agency else None
    return Look(root, program, agency, made, (*found, *_below(root, (*wrong, *unfit))))


def _below(root: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, with a subscriber's file named from the project's folder."""
    for problem in problems:
        file = Path(problem.place.file)
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else problem.place.file
        yield replace(problem, place=replace(problem.place, file=name))
