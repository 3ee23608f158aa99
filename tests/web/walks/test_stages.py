"""The pages of a filled workbook in a real browser: keys, phone, live coach, drafts, two tabs, a lost connection."""

from __future__ import annotations

import re

import pytest
from browser import troubles
from playwright.sync_api import Browser, Page, expect
from served import Served

PAGES = ("/today/", "/journey/", "/reflect/", "/evidence/", "/evidence/reply/", "/evidence/reply/history/", "/goals/",
         "/goals/new/", "/goals/region/", "/reflect/vision/")  # fmt: skip


@pytest.fixture
def page(browser: Browser, example: Served) -> Page:
    window = example.enter(browser)
    yield window.new_page()
    window.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_and_axe_finds_nothing(browser: Browser, example: Served, path: str) -> None:
    window = example.enter(browser, bypass_csp=True)
    page = window.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    assert page.goto(path).status == 200
    assert troubles(page) == []
    assert faults == []
    window.close()


def test_a_note_from_the_dock_on_a_phone(browser: Browser, example: Served) -> None:
    window = example.enter(browser, width=360, height=740, has_touch=True, is_mobile=True)
    page = window.new_page()
    page.goto("/today/")
    page.get_by_role("link", name="Note").tap()
    field = page.get_by_role("textbox", name="One thing you did")
    expect(field).to_be_focused()
    page.keyboard.type("Answered the recall thread before it spread")
    page.get_by_role("dialog").get_by_role("button", name="Keep it").tap()
    expect(page.locator(".lines")).to_contain_text("Answered the recall thread")
    page.get_by_role("button", name="Undo").tap()
    expect(page.locator(".lines")).not_to_contain_text("Answered the recall thread")
    window.close()


def test_the_coach_answers_while_one_types_and_the_cursor_stays(page: Page) -> None:
    page.goto("/evidence/")
    pad = page.get_by_label("Something you did")
    pad.focus()
    page.keyboard.type("Responsible for the forum and visits rose by 65 %")
    expect(page.locator("#margin .note").first).to_be_visible()
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(page.locator(".pad .copy mark").first).to_be_attached()
    expect(page.get_by_text("About the 65 %")).to_be_visible()
    expect(page.get_by_role("heading", name="How it could sound")).to_be_visible()
    expect(pad).to_be_focused()
    page.keyboard.type(" this year")
    expect(pad).to_have_value(re.compile("65 % this year$"))
    page.get_by_label("from").fill("20")
    page.get_by_label("to", exact=True).fill("33")
    expect(page.locator("#measured")).to_contain_text("so “65 %” holds")
    page.get_by_role("button", name=re.compile("^Dismiss")).first.click()
    expect(page.locator("#live")).to_have_text(re.compile("Dismissed"))
    expect(pad).to_have_value(re.compile("65 % this year$"))
    pad.fill("")
    expect(page.locator("#margin .note")).to_have_count(0)


def test_a_draft_survives_a_closed_tab(page: Page) -> None:
    page.goto("/goals/new/")
    page.get_by_label("What you will do").fill("Improve my Danish")
    expect(page.locator("#saved")).to_contain_text("Saved")
    other = page.context.new_page()
    page.close()
    other.goto("/goals/new/")
    expect(other.get_by_label("What you will do")).to_have_value("Improve my Danish")
    expect(other.locator("#saved")).to_contain_text("Not kept yet")
    other.get_by_label("What you will do").fill("")
    expect(other.locator("#saved")).to_contain_text("Saved")


def test_two_tabs_on_one_goal_are_told_and_both_texts_shown(page: Page) -> None:
    page.goto("/goals/region/")
    other = page.context.new_page()
    other.goto("/goals/region/")
    was = page.locator("#id_interest").input_value()
    page.locator("#id_interest").fill("Written first")
    page.get_by_role("button", name="Keep it").first.click()
    expect(page).to_have_url(re.compile("/goals/$"))
    other.locator("#id_interest").fill("Written second")
    other.get_by_role("button", name="Keep it").first.click()
    expect(other.get_by_role("heading", name="Two versions of this goal")).to_be_visible()
    expect(other.get_by_role("alert")).to_contain_text("Written first")
    other.get_by_role("button", name="Keep what I typed").click()
    expect(other).to_have_url(re.compile("/goals/$"))
    other.goto("/goals/region/")
    expect(other.locator("#id_interest")).to_have_value("Written second")
    other.locator("#id_interest").fill(was)
    other.get_by_role("button", name="Keep it").first.click()


def test_a_lost_connection_is_told_and_the_text_is_sent_later(page: Page) -> None:
    page.goto("/evidence/")
    page.context.set_offline(True)
    page.get_by_label("Something you did").fill("Wrote it on the train")
    expect(page.locator("#pill")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=15000)
    expect(page.locator("#pill")).to_be_hidden()
    page.get_by_label("Something you did").fill("")
    expect(page.locator("#saved")).to_contain_text("Saved")


def test_a_closed_workbook_keeps_what_was_typed(page: Page) -> None:
    page.goto("/evidence/")
    page.context.clear_cookies()
    page.get_by_label("Something you did").fill("Typed after the cookie went")
    expect(page.locator("#pill")).to_contain_text("Your text is still here")
    expect(page.get_by_label("Something you did")).to_have_value("Typed after the cookie went")


def test_the_goals_by_keyboard_alone(page: Page) -> None:
    page.goto("/goals/")
    page.keyboard.press("g")
    expect(page).to_have_url(re.compile("/goals/new/$"))
    page.get_by_label("What you will do").focus()
    page.keyboard.type("Speak at the spring meeting")
    page.keyboard.press("Control+Enter")
    expect(page).to_have_url(re.compile("/goals/$"))
    expect(page.locator(".chains")).to_contain_text("Speak at the spring meeting")
    page.keyboard.press("z")
    expect(page.locator(".chains")).not_to_contain_text("Speak at the spring meeting")


def test_a_theme_and_an_answer_by_key(page: Page) -> None:
    page.goto("/reflect/")
    page.keyboard.press("j")
    page.keyboard.press("s")
    expect(page.locator("#prompt")).to_contain_text("2 of")
