"""Fontsource's WOFF2 files -> the TTF files beside this one: python make.py ATKINSON_FILES ROBOTO_FILES

Needs fonttools[woff]. The two arguments are the `files` folders of npm's @fontsource/atkinson-hyperlegible-next (5.3.0)
and @fontsource/roboto (5.3.0).
"""

import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
HINTS = ["STAT", "DSIG", "prep", "gasp", "fpgm", "cvt ", "MVAR"]
LAYOUT = ["GSUB", "GPOS", "GDEF", "hdmx", "VDMX", "LTSH"]
SIGNS = (
    "µ′″≈≠≤≥∞√Ω∆⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⅛⅜⅝⅞■◊○●"
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω"
)  # what clinical text needs and Atkinson's subsets lack
HYPHEN, UNBROKEN_HYPHEN = 0x2D, 0x2011
NEW_YEAR_2024 = 3_786_912_000  # seconds since 1904: no file remembers when it was made


def merged(fonts: list[TTFont], folder: Path, without: list[str]) -> TTFont:
    """The subsets as one font."""
    paths = []
    for number, font in enumerate(fonts):
        font.flavor = None
        for table in set(without) & set(font.keys()):
            del font[table]
        paths.append(str(folder / f"{number}.ttf"))
        font.save(paths[-1])
    return Merger(Options(drop_tables=without)).merge(paths)


def only(font: TTFont, characters: set[int]) -> TTFont:
    """The font with these characters."""
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    return font


def save(font: TTFont, family: str, style: str, weight: int, name: str) -> None:
    """The font in its file, under the names that Typst looks for."""
    plain = weight in (400, 700)
    texts = {1: family if plain else f"{family} {style}", 2: style if plain else "Regular", 3: f"{family} {style}"}
    texts |= {4: f"{family} {style}", 6: f"{family} {style}".replace(" ", ""), 16: family, 17: style}
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 13, 14)]
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = NEW_YEAR_2024
    font.recalcTimestamp = False
    font.save(HERE / name)


def main(atkinson: Path, roboto: Path) -> None:
    """All files."""
    with tempfile.TemporaryDirectory() as name:
        folder, family = Path(name), "Atkinson Hyperlegible Next"
        for style, weight in (("Regular", 400), ("SemiBold", 600), ("Bold", 700)):
            stem = "atkinson-hyperlegible-next"
            parts = [TTFont(atkinson / f"{stem}-{part}-{weight}-normal.woff2") for part in ("latin", "latin-ext")]
            font = merged(parts, folder, HINTS)
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[UNBROKEN_HYPHEN] = table.cmap[HYPHEN]
            save(font, family, style, weight, f"AtkinsonHyperlegibleNext-{style}.ttf")
        wanted = {ord(sign) for sign in SIGNS} - set(font.getBestCmap())
        for style, weight in (("Regular", 400), ("Bold", 700)):
            parts = [roboto / f"roboto-{part}-{weight}-normal.woff2" for part in ("latin", "greek", "math", "symbols")]
            font = merged([only(TTFont(part), wanted) for part in parts], folder, HINTS + LAYOUT)
            save(font, "Roboto", style, weight, f"Roboto-{style}-signs.ttf")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
