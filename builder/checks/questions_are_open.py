"""Questions to a referral source can't be answered with yes or no.

"Do you have any patients for us?" gets "no". "Which of your patients with heart failure struggled to keep to the plan
since last month?" gets a person.
"""

from collections.abc import Iterator

from builder.problem import Problem
from builder.read import Program

RULE = "questions-are-open"
FAILS = {("call", "questions", 0): "Do you have any heart failure patients for us?"}
PASSES = {("call", "questions", 0): "Which of your heart failure patients had a hard week?"}

CLOSED = frozenset(
    """am any are aren't can can't could couldn't did didn't do does doesn't don't had has hasn't have haven't is isn't
    may might shall should was were will won't would wouldn't""".split()  # noqa: SIM905 - a list of words reads as one
)


def check(program: Program) -> Iterator[Problem]:
    """Questions of the call and of each referral source that begin with a closed word, or don't ask."""
    for week in program.weeks:
        for path, question in _questions(week.record):
            if question.split()[0].lower().strip("\"',") in CLOSED:
                message = f"this question can be answered with yes or no: it begins with “{question.split()[0]}”"
                yield Problem(week.at(*path), RULE, message, "begin with which, what, how, when or who")
            elif "?" not in question:
                yield Problem(week.at(*path), RULE, "this question has no question mark", "ask it")


def _questions(week) -> Iterator[tuple[tuple, str]]:
    for index, question in enumerate(week.call.questions):
        yield ("call", "questions", index), question
    for index, source in enumerate(week.sources_of_referral):
        yield ("sources_of_referral", index, "question"), source.question
    yield ("operations", "coffee_question"), week.operations.coffee_question
