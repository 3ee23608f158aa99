"""T12 on the gallery: every page in light and dark at four widths, with axe, without sideways scroll, without a word
in the console, and nothing asked of anyone else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import WIDTHS, launch, scrolls_sideways, violations
from playwright.sync_api import Browser, Playwright

if TYPE_CHECKING:
    from conftest import Gallery


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_is_in_order(browser: Browser, gallery: Gallery, dark: bool) -> None:
    troubles: list[str] = []
    window = browser.new_context(bypass_csp=True)  # axe is put into the page; the policy is tested below
    page = window.new_page()
    for name in gallery.names:
        page.goto(gallery.url(name, dark=dark))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            troubles += [f"{name} {width}: {found}" for found in violations(page)]
            if scrolls_sideways(page):
                troubles.append(f"{name} {width}: scrolls sideways")
    window.close()
    assert troubles == []


def test_the_policy_holds_and_nobody_else_is_asked(browser: Browser, gallery: Gallery) -> None:
    troubles: list[str] = []
    window = browser.new_context(viewport={"width": 1280, "height": 900})
    page = window.new_page()
    page.on("console", lambda message: troubles.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
    page.on("request", lambda r: None if r.url.startswith(gallery.origin) else troubles.append(r.url))
    for name in gallery.names:
        page.goto(gallery.url(name), wait_until="networkidle")
    window.close()
    assert troubles == []


def test_text_twice_as_large_still_fits(gallery: Gallery, play: Playwright) -> None:
    large = launch(play, "--blink-settings=defaultFontSize=32")
    page = large.new_page()
    wide = []
    for name in gallery.names:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(gallery.url(name))
            if scrolls_sideways(page):
                wide.append(f"{name} {width}")
    large.close()
    assert wide == []


def test_right_to_left_fits(gallery: Gallery, browser: Browser) -> None:
    page = browser.new_page()
    wide = []
    for name in gallery.names:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(gallery.url(name))
            page.evaluate("document.documentElement.dir = 'rtl'")
            if scrolls_sideways(page):
                wide.append(f"{name} {width}")
    page.close()
    assert wide == []
