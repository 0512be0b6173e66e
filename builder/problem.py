"""What is wrong in content, and where: values, made anywhere, shown only at the edge."""

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a content file. `line` and `column` count from 1; `file` is relative to the project."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in content. Two problems are equal when rule and place are: wording may improve freely."""

    place: Place
    rule: str
    message: str = field(compare=False)
    hint: str = field(default="", compare=False)
    level: str = field(default="error", compare=False)

    @property
    def stops(self) -> bool:
        """True for an error; a warning or a note is told but doesn't fail the check."""
        return self.level == "error"


class ContentError(Exception):
    """Content that can't be built. Carries every problem found, for whoever reports."""

    def __init__(self, problems):
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problem(s) in content")
