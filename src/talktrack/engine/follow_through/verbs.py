"""What can be done with a promise. Each verb takes a journey and gives one back; nothing is ever lost from the
history, and nothing here calls a promise failed (R53)."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from talktrack.engine.story import Accomplishment, Change, Commitment, Journey, When, earliest
from talktrack.kit.errors import UserError
from talktrack.kit.text import clean, slug

from .days import latest, said


def find(journey: Journey, name: str) -> Commitment:
    """The promise of that id. Raises UserError that names the nearest ones."""
    name = name.removeprefix("commitments/")
    found = next((c for c in journey.commitments if c.id == name), None)
    if found:
        return found
    near = difflib.get_close_matches(name, [c.id for c in journey.commitments], n=1, cutoff=0.5)
    if near:
        raise UserError(f"There is no promise called “{name}”. Did you mean “{near[0]}”?")
    raise UserError(f"There is no promise called “{name}”. `talktrack follow` lists them with their names.")


def keep(journey: Journey, name: str, *, today: date, on: When = "", shown_by: str = "") -> Journey:
    """The promise is kept, on the day `on` or today.

    `shown_by`: the id of an accomplishment that shows it, or words. Words on a promise of one's own become an
    accomplishment; on another's they stay beside the promise. Raises UserError for a day to come.
    """
    made, day = find(journey, name), on or today.isoformat()
    if _first(day) > today:
        raise UserError(f"{said(day, today)} has not come yet. Give the day on which it was done.")
    known = next((a.id for a in journey.accomplishments if a.id == shown_by), None)
    words = "" if known else clean(shown_by)
    if words and made.owner == "me":
        shown = Accomplishment(id=_free(words, journey), did=words, date=day, kind="result")
        journey = journey.model_copy(update={"accomplishments": (*journey.accomplishments, shown)})
        known, words = shown.id, ""
    fields = {"status": "done", "kept_on": day, "snoozed_until": "", "shown_by": known or made.shown_by}
    return _changed(
        journey, made, fields, Change(on=day, field="status", was=made.status, what="done", because=words)
    )


def move(journey: Journey, name: str, to: When, *, today: date, by: str = "me", because: str = "") -> Journey:
    """Another day. `by` is who moved it: "me" or a contact. Raises UserError where it is that day already."""
    made = _open(find(journey, name))
    _first(to)
    if made.due == to:
        raise UserError(f"Its day is {said(to, today)} already. Nothing was changed.")
    change = Change(on=today.isoformat(), field="due", was=made.due, what=to, by=by, because=clean(because))
    return _changed(journey, made, {"due": to, "snoozed_until": ""}, change)


def reword(
    journey: Journey, name: str, *, today: date, action: str = "", done_test: str | None = None, by: str = "me"
) -> Journey:
    """Other words for what is to be done, or for how one sees that it is; the old words stay in the history."""
    made = _open(find(journey, name))
    new = {"action": clean(action) or made.action, "done_test": made.done_test if done_test is None else done_test}
    for field, words in new.items():
        if words != getattr(made, field):
            change = Change.model_validate(
                {"on": today.isoformat(), "field": field, "was": getattr(made, field), "what": words, "by": by}
            )
            journey = _changed(journey, made, {field: words}, change)
            made = find(journey, name)
    return journey


def changed_by_hand(
    made: Commitment, fields: Mapping[str, object], *, today: date, by: str = "me"
) -> tuple[Change, ...]:
    """The history of a promise once a form has changed it: another day, other words, another owner are told in it.

    A first day, or a first way to see that it is done, moves nothing and is not told.
    """
    rows = list(made.history)
    for field in ("due", "action", "done_test", "owner"):
        was, now = getattr(made, field), fields.get(field, getattr(made, field))
        if was and now and now != was:
            rows.append(
                Change.model_validate({"on": today.isoformat(), "field": field, "was": was, "what": now, "by": by})
            )
    return tuple(rows)


def decline(journey: Journey, name: str, *, today: date, because: str = "") -> Journey:
    """Its owner will not do it, and says so. That is a fair answer."""
    return _settle(journey, name, "declined", today, because)


def let_go(journey: Journey, name: str, *, today: date, because: str = "") -> Journey:
    """It is no longer needed, or no longer wanted."""
    return _settle(journey, name, "dropped", today, because)


def reopen(journey: Journey, name: str, *, today: date) -> Journey:
    """It waits again. Raises UserError where it never stopped."""
    made = find(journey, name)
    if made.status == "open":
        raise UserError("That promise is open already.")
    fields = {"status": "open", "kept_on": "", "shown_by": None}
    return _changed(journey, made, fields, Change(on=today.isoformat(), field="status", was=made.status, what="open"))


def snooze(journey: Journey, name: str, until: When, *, today: date) -> Journey:
    """No reminder before that day; its own day stays. Raises UserError for a day that is over."""
    made = _open(find(journey, name))
    _first(until)
    if latest(until) <= today:
        raise UserError("Snooze it until a day that is still to come.")
    return _put(journey, made.model_copy(update={"snoozed_until": until}))


def take(journey: Journey, name: str, owner: str, *, today: date) -> Journey:
    """`owner`, "me" or a contact, takes it on: a promise of nobody's, or of somebody who moved on."""
    made = _open(find(journey, name))
    if owner != "me" and not any(c.id == owner for c in journey.contacts):
        raise UserError(f"There is nobody called “{owner}” among your people. Write “me”, or the id of a contact.")
    change = Change(on=today.isoformat(), field="owner", was=made.owner, what=owner)
    return _changed(journey, made, {"owner": owner, "nudged": ()}, change)


def nudged(journey: Journey, name: str, *, today: date) -> Journey:
    """A friendly word went to its owner today."""
    made, day = _open(find(journey, name)), today.isoformat()
    return _put(journey, made.model_copy(update={"nudged": (*(d for d in made.nudged if d != day), day)}))


def _settle(
    journey: Journey, name: str, status: Literal["declined", "dropped"], today: date, because: str
) -> Journey:
    made = _open(find(journey, name))
    by = "me" if status == "dropped" or made.owner in ("", "me") else made.owner
    change = Change(on=today.isoformat(), field="status", was=made.status, what=status, by=by, because=clean(because))
    return _changed(journey, made, {"status": status, "snoozed_until": ""}, change)


def _open(made: Commitment) -> Commitment:
    if made.status == "open":
        return made
    words = {"done": "kept", "declined": "declined", "dropped": "let go"}
    raise UserError(f"“{made.action}” was {words[made.status]}. Open it again first, if it is still to be done.")


def _changed(journey: Journey, made: Commitment, fields: dict[str, Any], change: Change) -> Journey:
    return _put(journey, made.model_copy(update={**fields, "history": (*made.history, change)}))


def _put(journey: Journey, made: Commitment) -> Journey:
    try:
        made = Commitment.model_validate(made.model_dump())
    except ValidationError as error:
        raise UserError("That is not a day. Write it as 2027-01-29, or 2027-01 for a month.") from error
    rows = tuple(made if c.id == made.id else c for c in journey.commitments)
    return journey.model_copy(update={"commitments": rows})


def _first(when: When) -> date:
    try:
        return earliest(when)
    except ValueError as error:
        raise UserError(f"“{when}” is not a day. Write it as 2027-01-29, or 2027-01 for a month.") from error


def _free(words: str, journey: Journey) -> str:
    taken = {a.id for a in journey.accomplishments}
    start = name = slug(words)
    number = 2
    while name in taken:
        name, number = f"{start}-{number}", number + 1
    return name
