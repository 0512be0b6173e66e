"""A tunnel without signal: what the phone kept, what it fetches anew, and that no page ever mixes two editions."""

import hashlib
import json
import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error

from builder.make.manifest import NAME
from builder.site.worker import equipped
from tests.site import edition_of, site_of
from tests.web import chromium, context_of, page_of, serving
from tests.workshop import copy_content

pytestmark = pytest.mark.browser

THIS, NEXT, FAR = "weeks/05-heart-failure/", "weeks/06-", "weeks/33-pressure-injury/"
READY = "() => document.documentElement.dataset.rrKept === 'ahead'"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_content(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def site(project):
    with serving(dict(site_of(project))) as running:
        yield running


@pytest.fixture
def phone(browser):
    context = context_of(browser, worker=True)
    yield page_of(context)
    context.close()


def renewed(project, word: str) -> dict[str, bytes]:
    """Another edition of the site: a word in every page and style is different."""
    made = {
        path: data.replace(b"Referral Roadmap", word.encode()) if path.endswith(".html") else data
        for path, data in site_of(project).items()
    }
    made["assets/site.css"] += f"\n/* {word} */\n".encode()
    # The worker is told the digest of its list by the build, so it begins from the one that is written by hand.
    made["sw.js"] = (project / "content" / "sw.js").read_bytes()
    del made["offline.json"]
    return equipped(made, edition_of(project))


def first_visit(page, site, path=""):
    page.goto(site.address + path)
    page.wait_for_function(READY)


def turn_to(page, address):
    """Open a page that may be opened once more by itself, in a new edition, before it is complete."""
    with suppress(Error):
        page.goto(address)


def go_dark(page, site):
    site.up = False
    page.complaints.clear()


def kept(page) -> list[str]:
    return page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) => {
            const kept = await (await caches.open(name)).keys();
            return kept.map((each) => decodeURIComponent(new URL(each.url).pathname)); }))).flat()"""
    )


def test_the_list_names_every_file_with_its_digest_and_the_worker_knows_the_list(project):
    files = site_of(project)
    listed = json.loads(files["offline.json"])
    assert hashlib.sha256(files["offline.json"]).hexdigest().encode() in files["sw.js"]
    for path, (digest, size) in listed["files"].items():
        assert hashlib.sha256(files[path]).hexdigest().startswith(digest) and len(files[path]) == size
    named = {*listed["shell"], *listed["search"], *listed["everything"], *(p for _, ps in listed["weeks"] for p in ps)}
    assert named <= listed["files"].keys()
    assert len(listed["weeks"]) == 52 and NAME not in listed["files"]
    pages = {path for path in files if path.endswith(".html") and path != "404.html"}
    assert pages <= set(listed["everything"])


def test_every_style_script_and_font_that_a_page_names_is_in_the_shell(project):
    files = site_of(project)
    shell = set(json.loads(files["offline.json"])["shell"])
    for path, data in files.items():
        if path.endswith(".html") and path != "404.html":
            for name in re.findall(r'(?:<script src|<link rel="stylesheet" href)="([./]*assets/[^"]+)"', data.decode()):
                assert re.sub(r"^(\.\./)+", "", name) in shell, (path, name)


def test_after_one_visit_this_week_works_without_signal(phone, site):
    first_visit(phone, site)
    go_dark(phone, site)
    for path in (THIS, f"{THIS}call/", f"{THIS}practice/", "learn/", ""):
        phone.goto(site.address + path)
        assert phone.locator("h1").first.is_visible(), path
        phone.wait_for_load_state("load")
    for kind in ("referral", "patient", "call-sheet", "huddle"):
        found = phone.evaluate(
            "async (path) => { const a = await fetch(path); return [a.status, (await a.arrayBuffer()).byteLength] }",
            f"/handouts/05-heart-failure/{kind}.pdf",
        )
        assert found[0] == 200 and found[1] > 10_000, kind
    part = phone.evaluate(
        """async () => {
            const a = await fetch('/handouts/05-heart-failure/referral.pdf', {headers: {Range: 'bytes=0-3'}});
            return [a.status, await a.text()] }"""
    )
    assert part == [206, "%PDF"]


def test_search_works_without_signal(phone, site):
    first_visit(phone, site)
    go_dark(phone, site)
    phone.goto(site.address + THIS)
    phone.locator("label[for='__search']").first.click()
    phone.locator(".md-search__input").press_sequentially("water pill")
    phone.locator(".md-search-result__link[href*='05-heart-failure']").first.wait_for()
    assert "Heart failure" in phone.locator(".md-search-result").inner_text()


def test_a_page_that_is_not_kept_says_so_and_one_that_was_visited_stays(phone, site):
    first_visit(phone, site)
    phone.goto(f"{site.address}{FAR}practice/")
    phone.goto(site.address)
    go_dark(phone, site)
    phone.goto(f"{site.address}{FAR}practice/")
    assert "Practice" in phone.locator("h1").inner_text()
    phone.goto(site.address + FAR)
    assert phone.url.endswith("/offline/?missing=weeks%2F33-pressure-injury%2Findex.html")
    phone.locator("[data-rr-part='missing']").wait_for()


def test_a_new_edition_is_taken_whole(phone, site, project):
    first_visit(phone, site)
    phone.goto(f"{site.address}{FAR}")
    site.files = renewed(project, "Second Edition")
    phone.goto(f"{site.address}{THIS}")
    phone.evaluate("navigator.serviceWorker.getRegistration().then((each) => each.update())")
    phone.wait_for_function("() => navigator.serviceWorker.getRegistration().then((each) => Boolean(each.waiting))")
    assert "Referral Roadmap" in phone.title(), "the page that is open stays what it was"
    turn_to(phone, f"{site.address}{THIS}call/")
    phone.wait_for_function("() => document.title.includes('Second Edition')")
    go_dark(phone, site)
    for path in (THIS, FAR, "", f"{THIS}call/"):
        phone.goto(site.address + path)
        assert "Second Edition" in phone.title(), path
        assert "Second Edition" in phone.evaluate("fetch('/assets/site.css').then((each) => each.text())")
    assert phone.evaluate("caches.keys().then((names) => names.length)") == 1


def test_an_interrupted_update_leaves_the_old_edition_whole(phone, site, project):
    first_visit(phone, site)
    before = set(kept(phone))
    new = renewed(project, "Second Edition")
    missing = f"{THIS}index.html"
    site.files = {path: data for path, data in new.items() if path != missing}
    phone.evaluate("navigator.serviceWorker.getRegistration().then((each) => each.update().catch(() => {}))")
    phone.wait_for_function(
        "() => navigator.serviceWorker.getRegistration().then((each) => !each.installing && !each.waiting)"
    )
    go_dark(phone, site)
    for path in (THIS, "", f"{THIS}call/"):
        phone.goto(site.address + path)
        assert "Referral Roadmap" in phone.title(), path
        assert "Second" not in phone.evaluate("fetch('/assets/site.css').then((each) => each.text())")
    assert before <= set(kept(phone))
    site.up, site.files = True, new
    phone.goto(site.address)
    phone.evaluate("navigator.serviceWorker.getRegistration().then((each) => each.update())")
    phone.wait_for_function("() => navigator.serviceWorker.getRegistration().then((each) => Boolean(each.waiting))")
    turn_to(phone, site.address + THIS)
    phone.wait_for_function("() => document.title.includes('Second Edition')")


def test_a_page_of_another_edition_is_never_shown_in_the_old_ones_clothes(phone, site, project):
    first_visit(phone, site)
    site.files = {
        **renewed(project, "Second Edition"),
        "sw.js": site.files["sw.js"],
        "offline.json": site.files["offline.json"],
    }
    phone.goto(f"{site.address}{FAR}")
    assert "/offline/?changed=" in phone.url, "the files are new while the list is still the old one"
    site.files = renewed(project, "Second Edition")
    turn_to(phone, f"{site.address}{FAR}")
    phone.wait_for_url(f"**/{FAR}")
    phone.wait_for_function("() => document.title.includes('Second Edition')")


def test_what_the_server_refuses_is_said_by_the_server(phone, site):
    first_visit(phone, site)
    site.closed = True
    answer = phone.goto(f"{site.address}{FAR}")
    assert answer.status == 403, "a page that isn't kept is the server's to refuse"
    assert phone.goto(site.address + THIS).status == 200, "what is kept stays readable"


def test_everything_can_be_kept_and_removed(phone, site):
    first_visit(phone, site, "offline/")
    button = phone.locator("[data-rr-part='everything']")
    phone.wait_for_function("() => document.querySelector('[data-rr-part=everything]').textContent.includes('MB')")
    button.click()
    phone.get_by_text("Everything is kept on this device.").wait_for()
    listed = json.loads(site.files["offline.json"])["everything"]
    held = set(kept(phone))
    assert {
        f"/{path.removesuffix('index.html')}" if path.endswith("index.html") else f"/{path}" for path in listed
    } <= held
    go_dark(phone, site)
    phone.goto(f"{site.address}{FAR}call/")
    assert phone.locator(".rr-slide").count() == 6
    phone.goto(f"{site.address}offline/")
    phone.locator("[data-rr-part='remove']").click()
    phone.get_by_text("Nothing is kept on this device.").wait_for()
    assert phone.evaluate("caches.keys()") == []
    assert phone.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    site.up = True
    phone.goto(site.address)
    phone.wait_for_load_state("load")
    assert phone.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0, (
        "it stays removed"
    )


def test_it_can_be_put_on_the_home_screen_under_the_agencys_name(phone, site):
    phone.goto(site.address)
    manifest = json.loads(site.files["app.webmanifest"])
    assert "Maple Street" in manifest["name"] and manifest["display"] == "standalone"
    sizes = {each["sizes"] for each in manifest["icons"]}
    assert {"192x192", "512x512"} <= sizes
    for icon in manifest["icons"]:
        data = site.files[icon["src"]]
        assert data.startswith(b"\x89PNG") and int.from_bytes(data[16:20]) == int(icon["sizes"].split("x")[0])
    assert phone.evaluate("document.querySelector('link[rel=manifest]').href").endswith("/app.webmanifest")
    client = phone.context.new_cdp_session(phone)
    assert client.send("Page.getAppManifest")["errors"] == []
