"""Slots of a wording, filled from records only where the words fit into the sentence as it is spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from talktrack.engine.organisation import is_stale
from talktrack.engine.story import Journey, contact, manager
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, Wording, clause, slot
from talktrack.kit.verbs import is_base

from .given import open_goals

SLOT = re.compile(r"\{(\w+)\}")

LONGEST_QUESTION, LONGEST_GOAL, LONGEST_PROJECT, LONGEST_SKILL = 30, 10, 8, 4
"""Words. A longer text is left out, and a wording without that slot is used: a question is said in one breath."""

Fill = Callable[[Journey, date], Slot | None]


def _fits(text: str, longest: int) -> bool:
    return 0 < len(text.split()) <= longest and not set(text.rstrip(".")) & set(';:?!.\n“”"()')


def _goal(journey: Journey, _: date) -> Slot | None:
    """The nearest goal as it follows "to": its first word is a verb."""
    nearest = next((g for g in open_goals(journey) if _fits(g.what, LONGEST_GOAL) and is_base(g.what)), None)
    return slot(f"goals/{nearest.id}", "what", nearest.what, clause(nearest.what)) if nearest else None


def _skill(journey: Journey, _: date) -> Slot | None:
    """A skill that the nearest goal with any asks for, one without proof first; else a skill that is wanted."""
    proven = {s.name.casefold() for s in journey.skills if s.proof}
    proven |= {s.casefold() for a in journey.accomplishments for s in a.skills}
    asked = [(f"goals/{g.id}", "skills", s) for g in open_goals(journey) for s in g.skills]
    wanted = [(f"wants/{w.id}", "what", w.what) for w in journey.wants if w.kind == "skill"]
    fitting = [row for row in (*asked, *wanted) if _fits(row[2], LONGEST_SKILL) and "," not in row[2]]
    for record, field, skill in sorted(fitting, key=lambda row: row[2].casefold() in proven):
        return slot(record, field, skill, clause(skill))
    return None


def _project(journey: Journey, today: date) -> Slot | None:
    """A project that bears a short name rather than a sentence, in quotation marks: the words are not ours."""
    for s in journey.statements:
        name = s.quote.strip().rstrip(".")
        if s.kind == "project" and not is_stale(s, today) and _fits(name, LONGEST_PROJECT) and not is_base(name):
            return slot(f"statements/{s.id}", "quote", s.quote, f"“{name}”")
    return None


def _owner(journey: Journey, today: date) -> Slot | None:
    """Who owns something that the organisation wants: a colleague with whom no work is noted so far."""
    boss = manager(journey)
    known = {boss.id} if boss else set()
    known |= {i.contact for i in journey.interviews} | {c for a in journey.accomplishments for c in a.stakeholders}
    for s in journey.statements:
        who = contact(journey, s.owner) if s.owner not in known and not is_stale(s, today) else None
        if who and who.internal and who.name:
            return slot(f"contacts/{who.id}", "name", who.name, who.first_name, "first name")
    return None


def _organisation(journey: Journey, _: date) -> Slot | None:
    return slot("person", "organisation", journey.person.organisation)


SLOTS: dict[str, Fill] = {
    "goal": _goal,
    "skill": _skill,
    "project": _project,
    "owner": _owner,
    "organisation": _organisation,
}


def slots(journey: Journey, today: date) -> dict[str, Slot | None]:
    """What each slot holds in one journey on one day; None where no record fits."""
    return {name: found(journey, today) for name, found in SLOTS.items()}


def fill(wordings: tuple[str, ...], filled: Mapping[str, Slot | None]) -> tuple[Passage, ...]:
    """The wordings that can be said, in order of preference, with the records that their slots came from."""
    templates = Wording({str(place): wording for place, wording in enumerate(wordings)})
    said = (templates.say(name, **filled) for name in templates.templates)
    return tuple(p for p in said if p and len(p.text.split()) <= LONGEST_QUESTION)
