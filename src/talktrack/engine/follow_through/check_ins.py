"""The next check-in: a short agenda of what is open, each line ready to say, and its invitation (R50, R53)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from talktrack.engine.story import CheckIn, Contact, Goal, Journey, contact, manager
from talktrack.kit.blocks import Block, Bullets, Heading, Note, Paragraph, Passage
from talktrack.kit.documents import Document, Invite, Mailbox
from talktrack.kit.drafting import clause, joined, merged, slot
from talktrack.kit.errors import UserError

from .days import latest, said
from .goalposts import day_slot, goalposts, quoted
from .ledger import WORDING, Entry, Ledger, first_name, ledger
from .spoken import action, due

_WEIGHTS = {"kept": 2, "theirs": 4, "mine": 3, "nobody": 1, "conditions": 3, "next": 3}
"""How the minutes are shared among the parts that have something in them."""
_WORDS = {10: "ten", 15: "fifteen", 20: "twenty", 30: "thirty", 45: "forty-five", 60: "sixty"}
MOST = 4
"""Lines of one part: what does not fit waits for the next time."""
LOOKED_BACK = timedelta(days=70)
"""How far back a kept promise is still news."""


@dataclass(frozen=True)
class Part:
    """Some minutes, and what is said in them."""

    name: str
    title: Passage
    minutes: int
    lines: tuple[Passage, ...]


@dataclass(frozen=True)
class Sheet:
    """A check-in as it can be held."""

    check_in: CheckIn | None
    """None while no day is agreed."""
    who: Contact | None
    minutes: int
    title: Passage
    parts: tuple[Part, ...]
    """Their minutes add up to `minutes`."""
    carried: Passage | None
    """What is too large for it."""

    @property
    def lines(self) -> tuple[Passage, ...]:
        """Everything that is said, in order."""
        return tuple(line for part in self.parts for line in part.lines)


def coming(journey: Journey) -> tuple[CheckIn, ...]:
    """Check-ins that were not held yet, the earliest first; one whose day has passed stays until it is held."""
    return tuple(sorted((c for c in journey.check_ins if not c.held), key=lambda c: (c.on or "9", c.id)))


def over(check_in: CheckIn, today: date) -> bool:
    """Whether its day has passed: it was held or never was, and is not the next one."""
    return bool(check_in.on) and latest(check_in.on) < today


def held(journey: Journey, name: str) -> Journey:
    """That check-in took place. Raises UserError for one that is not there."""
    name = name.removeprefix("check_ins/")
    if not any(c.id == name for c in journey.check_ins):
        known = ", ".join(c.id for c in coming(journey)) or "none yet"
        raise UserError(f"There is no check-in called “{name}”. Those there are: {known}.")
    rows = tuple(c.model_copy(update={"held": True}) if c.id == name else c for c in journey.check_ins)
    return journey.model_copy(update={"check_ins": rows})


def proposed(journey: Journey, today: date) -> tuple[CheckIn, ...]:
    """Days to look again that stand in an agreement and are in no check-in within a week of it."""
    known = [latest(c.on) for c in journey.check_ins if c.on]
    talks = [c.at.date() for c in journey.conversations if c.at and c.state not in ("held", "cancelled")]
    made: dict[str, CheckIn] = {}
    for posts in goalposts(journey, today):
        on = posts.last.agreement.review_on
        if on and latest(on) >= today and not any(abs((latest(on) - d).days) <= 7 for d in (*known, *talks)):
            made.setdefault(on, _of_agreement(posts.goal, posts.last.agreement.conversation, on))
    return tuple(sorted(made.values(), key=lambda c: c.on))


def _of_agreement(goal: Goal, conversation: str, on: str) -> CheckIn:
    return CheckIn(id=f"look-{on}", on=on, conversation=conversation, about=goal.what if not goal.private else "")


def sheet(journey: Journey, today: date, check_in: CheckIn | None = None) -> Sheet:
    """The agenda of that check-in, else of the next one, else of one that has no day yet."""
    chosen = check_in or next((c for c in coming(journey) if not over(c, today)), None)
    who = _with_whom(journey, chosen)
    minutes = chosen.minutes if chosen else 15
    book = ledger(journey, today)
    lines = {
        "kept": _kept(book, who, today),
        "theirs": _theirs(book, who, today),
        "mine": _mine(book, who, today),
        "nobody": _nobody(book, who),
        "conditions": conditions(journey, today),
        "next": (),
    }
    nothing = not any(lines.values())
    lines["next"] = (
        *((WORDING.frame("check.nothing"),) if nothing else ()),
        WORDING.frame("check.step"),
        WORDING.frame("check.again"),
    )
    there = {name: lines[name][:MOST] for name in _worth(lines, minutes)}
    shares = _shares(minutes, [_WEIGHTS[name] for name in there])
    parts = tuple(
        Part(name, WORDING.frame(f"check.{name}"), share, rows)
        for (name, rows), share in zip(there.items(), shares, strict=True)
    )
    return Sheet(chosen, who, minutes, _title(chosen, minutes, today), parts, _carried(journey))


def _worth(lines: dict[str, tuple[Passage, ...]], minutes: int) -> list[str]:
    """The parts with something in them that find two minutes each; the lightest go first, what comes next stays."""
    there = [name for name, rows in lines.items() if rows]
    kept = sorted(there, key=lambda name: (name != "next", -_WEIGHTS[name]))[: max(1, minutes // 2)]
    return [name for name in there if name in kept]


def _with_whom(journey: Journey, check_in: CheckIn | None) -> Contact | None:
    held = next((c for c in journey.conversations if check_in and c.id == check_in.conversation), None)
    who = contact(journey, held.contact) if held else None
    return who if who and not who.until else manager(journey)


def _shares(minutes: int, weights: list[int]) -> list[int]:
    """The minutes by weight, a whole number each and one at least; they add up exactly."""
    whole = [max(1, minutes * w // sum(weights)) for w in weights]
    while sum(whole) != minutes:
        step = 1 if sum(whole) < minutes else -1
        place = max(range(len(whole)), key=lambda n: minutes * weights[n] / sum(weights) * step - whole[n] * step)
        whole[place] += step
    return whole


def _kept(book: Ledger, who: Contact | None, today: date) -> tuple[Passage, ...]:
    news = [
        e
        for e in (*book.of(who), *book.mine)
        if e.stand.kind == "kept" and e.commitment.kept_on and latest(e.commitment.kept_on) >= today - LOOKED_BACK
    ]
    made = []
    for e in sorted(news, key=lambda e: e.side != "theirs"):
        form, what = action(e, to=first_name(who))
        line = WORDING.say(f"action.{e.side}_kept{form}", action=what)
        shown = e.evidence
        told = slot(f"accomplishments/{shown.id}", "did", shown.did, clause(shown.did)) if shown else None
        private = shown is not None and shown.private
        made.append(merged(line, None if private else WORDING.say("action.mine_shown", shown=told)))
    return tuple(m for m in made if m)


def _theirs(book: Ledger, who: Contact | None, today: date) -> tuple[Passage, ...]:
    return _lines([e for e in book.of(who) if e.waits], "theirs", who, today)


def _mine(book: Ledger, who: Contact | None, today: date) -> tuple[Passage, ...]:
    waiting = [e for e in book.mine if e.waits]
    over = _lines([e for e in waiting if e.over], "mine_over", who, today)
    return (*over, *_lines([e for e in waiting if not e.over], "mine", who, today))


def _nobody(book: Ledger, who: Contact | None) -> tuple[Passage, ...]:
    made = []
    for e in book.nobody:
        if e.waits:
            form, what = action(e, to=first_name(who))
            made.append(WORDING.say(f"action.nobody{form}", action=what))
    return tuple(m for m in made if m)


def _lines(entries: list[Entry], kind: str, who: Contact | None, today: date) -> tuple[Passage, ...]:
    made = []
    for e in entries:
        form, what = action(e, to=first_name(who))
        forms = [f"action.{kind}{form}"] + ([] if kind == "mine_over" else [f"action.{kind}{form}_undated"])
        made.append(WORDING.first(*forms, action=what, due=due(e, today)))
    return tuple(m for m in made if m)


def conditions(journey: Journey, today: date) -> tuple[Passage, ...]:
    """Every condition that is open, as a question that shows no reproach."""
    made = []
    for posts in goalposts(journey, today):
        a = posts.last.agreement
        if a.state == "conditional" and not posts.goal.private:
            made.append(
                WORDING.first(
                    "check.condition_day",
                    "check.condition",
                    condition=quoted(f"agreements/{a.id}", "condition", a.condition or a.words),
                    on=day_slot(f"conversations/{a.conversation}", "at", posts.last.on, today),
                )
            )
    return tuple(m for m in made if m)


def _carried(journey: Journey) -> Passage | None:
    """Goals that nobody has spoken on yet, and questions left open: for a talk with more time."""
    spoken = {a.goal for a in journey.agreements if a.state != "not discussed"}
    held = any(c.state == "held" for c in journey.conversations)
    goals = [g for g in journey.goals if held and g.id not in spoken and not g.private]
    topics = [slot(f"goals/{g.id}", "what", g.what, clause(g.what)) for g in goals[:3]]
    return WORDING.say("check.carried", topics=joined([t for t in topics if t]))


def _title(check_in: CheckIn | None, minutes: int, today: date) -> Passage:
    at = f"check_ins/{check_in.id}" if check_in else "run"
    length = slot(at, "minutes", minutes, _WORDS.get(minutes, str(minutes)), "in words")
    on = check_in.on if check_in and len(check_in.on) == 10 else ""
    near = bool(on) and 0 <= (latest(on) - today).days < 7
    day = slot(at, "on", on, f"{latest(on):%A}" if near else said(on, today), "in words") if on else None
    return WORDING.first("check.title", "check.title_plain", day=day, minutes=length) or Passage("")


def document(journey: Journey, made: Sheet, today: date) -> Document:
    """The check-in as a page to read from."""
    blocks: list[Block] = []
    about = made.check_in.about if made.check_in else ""
    if made.check_in and about:
        told = WORDING.say("check.about", about=slot(f"check_ins/{made.check_in.id}", "about", about, clause(about)))
        blocks.append(Paragraph(told or ()))
    for part in made.parts:
        at = f"check_ins/{made.check_in.id}" if made.check_in else "run"
        length = slot(at, "minutes", made.minutes, f"{part.minutes} min", f"its share: {part.minutes}")
        blocks.append(Heading((part.title, Passage(f"({length.text})", length.sources) if length else Passage(""))))
        blocks.append(Bullets(part.lines))
    blocks += [Note(made.carried)] if made.carried else []
    blocks.append(Note(WORDING.frame("check.late")))
    name = journey.person.name
    return Document(
        title=made.title,
        author=Passage(name or "Talktrack"),
        language="en-GB",
        date=today,
        kind="pocket",
        blocks=tuple(blocks),
    )


@dataclass(frozen=True)
class Invitation:
    """A check-in for the calendar, with every string in it that somebody else reads."""

    invite: Invite
    subject: Passage
    body: Passage
    suggested: bool
    """Whether its hour is only a suggestion."""


def invitation(journey: Journey, check_in: CheckIn, today: date) -> Invitation | None:
    """The invitation: a stable id, its sequence, 10:00 where no hour was agreed; None without a day to come."""
    if len(check_in.on) != 10 or over(check_in, today):
        return None
    at = f"check_ins/{check_in.id}"
    held = next((c for c in journey.conversations if c.id == check_in.conversation), None)
    zone = ZoneInfo(check_in.timezone or (held and held.timezone) or journey.person.timezone or "UTC")
    start = check_in.at or datetime.combine(date.fromisoformat(check_in.on), time(10, 0))
    length = slot(at, "minutes", check_in.minutes, _WORDS.get(check_in.minutes, str(check_in.minutes)).capitalize())
    day = slot(at, "on", check_in.on, said(check_in.on, today), "in words")
    subject = WORDING.first("check.subject", "check.subject_plain", minutes=length, day=day) or Passage("")
    talked = (
        slot(f"conversations/{held.id}", "at", held.at, said(held.at.date().isoformat(), today), "in words")
        if (held and held.at)
        else None
    )
    body = WORDING.say("check.invite_line", on=talked) or WORDING.frame("check.invite_plain")
    me, guest = mailbox(journey.person.email, journey.person.name), _guest(journey, check_in)
    made = Invite(
        uid=f"check-in-{_stable(journey, check_in)}@talktrack.invalid",
        sequence=check_in.sequence,
        summary=subject.text,
        description=body.text,
        start=start.replace(tzinfo=zone),
        duration=timedelta(minutes=check_in.minutes),
        location="",
        organizer=me,
        attendees=(guest,) if guest else (),
        status="CONFIRMED" if check_in.at else "TENTATIVE",
        method="REQUEST" if me and guest else "PUBLISH",
    )
    return Invitation(made, subject, body, check_in.at is None)


def mailbox(address: str, name: str) -> Mailbox | None:
    """Where mail goes, or None where no address is known."""
    return Mailbox(address, name) if address else None


def _guest(journey: Journey, check_in: CheckIn) -> Mailbox | None:
    who = _with_whom(journey, check_in)
    return mailbox(who.email, who.name) if who else None


def _stable(journey: Journey, check_in: CheckIn) -> str:
    person = journey.person
    return hashlib.sha256("\x1f".join((person.name, person.email, check_in.id)).encode()).hexdigest()[:20]


def moment(today: date) -> datetime:
    """The moment that a drafted file carries: nine in the morning of that day, in UTC, so that it repeats."""
    return datetime.combine(today, time(9, 0), UTC)
