"""Any sealed version of the plan as a paper again, with what changed since the one before (R25)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from talktrack.engine.prepare.basis import gather
from talktrack.engine.prepare.months import said
from talktrack.engine.prepare.plan import plan
from talktrack.engine.story import Conversation, Journey, Snapshot, earliest
from talktrack.engine.story.seal import opened
from talktrack.engine.story.share import PAY
from talktrack.kit.blocks import Block, Heading, Paragraph, Passage, Source, Table, Words
from talktrack.kit.documents import Document
from talktrack.kit.drafting import Slot, clause, sentence, slot, stopped, titled

from .difference import Difference, difference
from .put import quoted
from .revised import tells
from .told import WORDING, Told, there


def paper(version: Snapshot, before: Snapshot | None = None) -> Document:
    """The plan as it was sealed. With the version before, it begins with what changed since, and why.

    Raises UserError where one of the copies is not as it was sealed.
    """
    journey = opened(version)
    name = slot("person", "name", journey.person.name)
    number = slot("run", "plan version", version.version)
    title = WORDING.first("plan.title_name", "plan.title", name=name, version=number)
    lead = tuple(_News(version, before, journey).blocks()) if before else ()
    basis = gather(journey, today=earliest(version.sealed_on))
    return plan(basis, title=title, news=lead)


class Row(NamedTuple):
    """One change of a plan, and why."""

    goal: str
    """The id of the goal; "" for the plan as a whole."""
    what: tuple[Passage, ...]
    why: tuple[Passage, ...]


def news(version: Snapshot, before: Snapshot) -> tuple[Row, ...]:
    """What changed between two sealed versions, goal by goal. Raises UserError as `paper` does."""
    return tuple(_News(version, before, opened(version)).rows())


@dataclass(frozen=True)
class _News:
    version: Snapshot
    before: Snapshot
    journey: Journey

    @property
    def meeting(self) -> Conversation:
        return next(iter(self.journey.conversations), Conversation(id="talk"))

    @property
    def tell(self) -> Told:
        return Told(self.journey, self.meeting, earliest(self.version.sealed_on))

    def rows(self) -> list[Row]:
        order = {goal.id: n for n, goal in enumerate(self.journey.goals)}
        return sorted(self._rows(), key=lambda row: order.get(row.goal, len(order)))

    def blocks(self) -> Iterator[Block]:
        rows = self.rows()
        if not rows:
            return
        yield Heading(_sure(WORDING.say("plan.news", version=slot("run", "plan version", self.before.version))))
        talk = WORDING.first("plan.talk_name", "plan.talk", manager=self._manager(), day=self._day())
        if talk:
            yield Paragraph(talk)
        header = tuple(WORDING.frame(f"plan.{name}_column") for name in ("goal", "what", "why"))
        cells = [
            (self._goal(row.goal, rows[n - 1].goal if n else None), row.what, row.why) for n, row in enumerate(rows)
        ]
        yield Table(header=header, rows=tuple(cells), widths=(1, 1.8, 1))

    def _goal(self, name: str, above: str | None) -> Words:
        if name == above:
            return ()
        goal = next((g for g in self.journey.goals if g.id == name), None)
        found = slot(f"goals/{name}", "what", goal.what, titled(goal.what)) if goal else None
        return (
            Passage(found.text, found.sources)
            if found
            else WORDING.frame(f"plan.{'pay' if name == PAY else 'whole'}")
        )

    def _rows(self) -> Iterator[Row]:
        for found in difference(opened(self.before), self.journey):
            if tells(found):
                yield from self._row(found)

    def _row(self, found: Difference) -> Iterator[Row]:
        kind, name, *inner = found.record.split("/") if "/" in found.record else (found.record, "")
        if kind == "agreements":
            one = next(a for a in self.journey.agreements if a.id == name)
            yield Row(one.goal or "", self.tell.agreement(one), there(self._why("said")))
        elif kind == "commitments":
            promise = next(c for c in self.journey.commitments if c.id == name)
            yield Row(promise.goal or "", self.tell.step(promise, named=True), self._because(found.record))
        elif kind == "advice":
            if not any(c.because == name and c.record != found.record for c in self.version.changes):
                yield Row("", there(WORDING.frame("plan.acted")), self._because(found.record))
        elif what := there(*self._said(found, kind, inner)):
            goal = name if kind == "goals" and (inner or found.kind != "removed") else ""
            yield Row(goal, what, self._because(found.record))

    def _said(self, found: Difference, kind: str, inner: list[str]) -> tuple[Passage | None, ...]:
        if found.kind != "changed":
            return (self._came_or_went(found, kind, inner),)
        at, field = found.record, found.field
        if kind == "goals" and inner and field in ("by", "status"):
            return (self._action(found),)
        if field == "target":
            return (
                WORDING.first("plan.target", "plan.target_open", new=self._month(found), old=self._old_month(found)),
            )
        if field in ("what", "did") and isinstance(found.old, str):
            return (WORDING.say("plan.words", old=self._old(found.old, found.old)),)
        label = WORDING.templates.get(f"fields.{field}", field.replace("_", " ").capitalize())
        return (WORDING.say("plan.other", field=Slot(label, (Source(at, field, "", "revised"),))),)

    def _came_or_went(self, found: Difference, kind: str, inner: list[str]) -> Passage | None:
        gone = found.kind == "removed"
        whole = opened(self.before) if gone else self.journey
        record = _record(whole, found.record)
        text = next(
            (str(getattr(record, f)) for f in ("what", "quote", "name", "text") if getattr(record, f, "")), ""
        )
        if gone:
            return WORDING.say("plan.removed", text=self._old(text, sentence(text)))
        if kind != "goals":
            return WORDING.say("plan.added", text=slot(found.record, "what", text, sentence(text)))
        if not inner:
            return Passage(WORDING.templates["plan.goal"], (Source(found.record, "what", text),))
        said = WORDING.first(
            "plan.action",
            "plan.action_open",
            action=slot(found.record, "what", text, clause(text)),
            day=self.tell.by(found.record, getattr(record, "by", ""), "by"),
        )
        return Passage(stopped(said.text), said.sources) if said else None

    def _action(self, found: Difference) -> Passage | None:
        record = _record(self.journey, found.record)
        what = getattr(record, "what", "")
        action = slot(found.record, "what", what, sentence(what))
        if found.field == "status":
            form = {"done": "plan.done", "dropped": "plan.dropped"}.get(str(found.new))
            return WORDING.say(form, action=_with(action, slot(found.record, "status", found.new))) if form else None
        return WORDING.first(
            "plan.by", "plan.by_open", action=action, new=self._month(found), old=self._old_month(found)
        )

    def _month(self, found: Difference) -> Slot | None:
        return slot(found.record, found.field, found.new, said(str(found.new)) if found.new else "", "date in words")

    def _old_month(self, found: Difference) -> Slot | None:
        return self._old(str(found.old), said(str(found.old)), "date in words") if found.old else None

    def _old(self, value: str, shown: str, how: str = "") -> Slot | None:
        return slot(
            f"snapshots/{self.before.id}", "content", value, shown, how or "as it stood in the version before"
        )

    # Why.

    def _because(self, record: str) -> tuple[Passage, ...]:
        cause = next((c.because for c in self.version.changes if c.record == record and c.because), None)
        advice = next((a for a in self.journey.advice if a.id == cause), None)
        if advice:
            own = quoted(advice.text) or stopped(self.tell.small(self.tell.put(advice.text)))
            text = slot(f"advice/{advice.id}", "text", advice.text, own, "put to them")
            return there(WORDING.first("plan.advice_name", "plan.advice", manager=self._manager(), advice=text))
        promised = any(c.record == record and c.what == "promised" for c in self.version.changes)
        return there(self._why("promised")) if promised else ()

    def _why(self, name: str) -> Passage:
        return WORDING.frame(f"plan.{name}")

    def _manager(self) -> Slot | None:
        who = self.tell.who
        return slot(f"contacts/{who.id}", "name", who.name, who.first_name, "first name") if who else None

    def _day(self) -> Slot | None:
        at = self.meeting.at
        text = f"{at:%A} {at.day} {at:%B %Y}" if at else ""
        return slot(f"conversations/{self.meeting.id}", "at", at, text, "in words")


def _with(shown: Slot | None, also: Slot | None) -> Slot | None:
    return Slot(shown.text, (*shown.sources, *also.sources)) if shown and also else None


def _record(journey: Journey, reference: str) -> object:
    kind, *rest = reference.split("/")
    found: object = getattr(journey, kind)
    while rest:
        name, *rest = rest
        found = next(r for r in found if r.id == name)  # type: ignore[attr-defined]
        if rest:
            inner, *rest = rest
            found = getattr(found, inner)
    return found


def _sure(passage: Passage | None) -> Passage:
    assert passage is not None, "a version has a number"
    return passage
