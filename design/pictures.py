"""Pictures of the running workbook for the documentation: `make pictures` writes `docs/pictures/`.

Starts the sample workbook as a person would, and looks at it through a real Chromium.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from browser import launch  # from tests/, which `make pictures` puts on the path
from playwright.sync_api import sync_playwright
from served import serve

TARGET = Path(__file__).parent.parent / "docs" / "pictures"
PAGES = {
    "today": "/today/",
    "reflect": "/reflect/",
    "evidence": "/evidence/",
    "organisation": "/organisation/",
    "paths": "/paths/",
    "goals": "/goals/",
    "alignment": "/alignment/",
    "prepare": "/prepare/december/",
}
IN_THE_DARK = ("today", "evidence")
PHONE = ("today", "evidence", "prepare")


def main() -> None:
    """Each page at 1280 px, some in the dark, some at 390 px; the top two screens of it."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        serve(Path(home), "--example", "nathan") as served,
        sync_playwright() as play,
    ):
        browser = launch(play)
        for names, width, scheme, mark in (
            (tuple(PAGES), 1280, "light", ""),
            (IN_THE_DARK, 1280, "dark", "-dark"),
            (PHONE, 390, "light", "-390"),
        ):
            window = served.enter(browser, width=width, height=1100, color_scheme=scheme)
            page = window.new_page()
            for name in names:
                page.goto(PAGES[name])
                page.wait_for_load_state("networkidle")
                page.screenshot(path=TARGET / f"{name}{mark}.png")
                print(name + mark)
            window.close()
        browser.close()


if __name__ == "__main__":
    main()
