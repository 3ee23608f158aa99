"""Calendars: when somebody is busy, and when not. Reads what anybody may have written, within bounds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from zoneinfo import ZoneInfo

from talktrack.kit.confined import confined
from talktrack.kit.errors import UserError

from .child import answer, question
from .lines import LARGEST
from .values import Block, Busy, Shows

__all__ = ["LARGEST", "Block", "Busy", "Shows", "busy"]

_TOO_MUCH = "This calendar takes too long to read. Export only the last few months of it and what is to come."


def busy(data: bytes, first: date, last: date, zone: ZoneInfo, own: Collection[str] = ()) -> Busy:
    """When the owner of an iCalendar file is busy from the first day to the last, both included (at most 800 days).

    `data` may be anything: it is read in a process of its own, within 10 seconds and 512 MB. `zone` is where the
    owner is: whole days, and times without a zone, are meant there. `own` are the owner's mail addresses: what they
    declined takes no time. What is not understood is left out and told in `left_out`. Raises UserError, saying what
    to do, where the bytes are no calendar or too much of one.
    """
    written = confined("talktrack.kit.calendar.child", question(data, first, last, zone, own))
    if written is None:
        raise UserError(_TOO_MUCH)
    return answer(written)
