"""Programs that look at finished pages. `.ci/run` installs them; without them their tests skip and say how."""

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = ROOT / ".tools" / "node_modules"
HOW = "npm install --prefix .tools --no-package-lock --ignore-scripts $(cat tests/node-tools.txt)"


def node_tool(path: str) -> Path:
    """A file below the installed npm packages."""
    found = MODULES / path
    if not found.exists():
        pytest.skip(f"{path} is missing: {HOW}")
    return found


def program(name: str, how: str) -> str:
    """A program on the path, or beside our Python."""
    found = shutil.which(name) or shutil.which(name, path=Path(sys.executable).parent)
    if not found:
        pytest.skip(f"{name} is missing: {how}")
    return found
