"""From the notes of a talk to the mail that was sent: counted in key presses and clicks, in a real browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.message import Message

import mailserver
import pytest
from browser import troubles
from playwright.sync_api import Browser, Page, expect
from served import Served, serve

from talktrack.examples import example

MOST = 40
"""Key presses and clicks from pasted notes to the sent mail."""
RECAP = "/recap/december/"


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A filled workbook that may hand mail to a server on this machine."""
    with serve(
        tmp_path_factory.mktemp("home"), "--example", "nathan", TALKTRACK_ALLOW_NETWORKS="127.0.0.0/8"
    ) as started:
        yield started


class Hands:
    """Somebody's hands on the keyboard and the mouse; every press and every click counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.used = page, 0

    def press(self, keys: str) -> None:
        self.used += 1
        self.page.keyboard.press(keys)

    def click(self, name: str) -> None:
        self.used += 1
        self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name)).first.click()

    def paste(self, text: str) -> None:
        """As one key press puts it there."""
        self.used += 1
        self.page.keyboard.insert_text(text)


def set_up_mail(page: Page, port: int) -> None:
    page.goto("/you/mail/")
    page.get_by_label("Your mail address").fill("nathan@larkmoor.example")
    page.get_by_label("The server").fill("127.0.0.1")
    page.get_by_label("The port").fill(str(port))
    page.get_by_label("None: only for a server in your own network").check()
    page.get_by_role("button", name="Keep it and try it").click()
    expect(page.get_by_role("button", name="Send me a test mail")).to_be_visible()


def arrived(inbox: mailserver.Inbox) -> Message:
    """The recap, once the worker has handed it over."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for number, (_, to, _) in enumerate(list(inbox.mails)):
            if to == ("jocelyn@larkmoor.example",):
                return inbox.parsed(number)
        time.sleep(0.2)
    raise AssertionError("the recap did not arrive")


def test_from_pasted_notes_to_the_sent_mail_in_forty_presses(browser: Browser, served: Served) -> None:
    notes = example("nathan").with_name("nathan-notes.md").read_text("utf-8")
    window = served.enter(browser)
    page = window.new_page()
    with mailserver.real() as server:
        set_up_mail(page, server.port)
        page.goto(RECAP)
        hands = Hands(page)
        hands.paste(notes)
        hands.press("Control+Enter")
        waiting = page.locator("article.take[data-item]")
        expect(waiting.first).to_be_visible()
        left = waiting.count()
        assert left >= 15
        hands.press("c")  # the first one takes the focus
        while left:
            hands.press("c")
            left -= 1
            expect(waiting).to_have_count(left)
            if left:  # a machine presses faster than the focus moves on; a hand does not
                expect(page.locator("[data-item]:focus")).to_have_count(1)
        hands.click("Write the recap mail")
        expect(page.get_by_role("heading", name="The mail Jocelyn gets")).to_be_visible()
        hands.click("Send it to Jocelyn")
        expect(page.locator(".outgoing")).to_contain_text("Until then you can stop it")
        mail = arrived(server.inbox)
    assert hands.used <= MOST, hands.used
    names = [part.get_filename() for part in mail.walk() if part.get_filename()]
    assert names == ["plan-v2.pdf", "plan-v2.docx"]
    body = next(p for p in mail.walk() if p.get_content_type() == "text/plain").get_payload(decode=True).decode()
    assert "Ask Ingrid about the seat, by Friday 11 December" in body
    expect(page.locator(".outgoing")).to_contain_text("Sent", timeout=30_000)
    window.close()


def test_every_screen_of_the_recap_is_for_everybody(browser: Browser, served: Served) -> None:
    notes = example("nathan").with_name("nathan-notes.md").read_text("utf-8")
    window = served.enter(browser)
    page = window.new_page()
    page.goto(RECAP)
    page.locator("textarea[name=text]").first.fill(notes)
    page.get_by_role("button", name="Read my notes").click()
    expect(page.locator("article.take").first).to_be_visible()
    page.locator("article.take").first.get_by_role("button", name="Confirm").click()
    expect(page.locator("article.take.done").first).to_be_visible()
    edit = page.locator("article.take[data-item]").first.get_by_role("link", name="Edit").get_attribute("href")
    for address in (RECAP, str(edit), f"{RECAP}mail/", "/goals/versions/"):
        page.goto(address)
        assert troubles(page) == []
    window.close()
