"""Notes of a talk taken on a device while everything around it dies: what was shown as kept is kept, once.

A real Chromium with a profile on disk holds the talk of the filled example. At each of many random moments, while
notes are being tapped, something goes: the tab (its process is killed), the whole browser (kill -9), the network, or
the workbook itself (kill -9). In the end everything comes back, and every note that the page had shown is looked for.

`python -m bench offline` takes fifty moments; `python -m bench.offline 8 3` eight, by another throw
of the dice.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect, sync_playwright

from bench import Figure

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser import CHROMIUM, FLAGS
from served import token

TALK = "/converse/december/"
TARGET = "0 lost, 0 doubled"
_PATIENCE = 90_000
_WAYS = ("tab", "browser", "network", "server")


@dataclass
class Outcome:
    """What one run found."""

    points: dict[str, int] = field(default_factory=dict)
    """How often each thing was killed."""
    tapped: int = 0
    """Notes that were begun."""
    shown: int = 0
    """Of these, how many the page had shown as kept."""
    lost: int = 0
    """Shown as kept, and not in the workbook with these words."""
    doubled: int = 0
    """In the workbook more than once, or without ever having been tapped."""


def measure() -> list[Figure]:
    """Fifty points."""
    if not CHROMIUM:
        return [Figure("offline", "killed while noting", "not measured: there is no Chromium", TARGET)]
    return _figure(run(50))


def endure() -> list[Figure]:
    """Two hundred and fifty."""
    return _figure(run(250))


def _figure(found: Outcome) -> list[Figure]:
    points = ", ".join(f"{n} × {what}" for what, n in sorted(found.points.items()))
    figure = f"{found.lost} lost, {found.doubled} doubled of {found.shown} shown as kept ({points})"
    return [
        Figure("offline", "killed while noting", figure, TARGET, met=found.lost == found.doubled == 0 < found.shown)
    ]


def run(points: int, seed: int = 1) -> Outcome:
    """That many kills, in a process of its own; the same seed takes the same way, as far as the machine allows."""
    command = [sys.executable, "-m", "bench.offline", str(points), str(seed)]
    done = subprocess.run(command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, check=True)
    return Outcome(**json.loads(done.stdout))


def _run(points: int, seed: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        workbook = Workbook(Path(folder) / "home")
        device = Device(play, Path(folder) / "profile", workbook)
        try:
            return _walk(workbook, device, points, random.Random(seed))
        finally:
            device.end()
            workbook.kill()


class Workbook:
    """The workbook of the example on one port, that can be killed and started again."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.origin, self.home = f"http://127.0.0.1:{self.port}", home
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        """Start it, unless it runs, and wait until it is open."""
        if self._process and self._process.poll() is None:
            return
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("TALKTRACK_", "DJANGO_"))}
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "talktrack",
                "start",
                "--no-browser",
                "--example",
                "nathan",
                "--port",
                str(self.port),
            ],
            env=kept | {"TALKTRACK_HOME": str(self.home), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        said = ""
        assert self._process.stdout
        for line in self._process.stdout:
            said += line
            if "Stop with Ctrl-C" in line:
                return
        raise RuntimeError(said)

    def kill(self) -> None:
        """Kill it with all its processes."""
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def letting_in(self) -> str:
        """The address that lets a browser in."""
        return f"{self.origin}/launch/?token={token(self.home / 'examples' / 'nathan')}"


class Device:
    """A browser with a profile on disk: a phone, as far as its storage goes."""

    def __init__(self, play: Playwright, profile: Path, workbook: Workbook) -> None:
        self._play, self._profile, self._workbook = play, profile, workbook
        self._cookies: list[Any] = []
        self.context: BrowserContext | None = None
        self.page: Page | None = None
        self._open()
        assert self.context
        page = self.context.new_page()
        page.goto(workbook.letting_in())
        page.wait_for_url(re.compile(r"/(start|today)/$"))
        self._cookies = self.context.cookies()
        page.goto(f"{workbook.origin}{TALK}")
        expect(page.locator("#talk[data-kept=yes]")).to_be_attached(timeout=_PATIENCE)
        page.get_by_role("button", name=re.compile("^Start")).first.click()
        page.close()

    def _open(self) -> None:
        self.context = self._play.chromium.launch_persistent_context(
            str(self._profile),
            executable_path=CHROMIUM,
            args=list(FLAGS),
            viewport={"width": 390, "height": 844},
            chromium_sandbox=False,
        )
        if self._cookies:
            self.context.add_cookies(self._cookies)

    def talk(self) -> Page:
        """The page of the talk; the browser and the tab are opened again where they died."""
        for _ in range(20):
            try:
                if self.context is None:
                    self._open()
                assert self.context
                if self.page is None:
                    self.page = self.context.new_page()
                    self.page.set_default_timeout(8_000)
                    self.page.goto(f"{self._workbook.origin}{TALK}")
                self.page.evaluate("Live.loaded")
                return self.page
            except Error:
                self.lose_tab()
                if not self._pids():
                    self.context = None
        raise RuntimeError("the talk does not open any more")

    def offline(self, off: bool) -> None:
        """Cut the network of the browser, or mend it."""
        with suppress(Error):
            if self.context:
                self.context.set_offline(off)

    def lose_tab(self) -> None:
        """Take it that the tab is gone."""
        with suppress(Error):
            if self.page:
                self.page.close()
        self.page = None

    def kill_tab(self) -> None:
        """Kill the processes that draw pages and run their scripts."""
        for pid, command in self._pids().items():
            if "--type=renderer" in command:
                _kill(pid)

    def kill(self) -> None:
        """Kill the whole browser."""
        for pid, command in self._pids().items():
            if "--type=" not in command:
                _kill(pid)

    def restart(self) -> None:
        """Close the browser; the next look at the talk opens it again."""
        self.lose_tab()
        self.end()
        self.context = None

    def end(self) -> None:
        """Close it."""
        with suppress(Error):
            if self.context:
                self.context.close()

    def _pids(self) -> dict[int, str]:
        """The processes of this browser, and of no other: those that belong to the one that was given our profile."""
        commands, parents = {}, {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with suppress(OSError, IndexError, ValueError):
                    commands[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        ours = {p for p, c in commands.items() if f"--user-data-dir={self._profile}" in c and "--type=" not in c}
        while more := {p for p, above in parents.items() if above in ours} - ours:
            ours |= more
        return {p: commands[p] for p in ours if p in commands}


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _walk(workbook: Workbook, device: Device, points: int, dice: random.Random) -> Outcome:
    found, shown, texts = Outcome(points=dict.fromkeys(_WAYS, 0)), dict[str, str](), list[str]()
    off = False
    for point in range(points):
        way = dice.choice(_WAYS)
        found.points[way] += 1
        if way == "network":
            off = not off
        kill: Callable[[], None] = {"tab": device.kill_tab, "browser": device.kill, "server": workbook.kill}.get(
            way, lambda: None
        )
        page = device.talk()
        device.offline(off)
        timer = threading.Timer(dice.uniform(0, 1.2), kill)
        timer.start()
        for _ in range(dice.randint(1, 3)):
            try:
                found.tapped += 1
                _note(page, dice, texts)
                shown |= _shown(page)
            except Error:
                break
        timer.join()
        if way in ("tab", "browser"):
            device.lose_tab()
        if dice.random() < 0.5:
            workbook.start()
        if point == points - 1 or dice.random() < 0.3:
            off = False
    workbook.start()
    return _counted(device, found, shown, texts)


def _note(page: Page, dice: random.Random, texts: list[str]) -> None:
    """Two taps, and sometimes words; now and then a note is changed."""
    page.locator("#taps .tapper").nth(dice.randrange(8)).click()
    form = dice.choice(("words", "paraphrase", "mark"))
    page.locator(f"#choice [name=form][value={form}]").click()
    if form != "mark":
        text = f"word-{len(texts)}-"
        texts.append(text)
        page.locator("#field").fill(text)
        if dice.random() < 0.4:
            page.locator("#field").press_sequentially(" and more")
        if dice.random() < 0.7:
            page.locator("[data-write=done]").click()


def _shown(page: Page) -> dict[str, str]:
    """The notes that the page shows, with their words."""
    rows = page.evaluate(
        "[...document.querySelectorAll('#jots li[data-id]')]"
        ".map(li => [li.dataset.id, li.querySelector('p span').textContent])"
    )
    return {name: text.strip("“”") for name, text in rows}


def _counted(device: Device, found: Outcome, shown: dict[str, str], texts: list[str]) -> Outcome:
    device.restart()  # what cut the network off was the browser's, and goes with it
    page = device.talk()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_have_text("All in your workbook", timeout=_PATIENCE)
    kept = page.evaluate(f"fetch('{TALK}notes/').then(answer => answer.json())")["notes"]
    words = {note["id"]: note["text"] for note in kept}
    found.shown = len(shown)
    found.lost = sum(name not in words or not words[name].startswith(text) for name, text in shown.items())
    again = sum(sum(text.startswith(token) for text in words.values()) > 1 for token in texts)
    found.doubled = again + len(kept) - len(words) + max(len(kept) - found.tapped, 0)
    return found


if __name__ == "__main__":
    print(json.dumps(asdict(_run(int(sys.argv[1]), int(sys.argv[2])))))
