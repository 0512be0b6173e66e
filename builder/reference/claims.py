"""Rules for careful claims: what must not be said, the law behind it, what to say instead."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("claims.yml")


@dataclass(frozen=True)
class Rule:
    """One rule. `fails` are texts that it must find, `passes` texts that it must leave alone."""

    name: str
    pattern: re.Pattern
    not_after: re.Pattern | None
    law: str
    instead: str
    fails: tuple[str, ...]
    passes: tuple[str, ...]

    def find(self, text: str) -> str | None:
        """The words that break this rule, or None."""
        for match in self.pattern.finditer(text):
            if not (self.not_after and self.not_after.search(text[: match.start()])):
                return match[0].strip()
        return None


def careless(text: str) -> list[tuple[Rule, str]]:
    """The rules that a text breaks, each with the words that break it."""
    if not _any().search(text):
        return []  # nearly every text: one look instead of one a rule
    return [(rule, found) for rule in rules() if (found := rule.find(text))]


@cache
def _any() -> re.Pattern:
    # Every rule begins at the start of a word or at a sign, so the engine may skip the inside of words.
    patterns = "|".join(rule.pattern.pattern for rule in rules())
    return re.compile(rf"(?<!\w)(?:{patterns})", re.IGNORECASE)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file."""
    return tuple(_rule(**row) for row in yaml.safe_load(TABLE.read_text("utf-8")))


def _rule(name, pattern, law, instead, fails, passes, not_after=None) -> Rule:
    compiled = re.compile(pattern, re.IGNORECASE)
    before = re.compile(not_after, re.IGNORECASE) if not_after else None
    return Rule(name, compiled, before, law, instead, tuple(fails), tuple(passes))
