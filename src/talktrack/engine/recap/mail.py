"""The recap mail: what one person took from a talk, put to the other (R32, R51, R52).

Drafted only from an opened sealed copy, so that what was not picked cannot be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from talktrack.engine.story import (
    Advice,
    Commitment,
    Conversation,
    Journey,
)
from talktrack.engine.story.share import PAY
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, sentence, slot, stopped

from .letter import Letter, Line, day_said
from .put import quoted
from .reading.moods import is_order
from .told import WORDING, Told, goal_named, there

FEW = 2
"""Takings up to which a mail needs no headings."""
_MARKED = re.compile(r"[\"“”„«»()\[\]<>→⇒=]|->")
_NAMES_CALLED = re.compile(
    r"\b(?:idiot|moron|fool|stupid|dumb|daft|lazy|diva|clown|coward|wimp|crybaby|baby|loser|jerk|prick|arse|ass|bitch"
    r"|cow|pig|snake|liar|bully|dragon|witch|doormat|pushover|know[- ]it[- ]all|nutcase|psycho|crap|shit\w*|fuck\w*"
    r"|bloody|damn(?:ed)?)\b",
    re.IGNORECASE,
)
_LONGEST_THANKED = 14
"""Words of advice that a sentence of thanks can hold."""


def letter(told: Journey, *, today: date, version: int = 0, changed: bool = True) -> Letter:
    """The words of the recap. `told` is an opened sealed copy with one conversation and what came of it.

    `version` is that of the plan that goes with it, 0 for none; `changed` whether the talk changed that plan.
    """
    return _Mail(told, today).letter(version, changed)


class _Mail:
    def __init__(self, told: Journey, today: date) -> None:
        self.told, self.today = told, today
        self.meeting = next(iter(told.conversations), Conversation(id="talk"))
        self.tell = Told(told, self.meeting, today)
        self.who = self.tell.who
        self.steps = tuple(c for c in told.commitments if c.status != "dropped")
        agreed = (*told.agreements, *told.feedback, *told.advice, *told.open_questions)
        self.few = len(agreed) + len(self.steps) <= FEW
        self.first = self._first_advice()

    def letter(self, version: int, changed: bool) -> Letter:
        say = WORDING.say
        parts = (
            self._plain(WORDING.first("mail.hello", "mail.hello_plain", manager=self._manager_name())),
            self._plain(*self._thanks()),
            *((self._plain(WORDING.frame(f"mail.noted{'_short' if self.few else ''}")),) if self._holds() else ()),
            *self._points(),
            self._plain(*self._again()),
            self._plain(
                say(f"end.plan{'' if changed else '_same'}", version=slot("run", "plan version", version))
                if version
                else None
            ),
            self._plain(WORDING.frame("end.correct")),
            self._plain(self._partnership()),
            self._sign_off(),
        )
        subject = WORDING.first("mail.subject_day", "mail.subject", day=self._day())
        return Letter(subject or Passage(""), tuple(part for part in parts if part))

    # Thanks, and who is thanked.

    def _manager_name(self) -> Slot | None:
        who = self.who
        return slot(f"contacts/{who.id}", "name", who.name, who.first_name, "first name") if who else None

    def _day(self) -> Slot | None:
        at = self.meeting.at
        day = at.date().isoformat() if at else ""
        return slot(
            f"conversations/{self.meeting.id}", "at", at, day_said(day, self.today) if day else "", "in words"
        )

    def _thanks(self) -> Iterator[Passage | None]:
        yield WORDING.first("mail.thanks_day", "mail.thanks", day=self._day())
        if self.first:
            at, own = f"advice/{self.first.id}", quoted(self.first.text)
            form = "said" if own else "acted" if self.first.decision == "act" else "taken"
            text = own or self.tell.small(self.tell.put(self.first.text))
            yield WORDING.say(f"mail.advice_{form}", advice=slot(at, "text", self.first.text, text, "put to them"))
        elif advice := self._advice():
            yield WORDING.say(
                "mail.advice_general",
                advice=slot(f"advice/{advice[0].id}", "text", advice[0].text, "advice", "there is some"),
            )
        elif self.told.feedback:
            one = self.told.feedback[0]
            yield WORDING.say(
                "mail.feedback_taken",
                feedback=slot(f"feedback/{one.id}", "text", one.text, "feedback", "there is some"),
            )

    def _first_advice(self) -> Advice | None:
        """The plain order to thank for: one that is acted on, else one that led to a promise, else the first."""
        led = {c.advice for c in self.told.commitments}
        rank = {"act": 0, "later": 2, "": 2, "decline": 4}
        kept = (a for a in self.told.advice if a.decision != "decline" and _thankable(a.text))
        return min(kept, key=lambda a: rank[a.decision] - (a.id in led), default=None)

    def _partnership(self) -> Passage:
        theirs = next((c for c in self.steps if self.who and c.owner == self.who.id), None)
        if theirs:
            part = slot(
                f"commitments/{theirs.id}", "action", theirs.action, "your part of it", "they took something on"
            )
            return WORDING.say("end.partnership_step", part=part) or Passage("")
        return WORDING.frame("end.partnership")

    def _sign_off(self) -> tuple[Line, ...]:
        name = WORDING.say("end.name", name=slot("person", "name", self.told.person.name))
        return self._plain(WORDING.frame("end.regards")) + self._plain(name) if name else ()

    # What was said.

    def _holds(self) -> bool:
        return bool(self.steps or self.told.agreements or self.told.feedback or self._advice() or self._open())

    def _points(self) -> Iterator[tuple[Line, ...]]:
        feedback = tuple(Line(self.tell.feedback(f), bullet=True) for f in self.told.feedback)
        advice = tuple(Line(self.tell.advised(a), bullet=True) for a in self._advice())
        yield self._labelled("feedback", feedback)
        yield self._labelled("advice", advice)
        yield self._labelled("agreement", tuple(self._agreements()))
        yield from self._steps()
        yield self._labelled("open", tuple(self._open()))
        if not self.steps:
            yield self._plain(WORDING.frame("step.none"))

    def _labelled(self, name: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        if not lines or self.few:
            return lines
        return (Line((WORDING.frame(f"label.{name}"),)), *lines)

    def _advice(self) -> tuple[Advice, ...]:
        """What is not thanked for already."""
        return tuple(a for a in self.told.advice if a is not self.first and a.decision != "decline")

    # Where the goals stand: exactly as in the ledger.

    def _agreements(self) -> Iterator[Line]:
        goals = {goal.id: goal for goal in self.told.goals}
        for name in dict.fromkeys(a.goal for a in self.told.agreements):
            if name in goals or name == PAY:
                yield Line((goal_named(goals[name]) if name in goals else WORDING.frame("label.pay"),))
            for one in self.told.agreements:
                if one.goal == name:
                    yield Line(self.tell.agreement(one), bullet=True)

    # Who does what.

    def _steps(self) -> Iterator[tuple[Line, ...]]:
        dated = [c for c in self.steps if c.due and c.owner]
        undated = [c for c in self.steps if not c.due and c.owner and c.status == "open"]
        if self.few:
            yield tuple(Line(self.tell.step(c, named=True), bullet=True) for c in (*dated, *undated))
        else:
            yield self._labelled("steps", tuple(self._grouped(dated)))
            yield self._labelled("undated", tuple(Line(self.tell.step(c, named=True), bullet=True) for c in undated))

    def _grouped(self, steps: list[Commitment]) -> Iterator[Line]:
        """By owner, the other side first; each in the order of their days."""
        across_id = self.who.id if self.who else ""
        owners = sorted(dict.fromkeys(c.owner for c in steps), key=lambda o: (o != across_id, o != "me"))
        for owner in owners:
            yield Line(there(WORDING.first("step.owner", "step.me", name=self.tell.owner(owner))))
            for one in sorted((c for c in steps if c.owner == owner), key=lambda c: c.due):
                yield Line(self.tell.step(one), bullet=True)

    def _open(self) -> tuple[Line, ...]:
        nobodys = (c for c in self.steps if not c.owner)
        lines = [
            WORDING.say(
                "step.nobody",
                action=slot(
                    f"commitments/{c.id}", "action", c.action, stopped(self.tell.small(self.tell.put(c.action)))
                ),
            )
            for c in nobodys
        ]
        for question in self.told.open_questions:
            text = sentence(self.tell.put(question.text).rstrip("? ") + "?")
            found = slot(f"open_questions/{question.id}", "text", question.text, text, "put to them")
            lines.append(Passage(found.text, found.sources) if found else None)
        return tuple(Line((p,), bullet=True) for p in lines if p)

    # The next time, and a line or two more.

    def _again(self) -> Iterator[Passage | None]:
        if not self.told.check_ins:
            yield WORDING.frame("again.ask")
        for one in sorted(self.told.check_ins, key=lambda c: c.on):
            yield self.tell.check_in(one)

    def _plain(self, *said: Passage | None) -> tuple[Line, ...]:
        found = there(*said)
        return (Line(found),) if found else ()


def _thankable(text: str) -> bool:
    """Whether advice reads as an order that one may be thanked for: "ask Ingrid first", "don't wait until June"."""
    clean = not (_MARKED.search(text) or _NAMES_CALLED.search(text))
    return clean and len(text.split()) <= _LONGEST_THANKED and is_order(text)
