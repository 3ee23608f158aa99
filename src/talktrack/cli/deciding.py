"""Every point of a talk before the person, for one key each; each answer is kept at once."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from talktrack.cli.closing import Desk
from talktrack.cli.keys import ENTER, key, line
from talktrack.cli.terminal import say
from talktrack.engine.recap import keeping
from talktrack.engine.recap.letter import across, day_said
from talktrack.engine.recap.repair import repair
from talktrack.engine.story import Advice, Agreement, Commitment, Feedback, Journey, OpenQuestion, Value, contact
from talktrack.kit.dates import due_date
from talktrack.kit.text import clean

_KINDS = {
    "commitments": "Promise",
    "agreements": "Agreement",
    "feedback": "Feedback",
    "advice": "Advice",
    "check_ins": "Look again",
    "open_questions": "Open question",
    "reactions": "What you saw, only for you",
}
_WORDS = {"commitments": "action", "agreements": "words", "check_ins": "about", "reactions": "act"}
_KEYS = {"e": "edit", "d": "drop", "s": "later", "K": "keep all the rest"}
_UNKNOWN = "  That key does nothing here. These do:"
_STATES = {"y": "agreed", "c": "conditional", "n": "disagreed"}


class _Point(NamedTuple):
    kind: str
    record: Value


def decide(desk: Desk, *, again: bool) -> bool:
    """Put every undecided taking before the person; `again` those that were decided too. False where they stopped."""
    whole = desk.keep(lambda kept: kept)
    asked = whole.model_copy(update={"decisions": ()}) if again else whole
    rows = keeping.undecided(asked, desk.proposed)
    if rows:
        were = "point was" if len(rows) == 1 else "points were"
        say(f"{len(rows)} {were} read from your notes. One key for each; every answer is kept at once.")
        say(f"Enter keeps · {_listed(_KEYS)} · Ctrl-C stop", look="quiet")
    try:
        for number, (kind, record) in enumerate(rows, 1):
            if _one(desk, whole, _Point(kind, record), f"{number} of {len(rows)}") == "K":
                for further_kind, further in rows[number:]:
                    _keep(desk, further_kind, further)
                break
    except (KeyboardInterrupt, EOFError):
        say()
        return False
    return True


def _one(desk: Desk, whole: Journey, point: _Point, place: str) -> str:
    """Ask about one point until there is an answer; the key comes back."""
    kind, record = point
    say()
    say(f"{_KINDS[kind]} ({place})", look="strong")
    answered: set[str] = set()
    while True:
        _show(desk, whole, record)
        pressed = _ask(_choices(kind, record, desk))
        if pressed == "e":
            record = _edited(kind, record)
            continue
        if pressed == "t":
            record = record.model_copy(update={"due": _day(desk.on)})
            answered.add("due")
            continue
        if pressed == "o" and isinstance(record, Commitment):
            record = _owned(whole, desk, record)
            answered.add("owner")
            continue
        if kind == "agreements" and pressed in _STATES:
            record = record.model_copy(update={"state": _STATES[pressed]})
        if pressed == "a":
            record = record.model_copy(update={"decision": "act"})
        if pressed == "d":
            _drop(desk, kind, record)
            say("  dropped", look="quiet")
        elif pressed != "s":
            record = _completed(desk, whole, record, answered)
            _keep(desk, kind, record)
            if pressed == "q" and isinstance(record, Feedback):
                _keep(desk, "open_questions", _question(record))
        return pressed


def _keep(desk: Desk, kind: str, record: Value) -> None:
    desk.keep(lambda kept: keeping.kept(kept, kind, record, on=desk.on))


def _drop(desk: Desk, kind: str, record: Value) -> None:
    desk.keep(lambda kept: keeping.dropped(kept, kind, record, on=desk.on))


def _show(desk: Desk, whole: Journey, record: Value) -> None:
    """The point as it would be kept, and the words of the notes that it was read from."""
    for text in _lines(whole, record, desk.on):
        say(f"  {clean(text)}")
    span = getattr(record, "source", None)
    note = next((n for n in whole.notes if span and n.id == span.note), None)
    if note and span:
        say(f"  from: {' '.join(clean(note.text[span.start : span.end]).split())[:160]}", look="quiet")


def _lines(whole: Journey, record: Value, on: date) -> list[str]:
    match record:
        case Commitment():
            owner = _name(whole, record.owner)
            due = f", by {day_said(record.due, on)}" if record.due else " (no day yet)"
            return [f"{owner}: {record.action}{due}"]
        case Agreement():
            goal = next((g.what for g in whole.goals if g.id == record.goal), record.goal or "No goal yet")
            review = f"Looked at again {day_said(record.review_on, on)}" if record.review_on else ""
            return [f"{goal}: {record.state}", *filter(None, (record.words, review))]
        case Feedback():
            parts = ((p, getattr(record, p)) for p in ("situation", "behaviour", "impact", "better"))
            return [record.text, *(f"{name}: {text}" for name, text in parts if text)]
        case _:
            on_day = getattr(record, "on", "") if getattr(record, "held", None) is not None else ""
            at = getattr(record, "at", None)
            when = f"{day_said(on_day, on)}{f' at {at:%H:%M}' if at else ''}" if on_day else ""
            said = next((t for f in ("text", "act", "about") if (t := getattr(record, f, ""))), "")
            return [text for text in (when, said) if text]


def _name(whole: Journey, owner: str) -> str:
    if owner == "me":
        return "You"
    who = contact(whole, owner)
    return who.name if who else "Nobody yet"


def _choices(kind: str, record: Value, desk: Desk) -> dict[str, str]:
    """Further keys of this point, with what they do."""
    if kind == "commitments":
        return {"t": "another day", "o": "whose it is"}
    if kind == "agreements":
        return {"y": "agreed", "c": "on a condition", "n": "not agreed"}
    if isinstance(record, Advice):
        return {"a": "keep, and act on it"}
    if isinstance(record, Feedback) and repair(record).phrase:
        say(f"  To ask back: {_question(record).text}")
        return {"q": "keep, and ask that in the mail"}
    return {}


def _ask(more: dict[str, str]) -> str:
    """One of the keys that mean something here."""
    short = "e · d · s"
    while True:
        say(f"  [Enter keep · {short}{' · ' + _listed(more) if more else ''}]", look="quiet")
        pressed = key()
        pressed = "k" if pressed == ENTER else pressed
        if pressed in {"k", *_KEYS, *more}:
            return pressed
        say(_UNKNOWN)
        short = _listed(_KEYS)


def _listed(keys: Mapping[str, str]) -> str:
    return " · ".join(f"{name} {what}" for name, what in keys.items())


def _question(record: Feedback) -> OpenQuestion:
    """What to ask back about a vague piece of feedback, with a name of its own."""
    asks = repair(record).questions
    text = asks[0].question if asks else "Could you give me an example?"
    about = f"On “{repair(record).phrase}”: {text}"
    return OpenQuestion(id=f"ask-{record.id}"[:80], conversation=record.conversation, text=about)


def _edited(kind: str, record: Value) -> Value:
    field = _WORDS.get(kind, "text")
    words = clean(line("  > ", str(getattr(record, field, ""))))
    return record.model_copy(update={field: words}) if words else record


def _completed(desk: Desk, whole: Journey, record: Value, answered: Container[str]) -> Value:
    """With what the person knows and the notes did not say, but for the fields that they have `answered`."""
    if isinstance(record, Commitment):
        return _repaired(desk, whole, record, answered)
    return _placed(whole, record) if isinstance(record, Agreement) and not record.goal else record


def _repaired(desk: Desk, whole: Journey, record: Commitment, answered: Container[str]) -> Commitment:
    """With an owner and a day where the person knows them; Enter leaves either open."""
    if not record.owner and "owner" not in answered:
        record = _owned(whole, desk, record)
    if record.due or "due" in answered:
        return record
    return record.model_copy(update={"due": _day(desk.on)})


def _owned(whole: Journey, desk: Desk, record: Commitment) -> Commitment:
    """With the owner that the person picks; Enter leaves it as it is."""
    who = _people(whole, desk)
    pressed = _pick("Whose is it?", {number: name for number, (_, name) in who.items()}, "leaves it as it is")
    return record.model_copy(update={"owner": who[pressed][0]}) if pressed in who else record


def _placed(whole: Journey, record: Agreement) -> Agreement:
    """With the goal that it is about, where the person picks one; without it nobody else is told."""
    goals = {str(number): goal for number, goal in enumerate(whole.goals[:9], 1)}
    if not goals:
        return record
    offers = {
        **{number: goal.what for number, goal in goals.items()},
        "0": "none of these: kept for you, told to nobody",
    }
    pressed = _pick("Which goal is it about?", offers)
    return record.model_copy(update={"goal": goals[pressed].id}) if pressed in goals else record


def _day(on: date) -> str:
    """A day that the person picks or types; "" where it stays open."""
    days = offered(on)
    offers = {**{number: day_said(day, on) for number, day in days.items()}, "t": "type it"}
    pressed = _pick("By when?", offers, "leaves it open")
    return _typed(on) if pressed == "t" else days.get(pressed, "")


def _people(whole: Journey, desk: Desk) -> dict[str, tuple[str, str]]:
    """By key, the id and the name of whoever may take a promise: the person, the other side, others, nobody yet."""
    others = dict.fromkeys(who for who in (across(whole, desk.talk), *whole.contacts) if who)
    rows = [("me", "you"), *((who.id, who.name or who.relation) for who in others)][:9]
    return {**{str(number): row for number, row in enumerate(rows, 1)}, "0": ("", "nobody yet")}


def offered(on: date) -> dict[str, str]:
    """By key, days that suit most promises: the end of this week or the next, of the month, of the next month.

    A month ends on its last day from Monday to Friday.
    """
    friday = on + timedelta((4 - on.weekday()) % 7 or 7)
    first = (on.replace(day=1) + timedelta(32)).replace(day=1)
    after = (first + timedelta(32)).replace(day=1)
    days = dict.fromkeys(
        d.isoformat() for d in (friday, friday + timedelta(7), _last_weekday(first), _last_weekday(after))
    )
    return {str(number): day for number, day in enumerate((d for d in days if d > on.isoformat()), 1)}


def _last_weekday(following: date) -> date:
    """The last day from Monday to Friday before the first of the following month."""
    last = following - timedelta(1)
    return last - timedelta(max(0, last.weekday() - 4))


def _pick(question: str, offers: Mapping[str, str], enter: str = "") -> str:
    """The key of one of the offers, or Enter."""
    while True:
        say(f"  {question} {_listed(offers)}{f' · Enter {enter}' if enter else ''}")
        pressed = key()
        if pressed in offers or pressed == ENTER:
            return pressed
        say(_UNKNOWN)


def _typed(on: date) -> str:
    """A day as the person writes it: "Fri", "in two weeks", 2027-01-15; "" where it is none."""
    while words := line("  by > ").strip():
        try:
            return date.fromisoformat(words).isoformat()
        except ValueError:
            if found := due_date(f"by {words}", today=on):
                return found.date.isoformat()
            say("  Write it as Friday, end of January, or 2027-01-29. Enter leaves it open.")
    return ""
