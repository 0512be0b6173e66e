"""What stands on the sheets, before any typesetting: texts, notes, colors, and characters that no font has."""

import json
import re
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from builder.edition import edition
from builder.handouts import KINDS, characters, fit, sheets
from builder.handouts.color import ENOUGH, contrast, readable, tint
from builder.handouts.design import FOLDER, FONTS
from builder.handouts.passage import printed, runs
from builder.handouts.sources import shortened
from builder.model import Week
from builder.model.signature import digest
from builder.read import read_program, read_subscriber
from tests.corpus import GOOD
from tests.site import edition_of

PROGRAM = read_program(GOOD)[0]
AGENCY = read_subscriber(GOOD / "subscribers" / "example.yml")[0]
WEEK = PROGRAM.weeks[0]
NAMES = (
    *("referral", "referral-gray", "referral-large", "patient", "patient-gray", "patient-large"),
    *("call-sheet", "call-sheet-gray", "huddle", "huddle-gray"),
)
COLORS = st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)


def with_text(path: tuple, value: object):
    """The good week's sheets, by name, and its record as written, with another value at `path`."""
    data = WEEK.record.model_dump()
    spot = data
    for step in path[:-1]:
        spot = spot[step]
    spot[path[-1]] = value
    week = replace(WEEK, record=Week.model_validate(data))
    program = replace(PROGRAM, weeks=(week,))
    return {sheet.path.rpartition("/")[2]: sheet for sheet in sheets(edition(program, AGENCY.record))}, program


def test_every_written_week_has_four_sheets_in_their_styles():
    made = sheets(edition_of(GOOD))
    assert [sheet.path for sheet in made if sheet.style == "color"] == [
        f"handouts/05-heart-failure/{kind}" for kind in KINDS
    ]
    assert [sheet.path.rpartition("/")[2] for sheet in made] == list(NAMES)
    assert {sheet.kind for sheet in made if sheet.style == "gray"} == set(KINDS)
    assert {sheet.kind for sheet in made if sheet.style == "large"} == {"referral", "patient"}
    assert all(sheet.data == json.loads(json.dumps(sheet.data)) for sheet in made)


def test_a_source_holds_everything_but_where_the_design_lies():
    sheet = sheets(edition_of(GOOD))[0]
    assert json.loads(sheet.source("abc")) == {"design": "abc", "sheet": sheet.data}
    assert str(FOLDER).encode() not in sheet.source("abc")


def test_every_sheet_says_whose_it_is_and_how_far_to_trust_it():
    for sheet in sheets(edition_of(GOOD)):
        assert sheet.data["agency"]["name"] == AGENCY.record.meta.name
        assert sheet.data["agency"]["phone"] == AGENCY.record.contact.phone
        assert sheet.data["status"] == "Draft - not yet reviewed by a clinician"
        assert (sheet.data["week"], sheet.data["plan"]["version"]) == (5, PROGRAM.plan.version)
        assert "FY2026" in sheet.data["codes"]


def signed(of: str) -> str:
    """The status line of a week that was signed with this digest."""
    review = {"status": "reviewed", "by": "Ada Example", "credential": "RN", "on": "2026-11-02"}
    made, _ = with_text(("review",), review | {"review_by": "2027-11-01", "digest": of})
    return made["patient"].data["status"]


def test_a_reviewed_week_names_its_reviewer():
    assert signed(digest(PROGRAM.weeks[0].record)) == "Reviewed by Ada Example, RN, November 2, 2026"


def test_a_week_that_changed_since_it_was_signed_is_a_draft():
    assert signed("0" * 64) == "Draft - the review no longer holds"


def test_citations_become_numbers_in_the_order_of_the_sheet():
    first, second = (source.id for source in PROGRAM.sources.record.sources[:2])
    made, _ = with_text(("handouts", "referral", "think_of"), [f"A [@{second}].", f"B [@{first}] [@{second}].", "C."])
    think_of = made["referral"].data["content"]["think_of"]
    assert think_of[0]["runs"] == ["A", {"notes": [1]}, "."]
    assert think_of[1]["runs"] == ["B", {"notes": [2, 1]}, "."]
    assert made["referral"].data["sources"][0].startswith(PROGRAM.sources.record.sources[1].publisher)


def test_the_patient_sheet_names_its_sources_without_numbers():
    source = PROGRAM.sources.record.sources[0]
    made, _ = with_text(("handouts", "patient", "summary"), f"Weigh [@{source.id}]. Call [@{source.id}].")
    assert made["patient"].data["content"]["summary"]["runs"] == ["Weigh", ". Call", "."]
    assert made["patient"].data["sources"] == [f"{source.publisher} ({source.dated})"]


def test_a_log_of_the_seven_days_is_cut_to_three_letters():
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    made, _ = with_text(("handouts", "patient", "tool", "rows"), days)
    rows = made["patient"].data["content"]["tool"]["rows"]
    assert [row["runs"] for row in rows] == [["Mon"], ["Tue"], ["Wed"], ["Thu"], ["Fri"], ["Sat"], ["Sun"]]
    made, _ = with_text(("handouts", "patient", "tool", "rows"), [*days[:6], "Total"])
    assert made["patient"].data["content"]["tool"]["rows"][0]["runs"] == ["Monday"]


@pytest.mark.parametrize(
    ("written", "set_in_type"),
    [
        ('Say "call us" today.', "Say “call us” today."),
        ("Don't wait, it's early.", "Don’t wait, it’s early."),
        ("He is 6'2\" tall.", "He is 6'2\" tall."),
        ('An open " mark', 'An open " mark'),
        ("two  blanks\nand a line", "two blanks and a line"),
    ],
)
def test_quotation_marks_are_turned_only_where_they_can_mean_nothing_else(written, set_in_type):
    assert printed(written) == set_in_type


@given(st.text(alphabet=st.sampled_from("ab1 *#<>$`@/[]_\\~'\"!"), min_size=1, max_size=60))
def test_marks_of_any_markup_stay_text(text):
    said = "".join(run for run in runs(text, {}) if isinstance(run, str))
    assert said == printed(text)
    plain = said.translate(str.maketrans("“”’", '""\''))
    assert plain == re.sub(" +", " ", text)


@given(COLORS)
def test_a_brand_is_dark_enough_to_read_and_stays_as_it_is_if_it_was(color):
    brand = readable(color)
    assert contrast(brand) >= contrast(brand, tint(brand)) >= ENOUGH
    assert contrast("#1a1a1a", tint(brand)) >= 7
    if contrast(color, tint(color)) >= ENOUGH:
        assert brand == color.lower()


@pytest.mark.parametrize(("color", "ratio"), [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54)])
def test_contrast_is_wcags(color, ratio):
    assert contrast(color) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("A short title.", "A short title"),
        ("A main title of middling length: and a subtitle that goes on for very much longer than that",
         "A main title of middling length"),
        ("Word " * 20, "Word " * 13 + "Word…"),
    ],
)  # fmt: skip
def test_a_long_title_is_cut_at_its_subtitle_or_a_word(title, short):
    assert shortened(title.strip()) == short


@pytest.mark.parametrize("character", ["🙂", "→", "ש", "中"])
def test_a_character_that_no_font_has_is_a_problem_at_its_place(character):
    made, program = with_text(("handouts", "patient", "summary"), f"Weigh {character} call")
    (problem,) = characters.problems(made.values(), program, AGENCY)
    assert problem.rule == characters.RULE and character in problem.message
    assert problem.place == WEEK.at("handouts", "patient", "summary")


def test_a_text_on_no_sheet_may_hold_any_character():
    made, program = with_text(("diagnosis", "what_it_is"), "🙂 ש")
    assert not characters.problems(made.values(), program, AGENCY)


def test_clinical_signs_can_be_printed():
    assert characters.missing("≥ ≤ ± ° µ ½ – — … × ÷ β α ™ ® § “x” Ångström señora naïve Łukasz co‑op") == ""


def test_all_weights_of_a_font_have_the_same_characters():
    for family in ("AtkinsonHyperlegibleNext-*.ttf", "Roboto-*.ttf"):
        sets = {path.name: frozenset(TTFont(path).getBestCmap()) for path in FONTS.glob(family)}
        assert len(sets) > 1 and len(set(sets.values())) == 1, sets.keys()


def test_every_font_and_icon_has_its_license_beside_it_and_its_use():
    assert {path.name for path in FONTS.glob("LICENSE*")} == {
        "LICENSE-AtkinsonHyperlegibleNext.txt", "LICENSE-Roboto.txt",
    }  # fmt: skip
    icons = {path.stem for path in (FOLDER / "icons").glob("*.svg")}
    design = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.typ"))
    named = {name for name in icons if f'"{name}"' in design or f"icons/{name}.svg" in design}
    assert icons - named == {"zone-green", "zone-yellow", "zone-red"}
    assert (FOLDER / "icons" / "LICENSE-lucide.txt").exists()


def test_a_word_wider_than_its_column_is_a_problem_at_its_place():
    made, _ = with_text(("handouts", "referral", "why_now"), f"See {'x' * 29}.")
    (problem,) = fit.problems(made["referral"], b'{"over": 0}', WEEK)
    assert (problem.rule, problem.place) == (fit.COLUMN, WEEK.at("handouts", "referral", "why_now"))


def test_an_overflow_is_told_at_the_first_text_beyond_the_page():
    told = {"pages": 2, "over": 31.5, "lines": 2, "at": ["handouts", "patient", "do_today", 2]}
    (problem,) = fit.problems(with_text(("slug",), WEEK.record.slug)[0]["patient"], json.dumps(told).encode(), WEEK)
    assert (problem.rule, problem.place) == (fit.PAGE, WEEK.at("handouts", "patient", "do_today", 2))
    assert "patient sheet is 2 lines too long (31.5 pt)" in problem.message and problem.hint
