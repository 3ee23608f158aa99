"""The page of a talk that is held: where it stands by the clock, the kinds of note, and what the browser is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from talktrack.engine.story import Note
from talktrack.web.people.subject import subject_of

from ..bridge import Kept
from ..queries import converse as talks
from ..queries.converse import Anchor, Live, Place
from ..screens import converse as screens
from ..screens.parts import Act, Link, Seal
from ..screens.ribbon import Segment, ribbon
from ..screens.spoken import Tap

_COUNTED = {
    "paraphrased": "I said it back",
    "clarified": "I asked back",
    "interrupted": "I cut in",
    "defended": "I defended",
}


@dataclass(frozen=True)
class Kind:
    """One of the kinds of note, as it is tapped."""

    value: str
    label: str
    kind: str
    speaker: str
    icon: str
    whose: str = ""


def kinds(live: Live) -> tuple[Kind, ...]:
    """Every kind, the other person named as the contact says."""
    does = "Manager" if live.who.does == "Your manager" else live.who.does
    return (
        Kind("feedback", "Feedback", "feedback", "manager", "message-square-quote"),
        Kind("advice", "Advice", "advice", "manager", "lightbulb"),
        Kind("their-promise", f"{does} will", "promise", "manager", "handshake"),
        Kind("my-promise", "I will", "promise", "me", "hand", "you"),
        Kind("agreement", "Agreed", "agreement", "", "check-check", "you"),
        Kind("reaction", f"{does} did", "reaction", "manager", "eye", "seen"),
        Kind("question", "Left open", "question", "", "circle-question-mark"),
        Kind("other", "Other", "other", "manager", "pencil-line"),
    )


def kind_of(value: str, live: Live) -> Kind:
    """The kind of that value. Raises Http404."""
    found = next((k for k in kinds(live) if k.value == value), None)
    if found is None:
        raise Http404
    return found


def milliseconds(at: datetime | None, live: Live) -> int | None:
    """A time on the wall of the talk, as browsers count."""
    return int(at.replace(tzinfo=live.zone).timestamp() * 1000) if at else None


def began(request: HttpRequest) -> str:
    """The moment it began, as the address of the next page carries it; "" where it has not."""
    at = _seconds(request)
    return f"?began={at}" if at is not None else ""


def _seconds(request: HttpRequest) -> int | None:
    given = request.POST.get("began") or request.GET.get("began", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 12 else None


def held(request: HttpRequest, live: Live, notes: tuple[Kept[Note], ...], turn: int) -> screens.Live:
    """The page, as it stands at this minute; `turn` is that of the last news from a device which it knows of."""
    name, over = live.meeting.id, live.meeting.state == "held"
    begun = None if over else _seconds(request)
    stands = _stands(request, live, begun)
    url = f"/converse/{name}/"
    on = live.schedule.parts[stands.slot.part] if stands and stands.slot else None
    title = on.title if on else "Two minutes to close" if stands and stands.left > 0 else _talk(live)
    chosen = request.GET.get("kind", "")
    return screens.Live(
        title=title,
        big=_big(live, stands, over),
        small=_small(live, stands, over),
        seal=Seal(),
        ribbon=_ribbon(live, None if begun is None else _minute(begun)),
        lines=_lines(live, stands),
        taps=tuple(Tap(text=k.label, icon=k.icon, value=k.value, whose=k.whose) for k in kinds(live)),
        choice=_choice(kind_of(chosen, live), live) if chosen else None,
        speakers=(("manager", live.made.who or "Manager"), ("me", "Me"), ("other", "Someone else")),
        counters=tuple(
            screens.Counter(value=v, text=t, number=getattr(live.meeting.listening, v)) for v, t in _COUNTED.items()
        ),
        jots=tuple(_jot(kept, live) for kept in notes),
        number=f"{len(notes)} {'note' if len(notes) == 1 else 'notes'}" if notes else "Nothing yet",
        left=_left(live, stands),
        drop=stands.drop if stands else "",
        cuts=tuple(words for _, words in stands.plan.cuts) if stands else (),
        closing=bool(stands and stands.plan.close),
        close=tuple((step.seconds, step.do) for step in live.schedule.close),
        unsafe=talks.UNSAFE,
        review=talks.review(live.meeting.listening) if over else (),
        held=over,
        begun="" if begun is None else str(begun),
        goes=f"{live.who.has} to go",
        words_of=f"{live.who.whose} words",
        url=url,
        back=Link("Back to the preparation", f"/prepare/{name}/"),
        sheet=Link("Print a page to write on", f"{url}sheet.pdf"),
        recap=Act(text="Write the recap", url=f"/recap/{name}/", get=True, go=True),
        data=_data(request, live, turn),
    )


def _minute(begun: int) -> int:
    return max(int(timezone.now().timestamp() - begun) // 60, 0)


def _stands(request: HttpRequest, live: Live, begun: int | None) -> Place | None:
    if begun is None:
        return None
    booked = live.booked
    late_by = int(begun - booked.timestamp()) // 60 if booked else 0
    anchor, minute = Anchor(live.schedule.granted(late_by)), _minute(begun)
    if "go" not in request.GET:
        return talks.place(live.schedule, anchor, minute)
    now = talks.place(live.schedule, anchor, minute)
    at = now.slot.part if now.slot else 0
    return talks.place(live.schedule, Anchor(2, at=at, since=minute, begun=True), minute)


def _talk(live: Live) -> str:
    return f"Your talk with {live.who.name}"


def _big(live: Live, stands: Place | None, over: bool) -> str:
    if over:
        return "It is over"
    if stands is None:
        return f"{live.schedule.minutes} min"
    return f"{stands.here} min" if stands.left > 0 else "Time is up"


def _small(live: Live, stands: Place | None, over: bool) -> str:
    if over:
        return "Write the recap while you still hear it."
    if stands is None:
        at = live.booked
        return f"planned, from {at:%H:%M}" if at else "planned"
    if stands.left <= 0:
        return (
            f"{-stands.left} over. Name the next step, and thank them." if stands.left else "Thank them, and close."
        )
    turn = f" {live.schedule.parts[stands.slot.part].turn}" if stands.slot else ""
    return f"left here, {stands.left} in all.{turn}"


def _ribbon(live: Live, minute: int | None) -> Any:
    segments = [Segment(name=p.title, minutes=p.minutes, share=p.share) for p in live.schedule.parts if p.minutes]
    return ribbon(segments, manager=live.who.name, minute=minute)


def _lines(live: Live, stands: Place | None) -> tuple[screens.Line, ...]:
    slot = stands.slot if stands else None
    return tuple(
        screens.Line(label="Ask" if card.kind == "ask" else "Say", text=card.text, then=card.then)
        for n, card in enumerate(live.schedule.cards)
        if slot is None or (card.part == slot.part and n not in slot.left_out)
    )


def _left(live: Live, stands: Place | None) -> str:
    slots = stands.plan.slots if stands else live.schedule.plan(0, live.schedule.minutes).slots
    at = stands.slot.part if stands and stands.slot else -1
    return ", ".join(f"{live.schedule.parts[s.part].short.lower()} {s.minutes}" for s in slots if s.part > at)


def _choice(kind: Kind, live: Live) -> screens.Choice:
    return screens.Choice(
        kind=kind.value, title=f"{kind.label} at {timezone.now().astimezone(live.zone):%H:%M}", speaker=kind.speaker
    )


def _jot(kept: Kept[Note], live: Live) -> screens.Jot:
    note = kept.value
    known = kinds(live)
    exact = next((k for k in known if (k.kind, k.speaker) == (note.kind, note.speaker)), None)
    label = (exact or next(k for k in known if k.kind == note.kind)).label
    return screens.Jot(
        id=note.id, at=f"{note.at:%H:%M}" if note.at else "", label=label, words=note.text, exact=note.form == "words"
    )


def _data(request: HttpRequest, live: Live, turn: int) -> dict[str, Any]:
    """What the script of the page goes on with when there is no network. Nothing of it is a note."""
    meeting = live.meeting
    return {
        "talk": meeting.id,
        "owner": talks.device(subject_of(request)),
        "zone": live.zone.key,
        "booked": milliseconds(meeting.at, live),
        "held": meeting.state == "held",
        "turn": turn,
        "counted": dict(meeting.listening),
        "title": _talk(live),
        "name": live.made.who or "Manager",
        "whose": f"{live.who.whose} words",
        "kinds": [{"value": k.value, "label": k.label, "kind": k.kind, "speaker": k.speaker} for k in kinds(live)],
        "schedule": live.tables,
    }
