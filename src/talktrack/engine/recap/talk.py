"""Which talk a page of notes is of, and on what day it was held."""

from __future__ import annotations

from datetime import date, timedelta

from talktrack.engine.story import Conversation, Journey, manager, upcoming
from talktrack.kit.dates import Order, Settings, due_dates
from talktrack.kit.errors import UserError

_NEAR = 60
"""Days from the planned day within which a day in the heading is believed to be that of the talk."""
_LONGEST_HEADING = 160


def day_in(page: str, near: date) -> date | None:
    """The day that the first line of a page names, such as "Thu 3 Dec, small room"; None for none.

    Where 8/12 can be read in two ways, the one nearer to `near` counts; a day further than two months from it does
    not.
    """
    first = next((line for line in page.splitlines() if line.strip()), "").strip("# \t*=")[:_LONGEST_HEADING]
    found: list[date] = []
    for order in Order:
        for due in due_dates(first, today=near - timedelta(_NEAR), settings=Settings(order=order)):
            if due.earliest == due.latest and any(c.isdigit() for c in first[slice(*due.span)]):
                found.append(due.date)
    close = [day for day in found if abs((day - near).days) <= _NEAR]
    return min(close, key=lambda day: abs((day - near).days), default=None)


def talk_of(journey: Journey, name: str, page: str, today: date) -> Conversation:
    """The conversation of that id; without one the talk that the page is of.

    That is the one that keeps these words already, else the nearest one of the day in the heading, else the next
    one, else the last one held; a new one where the journey holds none. Raises UserError for an unknown id.
    """
    talks = journey.conversations
    if name:
        found = next((c for c in talks if c.id == name), None)
        if found is None:
            known = ", ".join(c.id for c in talks) or "none yet"
            raise UserError(f"There is no conversation called “{name}”. Those there are: {known}.")
        return found
    kept = {n.conversation for n in journey.notes if n.text and n.text in page}
    dated = [c for c in talks if c.at and c.state != "cancelled" and day_in(page, c.at.date()) == c.at.date()]
    last = [c for c in talks if c.state == "held"]
    for talk in (*(c for c in talks if c.id in kept), *dated, upcoming(journey), *reversed(last)):
        if talk is not None:
            return talk
    who = manager(journey)
    day = day_in(page, today) or today
    return Conversation(id=f"talk-{day}", contact=who.id if who else None, state="held")
