"""Each check finds its own failing example on a good week, and leaves its passing one alone."""

from pathlib import Path

import pytest
import yaml

from builder.checks import CHECKS, inspect
from builder.problem import Problem
from builder.reference import pdgm
from builder.reference.claims import careless, rules
from tests.corpus import WEEK, project

WITH_EXAMPLES = [module for module in CHECKS if hasattr(module, "FAILS")]
GROUPER_HEAD = "DIAGNOSIS|DESCRIPTION|CLINICAL_GROUP|CODE_FIRST|MANIFESTATION_FLAG|UNACCEPTABLE_PDX"


def told(root: Path) -> list[Problem]:
    """Every problem, but not that texts are short: those of the good project are as short as can be."""
    short = ("texts-are-not-stubs", "warning")
    return [problem for problem in inspect(root)[1] if (problem.rule, problem.level) != short]


def changed(root: Path, changes: dict) -> list[Problem]:
    """Problems of the good project after `changes`, path -> value, in its week."""
    project(root)
    data = yaml.load((root / WEEK).read_text("utf-8"), yaml.CSafeLoader)
    for path, value in changes.items():
        at = data
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value
    (root / WEEK).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return told(root)


def of(problems: list[Problem], rule: str) -> list[Problem]:
    return [problem for problem in problems if problem.rule == rule]


def test_the_good_project_is_good(tmp_path):
    assert inspect(project(tmp_path))[0].weeks
    assert [problem.level for problem in told(tmp_path)] == ["note"], "only that CMS's table is absent"


@pytest.mark.parametrize("module", WITH_EXAMPLES, ids=lambda module: module.RULE)
def test_a_check_finds_its_failing_example(module, tmp_path):
    found = of(changed(tmp_path, module.FAILS), module.RULE)
    assert found
    assert all(problem.message and problem.hint for problem in found)
    assert any(problem.place.file == WEEK and problem.place.line > 1 for problem in found)


@pytest.mark.parametrize("module", WITH_EXAMPLES, ids=lambda module: module.RULE)
def test_a_check_leaves_its_passing_example_alone(module, tmp_path):
    assert not of(changed(tmp_path, module.PASSES), module.RULE)


def test_only_checks_that_need_more_than_a_change_have_no_example():
    assert {module.RULE for module in CHECKS} - {module.RULE for module in WITH_EXAMPLES} == {
        "groups-match-cms",
        "texts-are-not-repeated",
    }


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in rules() for text in rule.fails], ids=str)
def test_a_careless_claim_is_found(rule, text):
    assert rule.find(text)
    assert rule.name in {broken.name for broken, _ in careless(text)}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in rules() for text in rule.passes], ids=str)
def test_a_careful_text_is_left_alone(rule, text):
    assert not rule.find(text)


def test_a_header_is_told_with_its_billable_children(tmp_path):
    found = of(changed(tmp_path, {("codes", "examples", 0, "code"): "G35"}), "codes-are-billable")
    assert "G35.A" in found[0].hint and "G35.D" in found[0].hint


def test_a_retired_guideline_is_found_in_any_text(tmp_path):
    found = of(changed(tmp_path, {("call", "next_step"): "Bring LCD L31540 on Friday."}), "guidelines-are-current")
    assert "retired" in found[0].message


def test_a_sentence_of_another_week_is_found(tmp_path):
    project(tmp_path)
    data = yaml.load((tmp_path / WEEK).read_text("utf-8"), yaml.CSafeLoader)
    data |= {"week": 48, "slug": "end-stage-heart-failure"}
    (tmp_path / "weeks" / "48-end-stage-heart-failure.yml").write_text(yaml.safe_dump(data), "utf-8")
    found = of(told(tmp_path), "texts-are-not-repeated")
    assert len(found) > 3
    assert all(problem.place.file.startswith("weeks/48") and WEEK in problem.message for problem in found)


def grouper(root: Path, *rows: str) -> list[Problem]:
    """Problems of the good project with a grouper table of these rows."""
    project(root)
    path = root / pdgm.SUPPLIED
    path.parent.mkdir()
    path.write_text("\n".join((GROUPER_HEAD, *rows)) + "\n", "utf-8")
    return told(root)


def codes(root: Path) -> list[str]:
    data = yaml.load((project(root) / WEEK).read_text("utf-8"), yaml.CSafeLoader)
    return [example["code"].replace(".", "") for example in data["codes"]["examples"]]


def test_cms_table_that_agrees_is_quiet(tmp_path):
    rows = [f"{code}|x|H|0|0|0" for code in codes(tmp_path / "a")]
    assert not grouper(tmp_path / "b", *rows)


def test_cms_table_overrules_the_group(tmp_path):
    rows = [f"{code}|x|C|0|0|0" for code in codes(tmp_path / "a")]
    found = of(grouper(tmp_path / "b", *rows), "groups-match-cms")
    assert "CMS puts" in found[0].message and "into C" in found[0].message


FLAGS = [("0|0|1", "not accepted"), ("1|0|0", "another code"), ("0|1|0", "manifestation")]


@pytest.mark.parametrize(("flags", "says"), FLAGS)
def test_cms_table_refuses_codes_that_cannot_stand_first(flags, says, tmp_path):
    rows = [f"{code}|x|H|{flags}" for code in codes(tmp_path / "a")]
    found = of(grouper(tmp_path / "b", *rows), "codes-may-stand-first")
    assert says in found[0].message


def test_a_file_that_is_not_the_table_is_a_problem(tmp_path):
    project(tmp_path)
    (tmp_path / "reference").mkdir()
    (tmp_path / pdgm.SUPPLIED).write_text("hello\n", "utf-8")
    found = told(tmp_path)
    assert [problem.place.file for problem in found] == [pdgm.SUPPLIED]
    assert "DIAGNOSIS" in found[0].message
