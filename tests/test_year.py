"""The year as a whole: complete, nothing twice, every group, line, measure and observance where it belongs."""

from collections import Counter
from pathlib import Path

import pytest

from builder.checks import inspect
from builder.checks.texts_are_not_repeated import RULE as REPEATED
from builder.edition import edition
from builder.model.vocabulary import ClinicalGroup, HospitalProgram, LineOfBusiness
from builder.read import read_subscriber

ROOT = Path(__file__).parents[1]
PROGRAM, PROBLEMS = inspect(ROOT)
RECORDS = [week.record for week in PROGRAM.weeks]
YEAR = edition(PROGRAM, read_subscriber(ROOT / "subscribers" / "example.yml")[0].record)
ONCE = {
    "topic": lambda week: week.slug,
    "title": lambda week: week.title,
    "short title": lambda week: week.short_title,
    "diagnosis": lambda week: week.diagnosis.name,
    "message": lambda week: week.call.talking_points[0].say,
    "ask": lambda week: week.call.ask,
    "first question": lambda week: week.call.questions[0],
    "headline of the referral sheet": lambda week: week.handouts.referral.headline,
    "title of the patient sheet": lambda week: week.handouts.patient.title,
    "liaison of the role play": lambda week: week.practice.role_play.roles[0].who,
}


def test_exactly_52_weeks_are_written():
    assert sorted(record.week for record in RECORDS) == list(range(1, 53))


@pytest.mark.parametrize("what", ONCE)
def test_nothing_comes_twice(what):
    counted = Counter(ONCE[what](record) for record in RECORDS)
    assert [value for value, count in counted.items() if count > 1] == []


def test_every_clinical_group_is_met():
    assert {record.codes.pdgm.group for record in RECORDS} >= set(ClinicalGroup)


@pytest.mark.parametrize("line", LineOfBusiness)
def test_every_line_of_business_leads_at_least_six_weeks(line):
    assert sum(record.lines[0] is line for record in RECORDS) >= 6


def test_the_six_readmission_measures_are_covered():
    measures = {each for each in HospitalProgram if each.value.startswith("hrrp_")}
    assert len(measures) == 6
    assert measures <= {program for record in RECORDS for program in record.programs}


@pytest.mark.parametrize("at", [at for at in YEAR.weeks if (at.week or at.topic).observance], ids=lambda at: at.key)
def test_an_observance_falls_in_its_week(at):
    assert at.observance == (at.week or at.topic).observance.name


def test_a_week_and_its_announcement_agree():
    topics = {topic.week: topic for topic in PROGRAM.plan.topics}
    for record in RECORDS:
        assert record.slug == topics[record.week].slug
        assert record.lines == topics[record.week].lines, record.slug


def test_no_text_of_the_year_repeats_another():
    assert [str(problem) for problem in PROBLEMS if problem.rule == REPEATED] == []
