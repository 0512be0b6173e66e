"""The house: rooms import only rooms before them, outside packages have one home, files and functions stay small."""

import ast
from pathlib import Path

import pytest

from builder.checks import CHECKS

HOUSE = Path(__file__).parents[1] / "builder"
ROOMS = (
    ["problem"], ["report"], ["model"], ["read"], ["reference"], ["checks"], ["edition"], ["make"],
    ["pages", "handouts"], ["site"], ["outputs"], ["publish"], ["cli"],
)  # fmt: skip
FLOOR = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}
BUILT_LATER = {"publish"}
HOMES = {
    "typst": {"handouts/typeset.py"},
    "mkdocs": {"site/engine.py", "site/hook.py", "site/render.py"},
    "click": {"cli"},
    "jinja2": {"pages"},
    "fontTools": {"handouts"},
    "segno": {"handouts/qr.py"},
    "pikepdf": {"make/bind.py"},
    "PIL": {"read/logo.py", "handouts/style.py", "handouts/typeset.py"},
}
FILES = sorted(HOUSE.rglob("*.py"))
NAMES_WITHOUT_MEANING = {"utils", "util", "helpers", "common", "base", "manager", "misc"}


def name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> set[str]:
    """Dotted names that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def rooms_imported(path: Path) -> set[str]:
    parts = (dotted.split(".") for dotted in imports(path))
    return {part[1] for part in parts if part[0] == "builder" and len(part) > 1} - {"__version__"}


def test_the_rooms_are_there():
    found = {room(path) for path in FILES} - {"__init__", "__main__"}
    assert found == FLOOR.keys() - BUILT_LATER
    assert len(FILES) > 40


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_room_imports_only_rooms_before_it(path):
    if room(path) in {"__init__", "__main__"}:
        assert rooms_imported(path) <= {"cli"}
        return
    here = room(path)
    later = {other for other in rooms_imported(path) if other != here and FLOOR[other] >= FLOOR[here]}
    assert not later


@pytest.mark.parametrize("path", FILES, ids=name)
def test_an_outside_package_has_one_home(path):
    for package in {dotted.split(".")[0] for dotted in imports(path)} & HOMES.keys():
        homes = HOMES[package]
        assert name(path) in homes or room(path) in homes, f"{package} belongs into {homes}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_and_functions_are_small(path):
    assert len(path.read_text("utf-8").splitlines()) <= 250
    assert path.stem not in NAMES_WITHOUT_MEANING
    long = [
        node.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 45
    ]
    assert not long


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_the_edge_prints_exits_and_reads_the_clock(path):
    if room(path) in {"cli", "__main__"}:
        assert ast.get_docstring(tree(path)), "even the edge says what it is"
        return
    calls = {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}
    edge = {"print", "exit", "sys.exit", "date.today", "datetime.now", "datetime.today", "time.time", "os.getenv"}
    assert not calls & edge


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_file_says_what_it_is(path):
    assert (ast.get_docstring(tree(path)) or path.stat().st_size == 0) != ""


def test_every_check_is_in_the_table_and_named_for_its_truth():
    files = {path.stem for path in (HOUSE / "checks").glob("*.py")} - {"__init__"}
    assert {module.__name__.rpartition(".")[2] for module in CHECKS} == files
    for module in CHECKS:
        assert module.__name__.rpartition(".")[2].replace("_", "-") == module.RULE
        assert len(module.__doc__) > 150, f"{module.RULE} has no manual"
