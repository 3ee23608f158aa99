"""When the manager changes: promises of the one who left, and a page of facts for the one who comes.

What was agreed stays as it was said, with its day and who said it. The page holds only what may be shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.story import Contact, Goal, Journey, shareable
from talktrack.kit.blocks import Block, Bullets, Heading, Note, Paragraph, Passage
from talktrack.kit.documents import Document
from talktrack.kit.drafting import merged, slot, titled

from .days import latest, said
from .goalposts import day_slot, goalposts, quoted
from .ledger import WORDING, Entry, ledger

MOST_KEPT = 6


@dataclass(frozen=True)
class Changed:
    """A manager who has moved on, and what that leaves."""

    left: Contact
    now: Contact | None
    """The present manager; None while nobody is known."""
    open: tuple[Entry, ...]
    """Promises of the one who left that wait: ask the new one, or let go."""


def changed(journey: Journey, today: date) -> Changed | None:
    """The manager who left last, where one has; None otherwise."""
    managers = [c for c in journey.contacts if c.relation == "manager"]
    gone = sorted((c for c in managers if c.until and latest(c.until) <= today), key=lambda c: latest(c.until))
    if not gone:
        return None
    now = next((c for c in managers if not c.until), None)
    return Changed(gone[-1], now, tuple(e for e in ledger(journey, today).of(gone[-1]) if e.waits))


def page(journey: Journey, found: Changed, today: date) -> Document:
    """One page of facts: the goals, what was agreed and by whom, what each side promised. No reading of anybody."""
    goals = shareable(journey).goals
    known = {g.id for g in goals}
    blocks: list[Block] = [Paragraph(_lead(found, today)), Heading(WORDING.frame("handover.goals"))]
    blocks.append(_list([_goal(g, today) for g in goals]))
    blocks.append(Heading(WORDING.frame("handover.agreed")))
    told = [
        merged(_quoted_goal(posts.goal), *(w.told for w in posts.words))
        for posts in goalposts(journey, today)
        if posts.goal.id in known
    ]
    blocks.append(_list(told))
    entries = [e for e in ledger(journey, today) if e.commitment.goal in (None, *known)]
    blocks.append(Heading(WORDING.frame("handover.open")))
    blocks.append(_list([_promise(e, today) for e in entries if e.waits]))
    blocks.append(Heading(WORDING.frame("handover.kept")))
    blocks.append(_list([_promise(e, today) for e in entries if e.stand.kind == "kept"][:MOST_KEPT]))
    blocks.append(Note(WORDING.frame("handover.correct")))
    name = journey.person.name
    return Document(
        title=WORDING.say("handover.title_name", name=slot("person", "name", name))
        or WORDING.frame("handover.title"),
        author=Passage(name or "Talktrack"),
        language="en-GB",
        date=today,
        kind="handover",
        blocks=tuple(blocks),
    )


def _lead(found: Changed, today: date) -> Passage:
    left = slot(f"contacts/{found.left.id}", "name", found.left.name)
    until = day_slot(f"contacts/{found.left.id}", "until", found.left.until, today)
    return WORDING.say("handover.lead", left=left, until=until) or WORDING.frame("handover.lead_plain")


def _list(rows: list[Passage | None]) -> Block:
    there = tuple(r for r in rows if r)
    return Bullets(there) if there else Paragraph(WORDING.frame("handover.nothing"))


def _goal(goal: Goal, today: date) -> Passage | None:
    at = f"goals/{goal.id}"
    what = slot(at, "what", goal.what, titled(goal.what))
    month = slot(at, "target", goal.target, said(goal.target, today) if goal.target else "", "month in words")
    return WORDING.first("handover.goal_by", "handover.goal", goal=what, month=month)


def _quoted_goal(goal: Goal) -> Passage | None:
    return WORDING.say("handover.on_goal", goal=quoted(f"goals/{goal.id}", "what", goal.what))


def _promise(e: Entry, today: date) -> Passage | None:
    made, at = e.commitment, e.reference
    name = slot(at, "owner", made.owner, "Me" if made.owner == "me" else e.name)
    name = name or slot(at, "status", made.status, "Nobody yet")
    what = quoted(at, "action", made.action)
    if e.stand.kind == "kept":
        on = day_slot(at, "kept_on", made.kept_on, today)
        return WORDING.first("handover.was_kept_on", "handover.was_kept", who=name, action=what, on=on)
    due = day_slot(at, "due", made.due, today)
    return WORDING.first("handover.waits_due", "handover.waits", who=name, action=what, due=due)
