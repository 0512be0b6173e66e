"""What a command works on: the program as one subscriber sees it, and a digest of everything it comes from."""

from dataclasses import replace
from pathlib import Path

from builder.problem import ContentError, Problem

CONTENT = ("weeks", "content", "handouts", "program.yml", "sources.yml", "mkdocs.yml", "reference")
ENGINES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "typst", "pydantic", "pyyaml")


def subscriber_file(root: Path, name: str) -> Path:
    """subscribers/NAME.yml."""
    return root / "subscribers" / f"{name}.yml"


def digest(root: Path, subscriber: str) -> str:
    """SHA-256, in hex, over every file and package version that a build depends on."""
    from builder.make.stamp import inputs_digest, versions

    program = Path(__file__).parents[1]
    own = inputs_digest(program.parent, [program.name])
    return inputs_digest(root, (*CONTENT, f"subscribers/{subscriber}.yml"), (own, *versions(ENGINES)))


def problems(root: Path, cache: Path) -> tuple[Problem, ...]:
    """Everything wrong in the program and in every subscriber's file, sorted."""
    from builder.checks import inspect
    from builder.read import read_subscriber

    _, found = inspect(root)
    for path in sorted((root / "subscribers").glob("*.yml")):
        found += _below(root, read_subscriber(path)[1])
    return tuple(sorted(found))


def edition(root: Path, subscriber: str):
    """The Edition to build. Raises ContentError with every problem when there is one that stops."""
    from builder.checks import inspect
    from builder.edition import edition
    from builder.read import read_subscriber

    program, found = inspect(root)
    agency, more = read_subscriber(subscriber_file(root, subscriber))
    found = (*found, *_below(root, more))
    if any(problem.stops for problem in found):
        raise ContentError(found)
    return edition(program, agency.record)


def _below(root: Path, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems, with their files named from the project's folder."""
    return tuple(replace(each, place=replace(each.place, file=_name(root, each.place.file))) for each in found)


def _name(root: Path, file: str) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file
