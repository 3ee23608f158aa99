"""The first run in a real browser (R01 to R05): from an empty machine to an agenda that one could walk in with."""

from __future__ import annotations

import re

from browser import troubles
from playwright.sync_api import Browser, Page, expect
from served import Served

SENTENCE = "I run the forum. I'd like to open one in a second country, but nobody has ever asked me to."
ANSWERS = (
    "Cut late answers",
    "From a day and a half to forty minutes.",
    "Jocelyn",
    "December 2024",
    "Hold two panels",
)


def begin(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_url(re.compile("/start/$"))


def test_one_sentence_to_a_full_agenda_by_keyboard_alone(browser: Browser, fresh: Served) -> None:
    page = fresh.enter(browser).new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    begin(page)
    page.get_by_label("Your sentence").focus()
    page.keyboard.type(SENTENCE)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A first agenda")
    expect(page.locator("mark.mine")).to_have_text("I'd like to open one in a second country")
    for number, answer in enumerate(ANSWERS, start=1):
        expect(page.get_by_text(f"Question {number} of 5")).to_be_visible()
        page.locator("#id_answer").focus()
        page.keyboard.type(answer)
        page.keyboard.press("Control+Enter")
        page.wait_for_load_state()
    expect(page.get_by_text("No question is left")).to_be_visible()
    expect(page.locator("#sheet")).to_contain_text("A talk with Jocelyn")
    expect(page.locator("#sheet .gap")).to_have_count(0)
    assert faults == []


def test_nothing_typed_and_every_question_skipped_still_makes_an_agenda(browser: Browser, fresh: Served) -> None:
    page = fresh.enter(browser, width=360, height=800).new_page()
    begin(page)
    page.get_by_role("button", name="Make my first agenda").click()
    for _ in range(5):
        skip = page.get_by_role("button", name="Skip")
        if not skip.count():
            break
        skip.click()
        page.wait_for_load_state()
    expect(page.get_by_text("No question is left")).to_be_visible()
    expect(page.locator("#sheet")).to_contain_text("30 minutes")


def test_the_first_run_without_javascript(browser: Browser, fresh: Served) -> None:
    page = fresh.enter(browser, java_script_enabled=False).new_page()
    begin(page)
    page.get_by_label("Your sentence").fill(SENTENCE)
    page.get_by_role("button", name="Make my first agenda").click()
    page.locator("#id_answer").fill("Cut late answers")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#sheet")).to_contain_text("I cut late answers.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#sheet")).not_to_contain_text("I cut late answers.")
    page.goto("/evidence/")
    page.get_by_label("Something you did").fill("Held a panel with members")
    page.get_by_role("button", name="Keep it").first.click()
    expect(page.locator(".lines")).to_contain_text("Held a panel with members")


def test_the_first_agenda_prints_on_one_page(browser: Browser, fresh: Served) -> None:
    page = fresh.enter(browser).new_page()
    begin(page)
    page.get_by_label("Your sentence").fill(SENTENCE)
    page.get_by_role("button", name="Make my first agenda").click()
    expect(page.locator("#sheet")).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_the_first_pages_fit_and_axe_finds_nothing(browser: Browser, fresh: Served) -> None:
    page = fresh.enter(browser, bypass_csp=True).new_page()
    for path in ("/start/", "/start/agenda/", "/today/", "/evidence/", "/goals/", "/reflect/"):
        page.goto(path)
        assert troubles(page) == []


def test_reflecting_and_a_goal_without_javascript(browser: Browser, fresh: Served) -> None:
    page = fresh.enter(browser, java_script_enabled=False).new_page()
    page.goto("/reflect/")
    page.locator("#id_text").fill("A whole market")
    page.get_by_role("button", name="Keep it").first.click()
    expect(page.get_by_text("“A whole market”")).to_be_visible()
    expect(page.get_by_text("2 of 5")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Delete")).click()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("“A whole market”")).to_be_visible()
    page.goto("/goals/")
    page.get_by_role("link", name="Add a goal").click()
    page.get_by_label("What you will do").fill("Hold two panels")
    page.get_by_label("By which month").fill("soon")
    page.get_by_role("button", name="Keep it").first.click()
    expect(page.get_by_text("Write a month as")).to_be_visible()
    expect(page.get_by_label("What you will do")).to_have_value("Hold two panels")
    page.get_by_label("By which month").fill("June 2027")
    page.get_by_role("button", name="Keep it").first.click()
    expect(page.locator(".chains")).to_contain_text("Hold two panels")
