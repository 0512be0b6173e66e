"""Every sheet of every written week, in every style: one page, tagged, in order. Not one sample."""

import re

import pytest

from builder.handouts import design, sheets, typeset
from builder.handouts.passage import printed
from builder.make.box import unpack
from builder.model.citation import CITATION
from tests.site import ROOT, edition_of
from tests.test_typeset import elements, open_pdf, text_of

SHEETS = sheets(edition_of(ROOT))
WEEKS = sorted({sheet.week_key for sheet in SHEETS})
NEVER = ("call-sheet", "huddle")
"""Kinds that a patient or a referral source must not get."""


@pytest.mark.parametrize("key", WEEKS)
def test_every_sheet_of_a_week(key):
    mine = [sheet for sheet in SHEETS if sheet.week_key == key]
    assert len(mine) == 10
    for sheet in mine:
        files = unpack(typeset.typeset(sheet.source(design.digest())))
        pdf = open_pdf(files)
        _one_page_and_tagged(sheet, pdf)
        _in_order(sheet, text_of(files))


def _one_page_and_tagged(sheet, pdf) -> None:
    assert len(pdf.pages) == 1 or sheet.style == "large", sheet.path
    assert pdf.Root.MarkInfo.Marked and pdf.Root.ViewerPreferences.DisplayDocTitle
    found = elements(pdf)
    names = [str(element.S) for element in found]
    levels = [int(name[2:]) for name in names if re.fullmatch("/H[1-6]", name)]
    assert levels[0] == 1 and levels.count(1) == 1, sheet.path
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False)), sheet.path
    assert all(str(each.get("/Alt", "")) for each in found if str(each.S) == "/Figure"), sheet.path
    tables, heads = names.count("/Table"), names.count("/TH")
    assert heads >= tables and "/LI" in names, sheet.path
    assert all(page.obj.get("/Tabs") in (None, "/S") for page in pdf.pages)


def _in_order(sheet, text: str) -> None:
    """A reader of the text hears it in the order in which it was written."""
    end = 0
    for passage in sheet.passages:
        pieces = filter(None, (printed(each).strip(" .") for each in CITATION.split(passage.text)[::2]))
        if "tool" in passage.at and passage.at[-2] in ("rows", "columns", "items", "times"):
            # Tables are read by row or by column, and their narrow heads may be hyphenated.
            assert all(_letters(piece) in _letters(text) for piece in pieces), sheet.path
            continue
        for piece in pieces:
            start = text.find(piece, end)
            assert start >= 0, f"{sheet.path}: {piece}"
            end = start + len(piece)
    internal = "Internal: not for patients or referral sources" in text
    assert internal == (sheet.kind in NEVER), sheet.path
    assert ("free to choose any provider" in text) == (sheet.kind == "referral"), sheet.path


def _letters(text: str) -> str:
    return re.sub(r"[\s-]", "", text)
