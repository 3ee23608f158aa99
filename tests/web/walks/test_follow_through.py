"""Six weeks after the talk in a real browser: promises by key, a moved day, the next talk, on every screen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import troubles
from playwright.sync_api import Browser, Page, expect
from served import Served, serve

HOME = "/follow-through/"
PAGES = (
    HOME, f"{HOME}viability/", f"{HOME}reactions/", f"{HOME}reactions/new/", f"{HOME}reactions/wrote-down/",
    f"{HOME}promises/seat/", f"{HOME}promises/seat/word/", f"{HOME}promises/new/", f"{HOME}check-ins/new/",
    f"{HOME}check-ins/february/sheet/", "/today/",
)  # fmt: skip
FILL = """
import django
django.setup()
from datetime import date
from talktrack.web import schema
schema.bring_up_to_date()
from cast import bring_in, owner
from six_weeks import as_of
bring_in(owner(), as_of(date.today()))
"""


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workbook in which the talk was six weeks ago."""
    home = tmp_path_factory.mktemp("later")
    tests = str(Path(__file__).parents[2])
    around = {"TALKTRACK_HOME": str(home), "PYTHONPATH": tests, "DJANGO_SETTINGS_MODULE": "talktrack.web.settings"}
    subprocess.run([sys.executable, "-c", FILL], env={**os.environ, **around}, check=True, timeout=120)
    with serve(home) as served:
        yield served


@pytest.fixture
def page(browser: Browser, later: Served) -> Iterator[Page]:
    window = later.enter(browser)
    yield window.new_page()
    window.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_and_axe_finds_nothing(browser: Browser, later: Served, path: str) -> None:
    window = later.enter(browser, bypass_csp=True)
    page = window.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    assert page.goto(path).status == 200
    page.wait_for_load_state("networkidle")
    for fold in page.locator("details.more").all():
        fold.evaluate("fold => { fold.open = true }")
    assert troubles(page) == []
    assert faults == []
    window.close()


def test_a_promise_is_kept_and_taken_back_by_key(page: Page) -> None:
    page.goto(HOME)
    page.keyboard.press("j")
    expect(page.locator("#p-ninety-days")).to_be_focused()
    page.keyboard.press("Tab")  # the promise itself
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=re.compile("^Done.*Write one page"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#p-ninety-days")).to_contain_text("Kept on")
    expect(page.locator("#live")).to_have_text("Kept. Z to undo.")
    page.keyboard.press("z")
    expect(page.locator("#p-ninety-days")).to_contain_text("Due")


def test_a_day_is_moved_and_the_old_one_stays_struck(page: Page) -> None:
    page.goto(HOME)
    promise = page.locator("#p-course")
    promise.get_by_text("Move, snooze, let go").click()
    promise.get_by_label("Another day").fill("2099-02-19")
    promise.get_by_label("Who moved it").select_option("jocelyn")
    promise.get_by_label("Why, if it helps").fill("The budget comes in spring")
    promise.get_by_role("button", name="Move the day").click()
    expect(page.locator("#p-course s")).to_be_visible()
    expect(page.locator("#p-course")).to_contain_text("moved by Jocelyn")
    expect(page.locator("#p-course")).to_contain_text("The budget comes in spring")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#p-course s")).to_have_count(0)


def test_without_scripts_a_promise_is_let_go_and_brought_back(browser: Browser, later: Served) -> None:
    window = later.enter(browser, java_script_enabled=False)
    page = window.new_page()
    page.goto(HOME)
    promise = page.locator("#p-cover")
    promise.locator("summary").click()
    promise.get_by_role("button", name="Let it go").click()
    expect(page.locator("#p-cover")).to_contain_text("Let go on")
    page.locator("#p-cover").get_by_role("button", name="Open it again").click()
    expect(page.locator("#p-cover")).to_contain_text("No day yet")
    window.close()


def test_the_next_conversation_begins_with_what_is_open(page: Page) -> None:
    page.goto(HOME)
    page.get_by_role("button", name="Start the next conversation").click()
    expect(page).to_have_url(re.compile(r"/prepare/jocelyn-"))
    expect(page.get_by_text("From last time")).to_be_visible()
    expect(page.get_by_text("Could you still ask Ingrid about the seat").first).to_be_visible()
    page.get_by_role("button", name="Undo").click()
