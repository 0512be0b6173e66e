"""What a page weighs on the wire, with gzip: a first visit, a further page, and what nobody asked for."""

import gzip

import pytest

from tests.site import ROOT, edition_of, real_site
from tests.web import chromium, context_of, page_of, serving

FIRST, FURTHER = 150 * 1024, 20 * 1024
WEEKS = [at.key for at in edition_of(ROOT).written]
PAGES = sorted(path for path in real_site() if path.endswith(".html"))


def test_no_page_is_heavier_than_a_further_page_may_be():
    weights = {path: len(gzip.compress(real_site()[path], 6)) for path in PAGES}
    assert {path: weight for path, weight in weights.items() if weight > FURTHER} == {}


@pytest.mark.browser
def test_a_first_visit_to_a_week_and_a_further_page():
    with serving(real_site()) as site, chromium() as browser:
        page = page_of(context_of(browser))
        page.goto(f"{site.address}weeks/{WEEKS[0]}/", wait_until="networkidle")
        assert sum(site.sent.values()) <= FIRST, site.sent
        assert "search/search_index.json" not in site.sent, "nobody has searched yet"
        assert not [path for path in site.sent if path.endswith(".png")], "a preview on a phone is too small to read"
        for path in (f"weeks/{WEEKS[1]}/", f"weeks/{WEEKS[1]}/call/", f"weeks/{WEEKS[1]}/practice/", "calendar/"):
            site.sent.clear()
            page.goto(site.address + path, wait_until="networkidle")
            # Without the worker, a browser asks again for what it has; a server answers "not changed" to most.
            new = {name: size for name, size in site.sent.items() if name.endswith((".html", ".json", ".png"))}
            assert 0 < sum(new.values()) <= FURTHER, new


def test_the_list_of_the_worker_stays_small():
    weight = len(gzip.compress(real_site()["offline.json"], 6))
    assert weight <= 40 * 1024
