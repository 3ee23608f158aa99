"""What all tests of the web share: the owner, a real browser, and the workbook served as a person runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from browser import launch
from cast import owner
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright
from served import Served, serve

from talktrack.web.people.subject import Subject


@pytest.fixture
def nathan(db: None) -> Subject:
    """The owner."""
    return owner()


@pytest.fixture(scope="session")
def play() -> Iterator[Playwright]:
    """What starts browsers. It leaves a loop behind in which Django would refuse to reach the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=15_000)  # a busy machine is no fault of a page
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(play: Playwright) -> Iterator[Browser]:
    """A real Chromium."""
    chromium = launch(play)
    yield chromium
    chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh window, wide, with nothing remembered."""
    window = browser.new_context(viewport={"width": 1280, "height": 900})
    yield window
    window.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The filled sample workbook; tests that change it put back what they changed, or do not mind."""
    with serve(tmp_path_factory.mktemp("example"), "--example", "nathan") as served:
        yield served


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workbook on its first day."""
    with serve(tmp_path_factory.mktemp("fresh")) as served:
        yield served
