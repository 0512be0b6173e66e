"""The printed sheets themselves: PDF/UA structure, one page, text as written, the fit, the same bytes every time."""

import io
import json
import re
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.handouts import KINDS, design, typeset
from builder.handouts.passage import printed
from builder.make.box import unpack
from builder.model.citation import spoken
from tests.test_handouts import NAMES, WEEK, with_text

LETTER = (612, 792)
PATIENT = ("handouts", "patient")
TOOLS = {
    "log": {"columns": ["When", "Sugar"], "rows": 7},
    "checklist": {"items": ["Walk", "Rest", "Eat"], "columns": ["Day 1", "Day 2"]},
    "scale": {"low": "No pain", "high": "Worst pain", "times": ["Morning", "Night"]},
    "body_map": {"watch": ["Heels", "Hips", "Back of the head"]},
    "medicine_table": {"rows": 5},
}


def made(kind: str, path: tuple = ("slug",), value: object = WEEK.record.slug) -> dict[str, bytes]:
    """The files of the good week's sheet of this kind, with another value at `path`."""
    return unpack(typeset.typeset(with_text(path, value)[0][kind].source(design.digest())))


@lru_cache
def sheet(kind: str) -> dict[str, bytes]:
    return made(kind)


def open_pdf(files: dict[str, bytes]) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(files["sheet.pdf"]))


def text_of(files: dict[str, bytes]) -> str:
    """The text of all pages, in reading order, blanks and line ends as one blank. Pdfium hides hyphens at line ends."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(files["sheet.pdf"])]
    return re.sub(r"\s+", " ", re.sub(r"[\ufffe\x02]\s*", "-", " ".join(pages)))


def kind_of(name: str) -> str:
    return name.removesuffix("-gray").removesuffix("-large")


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every element of the structure tree, in reading order."""
    found, todo = [], [pdf.Root.StructTreeRoot.K]
    while todo:
        node = todo.pop()
        if isinstance(node, pikepdf.Array):
            todo.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(node)
            todo.append(node.get("/K", pikepdf.Array()))
    return found


def names(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(pdf)]


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_is_one_tagged_letter_page_with_language_title_and_date(name):
    pdf = open_pdf(sheet(name))
    assert {tuple(float(side) for side in page.mediabox[2:]) for page in pdf.pages} == {LETTER}
    assert len(pdf.pages) == 1 or name.endswith("-large")
    assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang).startswith("en")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        title = f"{WEEK.record.short_title}: {KINDS[kind_of(name)].name}, week 5"
        assert metadata["dc:title"] == title + (", large print" if name.endswith("-large") else "")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["xmp:CreateDate"].startswith(
            with_text(("slug",), WEEK.record.slug)[1].plan.published.isoformat()
        )


@pytest.mark.parametrize("name", NAMES)
def test_headings_begin_with_the_title_and_skip_no_level(name):
    levels = [int(name[2:]) for name in names(open_pdf(sheet(name))) if re.fullmatch("/H[1-6]", name)]
    assert levels[0] == 1 and levels.count(1) == 1 and len(levels) >= 4
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("name", NAMES)
def test_lists_are_lists_and_figures_have_their_text(name):
    pdf = open_pdf(sheet(name))
    found = elements(pdf)
    items = [element for element in found if str(element.S) == "/LI"]
    assert len(items) >= 3
    assert all(str(part.S) in {"/Lbl", "/LBody"} for item in items for part in item.K)
    assert all(str(element.get("/Alt", "")) for element in found if str(element.S) == "/Figure")


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_ours_and_embedded(name):
    pdf = open_pdf(sheet(name))
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert re.search("AtkinsonHyperlegibleNext|Roboto", str(font.BaseFont))
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_says_whose_it_is_which_it_is_and_how_far_to_trust_it(name):
    data, text = with_text(("slug",), WEEK.record.slug)[0][name].data, text_of(sheet(name))
    agency, plan = data["agency"], data["plan"]
    for said in (agency["name"], agency["phone"], f"Version {plan['version']}", plan["date"], data["status"]):
        assert said in text
    assert ("Internal: not for patients or referral sources" in text) == (kind_of(name) in {"call-sheet", "huddle"})
    assert ("free to choose any provider" in text) == (kind_of(name) == "referral")
    assert all(source in text for source in data["sources"])


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_prints_every_text_in_the_order_in_which_it_was_given(name):
    text, given = text_of(sheet(name)), with_text(("slug",), WEEK.record.slug)[0][name].passages
    end = 0
    for passage in given:
        said = printed(spoken(passage.text)).removesuffix(".")
        assert (start := text.find(said, end)) >= 0, said
        end = start + len(said)
    assert end


def test_type_is_never_smaller_than_promised():
    least = {"patient": {"body": 14, "small": 9}, "referral": {"body": 9.5, "small": 7.5}}
    source = (design.FOLDER / "system.typ").read_text("utf-8")
    for kind, sizes in least.items():
        line = re.search(rf"^  {kind}: \((.+)\),$", source, re.M)[1]
        for name, size in sizes.items():
            assert float(re.search(rf"{name}: ([\d.]+)pt", line)[1]) >= size


def test_patient_text_is_printed_at_14_points_and_more():
    page = pypdfium2.PdfDocument(sheet("patient")["sheet.pdf"])[0]
    sizes = {}
    for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
        sizes.setdefault(round(part.get_font_size() * abs(part.get_matrix().d), 1), []).append(part.extract())
    small = " ".join(text for size, texts in sizes.items() if size < 14 for text in texts)
    assert min(sizes) >= 9
    assert small and not any(printed(text) in small for text in WEEK.record.handouts.patient.do_today)


@pytest.mark.parametrize(("kind", "more"), TOOLS.items())
def test_every_tool_is_tagged_as_what_it_is(kind, more):
    tool = {"kind": kind, "title": "My tool", "how": "Write each day."} | more
    files = made("patient", (*PATIENT, "tool"), tool)
    assert json.loads(files["fit.json"])["pages"] == 1
    pdf = open_pdf(files)
    tags = elements(pdf)
    assert any(str(tag.get("/Alt", "")).startswith("A body") for tag in tags) == (kind == "body_map")
    assert any(str(tag.S) == "/TH" for tag in tags) == (kind != "body_map")
    assert "My tool" in text_of(files)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from("ab *#<>$`@/[]_\\~=-+\"'&{}%^|"), min_size=1, max_size=24).map("q{}z".format))
def test_marks_of_any_markup_are_printed_as_they_were_written(text):
    made_text = text_of(made("huddle", ("call", "objective"), text))
    assert printed(text).replace(" ", "") in made_text.replace(" ", "")


def test_what_typst_would_run_is_printed():
    text = 'See #sys.version, $x^2$, `raw`, @label, <tag>, // note, /* note */ and https://example.org/#panic("now")'
    assert printed(text).replace(" ", "") in text_of(made("huddle", ("call", "objective"), text)).replace(" ", "")


def test_a_text_too_long_is_told_with_its_path_and_amount():
    lines = ["A short line that is there."] * 3
    fits = json.loads(made("patient", (*PATIENT, "do_today"), lines)["fit.json"])
    assert fits == {"pages": 1, "over": 0, "lines": 0, "at": None}
    long = json.loads(made("patient", (*PATIENT, "summary"), "It goes on and on and never ends. " * 30)["fit.json"])
    longer = json.loads(made("patient", (*PATIENT, "summary"), "It goes on and on and never ends. " * 35)["fit.json"])
    assert long["at"] == longer["at"] == [*PATIENT, "summary"]
    assert (long["pages"], longer["lines"] > long["lines"]) == (2, True)
    assert longer["over"] - long["over"] == pytest.approx((longer["lines"] - long["lines"]) * 16.1, abs=16.1)


def test_an_overflow_is_told_where_the_last_lines_stand_not_where_the_text_is_long():
    quiz = [{"question": "Why? " * 140, "choices": ["Yes.", "No.", "So."], "answer": "a", "why": "So. " * 140}] * 4
    fit = json.loads(made("huddle", ("practice", "quiz"), quiz)["fit.json"])
    assert (fit["at"][0], fit["lines"]) == ("operations", 2)
    quiz = [each | {"why": "So. " * 230} for each in quiz]
    fit = json.loads(made("huddle", ("practice", "quiz"), quiz)["fit.json"])
    assert fit["at"][:3] == ["practice", "quiz", 1] and fit["lines"] > 5


def test_a_preview_is_a_small_picture_of_the_page():
    preview = sheet("referral")["preview.png"]
    width, height = (int.from_bytes(preview[at : at + 4]) for at in (16, 20))
    assert (width, height) == (340, 440)
    assert len(preview) < 100_000


@pytest.mark.parametrize("name", NAMES)
def test_the_same_source_gives_the_same_bytes(name):
    assert made(name) == sheet(name)


def test_a_sheet_is_not_set_in_another_design_than_it_was_made_for():
    source = with_text(("slug",), WEEK.record.slug)[0]["referral"].source("0" * 64)
    with pytest.raises(typeset.DesignChanged):
        typeset.typeset(source)


def test_the_digest_depends_on_the_design_and_not_on_its_place(tmp_path, monkeypatch):
    before = design.digest()
    for path in design.FOLDER.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(design.FOLDER)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    monkeypatch.setattr(design, "FOLDER", tmp_path)
    assert design.digest() == before
    Path(tmp_path / "frame.typ").write_text("// another", "utf-8")
    assert design.digest() != before


def test_a_long_agency_name_stays_on_the_page():
    name = "Saint Bartholomew Regional Home Health, Hospice and Private-Duty Care of the Valley"
    for each in with_text(("slug",), WEEK.record.slug)[0].values():
        each.data["agency"]["name"] = name
        files = unpack(typeset.typeset(each.source(design.digest())))
        assert len(open_pdf(files).pages) == 1 or each.style == "large"
        assert name.replace(" ", "") in text_of(files).replace(" ", "")
