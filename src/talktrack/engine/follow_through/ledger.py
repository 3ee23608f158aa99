"""Both sides' promises as they stand today, with everything that was moved on the way (R50, R53)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Literal

from talktrack.engine.story import Accomplishment, Change, Commitment, Contact, Journey, When, contact, manager
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, Wording, clause, sentence, slot

from .days import counted, latest, said, short

WORDING = Wording.load(files(__package__) / "wording.toml")
Kind = Literal["over", "due", "open", "snoozed", "kept", "declined", "let go"]
_ORDER: tuple[Kind, ...] = ("over", "due", "open", "snoozed", "kept", "declined", "let go")
NEAR = 14
"""Days within which a due day is counted down."""


@dataclass(frozen=True)
class Stand:
    """How one promise stands, in words."""

    kind: Kind
    text: str
    """"3 days over", "Due in 4 days", "Kept on 7 December"; never a judgement."""
    days: int | None = None
    """Days that are left until it is due, negative where it is over; None without a day, or once it is settled."""


@dataclass(frozen=True)
class Move:
    """One change to a promise: when, by whom, and what it was before."""

    change: Change
    before: str
    """The old words or day, to be struck through; "" where there were none."""
    after: str
    by: str
    """ "you" or a first name; "" where nobody is named."""
    text: Passage


@dataclass(frozen=True)
class Entry:
    """One promise in the ledger."""

    commitment: Commitment
    side: Literal["mine", "theirs", "nobody"]
    who: Contact | None
    """Whose it is, where that is a known contact."""
    name: str
    """ "You", a first name, or "Nobody yet"."""
    stand: Stand
    made_on: When
    """The day of the conversation in which it was made."""
    moves: tuple[Move, ...]
    evidence: Accomplishment | None
    """What shows that it was kept."""

    @property
    def reference(self) -> str:
        """As "commitments/seat"."""
        return f"commitments/{self.commitment.id}"

    @property
    def waits(self) -> bool:
        """Whether it is still to be kept."""
        return self.commitment.status == "open"

    @property
    def over(self) -> bool:
        """Whether its day has passed, snoozed or not."""
        return self.waits and self.stand.days is not None and self.stand.days < 0

    @property
    def moved(self) -> int:
        """How often its day was moved."""
        return sum(m.change.field == "due" for m in self.moves)


@dataclass(frozen=True)
class Side:
    """One person's promises."""

    name: str
    who: Contact | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Ledger:
    """Every promise once."""

    entries: tuple[Entry, ...]

    @property
    def mine(self) -> tuple[Entry, ...]:
        """The owner's."""
        return tuple(e for e in self.entries if e.side == "mine")

    @property
    def theirs(self) -> tuple[Side, ...]:
        """Everybody else's, a side for each person."""
        names = dict.fromkeys(e.name for e in self.entries if e.side == "theirs")
        sides = ((n, tuple(e for e in self.entries if e.side == "theirs" and e.name == n)) for n in names)
        return tuple(Side(n, entries[0].who, entries) for n, entries in sides)

    @property
    def nobody(self) -> tuple[Entry, ...]:
        """Those that no one has taken."""
        return tuple(e for e in self.entries if e.side == "nobody")

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def of(self, who: Contact | None) -> tuple[Entry, ...]:
        """The promises of one contact."""
        return tuple(e for e in self.entries if e.side == "theirs" and who and e.who and e.who.id == who.id)


def ledger(journey: Journey, today: date) -> Ledger:
    """Every promise of both sides, what waits first, the longest over at the top; what is settled after that."""
    made = [_entry(journey, c, today) for c in journey.commitments]
    return Ledger(tuple(sorted(made, key=_rank)))


def entry(journey: Journey, name: str, today: date) -> Entry | None:
    """The promise of that id as it stands, or None."""
    return next((_entry(journey, c, today) for c in journey.commitments if c.id == name), None)


def _entry(journey: Journey, made: Commitment, today: date) -> Entry:
    who = owner(journey, made.owner)
    side: Literal["mine", "theirs", "nobody"] = (
        "nobody" if not made.owner else "mine" if made.owner == "me" else "theirs"
    )
    shown = next((a for a in journey.accomplishments if a.id == made.shown_by), None)
    return Entry(
        commitment=made,
        side=side,
        who=who,
        name={"mine": "You", "nobody": "Nobody yet"}.get(side) or first_name(who) or made.owner,
        stand=stand(made, today),
        made_on=day_of(journey, made.conversation),
        moves=tuple(_move(journey, made, n, c, today) for n, c in enumerate(made.history) if _says_more(c)),
        evidence=shown,
    )


def owner(journey: Journey, name: str) -> Contact | None:
    """The contact whom an owner's id or name means; "manager" is the present one. None for oneself and for nobody."""
    if name in ("", "me"):
        return None
    named = (c for c in journey.contacts if c.name.casefold() == name.casefold())
    return contact(journey, name) or next(named, None) or (manager(journey) if name == "manager" else None)


def first_name(who: Contact | None) -> str:
    """What one calls them, or ""."""
    return who.first_name if who else ""


def day_of(journey: Journey, conversation: str | None) -> When:
    """The day on which that conversation was held, or ""."""
    found = next((c for c in journey.conversations if c.id == conversation), None)
    return found.at.date().isoformat() if found and found.at else ""


def stand(made: Commitment, today: date) -> Stand:
    """How a promise stands on that day."""
    if made.status == "done":
        return Stand("kept", f"Kept on {said(made.kept_on, today)}" if made.kept_on else "Kept")
    settled: dict[str, Kind] = {"declined": "declined", "dropped": "let go"}
    if made.status in settled:
        last = next((c.on for c in reversed(made.history) if c.field == "status"), "")
        word = "Declined" if made.status == "declined" else "Let go"
        return Stand(settled[made.status], f"{word} on {said(last, today)}" if last else word)
    days = (latest(made.due) - today).days if made.due else None
    text, kind = _waiting(made.due, days, today)
    if made.snoozed_until and latest(made.snoozed_until) > today:
        tail = f"; {text}" if kind == "over" else ""
        return Stand("snoozed", f"Snoozed until {said(made.snoozed_until, today)}{tail}", days)
    return Stand(kind, text, days)


def _waiting(due: When, days: int | None, today: date) -> tuple[str, Kind]:
    if days is None:
        return "No day yet", "open"
    if days < 0:
        return f"{counted(-days)} over", "over"
    if len(due) < 10:
        return f"Due in {said(due, today)}", "due"
    if days > NEAR:
        return f"Due {short(due, today)}", "due"
    return {0: "Due today", 1: "Due tomorrow"}.get(days, f"Due in {counted(days)}"), "due"


def _rank(e: Entry) -> tuple[int, str, str]:
    settled = e.commitment.kept_on if e.stand.kind == "kept" else ""
    newest = "".join(chr(0x10FF - ord(c)) for c in settled)  # the latest kept first
    return _ORDER.index(e.stand.kind), newest or e.commitment.due or "9", e.commitment.id


def _says_more(change: Change) -> bool:
    """Whether the change tells something that the state of the promise does not tell already."""
    return change.field != "status" or change.what == "open" or bool(change.because)


_FORMS = WORDING.templates
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


def _move(journey: Journey, made: Commitment, number: int, change: Change, today: date) -> Move:
    at, place = f"commitments/{made.id}", f"history[{number}]"
    field = change.field or ("due" if _DAY.fullmatch(change.was) and _DAY.fullmatch(change.what) else "")
    change = change.model_copy(update={"field": field})

    def part(name: str) -> Slot | None:
        value = getattr(change, name)
        return slot(at, f"{place}.{name}", value, _shown(journey, field, value, today))

    by = slot(at, f"{place}.by", change.by, "you" if change.by == "me" else _called(journey, change.by))
    on = slot(at, f"{place}.on", change.on, said(change.on, today) if change.on else "", "in words")
    kind = "status" if field == "status" else field or "plain"
    forms = [f"moved.{kind}{rest}" for rest in ("_by_on", "_on", "", "_new") if f"moved.{kind}{rest}" in _FORMS]
    told = WORDING.first(*forms, was=part("was"), what=part("what"), by=by, on=on)
    why = WORDING.say("moved.because", because=slot(at, f"{place}.because", change.because, sentence(change.because)))
    shown = told or Passage(sentence(change.what))
    text = Passage(f"{shown.text} {why.text}", (*shown.sources, *why.sources)) if why else shown
    return Move(
        change,
        _shown(journey, field, change.was, today) if field in ("due", "action", "done_test") else "",
        _shown(journey, field, change.what, today),
        by.text if by else "",
        text,
    )


_STATES = {"open": "open again", "done": "kept", "declined": "declined", "dropped": "let go"}


def _shown(journey: Journey, field: str, value: str, today: date) -> str:
    """A stored value of a promise in words."""
    if field == "due" and _DAY.fullmatch(value):
        return said(value, today)
    if field == "owner":
        return "you" if value == "me" else _called(journey, value)
    if field == "status":
        return _STATES.get(value, value)
    return clause(value) if field == "" else value


def _called(journey: Journey, name: str) -> str:
    return first_name(owner(journey, name)) or name
