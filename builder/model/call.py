"""The seven minutes: whom to see, what to say, and what to check with operations first."""

from typing import Annotated

from pydantic import AfterValidator, Field

from builder.model.citation import spoken
from builder.model.record import Many, Record, Several, Text
from builder.model.vocabulary import ReferralSource


def word_count(text: str) -> int:
    """Words as a speaker counts them: citations are not spoken."""
    return len(spoken(text).split())


def _sayable(text: str) -> str:
    if (words := word_count(text)) > 25:
        raise ValueError(f"a talking point has at most 25 words; this one has {words}")
    return text


class Source(Record):
    """Somebody who sends patients, and what to ask them this week."""

    type: ReferralSource
    cares_about: Text
    """What is at stake for them with this diagnosis."""
    look_for: Text
    """The patient they have seen, in words that they would use."""
    question: Text
    """The open question for this source."""


class TalkingPoint(Record):
    """One thing to say."""

    say: Annotated[Text, AfterValidator(_sayable)]
    """At most 25 words, as spoken."""
    because: Text
    """Why it is true, with its citation."""


class Objection(Record):
    """What they say, and what you say."""

    they_say: Text
    you_say: Text
    """An answer for this diagnosis; it ends in a question or an offer, not in pressure."""


class Call(Record):
    """The call itself, in the order it is spoken."""

    objective: Text
    """What this call is for, in one sentence that can be checked afterwards."""
    opener: Text
    """The first thing said."""
    questions: Many[Text]
    """Open questions. The first is this week's; never one that can be answered with yes or no."""
    talking_points: Annotated[tuple[TalkingPoint, ...], Field(min_length=3, max_length=3)]
    """Exactly three. The first is the week's message."""
    objections: Many[Objection]
    ask: Text
    """One particular patient, by diagnosis, not "any referrals"."""
    next_step: Text
    """What is agreed before leaving: who does what, by when."""


class Operations(Record):
    """Sales and operations on one side: checked before it is promised."""

    confirm: Several[Text]
    """What to ask operations before the week's calls: staff, skills, supplies, hours."""
    intake: Several[Text]
    """What to collect with a referral of this diagnosis."""
    coffee_question: Text
    """One question to a colleague in operations, over coffee."""


class NeverSay(Record):
    """Words that must not be used, and why."""

    words: Text
    why: Text
    """The rule or the harm behind it."""


class Compliance(Record):
    """This topic's traps."""

    say: Several[Text]
    never_say: Several[NeverSay]
