"""What the browser prints: one page each for what is carried into the room, without what is private."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import BrowserContext
from pypdf import PdfReader

if TYPE_CHECKING:
    from conftest import Gallery


@pytest.mark.parametrize("name", ["prepare", "first-agenda"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_it_is_one_page(context: BrowserContext, gallery: Gallery, name: str, dark: bool) -> None:
    page = context.new_page()
    page.goto(gallery.url(name, dark=dark))
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    words = pages[0].extract_text()
    assert len(pages) == 1
    for hidden in ("Only you", "Dismiss", "Her side", "Who can see what", "Is there a budget for courses"):
        assert hidden not in words
    assert ("What you ask" if name == "prepare" else "Questions and feedback") in words
