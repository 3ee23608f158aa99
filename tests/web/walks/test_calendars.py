"""From a calendar to a noted talk in a real browser, with a real calendar server and the real worker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from browser import troubles
from caldav_served import LOOPBACK, NATHAN, Radicale, radicale
from playwright.sync_api import Browser, Page, expect
from served import Served, serve

from talktrack.outside import caldav
from talktrack.outside.http import Client

TIME = "/prepare/december/time/"
CALENDARS = "/you/calendars/"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A filled workbook that may ask servers on this machine."""
    with serve(
        tmp_path_factory.mktemp("home"), "--example", "nathan", TALKTRACK_ALLOW_NETWORKS="127.0.0.0/8"
    ) as started:
        yield started


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as started:
        yield started


@pytest.fixture(scope="module")
def work(server: Radicale) -> str:
    """A calendar on the server."""
    with Client(allowed=LOOPBACK, login=NATHAN) as client:
        return server.calendar(client, "Work")


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    window = served.enter(browser)
    yield window.new_page()
    window.close()


def events(work: str) -> int:
    now = datetime.now(UTC)
    with Client(allowed=LOOPBACK, login=NATHAN) as client:
        return len(caldav.events(client, work, now, now + timedelta(days=60)))


def connect(page: Page, server: Radicale, password: str = NATHAN.password) -> None:
    page.goto(CALENDARS)
    box = page.locator("#account")
    if not box.get_by_label("Its address").is_visible():
        box.locator("summary").click()
    box.get_by_label("Its address").fill(server.url)
    box.get_by_label("Your name there").fill(NATHAN.name)
    box.get_by_label("The password").fill(password)
    box.get_by_label("What you call it").fill("Office")
    box.get_by_role("button", name="Try it").click()


def test_from_an_account_to_a_talk_that_stands_in_it(page: Page, server: Radicale, work: str) -> None:
    connect(page, server, "wrong")
    expect(page.locator("#account")).to_contain_text("did not accept the name or the password")
    expect(page.get_by_label("The password")).to_have_value("")
    connect(page, server)
    expect(page.get_by_role("heading", name="Office")).to_be_visible()
    page.get_by_role("radio", name="Work").check()
    page.get_by_role("button", name="Keep it").first.click()
    expect(page.get_by_text("Talks are noted here")).to_be_visible()

    page.goto(TIME)
    first = page.locator(".times li").first
    when = first.locator("b").inner_text()
    first.get_by_role("button").click()
    expect(page.locator("#noted")).to_contain_text("In “Work” since", timeout=30_000)
    assert events(work) == 1
    expect(page.locator(".times")).not_to_contain_text(when)
    page.keyboard.press("z")
    expect(page.locator("#live")).to_contain_text(re.compile("."))
    page.goto(TIME)
    page.get_by_role("button", name="Call it off").click()
    page.goto(TIME)
    expect(page.locator("#noted")).to_have_count(0, timeout=30_000)


def test_the_address_of_the_feed_is_read_by_a_program_without_a_browser(page: Page, browser: Browser) -> None:
    page.goto(CALENDARS)
    page.get_by_role("button", name="saying only").click()
    address = page.get_by_label("The address, shown this once")
    expect(address).to_be_focused()
    url = address.input_value()
    program = browser.new_context()
    answer = program.request.get(url)
    assert answer.status == 200
    assert answer.text().startswith("BEGIN:VCALENDAR")
    page.goto(CALENDARS)
    page.get_by_role("button", name="Switch it off").click()
    assert program.request.get(url).status == 404
    program.close()


def test_every_page_fits_and_axe_finds_nothing(browser: Browser, served: Served) -> None:
    window = served.enter(browser, bypass_csp=True)
    page = window.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(CALENDARS)
    links = page.locator("#mine .lines a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    for path in (CALENDARS, TIME, "/prepare/december/", *links):
        assert page.goto(path).status == 200, path
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert troubles(page) == []
    assert faults == []
    window.close()


def test_a_calendar_by_keyboard_alone(page: Page, tmp_path: Path) -> None:
    page.goto(f"{CALENDARS}#file")
    page.locator("#file summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#file_file")).to_be_focused()
    file = tmp_path / "a.ics"
    file.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", encoding="ascii")
    page.locator("#file_file").set_input_files(file)
    page.keyboard.press("Tab")
    page.keyboard.type("Family")
    page.keyboard.press("Enter")
    expect(page.locator("#mine")).to_contain_text("Family")
