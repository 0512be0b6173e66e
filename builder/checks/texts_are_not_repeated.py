"""No sentence stands, nearly the same, in two weeks.

One person reads 52 weeks in a year. A talking point that could be pasted into another week isn't one. Two sentences are
near-duplicates when, of their runs of three words, at least seven in ten are shared. Left alone are short sentences,
codes and names, and what a patient's sheet says to do in an emergency.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil

from builder.model.citation import spoken
from builder.model.walk import Path
from builder.problem import Place, Problem
from builder.read import Program, Written

RULE = "texts-are-not-repeated"

SHORT, SHARE = 8, 0.7
"""Words below which a sentence may recur; the share of common runs that makes two sentences one."""

END = re.compile(r"(?<=[.!?])\s+")
WORD = re.compile(r"[a-z0-9']+")

SAME_ON_PURPOSE = frozenset({"review", "codes", "also_called", "do", "call_911"})
"""Code families and names recur by their nature; whom to call in an emergency is best said in the same words."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence in one place, as its set of runs of three words."""

    week: Written
    path: Path
    runs: frozenset[tuple[str, ...]]

    @property
    def place(self) -> Place:
        return self.week.at(*self.path)


def check(program: Program) -> Iterator[Problem]:
    """The later of each two near-duplicates."""
    sentences = [sentence for week in program.weeks for sentence in _sentences(week)]
    times = Counter(chain.from_iterable(sentence.runs for sentence in sentences))
    seen: dict[tuple, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        telling = _telling(sentence, times)
        others = {other: None for run in telling for other in seen[run] if other.week is not sentence.week}
        if twin := next((other for other in others if _alike(sentence.runs, other.runs)), None):
            message = f"nearly the same sentence stands in {twin.place.file}, line {twin.place.line}"
            yield Problem(sentence.place, RULE, message, "say what is true of this diagnosis only")
        for run in telling:
            seen[run].append(sentence)


def _sentences(week: Written) -> Iterator[Sentence]:
    for path, text in week.texts:
        if SAME_ON_PURPOSE.isdisjoint(path):
            for sentence in END.split(spoken(text)):
                words = WORD.findall(sentence.lower())
                if len(words) >= SHORT:
                    yield Sentence(week, path, frozenset(zip(words, words[1:], words[2:], strict=False)))


def _telling(sentence: Sentence, times: Counter) -> list:
    """Runs by which a twin is found: the rarest, and so many that two sentences that share enough share one of these.

    None for nearly every sentence: too few of its runs stand anywhere else.
    """
    common = [run for run in sentence.runs if times[run] > 1]
    spare = len(common) - ceil(SHARE * len(sentence.runs))
    return sorted(common, key=lambda run: (times[run], run))[: spare + 1] if spare >= 0 else []


def _alike(one: frozenset, other: frozenset) -> bool:
    return len(one & other) >= SHARE * len(one | other)
