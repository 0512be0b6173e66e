"""Lighthouse on a phone's connection, with gzip. Scores that can't vary are held to 100.

The performance score varies with the machine, so no test has a bar for it: `benchmarks/phone.py` tells the median.
"""

import json
import os
import shutil
import subprocess

import pytest

from tests.site import ROOT, edition_of, real_site
from tests.tools import node_tool, program
from tests.web import serving

pytestmark = pytest.mark.browser

FLAGS = "--headless=new --no-sandbox --disable-background-networking --disable-component-update"
STEADY = ("accessibility", "best-practices", "seo")
WEEK = edition_of(ROOT).written[0].key


def report(address: str, categories: tuple[str, ...] = STEADY) -> dict:
    """Lighthouse's report of a page."""
    command = [node_tool(".bin/lighthouse"), address, "--output=json", "--quiet", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(categories)}")
    world = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=world, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", ["", f"weeks/{WEEK}/", f"weeks/{WEEK}/call/", f"weeks/{WEEK}/practice/"])
def test_accessibility_practices_and_findability_are_100(path):
    program("chromium", "apt-get install chromium")
    program("node", "apt-get install nodejs npm")
    with serving(real_site()) as site:
        found = report(site.address + path)
    wrong = [name for name, audit in found["audits"].items() if audit["score"] == 0]
    assert {name: found["categories"][name]["score"] for name in STEADY} == dict.fromkeys(STEADY, 1), wrong
