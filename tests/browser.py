"""A real Chromium for tests, and axe to look at a page with. Without Chromium a test is skipped, with a word."""

from __future__ import annotations

import shutil
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = (1280, 390, 360, 320)
"""T12: the widths at which a page is looked at."""

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_RUN = """async () => (await axe.run({resultTypes: ["violations"]})).violations.map(
  v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 120)).join(" | "))"""


def launch(play: Playwright, *more: str) -> Browser:
    """A browser, with more switches where a test needs some."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed, so no page was looked at")
    return play.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *more])


def violations(page: Page) -> list[str]:
    """What axe finds in the page as it stands. The page's context has to be one that bypasses its policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return list(page.evaluate(_RUN))


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
