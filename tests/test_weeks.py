"""Every written week is a case: it reads, it is complete, it passes every check, and each of its sheets is one page."""

from pathlib import Path

import pytest

from builder.checks import inspect
from builder.checks.patient_words_are_plain import figures
from builder.model.citation import cited
from builder.model.vocabulary import LineOfBusiness
from builder.model.walk import texts

ROOT = Path(__file__).parents[1]
PROGRAM, PROBLEMS = inspect(ROOT)
WEEKS = [pytest.param(week, id=week.record.key) for week in PROGRAM.weeks]
FIRST_FOUR = {"05-heart-failure", "20-hip-and-knee-replacement", "24-late-stage-dementia", "33-pressure-injury"}


def test_the_first_four_weeks_are_written():
    assert {week.record.key for week in PROGRAM.weeks} >= FIRST_FOUR


def test_every_file_in_weeks_was_read():
    assert {week.file for week in PROGRAM.weeks} == {f"weeks/{path.name}" for path in (ROOT / "weeks").iterdir()}


def test_the_program_announces_52_weeks():
    assert [topic.week for topic in PROGRAM.plan.topics] == list(range(1, 53))
    assert len({topic.slug for topic in PROGRAM.plan.topics}) == 52
    assert len({topic.title for topic in PROGRAM.plan.topics}) == 52


def test_nothing_outside_the_weeks_is_wrong():
    assert not [problem for problem in PROBLEMS if problem.stops and not problem.place.file.startswith("weeks/")]


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_has_no_problem(week):
    assert not [problem for problem in PROBLEMS if problem.stops and problem.place.file == week.file]


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_has_its_required_clinical_fields(week):
    record = week.record
    assert record.diagnosis.red_flags and record.diagnosis.how_it_is_treated and record.codes.examples
    assert record.care.private_duty.adl, "every week has the private-duty angle"
    assert all(getattr(record.care, line.value) for line in record.lines)
    assert LineOfBusiness.HOSPICE not in record.lines or record.care.hospice.guideline
    assert record.handouts.patient.call_911 and record.handouts.patient.zones.red.do
    assert len(record.call.talking_points) == 3


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_rests_on_sources_that_were_read(week):
    known = {source.id: source for source in PROGRAM.sources.record.sources}
    used = [known[id_] for id_ in {id_ for _, text in texts(week.record) for id_ in cited(text)}]
    assert len(used) >= 6
    assert sum(source.primary for source in used) >= 3


@pytest.mark.parametrize("week", WEEKS)
def test_a_patient_can_read_the_patient_sheet(week):
    assert figures(week.record).smog <= 8.0


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_names_its_schema_for_editors(week):
    first = (ROOT / week.file).read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../schema/week.schema.json"


@pytest.mark.parametrize("week", WEEKS)
def test_an_unsigned_week_stays_a_draft(week):
    review = week.record.review
    assert review.status == "draft" or (review.by and review.credential and review.digest)
