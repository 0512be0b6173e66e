"""The styles in which a sheet is printed, and what each makes of a brand's colors."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from builder.handouts.color import ENOUGH, contrast, gray, readable, tint
from builder.problem import Problem
from builder.read import Written


class Style(NamedTuple):
    """One way to print a sheet."""

    name: str
    """As one speaks of it."""
    use: str
    kinds: tuple[str, ...]
    """Kinds of sheet that are made in it."""


STYLES = {
    "color": Style("Color", "for a color printer", ("referral", "patient", "call-sheet", "huddle")),
    "gray": Style("Gray", "saves ink, stays legible on a copier", ("referral", "patient", "call-sheet", "huddle")),
    "large": Style("Large print", "18 points and more, on as many pages as it takes", ("referral", "patient")),
}
"""The sheets that stay inside have no large print: whoever reads them has the week's page, at any size."""

INK, PAPER = "#1a1a1a", "#ffffff"

HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
IMAGE = re.compile(r"data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
NAMED = re.compile(r"""((?:fill|stroke|stop-color|color)\s*[=:]\s*["']?\s*)(rgba?\([^)]*\)|[a-zA-Z]{3,20})""")


def colors(brand: str, style: str) -> dict[str, str]:
    """The brand's colors in a style: `color` of its words and rules, `tint` behind dark text, a solid panel's two.

    Gray saves ink: its panels are white with a dark edge.
    """
    if style == "gray":
        return {"color": INK, "tint": "#f1f1f1", "solid": PAPER, "on_solid": INK}
    fit = readable(brand)
    return {"color": fit, "tint": tint(fit), "solid": fit, "on_solid": PAPER}


def corrected(agency: Written) -> Iterator[Problem]:
    """A note where a brand's color is printed darker than it was given."""
    given = agency.record.color.primary.lower()
    if (fit := readable(given)) != given:
        message = f"{given} is printed as {fit}: it has {contrast(given):.1f}:1 on white, and text needs {ENOUGH}:1"
        yield Problem(agency.at("color", "primary"), "brand-colors-are-legible", message, level="note")


@lru_cache(maxsize=16)
def in_style(svg: str, style: str) -> str:
    """A picture as it is, or with every color of it turned to the gray of the same lightness."""
    if style != "gray":
        return svg
    svg = IMAGE.sub(lambda found: _gray_image(found[1]), svg)
    svg = HEX.sub(lambda found: gray(found[0]), svg)
    return NAMED.sub(lambda found: found[1] + _gray_name(found[2]), svg)


def _gray_name(name: str) -> str:
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(name)[:3]
    except ValueError:
        return name  # none, currentColor, inherit
    return gray(f"#{red:02x}{green:02x}{blue:02x}")


def _gray_image(data: str) -> str:
    from PIL import Image

    with Image.open(BytesIO(b64decode(data))) as image:
        pale, made = image.convert("LA"), BytesIO()
    pale.save(made, "PNG")
    return f"data:image/png;base64,{b64encode(made.getvalue()).decode()}"
