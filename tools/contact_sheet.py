"""PNGs of all sheets in a grid, to look at them as one: `make contact-sheet`, or `python tools/contact_sheet.py OUT`.

One picture for each kind and edition: color, gray, and the first pages of large print. Text is legible at full size.
"""

# ruff: noqa: T201 - what a tool says is printed
import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from builder.cli import inputs
from builder.edition import KINDS
from builder.handouts import design, typeset
from builder.handouts.sheets import sheets
from builder.handouts.style import STYLES
from builder.make.job import Job
from builder.make.pools import processes
from builder.make.run import run

PROJECT = Path(__file__).parents[1]
ACROSS, EDGE = 8, 8
"""Sheets in a row; pixels between them."""


def main(out: Path) -> None:
    """Writes the pictures below `out` and says which."""
    found = inputs.look(PROJECT, "example")
    found.stop()
    out.mkdir(parents=True, exist_ok=True)
    wanted = design.digest()
    with processes(2) as pool:
        for style, kind in ((style, kind) for style in STYLES for kind in KINDS if kind in STYLES[style].kinds):
            mine = [sheet for sheet in sheets(found.edition) if (sheet.kind, sheet.style) == (kind, style)]
            jobs = [Job(sheet.path, sheet.source(wanted), typeset.picture, "look") for sheet in mine]
            pages = [Image.open(io.BytesIO(made.data)) for made in run(jobs, pool, None)]
            path = out / f"{kind}-{style}.png"
            grid(pages, [sheet.week_key for sheet in mine]).save(path, optimize=True)
            print(f"{path}: {len(pages)} sheets")


def grid(pages: list[Image.Image], names: list[str]) -> Image.Image:
    """All pages side by side, each with its name above."""
    width, height = pages[0].width + EDGE, pages[0].height + EDGE + 12
    rows = -(-len(pages) // ACROSS)
    whole = Image.new("RGB", (width * min(ACROSS, len(pages)) + EDGE, height * rows + EDGE), "#777777")
    pen = ImageDraw.Draw(whole)
    for number, (page, name) in enumerate(zip(pages, names, strict=True)):
        spot = (EDGE + width * (number % ACROSS), EDGE + height * (number // ACROSS))
        pen.text(spot, name, fill="white")
        whole.paste(page, (spot[0], spot[1] + 12))
    return whole


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else PROJECT / ".cache" / "contact-sheet"))
