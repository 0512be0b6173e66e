"""Patient text reads at about sixth grade: short sentences, common words, one thing at a time.

Over a week's patient sheet, pooled, each list item a sentence: SMOG at most 8.0 (above 6.9 is told as a warning), no
sentence above 20 words, every item a sentence with its full stop, at most one sentence in ten in the passive voice
(warning), and no hard word that has a plainer one (warning) unless it is explained where it stands.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from builder.model import Week
from builder.model.citation import spoken
from builder.model.walk import Path as Way
from builder.model.walk import texts
from builder.problem import Problem
from builder.read import Program, Written
from builder.reference import reading

RULE = "patient-words-are-plain"
FAILS = {("handouts", "patient", "summary"): "Persistent deterioration necessitates immediate notification"}
PASSES = {("handouts", "patient", "summary"): "Call us the day you feel worse."}

SMOG_FAILS, SMOG_WARNS, LONGEST, PASSIVE = 8.0, 6.9, 20, 0.1
PLAIN = Path(reading.__file__).with_name("plain_words.yml")
EXPLAINED = re.compile(r"\(|\b(?:means?|called|or)\b")
LABELS = frozenset({"title", "kind", "columns", "rows", "items", "times", "watch", "low", "high"})


def check(program: Program) -> Iterator[Problem]:
    """Problems of each patient sheet, sentence by sentence, then of the whole."""
    for week in program.weeks:
        for path, text in patient_texts(week.record):
            yield from _item(week, path, spoken(text))
        yield from _whole(week)


def patient_texts(week: Week) -> Iterator[tuple[Way, str]]:
    """What a patient reads in sentences: all of the sheet but its title and the labels of its tool."""
    for path, text in texts(week.handouts.patient):
        if LABELS.isdisjoint(path):
            yield ("handouts", "patient", *path), text


def figures(week: Week) -> reading.Reading:
    """The reading figures of a week's patient sheet."""
    return reading.reading(spoken(text) for _, text in patient_texts(week))


def _item(week: Written, path: Way, text: str) -> Iterator[Problem]:
    place = week.at(*path)
    if not re.search(r"[.!?][\"”)]?$", text):
        yield Problem(
            place, RULE, "this is no sentence: it has no full stop", "make it a short sentence that says what to do"
        )
    for sentence in reading.sentences(text):
        if (count := len(sentence.split())) > LONGEST:
            yield Problem(place, RULE, f"a sentence of {count} words; {LONGEST} is the most", "make two of it")
        for word in reading.words(sentence):
            plainer = _plain_words().get(word.lower())
            if plainer and not EXPLAINED.search(sentence):
                message = f"“{word}” is a hard word"
                yield Problem(place, RULE, message, f"write “{plainer}”, or explain it in the sentence", "warning")


def _whole(week: Written) -> Iterator[Problem]:
    found, place = figures(week.record), week.at("handouts", "patient")
    if found.smog > SMOG_WARNS:
        message = f"the patient sheet reads at SMOG {found.smog:.1f}; the aim is {SMOG_WARNS}, the limit {SMOG_FAILS}"
        hint = f"shorter words for: {', '.join(found.long_words[:10])}"
        yield Problem(place, RULE, message, hint, "error" if found.smog > SMOG_FAILS else "warning")
    if found.passive > PASSIVE:
        message = f"{found.passive:.0%} of the sentences are in the passive voice"
        yield Problem(place, RULE, message, "say who does what", "warning")


@cache
def _plain_words() -> dict[str, str]:
    return yaml.safe_load(PLAIN.read_text("utf-8"))
