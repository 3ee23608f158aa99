"""From what the organisation says to the pack in a real browser: by key, on a phone, and without JavaScript."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from browser import troubles
from playwright.sync_api import Browser, Page, expect
from served import Served

MEETING = "/prepare/december/"
PAGES = ("/organisation/", "/organisation/growth/", "/alignment/", "/paths/", "/paths/people/", "/paths/craft/",
         "/paths/said/new/?contact=priya", MEETING, f"{MEETING}edit/", f"{MEETING}side/", f"{MEETING}request/",
         f"{MEETING}questions/", "/search/?q=launch", "/history/", "/bring-in/", "/sharing/", "/you/",
         "/you/erase/", "/you/pay/", "/more/", "/prepare/new/")  # fmt: skip


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
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    assert page.goto(path).status == 200
    page.wait_for_load_state("networkidle")
    assert troubles(page) == []
    assert faults == []
    window.close()


def test_links_are_looked_for_and_confirmed_dismissed_and_undone_by_key(page: Page) -> None:
    page.goto("/alignment/")
    expect(page.locator("#l1")).to_be_visible(timeout=20_000)
    page.keyboard.press("j")
    expect(page.locator("#l1")).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator("#live")).to_have_text("Confirmed. Z to undo.")
    expect(page.locator("#l2")).to_be_focused()
    page.keyboard.press("d")
    expect(page.locator("#live")).to_have_text("Dismissed. Z to undo.")
    expect(page.locator("#l3")).to_be_focused()
    page.keyboard.press("z")
    expect(page.locator(".undo, #live").first).to_contain_text("Back to what it was")
    page.reload()
    expect(page.get_by_role("heading", name="It fits")).to_have_count(2)


def test_the_pack_is_one_click_and_every_file_is_in_it(page: Page, tmp_path: Path) -> None:
    page.goto(MEETING)
    page.get_by_text("Other files").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="The whole pack").click()
    coming.value.save_as(tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        names = set(pack.namelist())
        assert pack.read("pack/brief.pdf").startswith(b"%PDF")
    assert {"pack/brief.pdf", "pack/request.eml", "pack/talk-track.md", "pack/plan.docx", "pack/pack.json"} <= names


def test_the_agenda_is_put_in_order_by_keyboard(page: Page) -> None:
    page.goto(MEETING)
    page.get_by_text("Change the order or the minutes").click()
    page.get_by_role("button", name="Move Questions, feedback").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#live")).to_contain_text("Questions, feedback, now 4 of")
    page.get_by_role("button", name="Keep this order").click()
    expect(page.locator(".agenda tbody tr").nth(3)).to_contain_text("Questions")
    page.keyboard.press("z")
    expect(page.locator(".agenda tbody tr").nth(4)).to_contain_text("Questions")


def test_finding_as_one_types(page: Page) -> None:
    page.goto("/search/")
    page.get_by_role("searchbox").press_sequentially("repiar")
    expect(page.locator("#found-list")).to_contain_text("repair")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_from_a_pasted_sentence_to_a_pack_without_javascript(browser: Browser, example: Served) -> None:
    window = example.enter(browser, width=360, java_script_enabled=False)
    page = window.new_page()
    page.goto("/organisation/")
    page.get_by_label("Paste what they say").fill("We want every shop to run its own repair evening by 2028.")
    page.get_by_label("Where it stands").fill("Founders' call")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Keep it").first.click()
    expect(page.locator("main")).to_contain_text("Founders' call")
    page.goto("/alignment/")
    page.get_by_role("button", name="Look for links").click()
    expect(page.locator("#l1")).to_be_visible()
    page.locator("#l1").get_by_role("button", name="It fits").click()
    expect(page.locator(".undo")).to_contain_text("Confirmed")
    page.goto(MEETING)
    page.locator("#ask").get_by_role("button", name=re.compile("^Ask it anyway")).last.click()
    expect(page).to_have_url(re.compile(f"{MEETING}#ask$"))
    page.goto(MEETING)
    page.get_by_text("Other files").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="The whole pack").click()
    assert coming.value.suggested_filename == "pack.zip"
    window.close()
