"""Make builder/reference/syllables.tsv.gz from a copy of cmudict.dict: the words for which our rule is wrong.

python tools/make_syllables.py path/to/cmudict.dict
"""

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

from builder.reference.syllables import TABLE, rule


def exceptions(text: str) -> dict[str, int]:
    """Word -> syllables, where no pronunciation has as many as the rule says; the longest pronunciation counts."""
    counts = defaultdict(set)
    for line in text.splitlines():
        word, _, sounds = line.partition("#")[0].strip().partition(" ")
        word = re.sub(r"\(\d+\)$", "", word)
        if re.fullmatch(r"[a-z]+(?:'[a-z]+)?", word):
            counts[word].add(sum(sound[-1].isdigit() for sound in sounds.split()))
    return {word: max(each) for word, each in sorted(counts.items()) if rule(word) not in each and max(each)}


if __name__ == "__main__":
    found = exceptions(Path(sys.argv[1]).read_text("utf-8"))
    rows = "".join(f"{word}\t{count}\n" for word, count in found.items())
    TABLE.write_bytes(gzip.compress(rows.encode(), 9, mtime=0))
