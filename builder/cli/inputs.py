"""What a command works on: the program as one subscriber sees it, what is wrong in it, a digest of its files."""

from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from builder.problem import ContentError, Problem

CONTENT = ("weeks", "content", "handouts", "program.yml", "sources.yml", "mkdocs.yml", "reference")
ENGINES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "typst", "pydantic", "pyyaml")


def digest(root: Path, subscriber: str) -> str:
    """SHA-256, in hex, over every file and package version that a build depends on."""
    from builder.make.stamp import inputs_digest, versions

    program = Path(__file__).parents[1]
    own = inputs_digest(program.parent, [program.name])
    return inputs_digest(root, (*CONTENT, f"subscribers/{subscriber}.yml"), (own, *versions(ENGINES)))


def look(root: Path, subscriber: str, pool: Executor, cache: Path) -> tuple:
    """The edition, or None when nothing can be made of the content; and every problem, sorted."""
    from builder.checks import inspect
    from builder.edition import edition
    from builder.make.cache import Cache
    from builder.outputs import sheets
    from builder.read import read_subscriber

    program, found = inspect(root)
    agency, more = read_subscriber(root / "subscribers" / f"{subscriber}.yml")
    found = [*found, *(_below(root, each) for each in more)]
    if not program or not agency:
        return None, tuple(sorted(found))
    made = edition(program, agency.record)
    found += (_below(root, each) for each in sheets.problems(made, program, agency, pool, Cache(cache)))
    return made, tuple(sorted(found))


def edition(root: Path, subscriber: str, pool: Executor, cache: Path):
    """The Edition to build. Raises ContentError with every problem when there is one that stops."""
    made, problems = look(root, subscriber, pool, cache)
    if any(problem.stops for problem in problems):
        raise ContentError(problems)
    return made


def _below(root: Path, problem: Problem) -> Problem:
    """The problem, with its file named from the project's folder."""
    file = Path(problem.place.file)
    name = file.relative_to(root).as_posix() if file.is_relative_to(root) else problem.place.file
    return replace(problem, place=replace(problem.place, file=name))
