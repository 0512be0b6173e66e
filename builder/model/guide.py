"""The field guide for authors: every field of every file, what it must be and what it is for, as Markdown."""

import re
from collections.abc import Iterator, Mapping

_PATTERNS = {
    r"^[^\r\n]+$": "one line of text",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters, digits and single hyphens, for example heart-failure",
    r"^[A-Z][0-9A][0-9A-Z](\.[0-9A-Z]{1,4})?$": "an ICD-10-CM code with its dot, for example I50.22",
    r"^https?://[^\s<>\"]+$": "a web address that begins with https://",
    r"^10\.\d{4,9}/\S+$": "a DOI without its address, for example 10.1161/CIR.0000000000001063",
    r"^[0-9a-f]{64}$": "64 hexadecimal digits, as `roadmap review` writes them",
    r"^\d{4}\.\d+$": "year, dot, release in quotes, for example '2027.1'",
    r"^#[0-9a-fA-F]{6}$": "a color in quotes: # and six hexadecimal digits, for example '#0b5563'",
    r"^[\w][\w ./-]*\.(svg|png|SVG|PNG)$": "a file's path that ends in .svg or .png, for example logos/maple.svg",
    r"^[0-9()+ .-]{7,24}$": "a phone number in quotes, for example '(555) 010-0199'",
}
_INTRO = """# The fields, one by one

Written by `roadmap schema` from the models in `builder/model/`; a test fails when it is stale. Don't edit it.

Text is plain text: `*`, `#` and `<` stand for themselves. The one mark with a meaning is a citation, `[@source-id]`;
its id stands in `sources.yml`. A field that may be left out says so; every other one must be there.
"""


def in_words(pattern: str) -> str:
    """What a pattern asks for, as an author would say it; the pattern itself when nobody has put it in words."""
    return _PATTERNS.get(pattern, f"text that matches `{pattern}`")


def field_guide(files: Mapping[str, dict]) -> str:
    """The guide. `files` has the JSON Schema of each kind of file under its heading."""
    parts = [_INTRO, *(_file(heading, schema) for heading, schema in files.items())]
    return "\n".join([*parts, _words(files.values())]).rstrip("\n") + "\n"


def _file(heading: str, schema: dict) -> str:
    blocks = {"": schema, **dict(_blocks(schema, schema["$defs"], "", set()))}
    titles = {schema["title"]: f"`{path}`" for path, schema in blocks.items()}
    parts = [_block(path, block, schema["$defs"], titles) for path, block in blocks.items()]
    return "\n".join([f"## {heading}\n", *parts])


def _blocks(block: dict, records: dict, path: str, seen: set[str]) -> Iterator[tuple[str, dict]]:
    """Path -> record, for each record inside, where it stands first; in the order of the fields."""
    for name, field in block["properties"].items():
        inside = f"{path}.{name}" if path else name
        for title in _titles(field):
            record = records[title]
            if "properties" in record and title not in seen:
                seen.add(title)
                kind = record["properties"].get("kind", {}).get("const")
                yield f"{inside} with kind: {kind}" if kind else inside, record
                yield from _blocks(record, records, inside, seen)


def _titles(field: dict) -> list[str]:
    """The records and word lists that a field refers to."""
    branches = field.get("anyOf", field.get("oneOf", [])) + ([field["items"]] if "items" in field else [])
    return [field["$ref"].rpartition("/")[2]] if "$ref" in field else [t for each in branches for t in _titles(each)]


def _block(path: str, block: dict, records: dict, titles: dict) -> str:
    fields, required = block["properties"], block["required"]
    rows = [_row(name, field, name in required, records, titles) for name, field in fields.items()]
    about = f"{_one_line(block['description'])}\n"
    table = ["| Field | What it must be | What it is for |", "|---|---|---|", *rows]
    return "\n".join([*([f"### `{path}`\n"] if path else []), about, *table, ""])


def _row(name: str, field: dict, required: bool, records: dict, titles: dict) -> str:
    must = _must_be(field, records, titles) + ("" if required else "; may be left out")
    about = field.get("description") or " ".join(
        records[title]["description"] for title in _titles(field)[:1] if "description" in records[title]
    )
    return f"| `{name}` | {_cell(must)} | {_cell(about)} |"


def _must_be(field: dict, records: dict, titles: dict) -> str:
    """One field's type and limits in plain words."""
    if "$ref" in field:
        return _reference(field["$ref"].rpartition("/")[2], records, titles)
    if branches := [each for each in field.get("anyOf", field.get("oneOf", ())) if each.get("type") != "null"]:
        said = dict.fromkeys(_must_be(each, records, titles) for each in branches)
        return " or ".join(said)
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return "one of " + ", ".join(f"`{word}`" for word in field["enum"])
    return _KINDS[field["type"]](field, records, titles)


def _reference(title: str, records: dict, titles: dict) -> str:
    if "enum" in records[title]:
        return f"a word from [{_spaced(title)}](#{_anchor(_spaced(title))})"
    return f"a block, [{titles[title]}](#{_anchor(titles[title])})"


def _text(field: dict, records: dict, titles: dict) -> str:
    if field.get("format") == "date":
        return "a date, for example 2027-01-31"
    kind = in_words(field["pattern"]) if "pattern" in field else "text"
    return kind + (f", at most {field['maxLength']} characters" if "maxLength" in field else "")


def _number(field: dict, records: dict, titles: dict) -> str:
    return f"a whole number from {field['minimum']} to {field['maximum']}"


def _list(field: dict, records: dict, titles: dict) -> str:
    least, most = field.get("minItems", 0), field.get("maxItems")
    many = f"{least} to {most}" if most else f"{least} or more"
    many = f"exactly {least}" if least == most else many if least or most else "any number"
    return f"a list of {many}, each {_must_be(field['items'], records, titles)}"


_KINDS = {"string": _text, "integer": _number, "array": _list}


def _words(schemas) -> str:
    """The closed word lists of all files, each once."""
    lists = {title: record for schema in schemas for title, record in schema["$defs"].items() if "enum" in record}
    return "\n".join(["## Words\n", *(_word_list(_spaced(title), lists[title]) for title in sorted(lists))])


def _word_list(title: str, record: dict) -> str:
    labels = zip(record["enum"], record["enumDescriptions"], strict=True)
    table = ["| Word | Means |", "|---|---|", *(f"| `{word}` | {_cell(label)} |" for word, label in labels)]
    return "\n".join([f"### {title}\n", f"{_one_line(record['description'])}\n", *table, ""])


def _spaced(title: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title).capitalize()


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _one_line(text).replace("|", "\\|")
