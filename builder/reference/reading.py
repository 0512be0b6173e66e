"""How hard a text is to read: SMOG grade, sentence length, passive voice.

SMOG (McLaughlin 1969): 1.0430 * sqrt(words of three or more syllables * 30 / sentences) + 3.1291. It is unstable below
30 sentences, so a week's patient text is pooled, each list item as a sentence.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from builder.reference.syllables import syllables

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*(?:-[A-Za-z]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?:])[\"”)]?\s+")
PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)?"
    r"(?:\w{2,}ed|given|taken|told|seen|done|made|kept|left|held|put|sent|shown|known|written|worn|found|felt)\b",
    re.IGNORECASE,
)
NOT_PASSIVE = re.compile(r"\b(?:tired|swollen|need|red|bed|scared|worried|used to|confused|advanced|supposed)\b", re.I)


@dataclass(frozen=True)
class Reading:
    """Figures of one text. `smog` is a US school grade, `passive` a share from 0 to 1."""

    sentences: int
    words: int
    smog: float
    long_words: tuple[str, ...]
    """Distinct words of three or more syllables, the most frequent first."""
    passive: float


def sentences(text: str) -> list[str]:
    """The sentences of a text without citations."""
    return [each for each in SENTENCE_END.split(text.strip()) if WORD.search(each)]


def words(text: str) -> list[str]:
    """Its words; numbers are none."""
    return WORD.findall(text)


def reading(texts: Iterable[str]) -> Reading:
    """The figures of several texts, pooled. Each text is at least one sentence."""
    each = [sentence for text in texts for sentence in sentences(text)]
    every = [word for sentence in each for word in words(sentence)]
    long = [word.lower() for word in every if syllables(word) >= 3]
    count = max(1, len(each))
    return Reading(
        sentences=len(each),
        words=len(every),
        smog=1.0430 * math.sqrt(len(long) * 30 / count) + 3.1291,
        long_words=tuple(sorted(set(long), key=lambda word: (-long.count(word), word))),
        passive=sum(is_passive(sentence) for sentence in each) / count,
    )


def is_passive(sentence: str) -> bool:
    """A guess by form: a form of be or get, then a participle."""
    match = PASSIVE.search(sentence)
    return bool(match) and not NOT_PASSIVE.search(match[0])
