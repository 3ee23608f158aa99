"""The day to reckon from: the clock is read here and nowhere deeper."""

from __future__ import annotations

from datetime import date, datetime

from talktrack.kit.errors import UserError


def today(given: str | None) -> date:
    """The day given as 2026-11-22, else today on this machine. Raises UserError for anything else."""
    if given is None:
        return datetime.now().astimezone().date()
    try:
        day = date.fromisoformat(given)
    except ValueError as error:
        raise UserError(f"'{given}' is not a day. Write it as 2026-11-22.") from error
    if not 1970 <= day.year <= 2200:
        raise UserError(f"{day} is too far away. Give a day from 1970 to 2200.")
    return day
