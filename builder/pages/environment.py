"""Jinja as this house uses it: a missing name stops, and every text is escaped for Markdown unless it is ready."""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined, pass_context
from markupsafe import Markup

from builder.model import Reference
from builder.pages import dates
from builder.pages.markdown import notes, plain, prose


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment; a template gets its values from `render`."""
    made = Environment(
        loader=PackageLoader("builder.pages"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(plain=plain, long=dates.long, short=dates.short, week_of=dates.week_of)
    return made


def render(template: str, front: Markup, sources: Mapping[str, Reference], told_at: str = "", **values) -> str:
    """A page: its front matter, the template's Markdown, and a note for each source that it cites.

    `told_at` is the page, seen from this one, that tells what each source says.
    """
    body = environment().get_template(template).render(sources=sources, **values)
    return f"{front}\n\n{body.strip()}\n\n{notes(body, sources, told_at)}".rstrip() + "\n"


@pass_context
def finalize(context, value):
    """What `{{ value }}` prints: text as prose with its citations. TypeError for what has no text form of its own."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str) and not isinstance(value, Enum):
        return prose(value, context.get("sources", ()))
    if isinstance(value, (int, Undefined)) and not isinstance(value, bool):
        return Markup(str(value))
    raise TypeError(f"a template can't print {value!r}")
