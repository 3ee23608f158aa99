"""The plan after a talk: my promises become actions, and a new version is sealed with the cause of each (R25)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from talktrack.engine.story import Action, Commitment, Conversation, Goal, Journey, PlanChange, Snapshot
from talktrack.engine.story.seal import opened, seal
from talktrack.engine.story.usual import plan_fields, recap_fields
from talktrack.kit.words import word_set

from .difference import Difference, difference
from .told import Told

_EDUCATION = word_set(
    "course class training certificate exam examination degree read learn study workshop webinar book"
)
_EXPOSURE = word_set("meeting meet present presentation introduce introduction show call round founders board visit")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL = word_set("with both next from that this them they their your will have some more into about once each every")
_SAME = 0.5
"""The share of words in common from which a promise is an action that stands in the plan already."""


@dataclass(frozen=True)
class Revision:
    """Two versions of a plan."""

    before: Snapshot
    after: Snapshot
    """The same one where the talk changed nothing."""
    superseded: str = ""
    """The id of a version of the same day that this one takes the place of; "" for none."""

    @property
    def changed(self) -> bool:
        return self.before.id != self.after.id


def with_promises(journey: Journey, *, today: date, but: str = "") -> Journey:
    """The journey in which what the person promised for a goal is an action of it; `but` leaves one talk out.

    A promise that is an action already, by its id or by its words, moves that action's day and is not added again.
    """
    goals = {goal.id: goal for goal in journey.goals}
    for promise in journey.commitments:
        if promise.owner == "me" and promise.goal in goals and promise.conversation != (but or None):
            goals[promise.goal] = _with(goals[promise.goal], promise, journey, today)
    return journey.model_copy(update={"goals": tuple(goals.values())})


def _with(goal: Goal, promise: Commitment, journey: Journey, today: date) -> Goal:
    meeting = next((c for c in journey.conversations if c.id == promise.conversation), Conversation(id="talk"))
    put = Told(journey, meeting, today).put
    known = next((a for a in goal.actions if a.id == promise.id or _same(a.what, promise.action)), None)
    status = {"done": "done", "declined": "dropped", "dropped": "dropped"}.get(promise.status)
    if known:
        fields = {"by": promise.due or known.by, "done_test": known.done_test or put(promise.done_test)}
        made = known.model_copy(update=fields | ({"status": status} if status else {}))
        return goal.model_copy(update={"actions": tuple(made if a is known else a for a in goal.actions)})
    if status == "dropped":
        return goal
    fresh = Action.model_validate(
        {
            "id": promise.id,
            "what": put(promise.action),
            "kind": _kind(promise.action),
            "by": promise.due,
            "done_test": put(promise.done_test),
            "status": status or "open",
        }
    )
    return goal.model_copy(update={"actions": (*goal.actions, fresh)})


def _same(one: str, other: str) -> bool:
    a, b = (set(_WORD.findall(text.lower())) - _SMALL for text in (one, other))
    return len(a & b) >= 2 and len(a & b) >= _SAME * len(a | b)


def _kind(action: str) -> str:
    words = set(re.findall(r"\w+", action.lower()))
    return "education" if words & _EDUCATION else "exposure" if words & _EXPOSURE else "experience"


def revise(journey: Journey, conversation: Conversation, *, on: date, left: bool = False) -> Revision:
    """The plan before that talk and after it, both sealed.

    Before: the last version that was sealed, else the plan as it stands without that talk. A version that the same
    talk brought on the same day is replaced: nobody has to read two. Not where it has `left` the house.
    """
    kept = tuple(s for s in journey.snapshots if s.kind == "plan")
    mine = kept[-1] if kept and _holds(kept[-1], conversation) else None
    by_id = {s.id: s for s in kept}
    again = mine if mine and not left and mine.sealed_on == on.isoformat() else None
    before = by_id.get(again.follows) if again else kept[-1] if kept else None
    day = conversation.at.date().isoformat() if conversation.at else on.isoformat()
    before = before or _sealed(with_promises(journey, today=on, but=conversation.id), min(day, on.isoformat()))
    whole = with_promises(journey, today=on)
    fields = (*plan_fields(whole), *_causes(whole, conversation))
    draft = seal(whole, kind="plan", fields=fields, on=on.isoformat(), follows=before)
    if mine and (mine.content, mine.fields) == (draft.content, draft.fields):
        return Revision(by_id.get(mine.follows) or before, mine)
    news = tuple(d for d in difference(opened(before), opened(draft)) if tells(d))
    if not news:
        return Revision(before, before, again.id if again else "")
    changes = tuple(_change(d, whole) for d in news)
    after = seal(whole, kind="plan", fields=fields, on=on.isoformat(), follows=before, changes=changes)
    return Revision(before, after, again.id if again else "")


def _sealed(journey: Journey, day: str) -> Snapshot:
    return seal(journey, kind="plan", fields=plan_fields(journey), on=day)


def _holds(snapshot: Snapshot, conversation: Conversation) -> bool:
    return any(path.startswith(f"conversations/{conversation.id}.") for path in snapshot.fields)


def _causes(journey: Journey, conversation: Conversation) -> tuple[str, ...]:
    """The fields that say why the plan changed: the talk, where the goals stand, what the others do, the advice."""
    goals = {goal.id for goal in journey.goals if not goal.private}
    talk = conversation.id
    theirs = [
        c for c in journey.commitments if c.conversation == talk and c.goal in goals and c.owner not in ("", "me")
    ]
    led = {c.advice for c in journey.commitments if c.conversation == talk and c.goal in goals}
    wanted = {f"conversations/{talk}"} | {f"commitments/{c.id}" for c in theirs}
    wanted |= {f"agreements/{a.id}" for a in journey.agreements if a.state != "not discussed"}
    wanted |= {f"advice/{a.id}" for a in journey.advice if a.id in led or a.decision == "act"}
    return tuple(
        path
        for path in recap_fields(journey, talk)
        if (record := path.rpartition(".")[0]) in wanted or record.startswith("contacts/")
    )


def tells(found: Difference) -> bool:
    """Whether a difference is news of the plan: not who was there, nor what an earlier version quoted."""
    kind = found.record.split("/")[0]
    if kind in ("agreements", "commitments", "advice"):
        return found.kind == "added"
    return kind not in ("conversations", "contacts", "person", "links", "statements") and found.field != "leads_to"


def _change(found: Difference, journey: Journey) -> PlanChange:
    """One difference as it is kept with the version, and the advice behind it."""
    name = found.record.rpartition("/")[2]
    promise = next((c for c in journey.commitments if c.id == name), None)
    advice = name if found.record.startswith("advice/") else promise.advice if promise else None
    what: str = "promised" if promise else found.kind
    if found.kind == "changed":
        what = f"{found.field}: {_plain(found.new)}; before: {_plain(found.old)}"
    return PlanChange(record=found.record, what=what, because=advice)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
