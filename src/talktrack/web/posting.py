"""The workers of this program: beside the server of `talktrack start`, or by themselves in `talktrack post`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from filelock import FileLock, Timeout

from talktrack.kit.errors import UserError

from .home import Home
from .post import worker
from .workbook.actions.reminding import remind

_PATIENCE = 10.0
"""Seconds that a worker is given to finish what it is doing. A mail that it leaves behind is sent later."""


@contextmanager
def working(home: Home, *, at_once: int = 1) -> Iterator[None]:
    """Workers in threads of their own until the end of the block.

    Raises UserError where the embedded database has one already: there, one does it all.
    """
    embedded = connection.vendor == "sqlite"
    lock = FileLock(home.posting, thread_local=False)  # let go by whichever thread ends it
    if embedded:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise UserError("Mail of this workbook is being sent by another program already.") from None
    stop = threading.Event()
    given = {"allowed": settings.ALLOWED_NETWORKS, "chores": (remind,), "alone": embedded}
    workers = [
        threading.Thread(target=worker.run, args=(stop,), kwargs=given, name=f"post-{number}", daemon=True)
        for number in range(1 if embedded else at_once)
    ]
    try:
        for one in workers:
            one.start()
        yield
    finally:
        stop.set()
        for one in workers:
            one.join(timeout=_PATIENCE)
        lock.release()
