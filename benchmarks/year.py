"""A year of 52 to measure with: the written weeks, and the missing ones made of them with other numbers and words.

A made-up week has its topic's number, slug and title, and its donor's text with the short words inside its sentences
replaced by plants and animals about as long and as easy to read. So each sheet is its own work (no cache can help), no
sentence stands twice, and everything still fits as it did.
"""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from textwrap import shorten

import yaml

PARTS = (
    "content", "handouts", "schema", "subscribers", "weeks",
    "constraints.txt", "mkdocs.yml", "program.yml", "sources.yml",
)  # fmt: skip
"""What a project is made of; the builder itself stays where it is."""

DONORS = (5, 20, 24, 33)
"""The weeks that the missing ones are made of: long ones, with room on every sheet."""

INSIDE = re.compile(r"(?<=[A-Za-z,;] )[a-z]{3,8}(?=( [a-z\[]|[.,;?!]))")
"""A short word inside a sentence: never a key, a name, a word of a closed list or a number's unit."""

NAMES = """
ash bee cod cow elk elm fig fir hen ivy oak owl pea ram rye yak
bark clay corn dove fern hawk iris kelp lake lime moss oats pine reed rose sage seed wren
acorn beech berry birch cedar cloud daisy eagle grass heron maple olive peach robin tulip wheat
almond badger cherry clover garden ginger island meadow orchid parrot pebble poplar salmon spruce
catfish cricket cypress dolphin herring lobster ostrich panther parsley peacock pumpkin seagull sparrow
"""
WORDS = {length: [name for name in NAMES.split() if len(name) == length] for length in range(3, 8)}


def make_year(project: Path, root: Path) -> None:
    """Copies the project to `root` and fills its year."""
    for part in PARTS:
        source = project / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, root / part)
    for name, text in _missing(root):
        (root / "weeks" / name).write_text(text, "utf-8")


def edit(week: Path, turn: int) -> None:
    """Changes one word of the week's message, another one each turn, as an author would."""
    head, message, rest = week.read_text("utf-8").partition("talking_points:")
    week.write_text(head + message + INSIDE.sub(lambda found: _word(found[0], turn), rest, count=1), "utf-8")


def _missing(root: Path) -> Iterator[tuple[str, str]]:
    """File name and text of each week that nobody has written yet."""
    written = {int(path.name[:2]): path for path in sorted((root / "weeks").glob("[0-9][0-9]-*.yml"))}
    donors = [written[number].read_text("utf-8") for number in DONORS]
    topics = yaml.safe_load((root / "program.yml").read_text("utf-8"))["topics"]
    for made, topic in enumerate(topic for topic in topics if topic["week"] not in written):
        copy, donor = divmod(made, len(donors))
        yield f"{topic['week']:02d}-{topic['slug']}.yml", _week(donors[donor], topic, copy)


def _week(text: str, topic: dict, copy: int) -> str:
    """The donor's text under the topic's head. No two copies of a donor have the same word in the same place."""
    place = count(copy)
    text = "".join(_varied(line, place) for line in text.splitlines(keepends=True))
    text = re.sub(r"(?m)^observance:.*\n(?: .*\n)*", "", text)
    title = re.split(r" ?[:;,(]", topic["title"])[0]
    short = shorten(title, 28, placeholder="")
    head = {"week": topic["week"], "slug": topic["slug"], "title": title, "short_title": short}
    for field, value in head.items():
        text = re.sub(rf"(?m)^{field}:.*$", f"{field}: {json.dumps(value)}", text, count=1)
    return text


def _varied(line: str, place: Iterator[int]) -> str:
    """A line of prose with other words. Shorter lines hold keys and the words of closed lists."""
    if len(line.split()) < 6:
        return line
    return INSIDE.sub(lambda found: _word(found[0], next(place)), line)


def _word(word: str, turn: int) -> str:
    """Another word, a letter shorter where it may be: plants and animals are wider than "little" or "still"."""
    words = WORDS[max(len(word) - 1, 3)]
    return words[turn % len(words)]
