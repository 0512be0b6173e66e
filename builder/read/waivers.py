"""Waivers: `# waive RULE: reason`, above the line it excuses or at its end."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from builder.problem import Place, Problem
from builder.read.comments import comments
from builder.read.wording import nearest

_WAIVER = re.compile(r"(?<!\S)#[ \t]*waive\b[ \t]*(?P<rule>[^\s:]*)[ \t]*:?[ \t]*(?P<reason>.*?)[ \t\r]*$")
_COMMENT = re.compile(r"\s*(#.*)?")
_ONLY_A_KEY = re.compile(r"[^#]*:\s*(#.*)?")


@dataclass(frozen=True)
class Waiver:
    """An excuse for a rule, with its reason. It covers `lines`: its own or the next line that isn't a comment."""

    place: Place
    rule: str
    reason: str
    lines: tuple[int, ...] = ()

    def covers(self, problem: Problem) -> bool:
        """Whether this excuses that. A waiver without a reason excuses nothing."""
        here = problem.place.file == self.place.file and problem.place.line in self.lines
        return here and problem.rule == self.rule and bool(self.reason)


def waivers(file: str, text: str, texts: Iterable[tuple]) -> tuple[Waiver, ...]:
    """The waivers in a file; `texts` are begin and end of its values, where a `#` starts no comment."""
    lines = text.split("\n")
    return tuple(
        Waiver(Place(file, number, column), match["rule"], match["reason"], _covered(lines, number, match))
        for number, column, match in comments(text, texts, _WAIVER)
    )


def _covered(lines: list[str], number: int, match: re.Match) -> tuple[int, ...]:
    if match.string[: match.start()].strip():
        return (number,)
    first = _next(lines, number)
    # A value may begin on the line after its key; problems stand where the value does.
    return (first, _next(lines, first)) if _ONLY_A_KEY.fullmatch(lines[first - 1]) else (first,)


def _next(lines: list[str], number: int) -> int:
    """The next line after `number` that isn't blank or a comment; `number` itself at the end of the file."""
    after = (n for n, line in enumerate(lines[number:], number + 1) if not _COMMENT.fullmatch(line))
    return next(after, number)


def apply(problems: Iterable[Problem], waivers: Iterable[Waiver], rules: Collection[str]) -> tuple[Problem, ...]:
    """The problems that no waiver excuses and those of the waivers themselves, sorted. Only `rules` can be waived."""
    problems, waivers = tuple(problems), tuple(waivers)
    left = [p for p in problems if p.rule not in rules or not any(waiver.covers(p) for waiver in waivers)]
    wrong = [problem for waiver in waivers if (problem := _wrong(waiver, problems, rules))]
    return tuple(sorted(left + wrong))


def _wrong(waiver: Waiver, problems: tuple[Problem, ...], rules: Collection[str]) -> Problem | None:
    if waiver.rule not in rules:
        message = f"`{waiver.rule}` is not a rule that can be waived"
        return Problem(waiver.place, "waivers-name-a-rule", message, nearest(waiver.rule, sorted(rules)))
    if not waiver.reason:
        hint = f"write `# waive {waiver.rule}: reason`"
        return Problem(waiver.place, "waivers-give-a-reason", f"no reason why `{waiver.rule}` is waived", hint)
    if not any(waiver.covers(problem) for problem in problems):
        message = f"nothing breaks `{waiver.rule}` here any more"
        hint = "take the waiver out, or put it right above the value"
        return Problem(waiver.place, "waivers-are-used", message, hint)
    return None
