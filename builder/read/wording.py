"""Small words of a message: content cut to a length, lists, the nearest name."""

from collections.abc import Iterable
from difflib import get_close_matches


def shown(text: object) -> str:
    """Content as it may stand in a message: one line, at most 40 characters."""
    text = " ".join(str(text).split())
    return text if len(text) <= 40 else f"{text[:37]}..."


def listed(words: Iterable[str]) -> str:
    """`a, b, c`, each in backticks."""
    return ", ".join(f"`{word}`" for word in words)


def close(word: object, words: Iterable[str]) -> str:
    """The word that was perhaps meant, or nothing."""
    found = get_close_matches(word, words, n=1) if isinstance(word, str) and len(word) <= 60 else ()
    return found[0] if found else ""


def nearest(word: object, words: Iterable[str]) -> str:
    """A hint with the word that was perhaps meant; with all of them if none is near and they are few."""
    words = tuple(words)
    if meant := close(word, words):
        return f"did you mean `{meant}`?"
    return f"it can be {listed(words)}" if len(words) <= 16 else f"see the {len(words)} words in docs/field-guide.md"
