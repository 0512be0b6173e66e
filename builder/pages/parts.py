"""What belongs to a week beside its lesson: the call as cards, the practice, and what it was read from."""

import hashlib
from dataclasses import dataclass

from builder.edition import Edition, EditionWeek
from builder.model.practice import LETTERS, Question
from builder.pages.environment import render
from builder.pages.front import front
from builder.pages.library import cited_by, held
from builder.pages.markdown import Ready
from builder.pages.sheets import sheets

SEARCHED = {"exclude": True}
"""Of these pages, nothing: what they say is found in the lesson."""


ALONE = ("navigation", "toc")
TOLD_AT = "sources.md"


@dataclass(frozen=True)
class Asked:
    """A quiz question with its answer spelled out."""

    id: Ready
    """Changes with the question's words, so that nobody's progress counts for a question never seen."""
    question: str
    choices: tuple[str, ...]
    answer: Ready
    right: str
    why: str


def parts(at: EditionWeek, edition: Edition) -> dict[str, str]:
    """Path -> Markdown of the pages below a written week."""
    return {
        f"weeks/{at.key}/call.md": call(at, edition),
        f"weeks/{at.key}/practice.md": practice(at, edition),
        f"weeks/{at.key}/sources.md": sources(at, edition),
    }


def call(at: EditionWeek, edition: Edition) -> str:
    """The call in the order it is spoken, a card a step."""
    week = at.week
    return render(
        "call.md.j2",
        front(f"Call cards, week {at.number}: {week.short_title}", week.call.objective, ALONE, search=SEARCHED),
        edition.sources,
        TOLD_AT,
        at=at,
        week=week,
        call=week.call,
        message=week.call.talking_points[0],
        more_points=week.call.talking_points[1:],
        referral=sheets(at)[0],
    )


def practice(at: EditionWeek, edition: Edition) -> str:
    """The role play and the quiz."""
    title = f"Practice, week {at.number}: {at.week.short_title}"
    about = "A role play for the huddle, and five questions with their answers explained."
    quiz = [_asked(question, at.number) for question in at.week.practice.quiz]
    return render(
        "practice.md.j2",
        front(title, about, ALONE, search=SEARCHED),
        edition.sources,
        TOLD_AT,
        at=at,
        week=at.week,
        quiz=quiz,
    )


def sources(at: EditionWeek, edition: Edition) -> str:
    """Every source that the week cites, and what it was read to say."""
    return render(
        "week-sources.md.j2",
        front(f"Sources, week {at.number}: {at.week.short_title}", "What this week leans on.", search=SEARCHED),
        edition.sources,
        at=at,
        week=at.week,
        kinds=held(cited_by(at, edition)),
    )


def _asked(question: Question, week: int) -> Asked:
    words = hashlib.sha256(question.question.encode()).hexdigest()
    return Asked(
        id=Ready(f"{week:02d}-{words[:8]}"),
        question=question.question,
        choices=question.choices,
        answer=Ready(question.answer),
        right=question.choices[LETTERS.index(question.answer)],
        why=question.why,
    )
