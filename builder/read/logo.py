"""A subscriber's logo: from its file to a drawing that any sheet can carry, or what is wrong with it.

The file comes from outside. So an SVG may hold shapes and nothing that runs or fetches, and a PNG may be neither huge
nor broken; both become one SVG text, which needs nothing else.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from builder.problem import Problem
from builder.read.written import Written

RULE = "logo-can-be-printed"

MOST_BYTES = {".svg": 400_000, ".png": 2_000_000}
MOST_PIXELS = 4000
"""Of a side."""
FEWEST_PIXELS = 96
"""Of the longer side: below that it is a blur in print."""
WIDEST, TALLEST = 10.0, 0.33
"""Width by height. Beyond these a logo is a line in the header."""

RUNS = {"script", "foreignObject", "iframe", "audio", "video", "animate", "animateMotion", "animateTransform", "set"}
OWN_IMAGE = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
FETCHES = re.compile(r"@import|url\(\s*['\"]?(?!#|['\"]?data:image/)", re.IGNORECASE)
LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px|pt|mm|cm|in)?\s*")


@dataclass(frozen=True)
class Drawing:
    """A logo that is safe to set. `svg` is its whole text; `ratio` is width by height."""

    svg: str
    ratio: float
    alt: str
    dark: bool
    """Whether it was drawn for dark grounds."""


class Unfit(Exception):
    """A logo that can't be used: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str):
        super().__init__(message)
        self.hint = hint


def read_logo(folder: Path, agency: Written) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """The logo that an agency's file names, seen from its folder. (None, ()) when it names none."""
    named = agency.record.logo
    if not named:
        return None, ()
    try:
        svg, ratio = _drawing(_bytes(folder, named.path), named.path)
        _shaped(ratio)
    except Unfit as wrong:
        return None, (Problem(agency.at("logo", "path"), RULE, str(wrong), wrong.hint),)
    return Drawing(svg, ratio, named.alt or agency.record.meta.name, named.background == "dark"), ()


def _bytes(folder: Path, name: str) -> bytes:
    path, most = folder / name, MOST_BYTES[Path(name).suffix.lower()]
    if ".." in Path(name).parts or not path.resolve().is_relative_to(folder.resolve()):
        raise Unfit(f"{name} lies outside the subscriber's folder", "put the logo beside the subscriber's file")
    try:
        if not path.is_file():
            raise Unfit(f"there is no file {name}", "the path is seen from the subscriber's own file")
        if (size := path.stat().st_size) > most:
            raise Unfit(f"{name} has {size / 1e6:.1f} MB, more than {most / 1e6:g} MB", "export it smaller")
        return path.read_bytes()
    except OSError as wrong:
        raise Unfit(f"{name} can't be read: {wrong.strerror}", "look at its permissions") from wrong


def _drawing(data: bytes, name: str) -> tuple[str, float]:
    return _png(data) if name.lower().endswith(".png") else _svg(data)


def _shaped(ratio: float) -> None:
    if not TALLEST <= ratio <= WIDEST:
        shape = f"{ratio:.1f} times as wide as high" if ratio > 1 else f"{1 / ratio:.1f} times as high as wide"
        raise Unfit(f"the logo is {shape}", f"use one between {1 / TALLEST:.0f}:1 high and {WIDEST:.0f}:1 wide")


def _png(data: bytes) -> tuple[str, float]:
    from PIL import Image, UnidentifiedImageError  # slow to import, and few agencies need it

    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as image:
            width, height = image.size
            if max(width, height) > MOST_PIXELS:
                raise Unfit(f"the logo has {width} x {height} pixels", f"use one of at most {MOST_PIXELS} a side")
            if max(width, height) < FEWEST_PIXELS:
                raise Unfit(f"the logo has only {width} x {height} pixels", "use a larger one, or an SVG")
            image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as wrong:
        raise Unfit("the logo is no whole PNG picture", "export it again as PNG or SVG") from wrong
    inside = base64.b64encode(data).decode()
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    image = f'<image width="{width}" height="{height}" href="data:image/png;base64,{inside}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>', width / height


def _svg(data: bytes) -> tuple[str, float]:
    try:
        text = data.decode("utf-8-sig")
        if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
            raise Unfit("the logo declares a document type", "export it as plain SVG")
        root = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError) as wrong:
        raise Unfit("the logo is no readable SVG", "export it again as plain SVG, in UTF-8") from wrong
    if _local(root.tag) != "svg":
        raise Unfit("the logo is no SVG picture", "its first element must be <svg>")
    for reason, hint in _unsafe(root):
        raise Unfit(reason, hint)
    return text, _ratio(root)


def _unsafe(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    plain = "export it as plain SVG: shapes only, nothing linked"
    for element in root.iter():
        name = _local(element.tag)
        if name in RUNS:
            yield f"the logo holds <{name}>", plain
        if name == "text":
            yield "the logo holds text, which needs a font that we don't have", "convert its letters to paths"
        if name == "style" and FETCHES.search(element.text or ""):
            yield "the logo's style fetches something from outside", plain
        for attribute, value in element.attrib.items():
            if _local(attribute).lower().startswith("on"):
                yield f"the logo holds a script in `{_local(attribute)}`", plain
            if _local(attribute) == "href" and not (value.startswith("#") or OWN_IMAGE.match(value)):
                yield "the logo points to something outside itself", plain
            if FETCHES.search(value):
                yield f"the logo's `{_local(attribute)}` fetches something from outside", plain


def _ratio(root: ElementTree.Element) -> float:
    box = [float(number) for number in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    if len(box) == 4 and min(box[2:]) > 0:
        return box[2] / box[3]
    sides = [LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if all(sides) and all(float(side[1]) > 0 for side in sides):
        return float(sides[0][1]) / float(sides[1][1])
    raise Unfit("the logo doesn't say how large it is", "give its <svg> a viewBox")


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]
