"""Syllables of an English word: a rule, a table of where the rule goes wrong, and a table of clinical words.

`syllables.tsv.gz` holds the words of the CMU Pronouncing Dictionary (CMUdict, see syllables.LICENSE) for which the rule
is wrong, made by `tools/make_syllables.py`; `clinical_syllables.yml` holds words that CMUdict doesn't know.
"""

import gzip
import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("syllables.tsv.gz")
CLINICAL = Path(__file__).with_name("clinical_syllables.yml")

VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(
    r"(?:[^aeiouy]e(?<![^aeiouyl]le)|[^aeiouytd]ed|[^aeiouysxzcg]es(?<![cs]hes)(?<![^aeiouyl]les))$"
)
ONE_SOUND = re.compile(r"[tcsx]i(?=[aou])|gi(?=[aou])|qu|gu|^y")
TWO_SOUNDS = re.compile(r"i[aou](?!u)|u[ao]|eo|y[aeiou]")


@lru_cache(maxsize=10_000)
def syllables(word: str) -> int:
    """How many syllables `word` has; hyphenated parts are added up. 0 for a word without letters."""
    return sum(_known(part) or rule(part) for part in re.findall(r"[a-z']+", word.lower().replace("’", "'")))


def rule(word: str) -> int:
    """Syllables by spelling alone, for a word in small letters: right for nine words in ten of CMUdict."""
    letters = re.sub(r"[^a-z]", "", word)
    if not letters:
        return 0
    count = len(VOWELS.findall(letters)) - bool(SILENT_END.search(letters))
    count += len(TWO_SOUNDS.findall(ONE_SOUND.sub("_", letters[:-1]))) + bool(re.search(r"(?:ism|isms|thm)$", letters))
    return max(1, count)


def _known(word: str) -> int | None:
    clinical, table = _tables()
    return clinical.get(word) or clinical.get(word.removesuffix("'s")) or table.get(word)


@cache
def _tables() -> tuple[dict[str, int], dict[str, int]]:
    rows = (row.split("\t") for row in gzip.decompress(TABLE.read_bytes()).decode().splitlines())
    return yaml.safe_load(CLINICAL.read_text("utf-8")), {word: int(count) for word, count in rows}
