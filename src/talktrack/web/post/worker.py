"""The worker: sends mail and writes events that are due, gives reminders, and goes on whatever happens.

`talktrack start` runs one beside the server: the home's lock sees to it that there is only one. Servers run
`talktrack post`, as many as they like. It looks for due mail every two seconds, with one query that an index answers;
so a change made by any other process is seen without a word between them.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import close_old_connections, connection
from django.utils import timezone

from talktrack.outside.networks import Networks

from . import entries, sending

LOOKS = 2.0
"""Seconds between two looks at the outbox."""
CHORES = 30.0
"""Seconds between two rounds of the chores."""
_AFTER_TROUBLE = 5.0

Chore = Callable[[datetime], None]
log = logging.getLogger(__name__)


def run(stop: threading.Event, *, allowed: Networks, chores: tuple[Chore, ...] = (), alone: bool = False) -> None:
    """Work until `stop` is set; a mail that is being handed over is finished first.

    `chores` are called every half minute, to put into the outbox what has become due. `alone`: no other worker can
    be at this database, so what is leased was left behind and is taken up at once.
    """
    rested = CHORES
    while not stop.is_set():
        pause = LOOKS
        try:
            close_old_connections()
            if alone:
                sending.release()
                entries.release()
                alone = False
            if rested >= CHORES:
                rested = 0.0
                for chore in chores:
                    chore(timezone.now())
            while not stop.is_set() and (mail := sending.lease(timezone.now())):
                sending.send(mail, allowed=allowed)
            while not stop.is_set() and entries.work(timezone.now()):
                pass  # one event of a calendar after the other
            pause = _until_due()
        except Exception:  # a disk that is full, a database that is away: it may come back
            log.exception("the worker")
            connection.close()
            pause = _AFTER_TROUBLE
        rested += pause
        stop.wait(pause)
    connection.close()


def _until_due() -> float:
    """Seconds to the next look."""
    due = sending.next_due()
    return LOOKS if due is None else min(LOOKS, max(0.05, (due - timezone.now()).total_seconds()))
