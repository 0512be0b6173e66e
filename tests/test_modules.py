"""The scripts' rules by themselves, in the browser that runs them: when a question comes back, which week it is."""

import pytest

from tests.site import site_of
from tests.web import chromium, context_of, page_of, serving
from tests.workshop import copy_content

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """run(module, body) -> what the body returns, with the module's functions as `m`."""
    with serving(site_of(copy_content(tmp_path_factory.mktemp("project")))) as site, chromium() as browser:
        page = page_of(context_of(browser))
        page.goto(f"{site.address}about/")
        yield lambda module, body: page.evaluate(
            f"async () => {{ const m = await import('/assets/{module}.js'); {body} }}"
        )


def test_a_right_answer_waits_longer_each_time_and_a_wrong_one_begins_anew(run):
    body = """
        let card, waits = [];
        for (const right of [true, true, true, true, true, false, true]) {
            card = m.answered(card, right, 100);
            waits.push([card.box, card.due - 100]);
        }
        return [waits, card.seen, card.right, card.first];
    """
    waits, seen, right, first = run("schedule", body)
    assert waits == [[1, 3], [2, 7], [3, 21], [4, 60], [4, 60], [0, 1], [1, 3]]
    assert (seen, right, first) == (7, 6, True)


def test_what_was_missed_is_due_first(run):
    body = """
        const card = (box, due) => ({box, due, seen: 1, right: 0, first: false});
        return m.due({"01-a": card(2, 5), "02-b": card(0, 9), "03-c": card(0, 3), "04-d": card(1, 11)}, 10);
    """
    assert run("schedule", body) == ["03-c", "02-b", "01-a"]


def test_a_review_takes_due_questions_then_new_ones_in_turn(run):
    body = """
        const cards = {"01-a": {box: 0, due: 1}, "02-b": {box: 4, due: 99}};
        const ids = ["01-a", "02-b", "03-c", "03-d", "04-e", "04-f"];
        return [m.choose(ids, cards, 10, 4), m.weeksToAsk(cards, [1, 2, 3, 4], 10, 8), m.weeksToAsk(cards, [2], 10, 8)];
    """
    assert run("schedule", body) == [["01-a", "03-c", "04-e", "03-d"], [1, 3, 4], []]


def test_two_devices_are_joined_without_losing_an_answer(run):
    body = """
        const one = {...m.empty(), name: "Dana", cards: {a: {seen: 1}, b: {seen: 5}}};
        const two = {...m.empty(), name: "Other", cards: {a: {seen: 2}, c: {seen: 1}}, last: {path: "x", title: "y"}};
        return m.merged(one, two);
    """
    joined = run("store", body)
    assert joined["cards"] == {"a": {"seen": 2}, "b": {"seen": 5}, "c": {"seen": 1}}
    assert joined["name"] == "Dana" and joined["last"]["path"] == "x"


@pytest.mark.parametrize(
    ("first", "weeks", "today", "index"),
    [
        ("2026-12-28", 52, "2026-12-27", -1),
        ("2026-12-28", 52, "2027-01-03", 0),
        ("2026-12-28", 53, "2027-12-31", 52),
        ("2020-01-06", 52, "2020-12-31", 51),
        ("2020-12-28", 52, "2021-01-01", 0),
        ("2027-10-25", 52, "2027-11-07", 1),
        ("2027-10-25", 52, "2028-10-22", 51),
        ("2027-10-25", 52, "2028-10-23", 52),
    ],
)
def test_the_week_of_a_day_across_year_ends_and_53_week_years(run, first, weeks, today, index):
    body = f"""
        const start = m.parseDay("{first}");
        return m.weekAt(Array.from({{length: {weeks}}}, (_, n) => start + 7 * n), m.parseDay("{today}"));
    """
    assert run("days", body) == index


def test_a_day_is_written_as_it_was_read(run):
    assert run("days", 'return m.writeDay(m.parseDay("2028-02-29"))') == "2028-02-29"
