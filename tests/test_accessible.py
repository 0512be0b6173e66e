"""Every page, on phone and desk, by day and night: axe finds nothing, the policy is kept, no other host is asked."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.site import real_site
from tests.tools import node_tool
from tests.web import DESK, PHONE, chromium, context_of, page_of, serving

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]
"""Rules whose answer depends on the scheme. The others are asked once a size."""
WALKERS = 2

MADE = {".rr-now": ".rr-now__card", "[data-rr-quiz]": ".rr-choice", "[data-rr-learn]": ".rr-button:visible"}
"""What a script makes of a page, by the mark that calls it: the page is looked at when that is there."""

RUN = """([only, rules]) => axe.run(document, {
    runOnly: {type: only, values: rules}, resultTypes: ['violations'],
}).then((found) => found.violations.map((each) => [each.id, each.nodes.length, each.nodes[0].html.slice(0, 160)]))"""
SCHEME = "(name) => document.body.setAttribute('data-md-color-scheme', name)"


def looked_at(page, axe: str) -> list:
    """What is wrong with the page that is open: at both sizes and in both schemes, each rule where it matters."""
    found = [["console", said] for said in page.complaints]
    page.evaluate(axe)
    for size, scheme, other in ((PHONE, "default", "slate"), (DESK, "slate", "default")):
        page.set_viewport_size(size)
        for name, only, rules in ((scheme, "tag", RULES), (other, "rule", COLORS)):
            page.evaluate(SCHEME, name)
            found += [[size["width"], name, *each] for each in page.evaluate(RUN, [only, rules])]
    return found


def walked(paths: list[str], address: str, axe: str) -> dict[str, list]:
    """Path -> what is wrong there. A walker has a browser of its own."""
    wrong = {}
    with chromium() as browser:
        page = page_of(context_of(browser))
        for path in paths:
            page.complaints.clear()
            page.asked.clear()
            page.set_viewport_size(PHONE)
            page.goto(address + path.removesuffix("index.html"), wait_until="load")
            for mark, made in MADE.items():
                if page.locator(mark).count():
                    page.locator(made).first.wait_for()
            found = [["asked", url] for url in page.asked if not url.startswith((address, "data:"))]
            if found := [*found, *looked_at(page, axe)]:
                wrong[path] = found
    return wrong


def test_no_page_breaks_a_rule_of_accessibility_or_its_own_policy():
    axe = node_tool("axe-core/axe.min.js").read_text("utf-8")
    pages = sorted(path for path in real_site() if path.endswith(".html"))
    with serving(real_site()) as site, ThreadPoolExecutor(WALKERS) as pool:
        parts = [pages[first::WALKERS] for first in range(WALKERS)]
        wrong = {
            path: found
            for part in pool.map(walked, parts, [site.address] * WALKERS, [axe] * WALKERS)
            for path, found in part.items()
        }
    assert len(pages) > 150
    assert wrong == {}, json.dumps(dict(list(wrong.items())[:5]), indent=1)
