"""S8: what the first view of a page weighs, compressed, every font that it uses included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

if TYPE_CHECKING:
    from conftest import Gallery

MOST = 80 * 1024


@pytest.mark.parametrize("name", ["start", "first-agenda", "today", "evidence", "prepare"])
def test_the_first_view_is_light(browser: Browser, gallery: Gallery, name: str) -> None:
    window = browser.new_context(viewport={"width": 1280, "height": 900})
    page = window.new_page()
    wire = window.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(gallery.url(name), wait_until="networkidle")
    html = page.content()
    window.close()
    assert sum(sizes) <= MOST
    assert len(re.findall('rel="preload"', html)) == 2
