"""`talktrack start` as a person runs it: a real process, a real port, real requests."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "talktrack"]


@dataclass
class Started:
    """A running `talktrack start`."""

    process: subprocess.Popen[str]
    said: list[str]
    port: int
    token: str

    def stop(self, how: int = signal.SIGINT) -> tuple[int, str]:
        """End it as Ctrl-C does; its exit status and everything it said."""
        self.process.send_signal(how)
        rest, _ = self.process.communicate(timeout=30)
        return self.process.returncode, "".join(self.said) + rest


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TALKTRACK_", "DJANGO_"))}
    kept.pop("DISPLAY", None)
    kept.pop("WAYLAND_DISPLAY", None)
    return kept | {"TALKTRACK_HOME": str(home), "PYTHONUNBUFFERED": "1"} | more


def talktrack(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "--debug", *words], env=environment(home, **more), capture_output=True, text=True, timeout=90
    )


@contextmanager
def start(home: Path, *words: str, **more: str):
    """Start, wait until it says that it is open, and end it in any case."""
    process = subprocess.Popen(
        [*COMMAND, "--debug", "start", *words], env=environment(home, **more), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    said: list[str] = []
    try:
        for line in process.stdout:
            said.append(line)
            if "Stop with Ctrl-C" in line:
                break
        whole = "".join(said)
        link = re.search(r"http://127\.0\.0\.1:(\d+)/launch/\?token=(\S+)", whole)
        assert link, whole
        yield Started(process, said, int(link[1]), link[2])
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest(method, path, skip_host="host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    response = connection.getresponse()
    response.words = response.read().decode(errors="replace")
    return response


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    home = tmp_path_factory.mktemp("people") / "home"
    with start(home, "--no-browser") as running:
        yield home, running


def test_a_home_that_only_its_owner_can_open(started):
    home, _ = started
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    for file in home.rglob("*"):
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file
    assert {"talktrack.db", "secret", "static"} <= {file.name for file in home.iterdir()}


def test_the_token_of_the_terminal_opens_the_workbook_once(started):
    _, running = started
    assert ask(running.port, "/").status in (403, 404)
    opened = ask(running.port, f"/launch/?token={running.token}")
    assert opened.status == 200
    cookie = opened.getheader("Set-Cookie") or ""
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert ask(running.port, f"/launch/?token={running.token}").status == 403
    assert ask(running.port, "/launch/", Cookie=cookie.partition(";")[0]).status == 200


@pytest.mark.parametrize("name", ["evil.example", "localhost:{port}", "127.0.0.1", ""])
def test_another_name_for_this_machine_reads_nothing(started, name):
    _, running = started
    response = ask(running.port, "/launch/", host=name.format(port=running.port))
    assert response.status in (400, 421)
    assert "launch" not in response.words


def test_styles_come_compressed_and_are_kept_by_the_browser(started):
    home, running = started
    laid_out = json.loads((home / "static" / "staticfiles.json").read_text())["paths"]
    sheet = next(name for name in laid_out.values() if name.endswith(".css"))
    response = ask(running.port, f"/static/{sheet}", Accept_Encoding="gzip")
    assert response.status == 200
    assert response.getheader("Content-Encoding") == "gzip"
    assert "immutable" in (response.getheader("Cache-Control") or "")


def test_a_second_start_opens_the_running_one(started):
    home, running = started
    again = talktrack(home, "start", "--no-browser")
    assert again.returncode == 0, again.stderr
    assert f"running already, at http://127.0.0.1:{running.port}" in again.stdout
    token = re.search(r"token=(\S+)", again.stdout)
    assert ask(running.port, f"/launch/?token={token[1]}").status == 200


def test_log_reaches_the_same_database_while_it_is_open(started):
    home, _ = started
    done = talktrack(home, "log", "Cut the backlog from 90 to 20 tickets", "--on", "2026-05")
    assert (done.returncode, done.stdout) == (0, "Kept: Cut the backlog from 90 to 20 tickets\n")
    assert titles(home) == ["Cut the backlog from 90 to 20 tickets"]


def titles(home: Path) -> list[str]:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(home / "talktrack.db"))
    rows = connection.execute("SELECT title FROM workbook_record WHERE kind = 'accomplishments' ORDER BY id")
    found = [row[0] for row in rows]
    connection.close()
    return found


def test_it_stops_cleanly_and_starts_again(tmp_path):
    home = tmp_path / "home"
    for how in (signal.SIGINT, signal.SIGTERM):
        with start(home, "--no-browser") as running:
            status, said = running.stop(how)
            assert status == 0, said
            assert "Stopped. Everything is kept." in said
            assert "Traceback" not in said
        assert not (home / "running.json").exists()


def test_a_start_after_a_crash_finds_everything(tmp_path):
    home = tmp_path / "home"
    with start(home, "--no-browser") as running:
        talktrack(home, "log", "Kept before the crash")
        os.killpg(running.process.pid, signal.SIGKILL)
        running.process.wait()
    time.sleep(0.5)
    with start(home, "--no-browser"):
        assert titles(home) == ["Kept before the crash"]


def test_an_example_opens_beside_ones_own_workbook(tmp_path):
    home = tmp_path / "home"
    talktrack(home, "log", "My own")
    with start(home, "--no-browser", "--example", "nathan"):
        assert len(titles(home / "examples" / "nathan")) > 3
    with start(home, "--no-browser", "--example", "nathan"):
        filled = titles(home / "examples" / "nathan")
        assert len(filled) == len(set(filled)), "a second start brings nothing in twice"
    assert titles(home) == ["My own"]


def test_an_unknown_example_is_told_with_those_there_are(tmp_path):
    told = talktrack(tmp_path / "home", "start", "--example", "nobody")
    assert told.returncode == 2
    assert "no example called “nobody”" in told.stderr
    assert "nathan" in told.stderr
    assert not (tmp_path / "home").exists()


def test_a_port_in_use_is_told(started, tmp_path):
    _, running = started
    told = talktrack(tmp_path / "other", "start", "--no-browser", "--port", str(running.port))
    assert told.returncode == 2
    assert f"Port {running.port} is in use" in told.stderr


def test_a_browser_gets_its_link_from_a_file_that_nobody_else_can_read(tmp_path):
    home, seen = tmp_path / "home", tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$@" > {seen}.part && mv {seen}.part {seen}\n')
    browser.chmod(0o700)
    with start(home, DISPLAY=":0", BROWSER=str(browser)) as running:
        until = time.monotonic() + 20
        while not seen.exists() and time.monotonic() < until:
            time.sleep(0.1)
        arguments = seen.read_text()
        assert running.token not in arguments
        page = home / "open-talktrack.html"
        assert arguments.strip() == page.as_uri()
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert running.token in page.read_text()
        running.stop()
    assert not page.exists()


def test_a_home_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    told = talktrack(tmp_path / "file" / "home", "start", "--no-browser")
    assert told.returncode == 2
    assert "cannot be written" in told.stderr
    assert "TALKTRACK_HOME" in told.stderr


def test_a_newer_workbook_is_left_alone(tmp_path):
    from sqlcipher3 import dbapi2

    home = tmp_path / "home"
    talktrack(home, "log", "Mine")
    connection = dbapi2.connect(str(home / "talktrack.db"))
    connection.execute(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('workbook', '9999_later', '2030-01-01')"
    )
    connection.commit()
    connection.close()
    for words in (("start", "--no-browser"), ("log", "More")):
        told = talktrack(home, *words)
        assert told.returncode == 2
        assert "newer Talktrack" in told.stderr
    assert titles(home) == ["Mine"]


def test_a_damaged_database_is_told_in_a_sentence(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "talktrack.db").write_bytes(b"not a database at all" * 500)
    for words in (("start", "--no-browser"), ("log", "More")):
        told = talktrack(home, *words)
        assert told.returncode == 2, told.stderr
        assert "not one of ours" in told.stderr
        assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["--on", "2026-13", "x"], "no such month"), (["   "], "needed"), (["x" * 20_001], "too long")],
)
def test_log_says_what_cannot_be_right(tmp_path, words, expected):
    told = talktrack(tmp_path / "home", "log", *words)
    assert told.returncode == 2
    assert expected in told.stderr


def test_the_running_file_names_the_port(started):
    home, running = started
    assert json.loads((home / "running.json").read_text())["port"] == running.port
