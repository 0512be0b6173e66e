"""A record's JSON Schema -> YAML to be filled in: each field after a comment, a stub that is valid where one can be."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

from builder.model.walk import Path
from builder.read.scalars import plain

WANTED = object()
"""Stands for an optional block that is to be written out."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def yaml_stub(schema: dict, known: Mapping[Path, object]) -> str:
    """The text for a whole record. `known` has values that need no stub, by their path."""
    return "\n".join(_Stubs(schema["$defs"], known).block((), schema)) + "\n"


class _Stubs:
    def __init__(self, records: dict, known: Mapping[Path, object]):
        self.records, self.known = records, known

    def block(self, path: Path, schema: dict) -> Iterator[str]:
        """The fields of a block, in order; comments only in the first item of a list."""
        pad = "  " * len(path)
        for name, field in schema["properties"].items():
            if not any(isinstance(step, int) and step for step in path):
                yield from self._comment(pad, field, above=not path)
            if name in schema["required"] or (*path, name) in self.known:
                yield from self._value(f"{pad}{name}:", (*path, name), field)
            else:
                yield f"{pad}# {name}: may be left out"

    def _comment(self, pad: str, field: dict, above: bool) -> Iterator[str]:
        itself = self._resolved(field)
        item = self._resolved(itself.get("items", {}))
        about = field.get("description") or itself.get("description") or item.get("description", "")
        said = " ".join([*about.split(), _how_many(itself)]).strip()
        yield from [""] * above
        yield from (f"{pad}# {line}" for line in wrap(said, 100 - len(pad)))

    def _value(self, lead: str, path: Path, field: dict) -> Iterator[str]:
        given = self.known.get(path, WANTED)
        field = self._resolved(field)
        if given is not WANTED:
            yield f"{lead} {_flow(given)}"
        elif "properties" in field:
            yield lead
            yield from self.block(path, field)
        elif field.get("type") == "array":
            yield lead
            for index in range(self._length(path, field)):
                yield from self._item((*path, index), self._resolved(field["items"]))
        else:
            yield f"{lead} {_flow(_stub(field, path))}"

    def _item(self, path: Path, field: dict) -> Iterator[str]:
        dash = "  " * (len(path) - 1) + "- "
        if "properties" not in field:
            yield f"{dash}{_flow(self.known.get(path) or _stub(field, path))}"
            return
        lines = list(self.block(path, field))
        first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (dash[:-2] + line.lstrip() for line in lines[:first])
        yield dash + lines[first].lstrip()
        yield from lines[first + 1 :]

    def _length(self, path: Path, field: dict) -> int:
        numbers = [step[len(path)] + 1 for step in self.known if len(step) > len(path) and step[: len(path)] == path]
        return max([field.get("minItems", 1), *numbers])

    def _resolved(self, field: dict) -> dict:
        """The field itself, the record that it refers to, or the first of several forms."""
        if "$ref" in field:
            return self.records[field["$ref"].rpartition("/")[2]]
        branches = field.get("anyOf") or field.get("oneOf")
        return self._resolved(branches[0]) if branches else field


def _how_many(field: dict) -> str:
    least, most = field.get("minItems", 0), field.get("maxItems")
    if field.get("type") != "array" or not (least or most):
        return ""
    return f"({least} to {most})" if most and most != least else f"({least})" if most else f"({least} or more)"


def _stub(field: dict, path: Path) -> object:
    """A value that its field accepts, and that nobody takes for a real one where it is text."""
    if "const" in field or "enum" in field:
        words = field.get("enum") or [field["const"]]
        number = next((step for step in reversed(path) if isinstance(step, int)), 0)
        return words[number % len(words) if "enumDescriptions" in field else 0]
    if field["type"] == "integer":
        return field["minimum"]
    names = [step if isinstance(step, str) else str(step + 1) for step in path[-2:] if isinstance(path[-1], int)]
    return f"(to be written: {' '.join(names or [path[-1]])})"


def _flow(value: object) -> str:
    """A value on one line of YAML."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    text = str(value)
    bare = not isinstance(value, str) or (_PLAIN.fullmatch(text) and plain(text) == (text, ""))
    return text if bare else json.dumps(text, ensure_ascii=False)
