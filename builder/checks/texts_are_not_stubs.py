"""Every text is written out: no placeholder is left in it, and it is as long as its field needs to say anything.

A week begins as a skeleton full of `(to be written)`. It can be read, so that an author may look at it at any time; but
it must not reach a reader, and drafts are published too: so a placeholder is an error, in a draft as well. Placeholders
are the skeleton's, TBD, TODO, lorem ipsum, `[agency name]` and bare dots. A text with fewer words than its kind of
field ever has in a good week is told as a warning: how much is enough is a guess. Citations don't count as words.
"""

import re
from collections.abc import Iterator

from builder.model.call import word_count
from builder.model.walk import Path
from builder.problem import Problem
from builder.read import Program

RULE = "texts-are-not-stubs"
FAILS = {("diagnosis", "what_it_is"): "(to be written: what_it_is)"}
PASSES = {
    ("diagnosis", "what_it_is"): (
        "The heart pumps less blood than the body needs. Fluid backs up into the lungs and the legs, so breath gets "
        "short and shoes get tight, often within a few days."
    )
}

STUB = re.compile(
    r"""
    \(to\ be\ written\b.*?\) | [Ll]orem\ ipsum\b | [Pp]laceholder | TBD | TODO | FIXME | XXX
    | [\[<{](?:insert|your|agency|name|phone|date)\b[^\]>}]*[\]>}]
    | (?:\.\.\.|…)$ | ^\W*$ | ^(?:[nN]/?[aA]|[nN]one|[tT]est|x+)\W*$
    """,
    re.VERBOSE,
)

LEAST = {
    name: least
    for least, names in {
        25: "what_it_is how_it_gets_worse homebound_example",
        15: "appropriate says situation",
        12: "caregiver_relief you_say why_now quiz.why hospice.say",
        10: "objective opener scene private_duty.say",
        8: "because meaning ask next_step not_primary.why",
        6: """purpose home_health.who skilled_need does cues cares_about look_for say never_say.why coffee_question
              main_message summary""",
        4: """how_it_shows red_flags examples.when home_health.chart_this goals adl iadl question questions confirm
              compliance.say good_sounds_like headline think_of what_we_do.does how ask_yourself""",
        3: "patient.title they_say intake do_today signs call_us call_911 referral.chart_this",
        2: "do roles.who",
    }.items()
    for name in names.split()
}
"""Field -> words that it has at least. The longest name that fits the end of a path counts; labels have no least."""


def check(program: Program) -> Iterator[Problem]:
    """Placeholders, and texts that are too short."""
    for week in program.weeks:
        for path, text in week.texts:
            name, least = field(path)
            if found := STUB.search(text):
                message = f"“{found[0].strip()}” is a placeholder"
                yield Problem(week.at(*path), RULE, message, "docs/field-guide.md says what belongs here")
            elif (count := word_count(text)) < least:
                message = f"{count} word{'s' * (count > 1)}: `{name}` says nothing in fewer than {least}"
                yield Problem(week.at(*path), RULE, message, "say what holds for this diagnosis only", "warning")


def field(path: Path) -> tuple[str, int]:
    """A field's name and the least number of its words; 0 for a label."""
    names = [step for step in path if isinstance(step, str)]
    known = (".".join(names[at:]) for at in range(len(names)))
    return names[-1], next((LEAST[name] for name in known if name in LEAST), 0)
