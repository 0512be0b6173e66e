"""Text of the record -> Markdown that shows exactly that text. One escaping for every spot a text can stand in.

Characters with a meaning become numeric references, never backslashes: a reference is read the same way in a
paragraph, a heading, a table cell and an attribute, by every Markdown engine.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from markupsafe import Markup

from builder.model import Reference
from builder.model.citation import CITATION, spoken

Ready = Markup
"""Markdown that is finished: finalize leaves it alone. Wrap only what this house wrote or escaped."""

DROPPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that HTML has no way to show."""

MARKS = re.compile(
    r"""
      (?P<cite>\ *"""
    + CITATION.pattern
    + r""")
    | (?P<list>^\d+)(?=[.)])
    | (?P<char>
          [\\`*_\[\]{}<>&"#|~^=$@]      # marks of some Markdown, or of HTML
        | [^\S ]                        # white space that a parser may strip or split at
        | ^[-+!?:;'%/]                  # marks at the start of a line
        | (?<=[\]]):  | :(?!\s|$)       # a note's definition; :emoji: and ::: blocks
        | (?<=/)/                       # ///blocks
      )
    """,
    re.VERBOSE,
)


def prose(text: str, known: Iterable[str] = ()) -> Markup:
    """The text as Markdown; a citation of a known source becomes a note's mark. An unknown one stays text."""

    def mark(match: re.Match) -> str:
        if match["list"]:
            return f"&#{ord(match['list'][0])};{match['list'][1:]}"
        if not match["cite"]:
            return f"&#{ord(match['char'])};"
        source = match["cite"].strip()[2:-1]
        return f"[^{source}]" if source in known else _escaped(match["cite"])

    return Markup(MARKS.sub(mark, " ".join(re.split(r"[ \t\r\n]+", DROPPED.sub("", text).strip(" \t\r\n")))))


def plain(text: str) -> Markup:
    """The text as Markdown without its citations: for headings, lists of weeks, attributes."""
    return prose(spoken(text))


def link(label: str, address: str) -> Markup:
    """A Markdown link out of the site."""
    return Markup(f"[{prose(label)}]({quote(address, safe=':/?#@!$&+,;=%~')})")


def cited_in(markdown: str) -> tuple[str, ...]:
    """Ids of the notes marked in finished Markdown, each once, in order. Only `prose` can have written them."""
    return tuple(dict.fromkeys(re.findall(r"\[\^([a-z0-9-]+)\]", markdown)))


def notes(markdown: str, sources: Mapping[str, Reference], told_at: str = "") -> Markup:
    """Definitions of the notes that the Markdown marks. `told_at` is the page that tells what each source says."""
    return Markup("\n\n").join(_note(sources[source], told_at) for source in cited_in(markdown))


def _note(source: Reference, told_at: str) -> Markup:
    """One note: what it is, who published it and when. It leads to what was read there, else to the source itself."""
    kind = "" if source.primary else " Secondary source."
    title = Markup(f"[{prose(source.title)}]({told_at}#{source.id})") if told_at else link(source.title, source.address)
    return Markup(f"[^{source.id}]: {title}. {prose(source.publisher)}, {source.dated}.{kind}")


def _escaped(text: str) -> str:
    return "".join(char if char.isalnum() else f"&#{ord(char)};" for char in text)
