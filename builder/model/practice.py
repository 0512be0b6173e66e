"""The manager's huddle: a role play and a quiz."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from builder.model.record import Line, Many, Record, Text

LETTERS = ("a", "b", "c", "d")


class Role(Record):
    """One of two people in a role play. Made up, believable, never a real patient or clinician."""

    who: Line
    """Name and job: "Dana, liaison"."""
    situation: Text
    """What this person knows, wants and worries about."""


class RolePlay(Record):
    """Five minutes of practice."""

    scene: Text
    """Where, when, what happened before."""
    roles: Annotated[tuple[Role, ...], Field(min_length=2, max_length=2)]
    """The first is the liaison."""
    good_sounds_like: Many[Text]
    """What the manager listens for."""


class Question(Record):
    """One question with its answer explained."""

    question: Text
    choices: Annotated[tuple[Text, ...], Field(min_length=3, max_length=4)]
    answer: Literal["a", "b", "c", "d"]
    """The letter of the right choice; a is the first."""
    why: Text
    """Why it is right and where the others go wrong; cited where it states a fact."""

    @model_validator(mode="after")
    def _answer_is_a_choice(self):
        if LETTERS.index(self.answer) >= len(self.choices):
            raise ValueError(f"answer {self.answer} is not among the {len(self.choices)} choices")
        return self


class Practice(Record):
    """What the team does together this week."""

    role_play: RolePlay
    quiz: Annotated[tuple[Question, ...], Field(min_length=4, max_length=5)]
