"""What goes with the pages: feed, link previews, policy, header files, the page for a wrong address."""

import base64
import hashlib
import re
import struct
import subprocess
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from builder.model import Subscriber
from builder.site import app
from builder.site.finish import ThemeChanged, patient
from builder.site.head import head
from builder.site.policy import FRAMING, hashes, policy
from tests.site import ROOT, edition_of, real_site
from tests.tools import program

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://training.maple-street.example.org/"
PAGES = {path: data.decode() for path, data in real_site().items() if path.endswith(".html")}


def published(name="Agency", site="https://training.example.org/maple"):
    made = edition_of(ROOT)
    record = made.subscriber.model_dump(mode="json", exclude_none=True)
    record["meta"] = {"name": name, "site": site}
    return replace(made, subscriber=Subscriber.model_validate(record))


def test_every_page_states_a_policy_without_unsafe_words_that_lets_its_own_scripts_run():
    for path, page in PAGES.items():
        rule = parser.fromstring(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(rule) == 1 and "unsafe" not in rule[0] and "default-src 'none'" in rule[0], path
        assert page.index("Content-Security-Policy") < page.index("<script"), "a rule counts from where it stands"
        for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rule[0], path
        assert not re.search(r"\son[a-z]+=|\sstyle=|javascript:", page), path


def test_header_files_say_the_same_for_every_server():
    files = {name: real_site()[name].decode() for name in ("_headers", "headers.nginx.conf", "headers.caddy")}
    every = sorted({each for page in PAGES.values() for each in hashes(page)})
    for text in files.values():
        assert f"{policy(every)}; {FRAMING}" in text
        assert "nosniff" in text and "no-referrer" in text
    assert max(map(len, files["_headers"].splitlines())) < 2000, "longer lines are cut by static hosts"


def test_nginx_accepts_its_file(tmp_path):
    nginx = program("nginx", "apt-get install nginx-light")
    (tmp_path / "headers.conf").write_bytes(real_site()["headers.nginx.conf"])
    config = tmp_path / "nginx.conf"
    config.write_text(
        f"events {{}} http {{ server {{ listen 127.0.0.1:9; include {tmp_path}/headers.conf; }} }}", "utf-8"
    )
    command = [nginx, "-t", "-p", tmp_path, "-c", config, "-g", f"pid {tmp_path}/pid; error_log stderr;"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert "syntax is ok" in done.stderr, done.stderr


def test_the_feed_has_an_entry_for_every_written_week():
    made = edition_of(ROOT)
    tree = ElementTree.fromstring(real_site()["feed.xml"])
    entries = tree.findall(f"{ATOM}entry")
    assert [each.find(f"{ATOM}updated").text[:10] for each in entries] == [str(at.monday) for at in made.written]
    for each in entries:
        assert f"{each.find(f'{ATOM}link').get('href').removeprefix(SITE)}index.html" in real_site()
    for page in PAGES.values():
        assert 'type="application/atom+xml"' in page


def test_a_site_that_knows_its_address_gives_whole_addresses():
    tree = ElementTree.fromstring(app.feed(published()))
    links = [each.get("href") for each in tree.iter(f"{ATOM}link")]
    assert all(link.startswith("https://training.example.org/maple/") for link in links)
    tags = head("<title>x</title>", "weeks/05-heart-failure/index.html", app.facts(published()))
    site = "https://training.example.org/maple"
    assert f'og:image" content="{site}/assets/cards/05-heart-failure.png"' in tags
    assert f'og:url" content="{site}/weeks/05-heart-failure/"' in tags


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80).filter(str.strip))
def test_any_name_makes_a_whole_feed_and_manifest(name):
    try:
        made = published(name)
    except ValueError:
        return  # not a name that the record takes
    ElementTree.fromstring(app.feed(made))
    assert app.webmanifest(made)


def test_every_page_has_a_picture_for_its_link():
    for path, page in PAGES.items():
        picture = parser.fromstring(page).xpath("//meta[@property='og:image']/@content")[0]
        data = real_site()[picture.removeprefix(SITE)]
        assert struct.unpack(">II", data[16:24]) == (600, 315), path
        assert parser.fromstring(page).xpath("//meta[@property='og:title']/@content")[0], path


def test_the_site_map_names_every_page():
    tree = ElementTree.fromstring(real_site()["sitemap.xml"])
    named = {each.text.removeprefix(SITE) for each in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert named == {path.removesuffix("index.html") for path in PAGES if path != "404.html"}


def test_the_page_for_a_wrong_address_leads_home():
    assert parser.fromstring(PAGES["404.html"]).xpath("//a[@href='/' or @href='/.']")


def test_a_theme_whose_script_loads_the_index_in_another_way_is_noticed():
    with pytest.raises(ThemeChanged):
        patient("search(location)")
