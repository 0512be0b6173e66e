"""No text promises, boasts, induces, steers, judges eligibility, talks of payment, or identifies a patient.

The rules are data (`builder/reference/claims.yml`), each with the law behind it, texts that it must find and texts that
it must leave alone. What somebody else says is not our claim: words to never say, objections, and wrong quiz answers
are left out.
"""

from collections.abc import Iterator

from builder.model.citation import spoken
from builder.model.practice import LETTERS
from builder.model.walk import Path
from builder.problem import Problem
from builder.read import Program
from builder.reference.claims import careless

RULE = "claims-are-careful"
FAILS = {("call", "ask"): "Send us your patients with heart failure; we guarantee a visit within a day."}
PASSES = {("call", "ask"): "Which patient with heart failure went home this week with a new water pill?"}


def check(program: Program) -> Iterator[Problem]:
    """One problem for each rule that a text breaks."""
    for week in program.weeks:
        wrong = set(_wrong_choices(week.record))
        for path, text in week.texts:
            if path in wrong or path[-1] in {"words", "they_say"}:
                continue
            for rule, found in careless(spoken(text)):
                message = f"{rule.name}: “{found}”. {rule.law}."
                yield Problem(week.at(*path), RULE, message, rule.instead)


def _wrong_choices(week) -> Iterator[Path]:
    for number, question in enumerate(week.practice.quiz):
        for letter, _ in zip(LETTERS, question.choices, strict=False):
            if letter != question.answer:
                yield ("practice", "quiz", number, "choices", LETTERS.index(letter))
