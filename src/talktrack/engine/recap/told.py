"""What came of a talk, one record at a time, in sentences put to the other side that cite the records."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

from talktrack.engine.story import (
    Advice,
    Agreement,
    CheckIn,
    Commitment,
    Contact,
    Conversation,
    Feedback,
    Goal,
    Journey,
)
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, Wording, clause, sentence, slot, stopped, titled

from .letter import across, day_said, time_said
from .put import put, quoted, to_do

WORDING = Wording.load(files(__package__) / "wording.toml")

_YES = re.compile(r"^(?:agreed|yes|ok|okay|fine)\s*[:,;–-]+\s*", re.IGNORECASE)
LESS = re.compile(r"\b(?:too|more|less|bit|could|should|need|lack)\b", re.IGNORECASE)
"""Words of feedback that asks for something, and is no praise."""


class Told:
    """How one talk is told to the one who was there."""

    def __init__(self, journey: Journey, meeting: Conversation, today: date) -> None:
        self.journey, self.meeting, self.today = journey, meeting, today
        self.who: Contact | None = across(journey, meeting)
        self.asked = False
        """Whether an example was asked for already."""

    def put(self, text: str, before: str = "") -> str:
        return put(text, self.who, self.journey.contacts, before=before)

    def feedback(self, told: Feedback) -> tuple[Passage, ...]:
        at = f"feedback/{told.id}"
        own = quoted(told.text)
        shown = own or sentence(self.put(told.text))
        form = "said" if own else "text"
        said = [WORDING.say(f"feedback.{form}", text=slot(at, "text", told.text, shown, "put to them"))]
        before = told.text
        for field, name in (("situation", "case"), ("behaviour", "did"), ("impact", "led"), ("better", "better")):
            value = getattr(told, field)
            if value and value.casefold() not in told.text.casefold():
                words = quoted(value) or sentence(self.put(value, before))
                before = f"{before}. {value}"
                said.append(
                    WORDING.say(f"feedback.{name}", **{field: slot(at, field, value, stopped(words), "put to them")})
                )
        if LESS.search(told.text) and not (told.situation or told.behaviour or told.better):
            said.append(WORDING.frame(f"feedback.example{'_again' if self.asked else ''}"))
            self.asked = True
        return there(*said)

    def advised(self, told: Advice) -> tuple[Passage, ...]:
        shown = quoted(told.text) or sentence(self.put(told.text))
        return there(
            WORDING.say("advice.text", text=slot(f"advice/{told.id}", "text", told.text, shown, "put to them"))
        )

    def agreement(self, one: Agreement) -> tuple[Passage, ...]:
        at = f"agreements/{one.id}"
        bare = _YES.sub("", one.words) or one.words
        own = quoted(bare) or sentence(self.put(bare))
        words = slot(at, "words", one.words, own, "put to them")
        condition = slot(at, "condition", one.condition, stopped(clause(self.put(one.condition))), "put to them")
        inside = bool(one.words) and one.condition.casefold() in one.words.casefold()
        said: list[Passage | None]
        match one.state:
            case "agreed":
                said = [WORDING.say("agreement.agreed", words=words) or WORDING.frame("agreement.unsure")]
            case "conditional" if inside:
                said = [WORDING.say("agreement.conditional_words", words=words)]
            case "conditional":
                said = [
                    WORDING.say("agreement.conditional_words", words=words),
                    WORDING.say("agreement.conditional", condition=condition),
                ]
                said = said if any(said) else [WORDING.frame("agreement.conditional_open")]
            case "disagreed":
                said = [WORDING.say("agreement.disagreed_words", words=words) or _state(at, "disagreed")]
            case _:
                said = [_state(at, "not_discussed")]
        said.append(WORDING.say("agreement.review", day=self.on(at, "review_on", one.review_on)))
        return there(*said)

    def owner(self, owner: str) -> Slot | None:
        """The first name of whoever promised."""
        if owner == "me":
            name = self.journey.person.name
            return slot("person", "name", name, name.split()[0], "first name") if name.split() else None
        who = next((c for c in self.journey.contacts if c.id == owner), None)
        return slot(f"contacts/{owner}", "name", who.name, who.first_name, "first name") if who else None

    def step(self, one: Commitment, *, named: bool = False) -> tuple[Passage, ...]:
        at = f"commitments/{one.id}"
        theirs = self.who is not None and one.owner == self.who.id
        text = self.put(to_do(one.action) if theirs else one.action)
        form = "dated" if one.due else "plain"
        shown = titled(text) if not named else self.small(text)
        slots = {"action": slot(at, "action", one.action, shown, "put to them"), "day": self.by(at, one.due)}
        if named:
            names = (f"step.owner_{form}", f"step.me_{form}")
            said = WORDING.first(*names, name=self.owner(one.owner), **slots)
        else:
            said = WORDING.say(f"step.{form}", **slots)
        test = slot(at, "done_test", one.done_test, stopped(clause(self.put(one.done_test))), "put to them")
        done = WORDING.say("step.done", test=test)
        stop = Passage(stopped(said.text), said.sources) if said else None
        return there(stop, done)

    def small(self, text: str) -> str:
        """The words as they go on after a name: a small first letter, unless a name begins them."""
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        names = {part for c in self.journey.contacts for part in c.name.split()}
        if first[1:] != first[1:].lower() or first == "I" or first in names:
            return clause(text)
        return clause(text[:1].lower() + text[1:])

    def by(self, at: str, due: str, field: str = "due") -> Slot | None:
        """ "by Friday 11 December"."""
        return slot(at, field, due, f"by {day_said(due, self.today)}" if due else "", "day in words")

    def on(self, at: str, field: str, when: str) -> Slot | None:
        """ "on Friday 11 December", "in March 2027"."""
        text = f"{'on' if len(when) == 10 else 'in'} {day_said(when, self.today)}" if when else ""
        return slot(at, field, when, text, "day in words")

    def check_in(self, one: CheckIn) -> Passage | None:
        at = f"check_ins/{one.id}"
        theirs = self.who.timezone if self.who else ""
        clock = time_said(one.at, one.timezone or self.meeting.timezone, theirs) if one.at else ""
        return WORDING.first(
            "again.about_at",
            "again.about",
            "again.talk_at",
            "again.talk",
            day=self.on(at, "on", one.on),
            time=slot(at, "at", one.at, clock, "on both clocks"),
            about=slot(at, "about", one.about, clause(self.put(one.about)), "put to them"),
        )


def goal_named(goal: Goal) -> Passage:
    found = slot(f"goals/{goal.id}", "what", goal.what, titled(goal.what))
    return Passage(f"{goal.what and titled(goal.what)}:", found.sources if found else ())


def _state(at: str, name: str) -> Passage:
    text = WORDING.frame(f"agreement.{name}").text
    found = slot(at, "state", name.replace("_", " "), text)
    return Passage(text, found.sources if found else ())


def there(*passages: Passage | None) -> tuple[Passage, ...]:
    """Those of the sentences that are there and say something."""
    return tuple(p for p in passages if p and p.text)
