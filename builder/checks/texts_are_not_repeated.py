"""No sentence stands, nearly the same, in two weeks.

One person reads 52 weeks in a year. A talking point that could be pasted into another week isn't one. Two sentences are
near-duplicates when, of their runs of three words, at least seven in ten are shared; short sentences are left alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.citation import spoken
from builder.model.walk import Path
from builder.problem import Place, Problem
from builder.read import Program, Written

RULE = "texts-are-not-repeated"

SHORT, SHARE, RUN = 8, 0.7, 3
"""Words below which a sentence may recur; the share of common runs that makes two sentences one; words in a run."""

SAME_ON_PURPOSE = frozenset({"review", "codes", "also_called"})
"""Code families and names recur by their nature."""


@dataclass(frozen=True)
class Sentence:
    """One sentence in one place, as its set of runs of three words."""

    week: Written
    path: Path
    runs: frozenset[str]

    @property
    def place(self) -> Place:
        return self.week.at(*self.path)


def check(program: Program) -> Iterator[Problem]:
    """The later of each two near-duplicates."""
    seen: dict[str, list[Sentence]] = defaultdict(list)
    for week in program.weeks:
        mine = list(_sentences(week))
        for sentence in mine:
            if twin := _twin(sentence, seen):
                message = f"nearly the same sentence stands in {twin.place.file}, line {twin.place.line}"
                yield Problem(sentence.place, RULE, message, "say what is true of this diagnosis only")
        for sentence in mine:
            for run in sentence.runs:
                seen[run].append(sentence)


def _sentences(week: Written) -> Iterator[Sentence]:
    for path, text in week.texts:
        if SAME_ON_PURPOSE.isdisjoint(path):
            for sentence in re.split(r"(?<=[.!?])\s+", spoken(text)):
                words = re.findall(r"[a-z0-9']+", sentence.lower())
                if len(words) >= SHORT:
                    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
                    yield Sentence(week, path, frozenset(runs))


def _twin(sentence: Sentence, seen: dict[str, list[Sentence]]) -> Sentence | None:
    """The first earlier sentence that shares enough runs: it has one of the rarest, so only those are tried."""
    known = [run for run in sentence.runs if run in seen]
    spare = len(known) - int(SHARE * len(sentence.runs))
    if spare < 0:
        return None  # nearly every sentence ends here
    for run in sorted(known, key=lambda run: (len(seen[run]), run))[: spare + 1]:
        for other in seen[run]:
            if len(sentence.runs & other.runs) >= SHARE * len(sentence.runs | other.runs):
                return other
    return None
