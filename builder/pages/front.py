"""The head of a page: what the engine should call it, and what it should hide."""

import json
from html import escape

from markupsafe import Markup

from builder.model.citation import spoken


def front(title: str, description: str, hide: tuple[str, ...] = ("navigation",), **more) -> Markup:
    """Front matter. The theme prints its values as HTML, so they are escaped for HTML here. `more` goes in as it is."""
    values = {"title": escape(_line(title)), "description": escape(_line(description)), "hide": list(hide), **more}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    return Markup("\n".join(("---", *lines, "---")))


def _line(text: str) -> str:
    return " ".join(spoken(text).split())
