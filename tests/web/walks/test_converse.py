"""The talk itself in a real browser: on a phone, without a network, by key, without scripts, and when things die."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from browser import troubles
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from served import Served, serve

from bench import offline
from talktrack.engine import archive
from talktrack.engine.converse import Anchor, as_json, place, schedule
from talktrack.engine.prepare.basis import gather
from talktrack.examples import example as sample

TALK = "/converse/december/"
ALL_KEPT = "All in your workbook"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A filled workbook of this module's own."""
    with serve(tmp_path_factory.mktemp("held"), "--example", "nathan") as served:
        yield served


@pytest.fixture
def phone(browser: Browser, held: Served) -> Iterator[BrowserContext]:
    """A phone that the workbook has let in."""
    window = held.enter(browser, width=390, height=844, has_touch=True)
    yield window
    window.set_offline(False)
    window.close()


def open_talk(window: BrowserContext) -> Page:
    page = window.new_page()
    page.goto(TALK)
    page.evaluate("Live.loaded")
    return page


def opened_once(window: BrowserContext) -> Page:
    """The page, once this device has it."""
    page = open_talk(window)
    if page.locator("#talk[data-state=held]").count():
        page.get_by_role("button", name="It is not over").click()
        expect(page.locator("#talk")).to_have_attribute("data-state", "on")
        page.reload()
    expect(page.locator("#talk[data-kept=yes]")).to_be_attached()
    return page


def start(page: Page) -> None:
    if page.locator("#talk[data-state=before]").count():
        page.get_by_role("button", name=re.compile("^Start")).first.click()
    expect(page.locator("#card")).to_be_visible()


def jot(page: Page, kind: str, form: str, words: str = "") -> None:
    page.get_by_role("button", name=kind, exact=True).click()
    page.get_by_role("button", name=form, exact=True).click()
    if words:
        page.keyboard.type(words)
        page.get_by_role("button", name="Done").click()


def kept(page: Page) -> dict[str, str]:
    """What the workbook has: the words of each note by its id."""
    notes = page.evaluate(f"fetch('{TALK}notes/').then(answer => answer.json())")["notes"]
    assert len({note["id"] for note in notes}) == len(notes)
    return {note["id"]: note["text"] for note in notes}


def test_every_state_fits_and_axe_finds_nothing(browser: Browser, held: Served) -> None:
    """T12."""
    window = held.enter(browser, height=844, bypass_csp=True)
    page = opened_once(window)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))

    def look() -> None:
        assert troubles(page) == []

    look()
    start(page)
    look()
    page.get_by_role("button", name="Advice", exact=True).click()
    look()
    page.get_by_role("button", name="Roughly", exact=True).click()
    page.keyboard.type("Go and see the warehouse")
    look()
    page.get_by_role("button", name="Done").click()
    for summary in page.locator("details summary").all():
        summary.click()
    look()
    page.get_by_role("button", name="She has to go").click()
    look()
    page.locator("[data-do=end] button").first.click()
    expect(page.locator("#over")).to_be_visible()
    look()
    assert faults == []
    window.close()


def test_everything_that_is_tapped_stands_on_the_first_screen_of_a_phone(phone: BrowserContext) -> None:
    page = opened_once(phone)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    start(page)
    page.get_by_role("button", name="Feedback", exact=True).click()
    for _ in range(7):
        buttons = page.locator(".live-bar button, #moves button, #card button, #taps button, #choice label")
        for button in buttons.all():
            if button.is_visible() and (box := button.bounding_box()):
                assert box["y"] >= 0, button
                assert box["y"] + box["height"] <= 844, button.inner_text()
                assert box["height"] >= 32
        if page.locator("[data-move=on]").is_enabled():
            page.locator("[data-move=on]").click()
    assert faults == []


def test_the_browser_reads_the_same_off_the_tables_as_the_engine(phone: BrowserContext) -> None:
    journey = archive.read(sample("nathan"))
    made = schedule(gather(journey, today=datetime.now(ZoneInfo("Europe/London")).date()))
    page = open_talk(phone)
    assert page.evaluate("Live.s") == as_json(made)
    asked = [
        (at, left, since, begun, minute)
        for at in range(len(made.parts))
        for left in range(made.minutes + 1)
        for begun in (False, True)
        for since, minute in ((0, 0), (3, 3), (3, left // 2 + 3), (0, left), (0, left + 4))
    ]
    told = page.evaluate(
        """asked => asked.map(([at, left, since, begun, minute]) => {
             const { plan, slot, here, left: rest, drop } = Live.look({ at, left, since, begun }, minute);
             return [slot && [slot[0], slot[1]], here, rest, drop, plan.close];
           })""",
        asked,
    )
    for (at, left, since, begun, minute), found in zip(asked, told, strict=True):
        p = place(made, Anchor(left, at, since, begun), minute)
        slot = [p.slot.part, p.slot.minutes] if p.slot else None
        assert found == [slot, p.here, p.left, p.drop, p.plan.close]


def test_without_a_network_it_opens_and_notes_written_changed_and_taken_back_arrive_once(
    phone: BrowserContext,
) -> None:
    """R44."""
    page = opened_once(phone)
    before = kept(page)
    phone.set_offline(True)
    page.reload()
    expect(page.locator("#part")).to_be_visible()
    start(page)
    jot(page, "Advice", "Her words", "Ask Ruth")
    jot(page, "She will", "Roughly", "Look at the budget")
    jot(page, "She did", "Just mark it")
    expect(page.locator("#net")).to_contain_text("3 waiting")
    expect(page.locator("#number")).to_contain_text("3 on this device")
    page.locator("#jots li", has_text="Ask Ruth").get_by_role("button", name=re.compile("^Edit")).click()
    page.locator("#field").press_sequentially(" tomorrow")
    page.get_by_role("button", name="Done").click()
    page.locator("#jots li", has_text="Look at the budget").get_by_role("button", name=re.compile("^Undo")).click()
    expect(page.locator("#jots")).to_contain_text("taken back")  # what is shown is what the disk has
    page.close()
    page = phone.new_page()  # the tab is gone, the network too
    page.goto("/converse/")
    expect(page).to_have_url(re.compile(TALK))
    expect(page.locator("#jots")).to_contain_text("“Ask Ruth tomorrow”")
    expect(page.locator("#talk")).to_have_attribute("data-state", "on")
    phone.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_have_text(ALL_KEPT)
    after = {name: text for name, text in kept(page).items() if name not in before}
    assert sorted(after.values()) == ["", "Ask Ruth tomorrow"]
    assert page.evaluate("Live.queue.notes()") == []  # nothing of it stays on the device


def test_no_letter_is_lost_when_the_tab_goes_in_the_middle_of_a_word(phone: BrowserContext) -> None:
    page = opened_once(phone)
    phone.set_offline(True)
    page.get_by_role("button", name="Feedback", exact=True).click()
    page.get_by_role("button", name="Her words", exact=True).click()
    page.keyboard.type("You were very clear in the launch mee")
    expect(page.locator("#jots")).to_contain_text("launch mee")
    page.close(run_before_unload=False)
    page = open_talk(phone)
    expect(page.locator("#jots")).to_contain_text("You were very clear in the launch mee")
    phone.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_have_text(ALL_KEPT)
    assert "You were very clear in the launch mee" in kept(page).values()


def test_an_answer_that_is_lost_on_its_way_makes_no_second_note(phone: BrowserContext) -> None:
    page = opened_once(phone)
    before, lost = kept(page), []

    def lose(route: Route) -> None:
        if route.request.method == "POST" and len(lost) < 2:
            route.fetch()  # the workbook has it, and this device never hears of it
            lost.append(route.request.post_data)
            route.abort()
        else:
            route.continue_()

    page.route(f"**{TALK}notes/", lose)
    jot(page, "Advice", "Roughly", "Ask for the figures first")
    page.locator("#jots li", has_text="Ask for the figures").get_by_role("button", name=re.compile("^Edit")).click()
    page.locator("#field").press_sequentially(", then for the room")
    page.get_by_role("button", name="Done").click()
    expect(page.locator("#net")).to_contain_text("waiting")
    expect(page.locator("#net")).to_have_text(ALL_KEPT)
    assert lost  # later ones may come from the worker, past this page
    after = [text for name, text in kept(page).items() if name not in before]
    assert after == ["Ask for the figures first, then for the room"]


def test_a_session_that_lapsed_is_told_kindly_and_loses_nothing(phone: BrowserContext, held: Served) -> None:
    page = opened_once(phone)
    phone.clear_cookies()
    jot(page, "I will", "Roughly", "Write to Ingrid")
    expect(page.locator("#net")).to_contain_text("Closed to this browser")
    expect(page.locator("#net")).to_contain_text("1 waiting")
    expect(page.locator("#jots")).to_contain_text("Write to Ingrid")
    page.wait_for_function("caches.match(location.pathname).then(found => !found)")  # no page for whoever comes next
    phone.add_cookies(held.cookies)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_have_text(ALL_KEPT)
    assert "Write to Ingrid" in kept(page).values()


def test_a_page_of_another_owner_goes_as_soon_as_this_one_is_opened(phone: BrowserContext) -> None:
    page = opened_once(phone)
    page.evaluate(
        "caches.open('talktrack-pages-somebody')"
        ".then(cache => cache.put('/converse/theirs/', new Response('theirs')))"
    )
    page.reload()
    expect(page.locator("#talk[data-kept=yes]")).to_be_attached()
    assert page.evaluate("caches.match('/converse/theirs/').then(Boolean)") is False


def test_when_it_is_over_and_all_has_arrived_nothing_stays_on_the_device(phone: BrowserContext) -> None:
    page = opened_once(phone)
    start(page)
    phone.set_offline(True)
    for name in ("I asked back", "I asked back", "I said it back"):
        page.get_by_role("button", name=re.compile(f"^{name}")).click()
    jot(page, "Agreed", "Just mark it")
    page.locator("[data-do=end] button").first.click()
    expect(page.locator("#part")).to_have_text("Your talk with Jocelyn")
    expect(page.locator("#net")).to_contain_text("1 waiting")
    phone.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#review")).to_contain_text("You asked what was meant")
    expect(page.locator("#net")).to_have_text(ALL_KEPT)
    expect(page.get_by_role("link", name="Write the recap")).to_have_attribute("href", "/recap/december/")
    page.wait_for_function("caches.match(location.pathname).then(found => !found)")
    page.wait_for_function("Live.queue.talk('december').then(found => !found)")
    page.reload()
    expect(page.locator("#talk")).to_have_attribute("data-state", "held")
    page.get_by_role("button", name="It is not over").click()
    expect(page.locator("#talk")).to_have_attribute("data-state", "on")
    expect(page.locator("#net")).to_have_text(ALL_KEPT)


def test_how_you_listened_is_told_to_every_tab_whichever_of_them_sent_it(phone: BrowserContext) -> None:
    page = opened_once(phone)
    start(page)
    page.route("**/notes/", lambda route: route.abort())
    page.get_by_role("button", name=re.compile("^I asked back")).click()
    page.locator("[data-do=end] button").first.click()
    expect(page.locator("#net")).to_contain_text("the end waits here")
    told = page.locator("#review").inner_text()
    other = open_talk(phone)
    expect(other.locator("#net")).to_have_text(ALL_KEPT)
    other.close()
    page.unroute("**/notes/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#review")).not_to_have_text(told)
    expect(page.locator("#review")).to_contain_text("You asked what was meant")


def test_it_can_be_forgotten_on_this_device_at_any_time(phone: BrowserContext) -> None:
    page = opened_once(phone)
    page.get_by_text("What lies on this device").click()
    expect(page.locator("#lies")).to_contain_text("The agenda, your lines and your questions")
    page.get_by_role("button", name="Forget it on this device").click()
    expect(page.locator("#lies")).to_contain_text("This page is not kept")
    assert page.evaluate("caches.match(location.pathname).then(Boolean)") is False


def test_the_whole_talk_by_key_alone(phone: BrowserContext) -> None:
    page = opened_once(phone)
    if page.locator("#talk[data-state=before]").count():
        page.locator("[name=start]").first.focus()
        page.keyboard.press("Enter")
    page.locator("[data-move=back]").or_(page.locator("#card")).first.wait_for()
    page.locator("#card [value=done]").focus()
    said = page.locator("#words").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#words")).not_to_have_text(said)
    page.get_by_role("button", name="Left open", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Her words", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#field")).to_be_focused()
    page.keyboard.type("Who signs the travel form?")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Left open", exact=True)).to_be_focused()
    expect(page.locator("#jots")).to_contain_text("Who signs the travel form?")
    page.get_by_role("button", name=re.compile("^Go on")).focus()
    page.keyboard.press("Space")
    expect(page.locator("#part")).not_to_have_text("Purpose")
    page.get_by_role("button", name="She has to go").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#part")).to_have_text("Two minutes to close")
    page.get_by_role("button", name="Not yet").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#part")).not_to_have_text("Two minutes to close")


def test_a_talk_without_scripts(browser: Browser, held: Served) -> None:
    window = held.enter(browser, width=390, height=844, java_script_enabled=False)
    page = window.new_page()
    page.goto(TALK)
    if page.get_by_role("button", name="It is not over").is_visible():
        page.get_by_role("button", name="It is not over").click()
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Purpose")
    page.get_by_role("button", name="She will", exact=True).click()
    page.get_by_label("What was said, if you like").fill("Speak to Ingrid on Monday")
    page.get_by_role("button", name="Her words").click()
    expect(page.locator("#jots")).to_contain_text("She will: “Speak to Ingrid on Monday”")
    expect(page.get_by_role("heading", level=1)).to_have_text("Purpose")
    page.get_by_role("button", name=re.compile("^I asked back")).click()
    page.get_by_role("button", name="She has to go").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two minutes to close")
    page.get_by_role("button", name="End", exact=True).click()
    expect(page.get_by_text("You asked what was meant")).to_be_visible()
    window.close()


def test_what_is_shown_as_kept_is_kept_once_when_tab_browser_network_and_workbook_die() -> None:
    """A short run of the figure; `python -m bench offline` takes fifty points."""
    if not offline.CHROMIUM:
        pytest.skip("Chromium is not installed, so nothing was killed")
    found = offline.run(8, seed=3)
    assert found.shown > 3
    assert (found.lost, found.doubled) == (0, 0)
