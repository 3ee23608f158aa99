"""Asking for the meeting: the text, the mail and the invitation (R33). Drafted only from what may be shared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from talktrack.engine.story import Contact, Person
from talktrack.kit.blocks import Passage
from talktrack.kit.documents import Invite, Mailbox, Message
from talktrack.kit.drafting import Slot, clause, merged, parts, slot
from talktrack.kit.verbs import wished

from .basis import Basis, said_at
from .say import WORDING, needs, next_goal, the
from .setting import reason, reason_form


@dataclass(frozen=True)
class Request:
    """The request as passages, paragraph by paragraph."""

    subject: Passage
    before: tuple[Passage, ...]
    topics: tuple[Passage, ...]
    after: tuple[Passage, ...]
    sign_off: tuple[Passage, ...]

    def passages(self) -> tuple[Passage, ...]:
        """Every string that the manager reads."""
        return (self.subject, *self.before, *self.topics, *self.after, *self.sign_off)

    def text(self) -> str:
        """The body as plain text."""
        hello, *lead = (p.text for p in self.before)
        topics = "\n".join(f"- {p.text}" for p in self.topics)
        rest = "\n\n".join(p.text for p in self.after)
        paragraphs = [hello, *lead, topics, rest, "\n".join(p.text for p in self.sign_off)]
        return "\n\n".join(p for p in paragraphs if p) + "\n"

    def letter(self) -> str:
        """Subject and body, to copy into any mail program."""
        return f"{self.subject.text}\n\n{self.text()}"


def request(basis: Basis) -> Request:
    """The words of the request: purpose, topics as a pre-read, a time, a room with a door, and notice."""
    shared = basis.for_others()
    say = WORDING.say
    asked = "request.time_proposed" if basis.moment.suggested else "request.time"
    aim = say(f"request.aim{shared.aim_form()}", aim=shared.aim())
    return Request(
        subject=_sure(say("request.subject_minutes", minutes=shared.minutes())),
        before=there(
            hello(shared),
            say("request.ask", minutes=shared.minutes()),
            aim,
            WORDING.frame("request.topics"),
        ),
        topics=topics(shared),
        after=there(
            WORDING.frame("request.nothing"),
            merged(say(asked, moment=shared.moment_said()), on_their_clock(shared)),
            place(shared),
        ),
        sign_off=sign_off(shared),
    )


def hello(shared: Basis) -> Passage | None:
    """The greeting, by name where there is one."""
    return WORDING.first("request.hello", "request.hello_plain", manager=shared.manager_name())


def on_their_clock(shared: Basis) -> Passage | None:
    """The same time where the manager is, if the clock there shows another."""
    who, at = shared.manager, shared.moment.start
    theirs = at.astimezone(ZoneInfo(who.timezone)) if who and who.timezone else at
    if not who or theirs.replace(tzinfo=None) == at.replace(tzinfo=None):
        return None
    text = f"{theirs:%H:%M}" if theirs.date() == at.date() else said_at(theirs)
    how = f"{at:%Y-%m-%d %H:%M} in {at.tzinfo}, on the clock there"
    return WORDING.say("request.theirs", time=slot(f"contacts/{who.id}", "timezone", who.timezone, text, how))


def sign_off(shared: Basis) -> tuple[Passage, ...]:
    """Thanks and the person's name."""
    name = WORDING.say("request.name", name=shared.owner_name())
    return (WORDING.frame("request.regards"), name) if name else (WORDING.frame("request.thanks"),)


def topics(shared: Basis) -> tuple[Passage, ...]:
    """What will be talked about, as a pre-read."""
    goal = next_goal(shared)
    need = needs(shared, goal)[:1] if goal else ()
    at = f"statements/{need[0].id}" if need else ""
    return there(
        WORDING.frame("topic.work"),
        WORDING.first(
            "topic.grow_goal",
            "topic.grow",
            goal=_topic(f"goals/{goal.id}", "what", goal.what) if goal else None,
        ),
        WORDING.first(
            "topic.fit_need",
            "topic.fit",
            quote=_topic(at, "quote", need[0].quote) if need else None,
            source=slot(at, "source", need[0].source, the(need[0].source)) if need else None,
        ),
        WORDING.frame("topic.feedback"),
        WORDING.frame("topic.pay") if shared.journey.pay.discuss else None,
        WORDING.frame("topic.next"),
    )


LONGEST_TOPIC = 40
"""Words of a goal or of a quote among the topics: a line to read at a glance."""


def _topic(record: str, field: str, text: str) -> Slot | None:
    """The first sentence of the words, where it is short enough for a line of the topics."""
    first = next(iter(parts(text)), "")
    shown = (wished(first) or first) if field == "what" else first.rstrip(".")
    return (
        slot(record, field, text, clause(shown) if field == "what" else shown)
        if len(first.split()) <= LONGEST_TOPIC
        else None
    )


def place(shared: Basis) -> Passage | None:
    """Where it would be, as far as that is known."""
    setting = shared.conversation.setting if shared.conversation else None
    if setting and setting.in_person is False:
        return WORDING.say(f"request.remote{reason_form(setting)}", reason=reason(shared.meeting, setting))
    room = setting.place if setting and setting.private else ""
    far = not (setting and setting.in_person) and _apart(shared) >= FAR
    other = "request.place_call" if far else "request.place_open"
    return WORDING.first("request.place", other, place=slot(shared.meeting, "setting.place", room, clause(room)))


FAR = timedelta(hours=3)
"""From so far apart on, the two clocks are not in one place."""


def _apart(shared: Basis) -> timedelta:
    """How far the clocks of the two are apart at that time; nothing where one is not known."""
    who, at = shared.manager, shared.moment.start
    if not who or not who.timezone:
        return timedelta(0)
    here, away = at.utcoffset(), at.astimezone(ZoneInfo(who.timezone)).utcoffset()
    return abs(here - away) if here is not None and away is not None else timedelta(0)


def invitation(basis: Basis, words: Request) -> Invite:
    """The invitation: stable id, topics as a pre-read, a quarter of an hour's alarm, tentative until accepted."""
    setting = basis.conversation.setting if basis.conversation else None
    remote = setting is not None and setting.in_person is False
    owner, guest = _mailbox(basis.journey.person.email, basis.journey.person.name), _manager_mailbox(basis)
    return Invite(
        uid=f"{_stable(basis)}@talktrack.invalid",
        sequence=basis.conversation.sequence if basis.conversation else 0,
        summary=words.subject.text,
        description="\n".join(p.text for p in words.topics),
        start=basis.moment.start,
        duration=timedelta(minutes=basis.agenda.minutes),
        location="" if remote or not setting else setting.place,
        organizer=owner,
        attendees=(guest,) if owner and guest else (),  # a published event invites nobody (RFC 5546, 3.2.1)
        status="CONFIRMED" if basis.conversation and basis.conversation.state == "booked" else "TENTATIVE",
        method="REQUEST" if owner and guest else "PUBLISH",
    )


def mail(basis: Basis, words: Request, invite: Invite) -> Message:
    """The mail as a draft, with the invitation as a file. Addresses are left out where they are not known."""
    written = datetime.combine(basis.today, time(9, 0), UTC)
    return Message(
        sender=_mailbox(basis.journey.person.email, basis.journey.person.name),
        to=tuple(m for m in (_manager_mailbox(basis),) if m),
        subject=words.subject.text,
        body=words.text(),
        message_id=f"request-{_stable(basis)}@talktrack.invalid",
        date=written,
        invite=invite,
    )


def _stable(basis: Basis) -> str:
    return stable(basis.journey.person, basis.meeting, basis.manager)


def stable(person: Person, meeting: str, who: Contact | None) -> str:
    """The same for the same person, manager and conversation, whenever the pack is made again."""
    about = "\x1f".join((person.name, person.email, meeting, who.id if who else ""))
    return hashlib.sha256(about.encode()).hexdigest()[:20]


def _manager_mailbox(basis: Basis) -> Mailbox | None:
    return _mailbox(basis.manager.email, basis.manager.name) if basis.manager else None


def _mailbox(address: str, name: str) -> Mailbox | None:
    return Mailbox(address, name) if address else None


def there(*passages: Passage | None) -> tuple[Passage, ...]:
    """Those that are there."""
    return tuple(p for p in passages if p)


def _sure(passage: Passage | None) -> Passage:
    assert passage is not None, "the length of a meeting is always known"
    return passage
