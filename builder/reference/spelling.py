"""American English: which words are spelled right, and what is near to one that isn't.

`words.tsv.gz` holds the en_US dictionary of SCOWL (see words.LICENSE) and the words of ICD-10-CM, made by
`tools/make_words.py`; `own_words.txt` is the project's own list. A lookup asks a set: nothing is parsed or searched.
"""

import gzip
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import ascii_lowercase

TABLE = Path(__file__).with_name("words.tsv.gz")
OWN = Path(__file__).with_name("own_words.txt")
NEAREST = 3

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
"""A word as it stands in text, with its apostrophe; a hyphen parts two words."""

BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        ("[oa]e", "e"),
        ("our", "or"),
        ("is(?=e|ing|ation)", "iz"),
        ("ys(?=e|ing)", "yz"),
        ("re$", "er"),
        ("ll(?=ed|ing|er)", "l"),
        ("logue", "log"),
        ("mme$", "m"),
        ("ence$", "ense"),
        ("practis", "practic"),
        ("mould", "mold"),
        ("^grey", "gray"),
        ("^cheque", "check"),
        ("^whilst$", "while"),
    )
)
"""What British English writes where American English writes otherwise, when more than one letter is between them."""


@cache
def words() -> frozenset[str]:
    """Every known word as it is written: `Alzheimer` and `COPD` with their capitals."""
    own = (line.partition("#")[0].split() for line in OWN.read_text("utf-8").splitlines())
    table = gzip.decompress(TABLE.read_bytes()).decode().split("\n")
    return frozenset((*table, *(word for line in own for word in line)))


@cache
def spelled(word: str) -> bool:
    """Whether a word of a text is right. Single letters, and whatever has a digit in it, always are."""
    bare = plain(word)
    return len(bare) < 2 or any(c.isdigit() for c in bare) or not words().isdisjoint(_forms(bare))


def near(word: str) -> tuple[str, ...]:
    """Known words that a wrong one may have been meant to be, the likeliest first; often none."""
    bare = plain(word).lower()
    forms = (*(pattern.sub(american, bare) for pattern, american in BRITISH), *slips(bare))
    known = (form for each in forms for form in (each, each.capitalize(), each.upper()) if form in words())
    return tuple(dict.fromkeys(known))[:NEAREST]


def plain(word: str) -> str:
    """The word without accents and possessive: `Ménière's` is looked up as `Meniere`."""
    letters = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return re.sub(r"'s$", "", "".join(c for c in letters if not unicodedata.combining(c)))


def slips(word: str) -> Iterator[str]:
    """What a slip of one finger makes of `word`: two letters turned around, one missing, another one, one too many."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1)
    yield from (head + letter + tail for head, tail in cuts for letter in ascii_lowercase)
    yield from (head + letter + tail[1:] for head, tail in cuts if tail for letter in ascii_lowercase)
    yield from (head + tail[1:] for head, tail in cuts if tail)


def _forms(bare: str) -> Iterator[str]:
    """What the list may hold when a word is right: a sentence begins with a capital, a heading is all capitals."""
    yield bare
    yield bare.lower()
    if bare.isupper():
        yield bare.capitalize()
    if bare[:-1].isupper():
        yield bare.removesuffix("s")
