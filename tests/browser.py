"""A real Chromium for tests, and axe to look at a page with. Without Chromium a test is skipped, with a word."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Literal

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
"""T12: the widths at which a page is looked at, each by light and in the dark."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

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


def troubles(page: Page) -> list[str]:
    """What is wrong with the page as it stands at each width, light and dark: too wide for it, or found by axe."""
    found, size = list[str](), page.viewport_size or {"width": 1280, "height": 900}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": size["height"]})
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if scrolls_sideways(page):
            found.append(f"{page.url} {width}: scrolls sideways")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour on its way to another
            found += [f"{page.url} {width} {scheme}: {trouble}" for trouble in violations(page)]
    page.emulate_media(color_scheme=None, reduced_motion=None)
    page.set_viewport_size(size)
    return found


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
