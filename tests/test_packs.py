"""Packs: the right sheets in the right order, bound as accessibly as they were made, and told in page numbers."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from builder.cli import run
from builder.edition import KINDS, edition
from builder.handouts import office, work
from builder.handouts.sheets import sheets
from builder.make.bind import Leaf, bind
from builder.make.pools import Here
from builder.make.run import run as run_jobs
from builder.model import Week
from tests.test_handouts import AGENCY, PROGRAM, WEEK
from tests.test_typeset import elements
from tests.workshop import copy_content


def week(number: int, slug: str, sources: list[str]):
    """The good week under another number, for other referral sources."""
    data = WEEK.record.model_dump()
    first = data["sources_of_referral"][0]
    more = {
        "week": number,
        "slug": slug,
        "observance": None,
        "sources_of_referral": [{**first, "type": s} for s in sources],
    }
    return replace(WEEK, record=Week.model_validate(data | more))


@pytest.fixture(scope="module")
def year():
    """An edition with three written weeks."""
    weeks = (
        week(5, "heart-failure", ["cardiology", "snf", "primary_care"]),
        week(18, "stroke-recovery", ["snf", "neurology", "primary_care"]),
        week(46, "advanced-copd", ["pulmonology", "primary_care", "snf"]),
    )
    return edition(replace(PROGRAM, weeks=weeks), AGENCY.record)


@pytest.fixture(scope="module")
def made(year):
    """Path -> bytes of every pack of that edition."""
    set_ = {each.path: each.data for each in run_jobs(work.sheet_jobs(year), Here(), None)}
    return {each.path: each.data for each in run_jobs(work.pack_jobs(year, set_), Here(), None)}


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def bookmarks(pdf: bytes) -> list[str]:
    with opened(pdf).open_outline() as outline:
        return [item.title for item in outline.root]


def page_texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_there_is_a_pack_for_a_week_a_quarter_the_year_and_a_first_visit(year):
    packs = {pack.name: pack for pack in year.packs}
    assert [name for name in packs if name.startswith("week-")] == ["week-05", "week-18", "week-46"]
    assert [name for name in packs if name.startswith("quarter-")] == ["quarter-1", "quarter-2", "quarter-4"]
    assert [name for name in packs if name.startswith("year-")] == [f"year-{kind}" for kind in KINDS]
    visit = packs["first-visit-snf"]
    assert [at.number for at in visit.weeks] == [18, 5, 46], "weeks that name a source first lead"
    assert visit.kinds == ("referral", "patient")


def test_a_weeks_pack_holds_cover_four_sheets_and_sign_off(made):
    pdf = made["handouts/packs/week-05.pdf"]
    texts = page_texts(pdf)
    assert len(texts) == 6
    assert "What to print on what" in texts[0] and "Huddle sign-off, week 5" in texts[-1]
    names = ("referral sheet", "patient sheet", "call sheet", "huddle sheet")
    assert bookmarks(pdf) == [
        "What to print on what",
        *(f"Week 5: {WEEK.record.short_title}, {name}" for name in names),
        "Huddle sign-off",
    ]


def test_a_booklet_has_a_bookmark_for_every_week_at_its_page(made):
    pdf = opened(made["handouts/packs/year-patient.pdf"])
    with pdf.open_outline() as outline:
        found = {item.title: pdf.pages.index(pikepdf.Page(item.destination[0])) for item in outline.root}
    assert list(found.values()) == [0, 1, 2]
    assert [title.split(":")[0] for title in found] == ["Week 5", "Week 18", "Week 46"]


@pytest.mark.parametrize("name", ["week-18", "quarter-1", "year-call-sheet", "first-visit-snf"])
def test_a_pack_is_tagged_as_its_sheets_were(made, name):
    pdf = opened(made[f"handouts/packs/{name}.pdf"])
    root = pdf.Root.StructTreeRoot
    assert (
        pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang).startswith("en") and pdf.Root.ViewerPreferences.DisplayDocTitle
    )
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1" and metadata["dc:title"].startswith(PROGRAM.plan.title)
    numbers = list(root.ParentTree.Nums)[0::2]
    assert [int(number) for number in numbers] == sorted({int(number) for number in numbers})
    keys = [int(page.obj.StructParents) for page in pdf.pages]
    assert len(set(keys)) == len(pdf.pages) and set(keys) <= {int(number) for number in numbers}
    on_page = {page.obj.objgen for page in pdf.pages}
    told = {element.Pg.objgen for element in elements(pdf) if "/Pg" in element}
    assert told == on_page, "every page's content is in the tree, and no element points elsewhere"
    assert sum(str(element.S) == "/H1" for element in elements(pdf)) == len(pdf.pages)


def test_names_of_table_cells_stay_unique_and_found(made):
    pdf = opened(made["handouts/packs/year-patient.pdf"])
    ids = [str(element.ID) for element in elements(pdf) if "/ID" in element]
    listed = [str(name) for kid in pdf.Root.StructTreeRoot.IDTree.Kids for name in list(kid.Names)[0::2]]
    assert ids and len(set(ids)) == len(ids) and sorted(ids) == listed == sorted(listed)
    for element in elements(pdf):
        for attribute in element.get("/A", []) if isinstance(element.get("/A"), pikepdf.Array) else []:
            assert all(str(name) in ids for name in attribute.get("/Headers", []))


def test_copies_come_in_sets_behind_the_cover(year):
    inside = [sheet for sheet in sheets(year) if sheet.style == "color" and sheet.kind in ("referral", "patient")]
    inside.sort(key=lambda sheet: KINDS.index(sheet.kind))
    rows = office.cover(year, year.packs[0], inside, 20)["parts"]
    assert [row[:4] for row in rows] == [
        ["2 to 61", "Referral sheet", "5, 18, 46", "20"],
        ["62 to 121", "Patient sheet", "5, 18, 46", "20"],
    ]


def test_spans_of_weeks_read_well():
    assert office._spans([5, 6, 7, 9]) == "5\N{EN DASH}7, 9"
    assert office._spans([52]) == "52"


def test_the_same_leaves_give_the_same_bytes(made):
    pdf = made["handouts/packs/week-05.pdf"]
    leaves = [Leaf(pdf, "A pack"), Leaf(made["handouts/packs/week-18.pdf"], "Another", 3)]
    bound = bind(leaves, "Two packs")
    assert bound == bind(leaves, "Two packs")
    assert len(opened(bound).pages) == 6 + 3 * 6


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_content(tmp_path_factory.mktemp("project"))


def test_print_binds_what_was_asked_for(project, tmp_path, capsys):
    out = tmp_path / "pack.pdf"
    asked = ["print", "--root", str(project), "--weeks", "20,5", "--kinds", "patient,referral", "--copies", "3"]
    assert run([*asked, "--out", str(out)]) == 0
    texts = page_texts(out.read_bytes())
    assert len(texts) == 1 + 3 * 4
    told = ["Week 20", "Week 5"]
    assert [next(week for week in told if week in text) for text in texts[1:]] == [told[0]] * 3 + [told[1]] * 3 + (
        [told[0]] * 3 + [told[1]] * 3
    )
    assert "3 copies of each sheet" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["pack.pdf"]


def test_print_in_gray_and_large(project, tmp_path):
    for style, kinds in (("gray", "huddle"), ("large", "patient")):
        out = tmp_path / f"{style}.pdf"
        asked = ["print", "--root", str(project), "--weeks", "5", "--kinds", kinds, "--edition", style]
        assert run([*asked, "--out", str(out)]) == 0
        assert (len(page_texts(out.read_bytes())) > 3) == (style == "large")


@pytest.mark.parametrize(
    ("asked", "said"),
    {
        "a week that isn't one": (["--weeks", "60"], "no week from 1 to 52"),
        "words": (["--weeks", "five"], "no week from 1 to 52"),
        "a span backwards": (["--weeks", "8-5"], "no week from 1 to 52"),
        "an announced week": (["--weeks", "1"], "only announced"),
        "no such kind": (["--weeks", "5", "--kinds", "poster"], "no kind poster"),
        "no such edition": (["--weeks", "5", "--edition", "braille"], "no edition 'braille'"),
        "a kind without large print": (
            ["--weeks", "5", "--kinds", "huddle", "--edition", "large"],
            "no large print of",
        ),
        "a forest": (["--weeks", "1-52", "--copies", "500"], "more than 5000 pages"),
    }.values(),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_misuse_of_print_is_told_and_writes_nothing(project, tmp_path, capsys, asked, said):
    out = tmp_path / "pack.pdf"
    assert run(["print", "--root", str(project), *asked, "--out", str(out)]) == 2
    assert said in capsys.readouterr().err and not out.exists()


def test_print_refuses_content_with_problems_and_keeps_the_old_pack(project, tmp_path, capsys):
    out, week_file = tmp_path / "pack.pdf", project / "weeks" / "05-heart-failure.yml"
    out.write_bytes(b"old")
    text = week_file.read_text("utf-8")
    week_file.write_text(text.replace("\ncodes:", "\ncodez:"), "utf-8")
    try:
        assert run(["print", "--root", str(project), "--weeks", "5", "--out", str(out)]) == 1
    finally:
        week_file.write_text(text, "utf-8")
    assert out.read_bytes() == b"old"
    assert "codez" in capsys.readouterr().err
