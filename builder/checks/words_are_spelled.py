"""Every word is spelled as American English spells it.

A misprint on a sheet that a physician holds says that nobody read it twice; "oedema" says that it came from elsewhere.
Words are held against the en_US dictionary, the words of ICD-10-CM and the project's own list of words and acronyms,
`builder/reference/own_words.txt`: a word that any week may use is added there, a name that stands once is waived where
it stands. Left out are citations, codes, addresses on the web, whatever has a digit in it, and names: of sources and
their publishers, of the people in the role play, and after Mr., Mrs., Ms., Miss or Dr.
"""

import re
from collections.abc import Iterable, Iterator

from builder.model.citation import spoken
from builder.problem import Problem
from builder.read import Program, Written
from builder.reference.spelling import WORD, near, spelled

RULE = "words-are-spelled"
FAILS = {("diagnosis", "what_it_is"): "The heart is swolen, and oedema shows at the ankles."}
PASSES = {("diagnosis", "what_it_is"): "The heart is swollen, and edema shows at the ankles."}

NO_WORDS = frozenset({"slug", "code", "lcd", "digest", "by", "credential"})
LEFT_OUT = re.compile(
    r"\S+\.(?:gov|org|com|net|edu)\b\S*|\S+@\S+|\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]\w+|\(to be written[^)]*\)"
)


def check(program: Program) -> Iterator[Problem]:
    """A problem for each wrong word of a text, in the announced topics and then in the weeks."""
    names = _capitals(text for source in program.sources.record.sources for text in (source.title, source.publisher))
    yield from _written(program.announced, names)
    for week in program.weeks:
        yield from _written(week, names | _capitals(role.who for role in week.record.practice.role_play.roles))


def _written(written: Written, names: frozenset[str]) -> Iterator[Problem]:
    for path, text in written.texts:
        for word in () if path[-1] in NO_WORDS else _wrong(text):
            if _bare(word) not in names:
                yield Problem(written.at(*path), RULE, f"“{word}” is not in the dictionary", _hint(word))


def _wrong(text: str) -> list[str]:
    """Its misspelled words, each once. Few texts have any, so what to leave out is looked for only in those."""
    if all(map(spelled, WORD.findall(text))):
        return []
    words = dict.fromkeys(WORD.findall(LEFT_OUT.sub(" ", spoken(text))))
    return [word for word in words if not spelled(word)]


def _capitals(names: Iterable[str]) -> frozenset[str]:
    """The words of some names that begin with a capital."""
    return frozenset(_bare(word) for name in names for word in WORD.findall(name) if word[0].isupper())


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _hint(word: str) -> str:
    if nearest := near(word):
        return f"did you mean {' or '.join(f'“{each}”' for each in nearest)}?"
    return "if it is right, add it to builder/reference/own_words.txt"
