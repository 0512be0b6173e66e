"""ICD-10-CM: the shipped table is the published one, and a newer release is put in place whole or not at all."""

import re
import zipfile
from pathlib import Path
from string import ascii_uppercase

import pytest
from click.testing import CliRunner

from builder.checks import codes_are_billable, inspect
from builder.cli.reference import reference
from builder.problem import ContentError
from builder.reference import icd10cm, icd10cm_order
from tests.corpus import WEEK, project

FILE = "icd10cm_order_2027.txt"


def order(*codes: tuple[str, str, str]) -> list[str]:
    """Lines of a made-up order file: a header and a code below it for each letter, and `codes` in their places."""
    rows = {f"{letter}00": ("0", "Head") for letter in ascii_uppercase}
    rows |= {f"{letter}009": ("1", "Body") for letter in ascii_uppercase}
    rows |= {code: (flag, title) for code, flag, title in codes}
    return [f"{n:05} {code:7} {rows[code][0]} {'Short':60} {rows[code][1]}" for n, code in enumerate(sorted(rows), 1)]


def data(lines: list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode()


def entries(lines: list[str]) -> dict[str, icd10cm.Entry]:
    return {entry.code: entry for entry in icd10cm_order.entries(FILE, data(lines))}


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A copy of the shipped table, to be replaced."""
    path = tmp_path / "table" / icd10cm.TABLE.name
    path.parent.mkdir()
    path.write_bytes(icd10cm.TABLE.read_bytes())
    monkeypatch.setattr(icd10cm, "TABLE", path)
    icd10cm.forget()
    yield path
    icd10cm.forget()


def run(root: Path, *arguments: str):
    return CliRunner().invoke(reference, ["icd10cm", "--root", str(root), *arguments], standalone_mode=False)


def test_the_shipped_table_is_the_published_one():
    pytest.importorskip("simple_icd_10_cm", reason="pip install simple-icd-10-cm")
    from tools import make_icd10cm

    assert make_icd10cm.table() == icd10cm.TABLE.read_bytes()


def test_the_table_knows_its_codes_from_one_end_to_the_other():
    assert icd10cm.release() == icd10cm.Release("FY2026", "icd10c-tabular-April-1-2026.xml", 98_186)
    assert icd10cm.release().name == "FY2026"
    assert icd10cm.find("I50.22") == icd10cm.Entry("I50.22", "Chronic systolic (congestive) heart failure", True)
    assert icd10cm.find("I50.2").billable is False
    assert icd10cm.find("A00") and icd10cm.find("U09.9") and icd10cm.find("Z99.89")
    assert [icd10cm.find(code) for code in ("I50.222", "I5", "i50.22", "FY2026", "")] == [None] * 5
    assert [entry.code for entry in icd10cm.billable_below("I50.2")] == ["I50.20", "I50.21", "I50.22", "I50.23"]


def test_an_order_file_is_read_by_its_columns():
    found = entries(order(("A00", "0", "Made  up"), ("A0091XA", "1", "Made up, initial"), ("A009", "0", "Made up, 9")))
    assert found["A00"] == icd10cm.Entry("A00", "Made up", False)
    assert found["A00.91XA"] == icd10cm.Entry("A00.91XA", "Made up, initial", True)
    assert len(found) == 2 * 26 + 1


def replaced(number: int, old: str, new: str):
    """Change line `number`, from 1."""
    return lambda lines: [*lines[: number - 1], lines[number - 1].replace(old, new), *lines[number:]]


BAD = {
    "empty": (lambda lines: [], 1, 1, "order number"),
    "other text": (lambda lines: ["hello", *lines], 1, 1, "order number"),
    "code with its dot": (replaced(2, "A009 ", "A00.9"), 2, 7, "without its dot"),
    "flag 2": (replaced(4, " 1 ", " 2 "), 4, 15, "flag"),
    "no long title": (replaced(52, "Body", ""), 52, 78, "long title"),
    "line left out": (lambda lines: lines[:8] + lines[9:], 9, 1, "missing"),
    "letter left out": (lambda lines: lines[:-2], 50, 1, "begins with Z"),
    "ends at a header": (lambda lines: lines[:-1], 51, 15, "Z00 is a header"),
    "header called billable": (replaced(1, " 0 ", " 1 "), 1, 15, "A009 is below it"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_whole_is_refused_where_it_breaks(name):
    change, line, column, says = BAD[name]
    with pytest.raises(ContentError) as refused:
        entries(change(order()))
    first = refused.value.problems[0]
    assert (first.place.file, first.place.line, first.place.column) == (FILE, line, column)
    assert says in first.message and first.hint


def test_a_wrong_file_is_not_told_line_by_line():
    with pytest.raises(ContentError) as refused:
        icd10cm_order.entries("notes.txt", b"hello\n" * 9000)
    assert len(refused.value.problems) == icd10cm_order.TOLD


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b"PK\x03\x04 torn", "ZIP"),
        (data(order()) + "Ménière".encode("latin-1"), "UTF-8"),
        (data(order())[:900], "a blank"),
    ],
    ids=["torn ZIP", "latin-1", "half a line"],
)
def test_the_table_stays_when_the_file_is_refused(bad, says, table, tmp_path):
    before, file = table.read_bytes(), tmp_path / FILE
    file.write_bytes(bad)
    refused = run(project(tmp_path / "project"), "--from", str(file)).exception
    assert isinstance(refused, ContentError) and says in refused.problems[0].message
    assert table.read_bytes() == before
    assert [each.name for each in table.parent.iterdir()] == [table.name]


@pytest.mark.parametrize("release", ["2027", "FY27", "fy2027"])
def test_a_release_is_named_like_one(release, table, tmp_path):
    (tmp_path / FILE).write_bytes(data(order()))
    before = table.read_bytes()
    assert "FY2027" in run(tmp_path, "--from", str(tmp_path / FILE), "--release", release).exception.message
    assert table.read_bytes() == before


def test_a_new_release_tells_every_week_that_it_breaks(table, tmp_path):
    root, file = project(tmp_path / "project"), tmp_path / FILE
    file.write_bytes(data(order()))
    done = run(root, "--from", str(file))
    assert done.return_value == 1
    assert f"ICD-10-CM FY2027: 52 codes and headers, from {FILE}" in done.output
    assert f"{WEEK}:" in done.output and "is not in ICD-10-CM FY2027" in done.output
    assert codes_are_billable.RULE in {problem.rule for problem in inspect(root)[1]}


def test_a_new_release_that_breaks_no_week_says_so(table, tmp_path):
    root, file = project(tmp_path / "project"), tmp_path / "april.zip"
    named = re.findall(r"code: (\S+)", (root / WEEK).read_text("utf-8"))
    known = [icd10cm.find(code[:end]) for code in named for end in range(3, len(code) + 1) if code[end - 1] != "."]
    rows = [(entry.code.replace(".", ""), f"{entry.billable:d}", entry.title) for entry in known]
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("Code Descriptions/icd10cm-order-2028.txt", data(order(*rows)))
        opened.writestr("Code Descriptions/icd10cm-order-addenda-2028.txt", "Add: A00")
    done = run(root, "--from", str(file), "--release", "FY2028")
    assert (done.return_value, icd10cm.release().name) == (0, "FY2028"), done.output
    assert "Every code" in done.output


def test_without_a_file_it_tells_what_is_in_place(tmp_path):
    assert run(tmp_path).output == "ICD-10-CM FY2026: 98,186 codes and headers, from icd10c-tabular-April-1-2026.xml.\n"
