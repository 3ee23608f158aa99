"""Mail in a real browser: set up, sent and stopped by keyboard, told when it fails; on every width (T12)."""

from __future__ import annotations

from collections.abc import Iterator

import mailserver
import pytest
from browser import troubles
from playwright.sync_api import Browser, Page, expect
from served import Served, serve

MAIL, REQUEST = "/you/mail/", "/prepare/december/request/"
NEAR = {"TALKTRACK_ALLOW_NETWORKS": "127.0.0.0/8"}


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A filled workbook that may hand mail to a server on this machine."""
    with serve(tmp_path_factory.mktemp("home"), "--example", "nathan", **NEAR) as started:
        yield started


def set_up(page: Page, port: int) -> None:
    """By keyboard alone."""
    page.goto(MAIL)
    page.get_by_label("Your mail address").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("nathan@larkmoor.example")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("127.0.0.1")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(str(port))
    page.get_by_label("None: only").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{MAIL}")
    expect(page.get_by_role("button", name="Send me a test mail")).to_be_visible()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")


def test_a_request_is_stopped_and_then_sent_by_keyboard(browser: Browser, served: Served) -> None:
    window = served.enter(browser)
    page = window.new_page()
    with mailserver.real() as server:
        set_up(page, server.port)
        expect(page.get_by_text("It works", exact=True)).to_be_visible()
        page.goto(REQUEST)
        press(page, "Send it to Jocelyn")
        expect(page.locator(".outgoing")).to_contain_text("Until then you can stop it.")
        press(page, "Stop")
        expect(page.locator(".outgoing")).to_contain_text("It was not sent.")
        expect(page.locator("#live")).to_have_text("Stopped. It was not sent.")
        page.reload()
        press(page, "Send it to Jocelyn")
        expect(page.locator(".outgoing").get_by_text("Sent", exact=True)).to_be_visible(timeout=40_000)
        expect(page.locator("#live")).to_have_text("The mail is sent.")
        assert [to for _, to, _ in server.inbox.mails] == [
            ("nathan@larkmoor.example",),
            ("jocelyn@larkmoor.example",),
        ]
    window.close()


def test_a_server_that_went_away_is_told_and_tried_again(browser: Browser, served: Served) -> None:
    window = served.enter(browser)
    page = window.new_page()
    with mailserver.real() as server:
        set_up(page, server.port)
    page.goto(REQUEST)
    press(page, "Send it to Jocelyn")
    expect(page.locator(".outgoing")).to_contain_text("It is tried again at", timeout=40_000)
    expect(page.locator(".outgoing")).to_contain_text("is down at port")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Save as a file").click()
    assert coming.value.suggested_filename == "request.eml"
    look(browser, served, REQUEST)
    window.close()


def test_without_scripts_it_is_sent_too(browser: Browser, served: Served) -> None:
    window = served.enter(browser, java_script_enabled=False)
    page = window.new_page()
    with mailserver.real() as server:
        page.goto(MAIL)
        page.get_by_label("Your mail address").fill("nathan@larkmoor.example")
        page.get_by_label("The server").fill("127.0.0.1")
        page.get_by_label("The port").fill(str(server.port))
        page.get_by_label("None: only").check()
        page.get_by_role("button", name="Keep it and try it").click()
        page.goto(REQUEST)
        page.get_by_role("button", name="Send it to Jocelyn").click()
        page.get_by_role("button", name="Stop").click()
        expect(page.locator(".outgoing")).to_contain_text("It was not sent.")
        assert page.url.endswith(REQUEST)
    window.close()


def test_every_state_fits_and_axe_finds_nothing(browser: Browser, served: Served) -> None:
    look(browser, served, MAIL, REQUEST)
    window = served.enter(browser)
    page = window.new_page()
    set_up(page, mailserver.free_port())
    expect(page.get_by_text("It does not work yet", exact=True)).to_be_visible()
    look(browser, served, MAIL)
    with mailserver.real() as server:
        set_up(page, server.port)
        look(browser, served, MAIL)
        page.goto(REQUEST)
        press(page, "Send it to Jocelyn")
        expect(page.locator(".outgoing").get_by_text("Sent", exact=True)).to_be_visible(timeout=40_000)
        look(browser, served, REQUEST)
    window.close()


def look(browser: Browser, served: Served, *paths: str) -> None:
    window = served.enter(browser, bypass_csp=True)
    page = window.new_page()
    for path in paths:
        page.goto(path)
        assert troubles(page) == []
    window.close()
