"""How calendars and the feed are drawn: how each stands, what was seen, who can see what."""

from __future__ import annotations

from django.utils import timezone

from talktrack.outside.http import address
from talktrack.web.people.subject import Subject
from talktrack.web.post import calendars as kept
from talktrack.web.post import feeds
from talktrack.web.post.calendars import CALDAV
from talktrack.web.post.models import Connection

from ..queries import device
from ..screens.calendars import Feed, Row
from ..screens.parts import Act, Link, State

HOME = "/you/calendars/"


def row_of(row: Connection) -> Row:
    """One calendar, as a list draws it."""
    found = kept.seen(row)
    number = len(found.blocks) if found else 0
    taken = "one time taken" if number == 1 else f"{number} times taken" if number else "nothing taken"
    states = [_looked(row)]
    if row.settings.get("writes"):
        states.append(State("sent", "Talks are noted here"))
    if found and found.left_out:
        states.append(State("cond", "Not all of it was understood"))
    return Row(
        name=row.label,
        url=f"{HOME}{row.pk}/",
        what=_what(row),
        states=tuple(states),
        seen=f"{taken} until {found.last.day} {found.last:%B}" if found else "",
        trouble=row.trouble,
    )


def _looked(row: Connection) -> State:
    at = timezone.localtime(row.tried_at) if row.tried_at else None
    when = f"{at:%a} {at.day} {at:%b}, {at:%H:%M}" if at else "never"
    if row.trouble:
        return State("open", f"Tried {when}")
    return State("kept", f"{'Looked at' if row.address else 'Read'} {when}")


def _what(row: Connection) -> str:
    if not row.address:
        return "A file"
    host = address(row.address).host
    return f"CalDAV at {host}" if row.purpose == CALDAV else f"An address at {host}"


def feed_of(subject: Subject, made: str) -> Feed:
    """The private address as it stands; `made` is the address itself where it was made just now."""
    on = feeds.of(subject)
    make = "Make a new one" if on else "Make the address"
    acts = [
        Act(text=f"{make}, saying only “A promise is due”", url=f"{HOME}feed/make/"),
        Act(text=f"{make}, with names and words", url=f"{HOME}feed/make-full/"),
        Act(text="Save as a file", url=f"{HOME}feed.ics", get=True, icon="download"),
    ]
    if on is None:
        told = "It is off. A calendar program on this machine can show your check-ins and what is due, if you like."
        return Feed(told=told, acts=tuple(acts))
    acts.insert(2, Act(text="Switch it off", url=f"{HOME}feed/off/"))
    read = timezone.localtime(on.read_at) if on.read_at else None
    when = f"last read {read:%a} {read.day} {read:%b}, {read:%H:%M}" if read else "not read yet"
    says = "with names and words" if on.full else "saying only that something is due"
    return Feed(told=f"It is on, {says}; {when}.", address=made, acts=tuple(acts))


def sees() -> tuple[Link, ...]:
    """Who can see what of all this."""
    return (
        Link("Which times are taken", "", "only you; titles, places and people are read past and not kept"),
        Link("That this machine asks, and when", "", "whoever runs the server of the calendar"),
        Link(
            "A talk that is noted in your calendar",
            "",
            "marked as private: others who may look into it see that the time is taken",
        ),
        Link("Addresses and passwords", "", f"in {device.where()}; in no archive, and erased with their calendar"),
        Link("The feed", "", "whoever holds its address, while Talktrack runs; nobody else"),
    )
