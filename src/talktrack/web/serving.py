"""Serving the workbook on this machine: one server for each home, found again by a second start."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from talktrack.kit.errors import InternalError, UserError

from .home import Home

PORT = 8471
_TRIED = 20
_PATIENCE = 60
"""Seconds to wait for a server to answer for the first time."""


@dataclass(frozen=True)
class Address:
    """Where a workbook is served."""

    port: int

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def launch(self, token: str) -> str:
        """The address that lets a browser in, once."""
        return f"{self.origin}/launch/?token={token}"

    def answers(self) -> bool:
        """Whether a server of ours answers there."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)  # past any proxy
        try:
            # Connected by hand, without looking a name up: the server is forked while this is asked, and a lookup
            # that is under way at that moment leaves its locks held in the copy for ever.
            connection.sock = socket.socket()
            connection.sock.settimeout(5)
            connection.sock.connect(("127.0.0.1", self.port))
            connection.request("GET", "/launch/")
            return connection.getresponse().status == 403
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def free_port(wanted: int | None) -> int:
    """The wanted port, else the first free one from 8471 on. Raises UserError where it is taken."""
    for port in [wanted] if wanted else range(PORT, PORT + _TRIED):
        with socket.socket() as tried:
            if os.name == "posix":  # elsewhere this would let two programs have the same port
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    taken = f"Port {wanted} is" if wanted else f"The ports {PORT} to {PORT + _TRIED - 1} are"
    raise UserError(f"{taken} in use by another program. Choose one: talktrack start --port 9000")


def running(home: Home) -> Address:
    """Where the server of this home answers, once it does. Raises UserError where none does within a minute."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            address = Address(int(json.loads(home.running.read_text(encoding="ascii"))["port"]))
        except (OSError, ValueError, KeyError, TypeError):
            address = None
        if address and address.answers():
            return address
        time.sleep(0.2)
    raise UserError("Talktrack is running already but does not answer. Stop that one, then start it again.")


def serve(home: Home, address: Address, ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or a request to end; `ready` is called once it answers. Raises InternalError if it fails."""
    from granian import Granian
    from granian.constants import Interfaces

    socket.getaddrinfo("127.0.0.1", address.port)  # what lookups load is loaded before the fork, for the same reason

    def watch() -> None:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and not over.is_set():
            if address.answers():
                home.running.write_text(json.dumps({"port": address.port, "pid": os.getpid()}), encoding="ascii")
                answered.set()
                ready()
                return
            time.sleep(0.1)

    over, answered = threading.Event(), threading.Event()
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        Granian(
            "talktrack.web.wsgi:application",
            address="127.0.0.1",
            port=address.port,
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=4,
            websockets=False,
            log_enabled=False,
            workers_kill_timeout=5,
        ).serve()
    finally:
        over.set()
        watcher.join(timeout=10)
        home.running.unlink(missing_ok=True)
        home.launch.unlink(missing_ok=True)
    if not answered.is_set():
        raise InternalError("the server ended before it answered")


def open_browser(home: Home, link: str) -> bool:
    """Show the link in the person's browser; False where there is none to be seen on this machine.

    The browser is given a page in the home that only its owner can read: an address among a program's arguments
    could be read by every user of the machine.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False  # a browser within this terminal would take it over
    home.launch.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Talktrack</title>'
        f'<meta http-equiv="refresh" content="0;url={link}"><a href="{link}">Open Talktrack</a>',
        encoding="ascii",
    )
    try:
        return webbrowser.open(home.launch.as_uri())
    except webbrowser.Error:
        return False


def check() -> None:
    """Refuse to serve what is not sound: an address without a rule above all. Raises InternalError."""
    from django.core import checks

    if faults := [str(fault.id) for fault in checks.run_checks() if fault.is_serious()]:
        raise InternalError(f"the web app is not sound: {', '.join(faults)}")


def collect_static(home: Home) -> None:
    """Lay the styles, scripts and fonts out for serving, compressed, where they are not laid out so already."""
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    state = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(None):
            file = Path(storage.path(name)).stat()
            state.update(f"{name} {file.st_size} {file.st_mtime_ns}\n".encode())
    mark = home.static / ".state"
    if not mark.exists() or mark.read_text(encoding="ascii") != state.hexdigest():
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        mark.write_text(state.hexdigest(), encoding="ascii")
