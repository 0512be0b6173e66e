"""The site in a real Chromium: what a liaison sees on a phone, on which day, and what the page asks of the network."""

from datetime import datetime

import pytest

from tests.site import ROOT, edition_of, real_site, site_of
from tests.web import DESK, PHONE, chromium, context_of, page_of, serving
from tests.workshop import copy_content

pytestmark = pytest.mark.browser

WEEKS = [at.key for at in edition_of(ROOT).written]
KINDS = [
    "", "calendar/", "handouts/", "sources/", "about/", "review/", "learn/", "offline/", "find/source/",
    "find/source/cardiology/", f"weeks/{WEEKS[0]}/", f"weeks/{WEEKS[0]}/call/", f"weeks/{WEEKS[0]}/practice/",
    f"weeks/{WEEKS[0]}/sources/",
]  # fmt: skip


@pytest.fixture(scope="module")
def address():
    with serving(real_site()) as real:
        yield real.address


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def visit(browser, address):
    """visit(path, ...) -> an opened page."""
    opened = []

    def go(path, size=PHONE, now=datetime(2027, 2, 3, 12), at=address, **options):
        context = context_of(browser, size, **options)
        opened.append(context)
        page = page_of(context, now)
        page.goto(at + path)
        return page

    yield go
    for context in opened:
        context.close()


def bottom(page, selector):
    """Pixels from the top of the page to the lower edge."""
    return page.locator(selector).evaluate("element => element.getBoundingClientRect().bottom + scrollY")


def cards(page):
    """Kind -> (label, week) of the cards at the top of the home page."""
    page.locator(".rr-now__card").first.wait_for()
    return {
        card.get_attribute("class").rpartition("--")[2]: tuple(card.locator(".rr-kicker > *").all_inner_texts())
        for card in page.locator(".rr-now__card").all()
    }


@pytest.mark.parametrize("path", KINDS)
def test_a_page_opens_without_complaint_asks_no_other_host_and_never_scrolls_sideways(visit, address, path):
    page = visit(path)
    page.wait_for_load_state("load")
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.complaints == []
    assert [url for url in page.asked if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("week", WEEKS)
def test_message_questions_and_ask_come_within_two_screens_of_a_phone(visit, week):
    page = visit(f"weeks/{week}/")
    for part in (".rr-say blockquote", ".rr-questions li:last-child", ".rr-ask p"):
        assert page.locator(part).is_visible()
        assert bottom(page, part) <= 2 * PHONE["height"], part
    assert bottom(page, ".rr-status") <= PHONE["height"] / 2


@pytest.mark.parametrize("week", WEEKS)
def test_the_sheets_are_one_tap_away(visit, week):
    page = visit(f"weeks/{week}/")
    page.locator(".rr-jump a[href='#sheets']").click()
    tiles = page.locator(".rr-sheet")
    assert tiles.count() == 4 and all(tile.is_visible() for tile in tiles.all())
    assert not [url for url in page.asked if url.endswith(".png")], "a phone fetches no previews"


def test_a_desk_shows_previews_and_each_opens_its_sheet(visit):
    page = visit(f"weeks/{WEEKS[0]}/", DESK)
    for tile in page.locator(".rr-sheet").all():
        tile.scroll_into_view_if_needed()
        picture = tile.locator("img")
        page.wait_for_function("picture => picture.complete", arg=picture.element_handle())
        assert picture.evaluate("picture => picture.naturalWidth") > 200
        assert page.request.get(tile.evaluate("link => link.href")).body().startswith(b"%PDF")


def test_what_is_tapped_is_big_enough_for_a_thumb(visit):
    page = visit(f"weeks/{WEEKS[0]}/")
    for selector in (".rr-jump a", ".rr-sheet", ".rr-doors li", ".tabbed-labels > label", ".md-footer__link"):
        for target in page.locator(selector).all():
            assert target.bounding_box()["height"] >= 43.9, selector
    for path, selectors in {
        "": ".rr-now__card, .rr-find li, .rr-now__doors a",
        f"weeks/{WEEKS[0]}/call/": ".rr-steps a, .rr-onward, .rr-whom > summary",
        f"weeks/{WEEKS[0]}/practice/": ".rr-choice, .rr-answer > summary",
        "learn/": ".rr-button",
    }.items():
        other = visit(path)
        other.locator(selectors).first.wait_for()
        for target in other.locator(selectors).all():
            assert target.bounding_box()["height"] >= 43.9, (path, target.inner_text())


def test_the_jump_bar_stays_in_sight_and_headings_stop_below_it(visit):
    page = visit(f"weeks/{WEEKS[0]}/")
    page.locator(".rr-jump a[href='#codes']").click()
    page.wait_for_function("document.querySelector('#codes').getBoundingClientRect().top < 300")
    bar = page.locator(".rr-jump").bounding_box()
    assert 40 <= bar["y"] <= 60
    assert page.locator("#codes").bounding_box()["y"] >= bar["y"] + bar["height"] - 1


def test_tabs_show_one_line_of_business_at_a_time_and_remember_it(visit):
    page = visit(f"weeks/{WEEKS[0]}/")
    labels, panels = page.locator(".tabbed-labels > label"), page.locator(".tabbed-block")
    assert [panel.is_visible() for panel in panels.all()] == [True] + [False] * (panels.count() - 1)
    labels.last.click()
    assert [panel.is_visible() for panel in panels.all()] == [False] * (panels.count() - 1) + [True]
    page.reload()
    page.wait_for_function("document.querySelector('.tabbed-set > input:last-of-type').checked")


def test_tabs_work_without_javascript(visit):
    page = visit(f"weeks/{WEEKS[0]}/", java_script_enabled=False)
    page.locator(".tabbed-labels > label").last.click()
    assert page.locator(".tabbed-block").last.is_visible()


def test_answers_are_hidden_until_opened(visit):
    page = visit(f"weeks/{WEEKS[0]}/practice/")
    answer = page.locator(".rr-answer").first
    assert not answer.locator("p").is_visible()
    answer.locator("summary").click()
    assert answer.locator("p").is_visible()


@pytest.mark.parametrize(
    ("now", "this", "coming", "missed"),
    [
        ("2027-01-03T23:59", None, "Week 1", None),
        ("2027-01-04T00:00", "Week 1", "Week 2", None),
        ("2027-02-07T23:59", "Week 5", "Week 6", "Week 4"),
        ("2027-02-08T00:00", "Week 6", "Week 7", "Week 5"),
        ("2027-03-28T12:00", "Week 12", "Week 13", "Week 11"),
        ("2027-12-31T23:59", "Week 52", None, "Week 51"),
        ("2028-01-02T23:59", "Week 52", None, "Week 51"),
        ("2028-01-03T00:00", None, None, "Week 52"),
        ("2030-06-01T00:00", None, None, "Week 52"),
    ],
)
def test_the_home_page_knows_this_week(visit, now, this, coming, missed):
    page = visit("", now=datetime.fromisoformat(now), timezone_id="UTC")
    shown = {kind: week.partition(",")[0] for kind, (_, week) in cards(page).items()}
    assert shown == {kind: week for kind, week in {"this": this, "next": coming, "missed": missed}.items() if week}
    current = page.locator(".rr-row[aria-current='date'] .rr-row__number").all_inner_texts()
    assert current == ([this.removeprefix("Week ")] if this else [])
    assert not page.locator(".rr-now__plain").is_visible()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Pacific/Pago_Pago", "America/New_York"])
def test_a_monday_is_the_devices_own_monday(visit, zone):
    page = visit("about/", timezone_id=zone)
    for hour in ("00:01", "23:59"):
        index = page.evaluate(
            """async (time) => {
                const week = await import('/assets/days.js');
                const mondays = ['2027-03-08', '2027-03-15', '2027-11-01', '2027-11-08'].map(week.parseDay);
                return ['2027-03-14', '2027-03-15', '2027-11-07'].map(
                    (day) => week.weekAt(mondays, week.dayOf(new Date(`${day}T${time}`))));
            }""",
            hour,
        )
        assert index == [0, 1, 2], zone


def test_the_home_page_is_a_plain_list_without_javascript(visit):
    page = visit("", java_script_enabled=False)
    assert page.locator(".rr-now__plain").is_visible()
    assert page.locator(".rr-year > .rr-row").count() == 52
    assert page.locator(".rr-row > a").count() == len(WEEKS)
    assert page.locator(".rr-now__card").count() == 0


def test_this_weeks_lesson_is_one_tap_from_home(visit):
    page = visit("", now=datetime(2027, 2, 3, 12))
    page.locator(".rr-now__card--this h3 a").click()
    page.wait_for_url("**/weeks/05-heart-failure/")
    assert page.locator("h1").is_visible()


def test_an_announced_week_says_so_and_points_to_a_written_one(visit, tmp_path):
    with serving(site_of(copy_content(tmp_path))) as small:
        page = visit("", now=datetime(2027, 2, 17, 12), at=small.address)
        card = page.locator(".rr-now__card--this")
        assert "Announced" in card.inner_text() and card.locator("a").count() == 0
        assert page.locator(".rr-now__note a").get_attribute("href").endswith("05-heart-failure/")


FINDS = {
    "sugar": "weeks/44-diabetes-starting-insulin/",
    "water pill": "weeks/05-heart-failure/",
    "shaking": "weeks/14-parkinsons-disease/",
    "stoma": "weeks/11-new-colostomy/",
    "I50.22": "weeks/05-heart-failure/",
    "E11.621": "weeks/45-diabetic-foot-ulcer/",
    "morning stiffness": "weeks/51-rheumatoid-arthritis/",
    "cardiology": "find/source/cardiology/",
    "wound clinic": "find/source/wound-clinic/",
}
"""A lay word, a code, a symptom, a referral source, and what stands among the first that are found."""


def test_search_finds_a_week_by_lay_word_code_symptom_and_source(visit):
    page = visit("", DESK, now=None)
    page.locator(".md-search__input").click()
    for typed, wanted in FINDS.items():
        page.locator(".md-search__input").fill("")
        page.locator(".md-search__input").press_sequentially(typed)
        page.locator(f".md-search-result__link[href*='{wanted}']").first.wait_for(timeout=20_000)
    assert page.complaints == []


def hrefs(page) -> list[str]:
    """Where the visible sheets of the print center lead."""
    return [link.get_attribute("href") for link in page.locator(".rr-shelf a.rr-sheet").all() if link.is_visible()]


def test_the_print_center_shows_what_was_asked_for(visit):
    page = visit("handouts/", DESK)
    assert len(hrefs(page)) == 4 * len(WEEKS)
    page.get_by_label("Kind").select_option("patient")
    assert len(hrefs(page)) == len(WEEKS) and all(href.endswith("/patient.pdf") for href in hrefs(page))
    page.get_by_label("Edition").select_option("large")
    assert all(href.endswith("/patient-large.pdf") for href in hrefs(page))
    page.get_by_label("Line of business").select_option("hospice")
    assert 0 < len(hrefs(page)) < len(WEEKS)
    page.get_by_label("Week or topic").fill("late-stage")
    assert [href.split("/")[-2] for href in hrefs(page)] == ["24-late-stage-dementia"]
    assert page.locator(".rr-filter__count").inner_text() == f"1 of {len(WEEKS)} weeks"
    page.get_by_label("Edition").select_option("")
    assert hrefs(page)[0].endswith("24-late-stage-dementia/patient.pdf")
    page.get_by_label("Week or topic").fill("no such week")
    assert hrefs(page) == [] and page.locator(".rr-filter__count").inner_text() == "No week fits."
    assert page.complaints == []


def test_a_choice_in_the_print_center_can_be_sent_on(visit):
    page = visit("handouts/?kind=call-sheet&edition=gray&week=hip%20and%20knee", DESK)
    assert [href.rpartition("handouts/")[2] for href in hrefs(page)] == [
        "20-hip-and-knee-replacement/call-sheet-gray.pdf"
    ]
    page.get_by_label("Edition").select_option("large")
    assert hrefs(page) == [], "there is no large print of what stays inside"
    assert "edition=large" in page.url


def test_the_print_center_is_whole_without_javascript(visit):
    page = visit("handouts/", DESK, java_script_enabled=False)
    assert len(hrefs(page)) == 4 * len(WEEKS) and not page.locator(".rr-filter").is_visible()
    assert page.locator(".rr-sheet__styles a[href$='patient-large.pdf']").count() == len(WEEKS)
    assert page.locator("a[href$='packs/week-05.pdf']").count() == 1


def test_every_pack_that_the_print_center_offers_is_there(visit):
    page = visit("handouts/", DESK)
    packs = [link.evaluate("link => link.href") for link in page.locator("a[href*='packs/']").all()]
    assert len(packs) == len(set(packs)) == len(edition_of(ROOT).packs)
    for address in packs:
        assert page.request.get(address).headers["content-type"] == "application/pdf"
