"""What a command works on: the program as one subscriber sees it, and a digest of everything it comes from."""

from pathlib import Path

from builder.problem import ContentError

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


def edition(root: Path, subscriber: str):
    """The Edition to build. Raises ContentError with every problem when there is one that stops."""
    from builder.checks import inspect
    from builder.edition import edition
    from builder.read import read_subscriber

    program, problems = inspect(root)
    agency, more = read_subscriber(subscriber_file(root, subscriber))
    problems = (*problems, *more)
    if any(problem.stops for problem in problems):
        raise ContentError(problems)
    return edition(program, agency.record)
