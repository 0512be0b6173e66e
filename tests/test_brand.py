"""A subscriber's brand on paper: logos of any shape, hostile files, pale colors, long names, gray."""

import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops

from builder.edition import edition
from builder.handouts import design, sheets, typeset
from builder.handouts.color import ENOUGH, contrast
from builder.handouts.style import colors, corrected, in_style
from builder.make.box import unpack
from builder.model import Subscriber
from builder.read import read_logo
from tests.test_handouts import AGENCY, NAMES, PROGRAM
from tests.test_typeset import elements, open_pdf, text_of

SHAPE = '<path d="M0 0h10v10z"/>'
LONG = "Saint Bartholomew and Saint Wolfgang Regional Home Health, Hospice & Private-Duty of Michigan"[:90]


def svg(inside: str = SHAPE, head: str = 'viewBox="0 0 40 10"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


def png(width: int, height: int, color: object = "#a01030") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), color).save(made, "PNG")
    return made.getvalue()


def agency(**changes):
    """The example agency as written, with other values in its file."""
    data = AGENCY.record.model_dump(mode="json")
    for block, values in changes.items():
        data[block] = {**(data[block] or {}), **values} if isinstance(values, dict) else values
    return replace(AGENCY, record=Subscriber.model_validate(data))


def read(tmp_path, name: str, data: bytes | None):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    return read_logo(tmp_path, agency(logo={"path": name}))


REFUSED = {
    "absent": ("logo.svg", None, "there is no file"),
    "script": ("logo.svg", svg("<script>alert(1)</script>"), "<script>"),
    "handler": ("logo.svg", svg('<path onclick="x()" d="M0 0"/>'), "script in `onclick`"),
    "foreign": ("logo.svg", svg("<foreignObject/>"), "<foreignObject>"),
    "link": ("logo.svg", svg('<image href="https://example.org/a.png"/>'), "outside itself"),
    "file": ("logo.svg", svg('<image href="../../secret.png"/>'), "outside itself"),
    "use": ("logo.svg", svg('<use href="other.svg#a"/>'), "outside itself"),
    "style": ("logo.svg", svg("<style>@import 'https://example.org/a.css';</style>"), "fetches"),
    "url": ("logo.svg", svg('<path style="fill:url(https://example.org/a)" d="M0 0"/>'), "fetches"),
    "entities": ("logo.svg", svg(before='<!DOCTYPE x [<!ENTITY a "b">]>'), "document type"),
    "letters": ("logo.svg", svg("<text>Maple</text>"), "font"),
    "no-xml": ("logo.svg", b"<svg", "no readable SVG"),
    "no-svg": ("logo.svg", b"<html/>", "no SVG picture"),
    "no-size": ("logo.svg", svg(head=""), "how large"),
    "line": ("logo.svg", svg(head='viewBox="0 0 400 10"'), "40.0 times as wide as high"),
    "needle": ("logo.svg", svg(head='viewBox="0 0 10 400"'), "40.0 times as high as wide"),
    "huge": ("logo.png", bytes(40_000_000), "40.0 MB"),
    "no-png": ("logo.png", b"GIF89a", "no whole PNG"),
    "cut": ("logo.png", png(400, 200)[:-40], "no whole PNG"),
    "pixels": ("logo.png", png(5000, 1000), "5000 x 1000"),
    "speck": ("logo.png", png(40, 20), "only 40 x 20"),
}


@pytest.mark.parametrize(("name", "data", "said"), REFUSED.values(), ids=REFUSED)
def test_an_unfit_logo_is_a_problem_at_its_place(tmp_path, name, data, said):
    logo, problems = read(tmp_path, name, data)
    assert logo is None
    (problem,) = problems
    assert said in problem.message and problem.hint
    assert problem.place.file == AGENCY.file


def test_a_logo_outside_the_folder_is_refused(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "logo.svg").write_bytes(svg())
    (tmp_path / "inside" / "link.svg").symlink_to(tmp_path / "logo.svg")
    for name in ("a/../../logo.svg", "link.svg"):
        logo, (problem,) = read_logo(tmp_path / "inside", agency(logo={"path": name}))
        assert logo is None and "outside" in problem.message


def test_an_agency_without_a_logo_has_none(tmp_path):
    assert read_logo(tmp_path, agency(logo=None)) == (None, ())


LOGOS = {
    "wide": ("logo.svg", svg(head='viewBox="0 0 95 10"')),
    "tall": ("logo.svg", svg(head='viewBox="0 0 10 28"')),
    "measured": ("logo.svg", svg(head='width="3cm" height="2cm"')),
    "picture": ("logo.png", png(600, 150)),
}


@pytest.fixture(params=LOGOS)
def branded(request, tmp_path):
    """The sheets of the good week for an agency with a logo and the longest name, by name."""
    name, data = LOGOS[request.param]
    (tmp_path / name).write_bytes(data)
    dark = "dark" if request.param == "picture" else "light"
    written = agency(meta={"name": LONG}, logo={"path": name, "background": dark}, contact={"license": "HHA 0000-1"})
    logo, problems = read_logo(tmp_path, written)
    assert not problems
    made = sheets(edition(PROGRAM, written.record, logo))
    return {sheet.path.rpartition("/")[2]: unpack(typeset.typeset(sheet.source(design.digest()))) for sheet in made}


def test_any_logo_and_the_longest_name_fit_every_sheet(branded):
    assert len(LONG) == 90
    assert list(branded) == list(NAMES)
    for name, files in branded.items():
        assert "fit.json" not in files or json.loads(files["fit.json"])["over"] == 0, name
        assert len(open_pdf(files).pages) == 1 or name.endswith("-large"), name
        assert LONG.replace(" ", "") in text_of(files).replace(" ", ""), name
        pdf = open_pdf(files)
        assert LONG in [str(each.get("/Alt", "")) for each in elements(pdf)], name
        outside = not name.startswith(("call-sheet", "huddle"))
        assert ("HHA 0000-1" in text_of(files)) == outside, name


def test_the_gray_sheets_have_no_hue(branded):
    for name in (name for name in NAMES if name.endswith("-gray")):
        page = pypdfium2.PdfDocument(branded[name]["sheet.pdf"])[0]
        red, green, blue = page.render(scale=0.5).to_pil().convert("RGB").split()
        for one, other in ((red, green), (green, blue)):
            assert ImageChops.difference(one, other).getextrema()[1] <= 3, name  # edges are rounded a little apart


def test_zones_stay_apart_on_a_gray_copy(branded):
    """The three labels of a color sheet, as a copier makes them, are pale, middle and dark; words stay legible."""
    page = pypdfium2.PdfDocument(branded["patient"]["sheet.pdf"])[0]
    copy = page.render(scale=1).to_pil()
    found = {}
    for name, color in {"green": "#e2f1e3", "yellow": "#ffd23f", "red": "#9f1418"}.items():
        wanted = tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
        spots = [(x, y) for x in range(60, 140) for y in range(copy.height) if copy.getpixel((x, y))[:3] == wanted]
        assert spots, name
        found[name] = copy.convert("L").getpixel(spots[0])
    assert found["green"] - found["yellow"] >= 25 and found["yellow"] - found["red"] >= 100


@pytest.mark.parametrize("brand", ["#ffffff", "#ffee00", "#7fd4ff", "#12525e", "#000000"])
def test_a_brand_is_legible_in_every_style(brand):
    for style in ("color", "gray", "large"):
        made = colors(brand, style)
        assert contrast(made["color"]) >= ENOUGH and contrast(made["color"], made["tint"]) >= ENOUGH
        assert contrast(made["on_solid"], made["solid"]) >= ENOUGH


def test_a_pale_brand_is_corrected_with_a_note():
    (note,) = corrected(agency(color={"primary": "#ffee00"}))
    assert note.level == "note" and "#ffee00" in note.message and "1.2:1" in note.message
    assert not list(corrected(agency(color={"primary": "#12525e"})))


def test_a_picture_turns_gray_and_nothing_else():
    drawn = '<path fill="#f00" stroke="none" style="stop-color: teal; stroke:rgb(0,0,255)" id="a00"/>'
    made = in_style(drawn, "gray")
    assert "#f00" not in made and "teal" not in made and "rgb(" not in made
    assert 'stroke="none"' in made and 'id="a00"' in made
    assert in_style(drawn, "color") == drawn


def test_large_print_has_no_letter_below_18_points(branded):
    for name in ("patient-large", "referral-large"):
        sizes = {}
        for page in pypdfium2.PdfDocument(branded[name]["sheet.pdf"]):
            for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
                sizes.setdefault(round(part.get_font_size() * abs(part.get_matrix().d), 1), []).append(part.extract())
        assert min(sizes) >= 18, sizes[min(sizes)][:3]
