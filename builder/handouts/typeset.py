"""A sheet's data through Typst: PDF, preview and fit. The only importer of typst."""

import json
import math
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO

import PIL
import typst
from PIL import Image

from builder.handouts import design
from builder.make import box

ENGINE = f"typst {typst.__version__}, pillow {PIL.__version__}"
PREVIEW = 40
"""Pixels an inch: 340 x 440 pixels."""


SCREEN = 72
"""Pixels an inch of pictures for screens, which are drawn in pixels."""

LOOK = 60
"""Pixels an inch of a picture to be looked at: small, but legible."""


ICONS = (512, 192, 180)
"""Sides in pixels: two that a web app names, and the one that an iPhone looks for."""


class DesignChanged(Exception):
    """The worker's design is not the one that the job was made for."""


def typeset(source: bytes) -> bytes:
    """A box of `sheet.pdf` (PDF/UA-1), `preview.png` (its first page) and `fit.json` for a sheet's source.

    Gray has neither preview nor fit: it is set like the color sheet, which a page can show without its colors.

    Raises typst.TypstError when the sheet breaks the standard, DesignChanged when the design on disk is another one.
    """
    compiler, inputs, _ = _ready(source)
    if _style(inputs) == "gray":
        return box.pack({"sheet.pdf": pdf(source)})
    pages = _draw(compiler, inputs, PREVIEW)
    files = {
        "sheet.pdf": pdf(source),
        "preview.png": _palette(pages[0]),
        "fit.json": _fit(compiler, inputs, len(pages)),
    }
    return box.pack(files)


def pdf(source: bytes) -> bytes:
    """Only the PDF (PDF/UA-1) of a source."""
    compiler, inputs, day = _ready(source)
    return compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=day)


def picture(source: bytes) -> bytes:
    """The first page of a source as PNG, to be looked at."""
    compiler, inputs, _ = _ready(source)
    return _draw(compiler, inputs, LOOK)[0]


def screen(source: bytes) -> bytes:
    """A picture for screens as PNG."""
    compiler, inputs, _ = _ready(source)
    return _palette(_draw(compiler, inputs, SCREEN)[0])


def icons(source: bytes) -> bytes:
    """A box of the icon in every size that devices ask for, by its side in pixels: `512.png`."""
    compiler, inputs, _ = _ready(source)
    drawn = _draw(compiler, inputs, SCREEN)[0]
    return box.pack({f"{side}.png": _scaled(drawn, side) for side in ICONS})


def _ready(source: bytes) -> tuple[typst.Compiler, dict, datetime]:
    given = json.loads(source)
    year, month, day = given["sheet"]["plan"]["published"]
    inputs = {"sheet": json.dumps(given["sheet"], ensure_ascii=False)}
    return _compiler(given["design"]), inputs, datetime(year, month, day, tzinfo=UTC)


@lru_cache(maxsize=1)
def _compiler(wanted: str) -> typst.Compiler:
    """One for a process: it keeps fonts and templates ready. It must not be shared by threads."""
    if design.digest() != wanted:
        raise DesignChanged(f"the design in {design.FOLDER} is not the one that this job was made for")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[design.FONTS])
    return typst.Compiler(design.FOLDER / "sheet.typ", root=design.FOLDER, font_paths=fonts, ignore_system_fonts=True)


def _draw(compiler: typst.Compiler, inputs: dict, resolution: int) -> list[bytes]:
    pages = compiler.compile(format="png", ppi=resolution, sys_inputs=inputs)
    return [pages] if isinstance(pages, bytes) else pages


def _style(inputs: dict) -> str:
    return json.loads(inputs["sheet"])["style"]


def _palette(png: bytes) -> bytes:
    """The same picture in 48 colors: a third of the bytes, and the eye sees no difference at this size."""
    with Image.open(BytesIO(png)) as image:
        made = BytesIO()
        image.convert("RGB").quantize(48, Image.Quantize.FASTOCTREE).save(made, "PNG", compress_level=6)
    return made.getvalue()


def _scaled(png: bytes, side: int) -> bytes:
    with Image.open(BytesIO(png)) as image:
        made = BytesIO()
        image.convert("RGB").resize((side, side), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
    return made.getvalue()


def _fit(compiler: typst.Compiler, inputs: dict, pages: int) -> bytes:
    """How the sheet fits its page. Only one that doesn't is laid out again, on endless paper, to see by how much.

    Large print has as many pages as it takes.
    """
    fit = {"pages": pages, "over": 0, "lines": 0, "at": None}
    if pages > 1 and _style(inputs) != "large":
        _draw(compiler, inputs | {"endless": "yes"}, 1)
        fit |= _overflow(json.loads(compiler.query("<report>", field="value", one=True)))
    return json.dumps(fit).encode()


def _overflow(report: dict) -> dict:
    """Points and lines over, and the path of the first passage in the last stretch of text that is as long as that.

    What stands below the last passage (lines to write on, sources) can't be shortened, so the text has to give way.
    """
    over = max(report["end"] - report["limit"], 0.1)
    room = max(bottom for _, bottom in report["items"]) - over
    at = next(at for at, bottom in report["items"] if bottom > room)
    return {"over": round(over, 1), "lines": math.ceil(over / report["pitch"]), "at": at}
