"""Time and place of a conversation: days that could do, a room with a door, and what to do where there is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from talktrack.engine.story import Setting
from talktrack.kit.drafting import clause

from ..queries import prepare as preparing
from ..queries.prepare import Prepared
from ..screens.parts import Act, State
from ..screens.prepare import Arranged, Slot

_REMOTE = "That can go well too. Say why, send the agenda ahead, leave the cameras on, and keep to the same order."


def arranged(made: Prepared, url: str, today: date) -> Arranged:
    """What is known of time and place, as the page draws it."""
    setting = made.meeting.setting
    return Arranged(
        action=f"{url}arrange/",
        states=_flags(made, today),
        slots=_slots(made, today),
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


def _slots(made: Prepared, today: date) -> tuple[Slot, ...]:
    at, minutes = made.meeting.at, made.meeting.minutes
    chosen = (
        (Slot(id=at.isoformat(), when=_said(at, minutes), why="As you have noted it.", chosen=True),) if at else ()
    )
    if at and made.meeting.state in ("booked", "held"):
        return chosen
    why = "More than a week of notice, in the middle of a week."
    return chosen + tuple(
        Slot(id=s.isoformat(), when=_said(s, minutes), why=why) for s in preparing.slots(made, today) if s != at
    )


def _said(at: datetime, minutes: int) -> str:
    return f"{at:%a} {at.day} {at:%b}, {at:%H:%M}–{at + timedelta(minutes=minutes):%H:%M}"
