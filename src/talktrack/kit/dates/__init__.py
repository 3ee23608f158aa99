"""Due-date phrases as people write them, and the days they mean."""

from __future__ import annotations

from datetime import date

from talktrack.kit.dates.due import Certainty, Due, NextWeekday, Order, Settings
from talktrack.kit.dates.finding import find
from talktrack.kit.dates.leads import Role

__all__ = ["Certainty", "Due", "NextWeekday", "Order", "Settings", "due_date", "due_dates"]

_USUAL = Settings()
_RANK = {Role.BY: 3, Role.BEFORE: 3, Role.ON: 2, Role.FROM: 2, Role.BARE: 2, Role.FOR: 1, Role.AFTER: 1}


def due_date(text: str, *, today: date, settings: Settings = _USUAL) -> Due | None:
    """The day by which the text says that something is due; None where it gives no day.

    Of several, the first after "by" or "before" counts, then the first on its own, then the first after "for" or
    "after". Event ("when she is back"), length ("for two weeks"), frequency ("every Friday") and past fact ("we
    shipped it in March") give none. Takes time linear in the text's length; never raises.
    """
    found = find(text, today, settings)
    return max(found, key=lambda f: _RANK[f[0]], default=(Role.BARE, None))[1]


def due_dates(text: str, *, today: date, settings: Settings = _USUAL) -> tuple[Due, ...]:
    """Every due date in the text, from left to right. Linear in its length; never raises."""
    return tuple(due for _, due in find(text, today, settings))
