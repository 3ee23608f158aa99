"""Place of a conversation and times that could do: a room with a door, and what to do where there is none."""

from __future__ import annotations

from datetime import date

from talktrack.engine.story import Setting
from talktrack.kit.drafting import clause

from ..queries.prepare import Prepared
from ..queries.times import Times
from ..screens.parts import Act, State
from ..screens.prepare import Arranged
from .noted import noted_as
from .slots import said, slots_of

_REMOTE = "That can go well too. Say why, send the agenda ahead, leave the cameras on, and keep to the same order."


SHOWN = 3
"""Times that the page of the preparation offers; the others have a page of their own."""


def arranged(made: Prepared, found: Times, url: str, today: date) -> Arranged:
    """What is known of time and place, as the page draws it."""
    setting, settled = made.meeting.setting, made.meeting.at is not None
    return Arranged(
        action=f"{url}arrange/",
        states=_flags(made, today),
        take=f"{url}time/take/",
        chosen=said(made.meeting),
        noted=noted_as(made.meeting.id, made.meeting, found.standing, chosen=False),
        slots=() if settled else slots_of(found)[:SHOWN],
        none="" if settled else found.found.why,
        find=Act(text="Find another time" if settled else "Find a time", url=f"{url}time/", get=True),
        checks=(
            ("door", f"{_place(setting)}: it has a door that shuts", bool(setting.private)),
            ("person", "In person", bool(setting.in_person)),
        ),
        place=setting.place,
        reason=setting.remote_reason,
        remote=_REMOTE,
        ask=Act(
            text="Read the request" if made.meeting.state == "planned" else "Read the request again",
            url=f"{url}request/",
            get=True,
        ),
    )


def _place(setting: Setting) -> str:
    return setting.place[:1].upper() + clause(setting.place)[1:] if setting.place else "A room"


def _flags(made: Prepared, today: date) -> tuple[State, ...]:
    setting, at, review = made.meeting.setting, made.meeting.at, made.meeting.review_on
    found: list[State] = []
    if made.public and setting.in_person is not False:
        found.append(State("open", "Others would hear you there. Ask for a room with a door"))
    if setting.in_person is False and not setting.remote_reason:
        found.append(State("open", "By video, and no reason noted yet"))
    if at and len(review) == 10 and abs((date.fromisoformat(review) - at.date()).days) < 7:
        found.append(State("cond", "Close to your review: the two are better apart"))
    if at and made.meeting.state == "planned" and 0 <= (at.date() - today).days < 7:
        found.append(State("cond", "Less than a week of notice"))
    return tuple(found)
