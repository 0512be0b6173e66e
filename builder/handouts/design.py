"""Where the design of the sheets lies, and its digest, so that no sheet outlives the design that it was set in."""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "handouts"
"""Templates, fonts and icons. They belong to the program, not to the content, so a worker finds its own copy."""

FONTS = FOLDER / "fonts"
SET_BY = Path(__file__).with_name("typeset.py")


def digest() -> str:
    """SHA-256 over the design's files and our typesetting code: the same wherever they lie."""
    whole = hashlib.sha256()
    files = sorted(path for ending in ("typ", "svg", "ttf") for path in FOLDER.rglob(f"*.{ending}"))
    for path in (*files, SET_BY):
        data = path.read_bytes()
        whole.update(f"{path.name} {len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()
