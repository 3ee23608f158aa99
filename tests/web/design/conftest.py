"""The gallery drawn once, served like the workbook is, and a real browser to look at it."""

from __future__ import annotations

import gzip
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)


class Served(http.server.SimpleHTTPRequestHandler):
    """Files with the workbook's content policy, compressed as the workbook's server does."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Content-Security-Policy", POLICY)
        if path.suffix in (".html", ".css", ".js", ".svg"):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@dataclass(frozen=True)
class Gallery:
    """Where the drawn pages are served, and their names."""

    origin: str
    names: tuple[str, ...]

    def url(self, name: str, *, dark: bool = False) -> str:
        return f"{self.origin}/{name}{'-dark' if dark else ''}.html"


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gallery]:
    """The gallery, drawn without a database in a process of its own."""
    folder = tmp_path_factory.mktemp("gallery")
    drawn = subprocess.run(
        [sys.executable, HERE / "gallery.py", folder], check=True, capture_output=True, text=True, timeout=120
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Gallery(f"http://127.0.0.1:{server.server_port}", tuple(drawn.stdout.split()))
    server.shutdown()
