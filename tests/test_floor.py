"""The floor: Debian 12's Python 3.11.2, with exactly the packages that are pinned."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[1]
DEBIAN_12 = "3.11.2"
PINS = [Requirement(line) for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(line) for line in [*PROJECT["dependencies"], *(line for extra in extras for line in extra)]]


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.name)
def test_a_pinned_package_is_installed_and_runs_on_debian_12(pin):
    if pin.marker and not pin.marker.evaluate():
        assert pin.marker, "for another system"
        return
    installed = distribution(pin.name)
    assert installed.version in pin.specifier
    assert DEBIAN_12 in SpecifierSet(installed.metadata.get("Requires-Python", ""))


@pytest.mark.parametrize("requirement", asked(), ids=str)
def test_every_asked_for_package_is_pinned(requirement):
    pins = {plain(pin.name): pin for pin in PINS}
    version = next(iter(pins[plain(requirement.name)].specifier)).version
    assert version in requirement.specifier


def test_the_project_asks_for_no_more_than_debian_12_has():
    assert DEBIAN_12 in SpecifierSet(PROJECT["requires-python"])


def test_the_pins_carry_no_addresses():
    assert "://" not in (ROOT / "constraints.txt").read_text()
