"""A real CalDAV server (Radicale) in a process of its own, over TLS where a certificate is given."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
import trustme

from talktrack.outside.http import Client, Login
from talktrack.outside.networks import networks

LOOPBACK = networks("127.0.0.0/8")
NATHAN = Login("nathan", "pass:wörd with spaces")
_MAKE = """<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
<D:displayname>{name}</D:displayname>
<C:supported-calendar-component-set><C:comp name="{kind}"/></C:supported-calendar-component-set>
</D:prop></D:set></C:mkcalendar>"""


@dataclass(frozen=True)
class Radicale:
    """The running server."""

    url: str
    process: subprocess.Popen[bytes]

    def calendar(self, client: Client, name: str, *, kind: str = "VEVENT") -> str:
        """Make a calendar of Nathan's; returns its address."""
        url = f"{self.url}nathan/{quote(name.lower())}/"
        body = _MAKE.format(name=name, kind=kind).encode()
        assert client.ask("MKCALENDAR", url, content=body).status == 201
        return url

    def stop(self) -> None:
        """End it, as a server that is switched off."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def radicale(folder: Path, authority: trustme.CA | None = None, *, port: int = 0) -> Iterator[Radicale]:
    """Start one with its data in `folder`, with Nathan as its user. Skips the test where Radicale is missing."""
    if importlib.util.find_spec("radicale") is None:
        pytest.skip("the CalDAV server Radicale is not installed, so nothing was asked of one")
    port = port or free_port()
    (folder / "users").write_text(f"{NATHAN.name}:{NATHAN.password}\n", encoding="utf-8")
    config = folder / "config"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n{_tls(folder, authority)}"
        f"[auth]\ntype = htpasswd\nhtpasswd_filename = {folder / 'users'}\nhtpasswd_encryption = plain\ndelay = 0\n"
        f"[storage]\nfilesystem_folder = {folder / 'data'}\n[logging]\nlevel = critical\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "radicale", "--config", str(config)]
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    served = Radicale(f"{'https' if authority else 'http'}://127.0.0.1:{port}/", process)
    try:
        _wait(port, process)
        yield served
    finally:
        served.stop()


def _tls(folder: Path, authority: trustme.CA | None) -> str:
    if authority is None:
        return ""
    made = authority.issue_cert("127.0.0.1", "localhost")
    (folder / "key.pem").write_bytes(made.private_key_pem.bytes())
    (folder / "cert.pem").write_bytes(b"".join(part.bytes() for part in made.cert_chain_pems))
    return f"ssl = True\ncertificate = {folder / 'cert.pem'}\nkey = {folder / 'key.pem'}\n"


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the CalDAV server did not start")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
