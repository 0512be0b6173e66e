"""YAML text -> plain data and the place of every value. The only file that knows a YAML package.

It is PyYAML with libyaml, always: PyYAML's own parser takes other texts (it stumbles over `[Who called?, When?]`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from builder.model.walk import Path
from builder.problem import Place, Problem
from builder.read.characters import ESCAPED, hidden_in
from builder.read.places import Places, Spot
from builder.read.scalars import plain
from builder.read.syntax import broken
from builder.read.wording import shown

MAX_DEPTH = 20
MAX_NODES = 20_000
CHARACTERS_A_NODE = 16
"""Only a long file of texts, a year of sources, may hold more values than that."""

_QUOTE = "put quotes around it if it is text; write plain digits if it is a number"


@dataclass(frozen=True)
class Tree:
    """What one file holds: maps, lists, text, numbers, nothing."""

    data: object
    places: Places
    texts: tuple[tuple[Spot, Spot], ...]
    """Begin and end of every text, so that a `#` inside one isn't taken for a comment."""
    lost: frozenset[Spot]
    """Where a value couldn't be made out; that is told already."""


class _Stop(Exception):
    """Reading on makes no sense; the problem is noted."""


def parse(file: str, text: str) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree in `text`, or None where there is none to go on with; and what is wrong with the YAML."""
    composer = _Composer(file, text)
    try:
        tree = composer.document()
    except _Stop:
        tree = None
    except yaml.MarkedYAMLError as error:
        tree = None
        composer.problems.append(broken(file, text, error, composer.texts[-1] if composer.texts else None))
    return tree, tuple(sorted({(problem, problem.message): problem for problem in composer.problems}.values()))


def _spot(mark) -> Spot:
    return mark.line + 1, mark.column + 1


class _Composer:
    """Reads events one by one, so that a bomb is refused before it goes off. Used once."""

    def __init__(self, file: str, text: str):
        self.file, self.problems = file, []
        self.values: dict[Path, Spot] = {}
        self.keys: dict[Path, Spot] = {}
        self.texts: list[tuple[Spot, Spot]] = []
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.lost: set[Spot] = set()
        self.aliases: set[str] = set()
        self.nodes, self.most = 0, max(MAX_NODES, len(text) // CHARACTERS_A_NODE)

    def document(self) -> Tree | None:
        next(self.events)  # the stream's start
        start = next(self.events)
        if not isinstance(start, yaml.DocumentStartEvent):
            self.note(None, "file-holds-one-document", "nothing is written here", "`roadmap new` writes a skeleton")
            return None
        if start.version or start.tags:
            self.note(start.start_mark, "yaml-is-plain", "a % directive", "take the line out")
        data = self._node(next(self.events), (), None)
        next(self.events)  # the document's end
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            hint = "keep one document in a file: put the rest into its own file and take the `---` out"
            self.note(after.start_mark, "file-holds-one-document", "a second document begins here", hint)
        return Tree(data, Places(self.file, self.values, self.keys), tuple(self.texts), frozenset(self.lost))

    def note(self, mark, rule: str, message: str, hint: str) -> None:
        place = Place(self.file, *_spot(mark)) if mark else Place(self.file)
        self.problems.append(Problem(place, rule, message, hint))

    def _node(self, event, path: Path, key: Spot | None):
        self._allow(event, path)
        block = isinstance(event, yaml.CollectionStartEvent) and not event.flow_style
        absent = isinstance(event, yaml.ScalarEvent) and event.start_mark.index == event.end_mark.index
        self.values[path] = key if key and (block or absent) else _spot(event.start_mark)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _allow(self, event, path: Path) -> None:
        self.nodes += 1
        if self.nodes > self.most:
            message = f"more than {self.most:,} values in one file"
            self.note(event.start_mark, "file-is-small", message, "a week has about a thousand")
            raise _Stop
        if len(path) > MAX_DEPTH:
            message = f"blocks inside blocks, more than {MAX_DEPTH} deep"
            self.note(event.start_mark, "yaml-is-plain", message, "the record is seven deep at most")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._alias(event)
            return
        if event.anchor:
            hint = "take it out; quote the text if it only begins with &"
            self.note(event.start_mark, "yaml-is-plain", f"an anchor, &{shown(event.anchor)}", hint)
        if event.tag:
            hint = "take it out; quote the text if it only begins with !"
            self.note(event.start_mark, "yaml-is-plain", f"a tag, {shown(event.tag)}", hint)

    def _alias(self, event) -> None:
        if event.anchor not in self.aliases:  # once is enough: a bomb has many
            hint = "write the text out; quote it if it only begins with *"
            self.note(event.start_mark, "yaml-is-plain", f"an alias, *{shown(event.anchor)}", hint)
        self.aliases.add(event.anchor)
        self.lost.add(_spot(event.start_mark))

    def _sequence(self, path: Path) -> list:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), None))
        return items

    def _mapping(self, path: Path) -> dict:
        data: dict = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name = self._key(event, path, data)
            value = self._node(next(self.events), (*path, name), _spot(event.start_mark))
            if isinstance(name, str):
                data[name] = value
        return data

    def _key(self, event, path: Path, data: dict) -> str | int:
        """The key's text; a number no path leads through, if it can't be used."""
        mark, lost = event.start_mark, -self.nodes
        if not isinstance(event, yaml.ScalarEvent):
            self.note(mark, "yaml-is-plain", "a key that is not a word", "quote a text that begins with [ or {")
            self._node(event, (*path, lost), None)
            self.lost.add(self.values[path])
            return lost
        self._allow(event, path)
        if event.value == "<<" and event.implicit[0]:
            self.note(mark, "yaml-is-plain", "a merge key, <<", "write the fields out")
            return lost
        if event.value in data:
            line = self.keys[*path, event.value][0]
            hint = f"keep one of the two; the first is on line {line}"
            self.note(mark, "keys-are-unique", f"`{shown(event.value)}` stands here a second time", hint)
            return lost
        self.keys[*path, event.value] = _spot(mark)
        return event.value

    def _scalar(self, event):
        self.texts.append((_spot(event.start_mark), _spot(event.end_mark)))
        if event.style == '"' and (name := hidden_in(event.value)):
            self.note(event.start_mark, "characters-are-visible", f"an escape for {name}", ESCAPED)
        if not event.implicit[0] or event.style:
            return event.value
        value, surprise = plain(event.value)
        if surprise:
            message = f"without quotes, `{shown(event.value)}` can be taken for {surprise}"
            self.note(event.start_mark, "values-are-unambiguous", message, _QUOTE)
        return value
