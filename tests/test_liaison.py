"""What a liaison does with it: Monday in the car park, the quiz, three weeks later, a new phone."""

import json
from datetime import datetime

import pytest

from tests.site import site_of
from tests.web import DESK, PHONE, chromium, context_of, page_of, serving
from tests.workshop import copy_content

pytestmark = pytest.mark.browser

MONDAY = datetime(2027, 2, 1, 8, 40)
LATER = datetime(2027, 2, 22, 17, 0)


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with serving(site_of(copy_content(tmp_path_factory.mktemp("project")))) as site:
        yield site.address


@pytest.fixture
def device(browser):
    """device(day) -> a page of a new device, on that day."""
    opened = []

    def one(now=MONDAY, size=PHONE, **options):
        opened.append(context_of(browser, size, **options))
        return page_of(opened[-1], now)

    yield one
    for context in opened:
        context.close()


def answer(page, right: bool) -> None:
    """Tap a choice of the first question that is still open."""
    question = page.locator("[data-rr-question]:has(.rr-choice:enabled)").first
    letter = question.get_attribute("data-rr-answer")
    index = "abcd".index(letter)
    question.locator(".rr-choice").nth(index if right else (index + 1) % 2 if index < 2 else 0).click()


def stored(page) -> dict:
    """The record that the device keeps."""
    return page.evaluate("() => import('/assets/store.js').then((store) => store.load())")


def test_monday_in_the_car_park(device, address):
    page = device()
    page.goto(address)
    card = page.locator(".rr-now__card--this")
    assert "Heart failure" in card.locator("h3").inner_text()
    card.get_by_role("link", name="Cardiology practice").click()
    question = page.locator("#ask-cardiology")
    question.wait_for()
    box = question.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"], "the right question, one tap from home"
    assert box["y"] + box["height"] <= PHONE["height"]
    page.locator("#ask .rr-onward").click()
    page.wait_for_function("() => Math.abs(document.querySelector('#say').getBoundingClientRect().x) < 40")
    page.locator(".rr-steps [aria-current]", has_text="Say").wait_for()
    page.locator(".rr-steps a", has_text="Answer").click()
    page.locator("#answer .rr-whom > summary").first.click()
    assert page.locator("#answer .rr-big").first.is_visible()
    assert page.complaints == []


def test_the_kind_of_person_is_remembered_for_the_next_call(device, address):
    page = device()
    page.goto(f"{address}weeks/05-heart-failure/call/#ask-cardiology")
    page.wait_for_function("() => Object.keys(localStorage).some((key) => key.endsWith(' whom'))")
    page.goto(f"{address}weeks/05-heart-failure/call/")
    page.locator("[data-rr-whom='cardiology'][open]").wait_for(state="attached")
    assert page.locator("[data-rr-whom][open]").count() == 1


def test_cards_are_whole_without_javascript(device, address):
    page = device(java_script_enabled=False)
    page.goto(f"{address}weeks/05-heart-failure/call/#answer")
    assert page.locator(".rr-slide").count() == 6
    page.locator("#answer .rr-whom > summary").first.click()
    assert page.locator("#answer .rr-big").first.is_visible()
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-answer > summary").first.click()
    assert page.locator(".rr-answer p").first.is_visible()


def test_the_quiz_explains_counts_and_stays_on_the_device(device, address):
    page = device()
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    for number in range(5):
        answer(page, right=number != 2)
    assert page.locator("[data-rr-score]").inner_text().startswith("4 of 5 right.")
    assert page.locator(".rr-answer[open]").count() == 5
    assert page.locator(".rr-choice--wrong").count() == 1
    cards = stored(page)["cards"]
    assert len(cards) == 5 and sorted(card["box"] for card in cards.values()) == [0, 1, 1, 1, 1]
    assert [url for url in page.asked if not url.startswith((address, "data:"))] == []
    assert page.evaluate("document.cookie") == ""


def test_three_weeks_later_what_was_missed_comes_first(device, address):
    page = device()
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    for number in range(5):
        answer(page, right=number != 3)
    missed = next(name for name, card in stored(page)["cards"].items() if card["box"] == 0)
    page.clock.set_fixed_time(LATER)
    page.goto(f"{address}learn/")
    page.get_by_role("button", name="Start the review").click()
    page.locator("[data-rr-part='review'] .rr-choice").first.wait_for()
    questions = page.locator("[data-rr-part='review'] [data-rr-question]")
    assert 5 <= questions.count() <= 8
    assert questions.first.get_attribute("data-rr-question") == missed
    for _ in range(questions.count()):
        answer(page, right=True)
    assert "Done: " in page.locator("[data-rr-part='review'] .rr-lead").inner_text()
    assert page.locator("[data-rr-part='summary']").inner_text().endswith("None is due to come back today.")
    assert page.complaints == []


def test_a_new_phone_with_the_progress_file(device, address, tmp_path):
    old = device()
    old.goto(f"{address}weeks/05-heart-failure/practice/")
    old.locator(".rr-choice").first.wait_for()
    answer(old, right=True)
    old.goto(f"{address}learn/")
    with old.expect_download() as download:
        old.get_by_role("button", name="Save my progress").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["format"] == "referral-roadmap progress 1"
    new = device()
    new.goto(f"{address}learn/")
    new.locator("[data-rr-part='controls']").wait_for()
    new.locator("input[type=file]").set_input_files(file)
    new.get_by_text("Read. 1 answers are new on this device.").wait_for()
    assert stored(new)["cards"] == stored(old)["cards"]
    new.get_by_role("button", name="Erase").click()
    assert stored(new)["cards"] == {}


@pytest.mark.parametrize(
    "content",
    [
        "", "not json", "[]", "null", '{"format": "another"}', '{"format": "referral-roadmap progress 1", "cards": 5}',
        '{"format": "referral-roadmap progress 1", "cards": {"05-aaaaaaaa": {"box": -1}}}',
        '{"format": "referral-roadmap progress 1", "last": {"path": "//example.com/", "title": "x"}}',
        '{"format": "referral-roadmap progress 1", "last": {"path": "javascript:alert(1)", "title": "x"}}',
        '{"format": "referral-roadmap progress 1", "cards": {"__proto__": {"box": 1}}}', "x" * 600_000,
    ],
)  # fmt: skip
def test_a_strange_file_does_no_harm(device, address, content):
    page = device()
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    answer(page, right=True)
    before = stored(page)
    page.goto(f"{address}learn/")
    page.locator("[data-rr-part='controls']").wait_for()
    file = {"name": "p.json", "mimeType": "application/json", "buffer": content.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_function("() => document.querySelector('[data-rr-part=file-said]').textContent !== ''")
    assert stored(page)["cards"] == before["cards"] and stored(page)["last"] == before["last"]
    assert page.complaints == []


def test_a_quarter_that_was_passed_has_a_certificate(device, address):
    page = device(size=DESK)
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    for _ in range(4):
        answer(page, right=True)
    page.goto(f"{address}learn/")
    first = page.locator("[data-rr-certificate='1']")
    first.get_by_text("answered").wait_for()
    assert "4 of 5 answered" in first.inner_text() and first.is_disabled()
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    for _ in range(5):
        answer(page, right=True)
    page.goto(f"{address}learn/")
    first.click()
    page.get_by_label("Your name").fill("Dana Example")
    sheet = page.locator(".rr-certificate")
    assert "Dana Example" in sheet.inner_text() and "5 of 5 right at the first try" in sheet.inner_text()
    assert page.locator("[data-rr-certificate='2']").is_disabled()
    page.emulate_media(media="print")
    assert sheet.is_visible() and not page.locator("h1").is_visible()
    assert stored(page)["name"] == "Dana Example"


def test_one_continues_where_one_left_off(device, address):
    page = device()
    page.goto(f"{address}weeks/20-hip-and-knee-replacement/")
    page.wait_for_function("() => Object.keys(localStorage).some((key) => key.endsWith(' progress'))")
    page.evaluate("document.querySelector('#codes').scrollIntoView()")
    page.goto(address)
    offered = page.locator(".rr-resume a")
    offered.wait_for()
    assert offered.get_attribute("href").endswith("weeks/20-hip-and-knee-replacement/#codes")


def test_without_storage_everything_but_memory_works(device, address):
    page = device()
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    answer(page, right=True)
    assert page.locator("[data-rr-score]").inner_text() == "1 of 1 right. This browser keeps no record of it."
    page.goto(f"{address}weeks/05-heart-failure/call/#ask-cardiology")
    page.locator("#ask-cardiology").wait_for()
    page.goto(f"{address}learn/")
    page.locator("[data-rr-part='controls']").wait_for()
    assert page.complaints == []


def test_the_keyboard_alone_is_enough(device, address):
    page = device(size=DESK)
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    page.locator(".rr-choice").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".rr-choice:disabled").count() > 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY", "on to the explanation"
    page.goto(f"{address}weeks/05-heart-failure/call/")
    page.locator("#answer summary").first.focus()
    page.keyboard.press("Space")
    assert page.locator("#answer .rr-whom[open]").count() == 1


def test_a_screen_reader_hears_steps_questions_and_verdicts(device, address):
    page = device()
    page.goto(f"{address}weeks/05-heart-failure/call/")
    heard = page.locator("main").aria_snapshot()
    for words in ('navigation "Steps of the call"', 'heading "Ask, then listen"', 'heading "Ask for one patient"'):
        assert words in heard
    page.goto(f"{address}weeks/05-heart-failure/practice/")
    page.locator(".rr-choice").first.wait_for()
    answer(page, right=True)
    heard = page.locator("main").aria_snapshot()
    assert "status: Right." in heard and 'button "a.' in heard
    page.goto(address)
    page.locator(".rr-now__card").first.wait_for()
    heard = page.locator("main").aria_snapshot()
    assert 'link "Call cards"' in heard and 'link "Cardiology practice"' in heard


def test_on_paper_every_question_and_answer_of_the_call_is_there(device, address):
    page = device(size=DESK)
    page.goto(f"{address}weeks/05-heart-failure/call/")
    page.emulate_media(media="print")
    for text in page.locator(".rr-big").all():
        assert text.is_visible(), text.inner_text()
    assert not page.locator(".rr-onward").first.is_visible()


@pytest.mark.parametrize("path", ["", "weeks/05-heart-failure/", "weeks/05-heart-failure/call/", "learn/", "offline/"])
def test_at_320_pixels_and_twice_the_type_nothing_is_lost(device, address, path):
    page = device(size={"width": 320, "height": 640})
    page.goto(address + path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("h1").first.is_visible()
