"""American English: what is right is left alone, what is wrong is found with what was meant."""

import gzip
from pathlib import Path

import pytest

from builder.checks import inspect, words_are_spelled
from builder.problem import Problem
from builder.reference import spelling
from builder.reference.spelling import near, spelled
from tests.corpus import WEEK, project

RIGHT = """wheelchair don't Alzheimer's Alzheimer’s Meniere Ménière's dyspnea Dyspnea DYSPNEA unstageable HFrEF COPD
    LCDs ADLs PDGM homebound HOMEBOUND A1c 24h 1st I x ALZHEIMER caregiver edema toward readmissions""".split()  # noqa: SIM905
BRITISH = """oedema:edema Oedema:edema anaemia:anemia haemorrhage:hemorrhage diarrhoea:diarrhea paediatric:pediatric
    orthopaedic:orthopedic foetal:fetal tumour:tumor colour:color behaviour:behavior organise:organize
    mobilisation:mobilization paralyse:paralyze centre:center litre:liter labelled:labeled counselling:counseling
    catalogue:catalog programme:program licence:license practise:practice ageing:aging judgement:judgment grey:gray
    enrol:enroll fulfil:fulfill sceptical:skeptical mould:mold cheque:check whilst:while""".split()  # noqa: SIM905
SLIPS = """swolen:swollen recieve:receive seperate:separate occured:occurred hospce:hospice teh:the diuertic:diuretic
    PGDM:PDGM HIPPA:HIPAA alzheimer:Alzheimer""".split()  # noqa: SIM905


def told(root: Path, old: str, new: str, file: str = WEEK) -> list[Problem]:
    """Misspelled words of the good project in `root` after one change."""
    path = (root if (root / file).exists() else project(root)) / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return [problem for problem in inspect(root)[1] if problem.rule == words_are_spelled.RULE]


@pytest.mark.parametrize("word", RIGHT)
def test_a_right_word_is_left_alone(word):
    assert spelled(word)


@pytest.mark.parametrize("pair", BRITISH + SLIPS)
def test_a_wrong_word_is_found_with_what_was_meant(pair):
    wrong, meant = pair.split(":")
    assert not spelled(wrong)
    assert meant in near(wrong)


def test_what_is_like_no_word_gets_no_suggestion():
    assert not spelled("qwrtzpsd")
    assert near("qwrtzpsd") == ()


def test_taboo_words_are_no_words():
    assert not spelled("shit")


def test_the_own_list_holds_what_is_needed_once():
    lines = [line.strip() for line in spelling.OWN.read_text("utf-8").splitlines()]
    own = [line for line in lines if line and not line.startswith("#")]
    assert len(own) > 300
    assert [word for word in own if len(word.split()) > 1] == []
    assert [word for word in own if own.count(word) > 1] == []
    assert set(own).isdisjoint(gzip.decompress(spelling.TABLE.read_bytes()).decode().split("\n"))


def test_the_table_is_made_from_its_sources():
    for package in ("spylls", "simple_icd_10_cm"):
        pytest.importorskip(package, reason=f"pip install {package}")
    from tools import make_words

    assert make_words.table() == spelling.TABLE.read_bytes()


def test_every_word_of_the_dictionary_is_one_for_hunspell():
    hunspell = pytest.importorskip("spylls.hunspell", reason="pip install spylls")
    from tools import make_words

    dictionary = hunspell.Dictionary.from_files(str(Path(hunspell.__file__).with_name("data") / "en" / "en_US"))
    words = sorted(make_words.american())
    assert len(words) > 80_000
    assert [word for word in words[::7] if not dictionary.lookup(word)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Oyelaran, 81, came home on a Friday.",
        "Xqwrtz Zpsd says so [@made-up-paper].",
        "See www.qwrtz.org/zpsd or write to qwrtz@zpsd.net today.",
        "Codes such as I50.22 and L34538 stand at 98.6F.",
        "(to be written: iadl)",
    ],
)
def test_names_addresses_and_codes_are_left_out(text, tmp_path):
    sources = project(tmp_path) / "sources.yml"
    sources.write_text(sources.read_text("utf-8").replace("publisher: Nobody", "publisher: Xqwrtz Zpsd"), "utf-8")
    assert not told(tmp_path, "The heart pumps less than the body needs.", f'"{text}"')


def test_people_of_the_role_play_have_names(tmp_path):
    called = "Xqwrtz, liaison\n      situation: Xqwrtz has three minutes."
    assert not told(tmp_path, "Dana, liaison\n      situation: Has three minutes.", called)


def test_a_wrong_word_is_told_once_a_text_where_it_stands(tmp_path):
    line = (project(tmp_path) / WEEK).read_text("utf-8").splitlines().index("    purpose: They take water out.") + 1
    found = told(tmp_path, "They take water out.", "They take watre, watre and watre out.")
    assert [(problem.place.file, problem.place.line) for problem in found] == [(WEEK, line)]
    assert "“watre”" in found[0].message and "“water”" in found[0].hint


def test_announced_topics_are_read_too(tmp_path):
    found = told(tmp_path, "title: Topic 7,", "title: Pnuemonia,", "program.yml")
    assert [problem.place.file for problem in found] == ["program.yml"]
    assert "“pneumonia”" in found[0].hint


def test_a_name_that_stands_once_is_waived_where_it_stands(tmp_path):
    waived = "They take Qwrtzol out. # waive words-are-spelled: a made-up medicine"
    assert not told(tmp_path, "They take water out.", waived)
