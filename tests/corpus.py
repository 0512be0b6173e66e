"""The bad corpus: `tests/bad/NAME/` is what is done to the good project in `tests/good/`, and what must be said of it.

`change` names a file in its first line; below, lines with `-` stand once in that file and give way to those with `+`
(a lone `+` is an empty line: what comes after keeps its number).
Any other file goes into the project as it is. `expected` has a line a problem: `file:line:column rule`.
"""

import shutil
from itertools import groupby
from pathlib import Path

GOOD = Path(__file__).with_name("good")
BAD = Path(__file__).with_name("bad")
WEEK = "weeks/05-heart-failure.yml"


def cases() -> list[Path]:
    """A folder for each way to be wrong."""
    return sorted(path for path in BAD.iterdir() if path.is_dir())


def project(target: Path, case: Path | None = None) -> Path:
    """The good project in `target`, broken as the case says."""
    shutil.copytree(GOOD, target, dirs_exist_ok=True)
    return broken(target, case) if case else target


def broken(root: Path, case: Path) -> Path:
    """The project in `root`, broken as the case says."""
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("change", "expected"))
    if (case / "change").exists():
        change(root, (case / "change").read_text("utf-8"))
    return root


def change(root: Path, text: str) -> None:
    """Make the change that `text` describes."""
    name, *lines = text.splitlines()
    path = root / name
    content = path.read_text("utf-8")
    hunks = ["".join(f"{line[1:]}\n" for line in group) for _, group in groupby(lines, key=lambda line: line[0])]
    signs = "".join(sign for sign, _ in groupby(line[0] for line in lines))
    assert signs == "-+" * (len(signs) // 2), "each - is followed by its +"
    for old, new in zip(hunks[::2], hunks[1::2], strict=True):
        assert content.count(f"\n{old}") == 1, f"{old!r} stands there {content.count(old)} times"
        content = content.replace(f"\n{old}", f"\n{new}")
    path.write_text(content, "utf-8")
