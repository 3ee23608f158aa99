"""S7: `talktrack log "…"`, beside a bare `django.setup()` with the same apps."""

from __future__ import annotations

import tempfile

from bench import Figure
from bench.process import PYTHON, timed


def measure() -> list[Figure]:
    """CPU time of whole processes, in turn, medians; the home and its tables are there."""
    log = [PYTHON, "-m", "talktrack", "log", "Cut the backlog from 90 to 20 tickets"]
    bare = [PYTHON, "-c", "import django; django.setup()"]
    with tempfile.TemporaryDirectory() as home:
        settings = {"TALKTRACK_HOME": home, "DJANGO_SETTINGS_MODULE": "talktrack.web.settings"}
        ours, peer = timed(log, bare, environment=settings)
    ratio = ours.cpu / peer.cpu
    figure, beside = f"{ours.cpu * 1000:.0f} ms of CPU", f"bare django.setup(): {peer.cpu * 1000:.0f} ms"
    return [Figure("S7", "talktrack log", figure, "≤ 1.2 ×", beside, f"{ratio:.2f}", met=ratio <= 1.2)]
