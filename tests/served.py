"""The workbook as a person runs it: `talktrack start` in a process of its own, and a browser that it lets in."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext


@dataclass(frozen=True)
class Served:
    """A running workbook."""

    origin: str
    home: Path
    cookies: list[Any] = field(default_factory=list)
    """Those of a browser that was let in."""

    def enter(self, browser: Browser, *, width: int = 1280, height: int = 900, **more: Any) -> BrowserContext:
        """A window that the workbook has let in, as its owner's."""
        window = browser.new_context(viewport={"width": width, "height": height}, base_url=self.origin, **more)
        if not self.cookies:
            page = window.new_page()
            page.goto(f"{self.origin}/launch/?token={token(self.home)}")
            page.wait_for_url(re.compile(r"/(start|today)/$"))
            page.close()
            self.cookies.extend(window.cookies())
        window.add_cookies(self.cookies)
        return window


@contextmanager
def serve(home: Path, *words: str, **environment: str) -> Iterator[Served]:
    """Start it on a free port, wait until it is open, and end it in any case. `environment` is set for it besides."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TALKTRACK_", "DJANGO_"))}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "talktrack", "start", "--no-browser", "--port", port, *words],
        env=kept | {"TALKTRACK_HOME": str(home), "PYTHONUNBUFFERED": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    said = ""
    try:
        assert process.stdout
        for line in process.stdout:
            said += line
            if "Stop with Ctrl-C" in line:
                break
        found = re.search(r"open at (http://127\.0\.0\.1:\d+)", said)
        assert found, said
        at = re.search(r"lies in (.+); only you", said)
        assert at, said
        yield Served(found[1], Path(at[1]))
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def token(home: Path) -> str:
    """A launch token of that home, as a second `talktrack start` would hand one out."""
    code = (
        "import django; django.setup()\n"
        "from talktrack.web.people import launch, subject\n"
        "print(launch.issue(subject.local_owner()))"
    )
    settings = {"TALKTRACK_HOME": str(home), "DJANGO_SETTINGS_MODULE": "talktrack.web.settings"}
    kept = {name: value for name, value in os.environ.items() if name != "TALKTRACK_DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=kept | settings, check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout.strip()
