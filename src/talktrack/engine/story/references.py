"""How records of a journey point at each other."""

from __future__ import annotations

from .accomplishment import Accomplishment
from .commitment import CheckIn, Commitment
from .contact import Interview
from .conversation import Ask, Conversation
from .framework import Competency
from .goal import Goal
from .lens import Lens, Objection
from .link import Link
from .note import Note, Span
from .outcome import Advice, Agreement, Feedback, OpenQuestion, Reaction
from .path import Path
from .review import Review
from .skill import Skill, Want
from .snapshot import PlanChange
from .statement import Statement
from .value import Value

REFERENCES: dict[type[Value], dict[str, str]] = {
    Accomplishment: {"serves": "statements", "stakeholders": "contacts"},
    Skill: {"proof": "accomplishments"},
    Want: {"serves": "statements"},
    Statement: {"owner": "contacts"},
    Competency: {"proof": "accomplishments"},
    Interview: {"contact": "contacts"},
    Path: {"interviews": "interviews"},
    Goal: {"leads_to": "goals", "serves": "statements"},
    Link: {"statement": "statements"},
    Lens: {"contact": "contacts"},
    Objection: {"evidence": "accomplishments"},
    Conversation: {"contact": "contacts"},
    Ask: {"goal": "goals"},
    Note: {"conversation": "conversations"},
    Span: {"note": "notes"},
    Advice: {"conversation": "conversations"},
    Feedback: {"conversation": "conversations"},
    Agreement: {"conversation": "conversations", "goal": "goals"},
    Reaction: {"conversation": "conversations"},
    OpenQuestion: {"conversation": "conversations"},
    Commitment: {
        "conversation": "conversations",
        "goal": "goals",
        "advice": "advice",
        "shown_by": "accomplishments",
    },
    CheckIn: {"conversation": "conversations"},
    Review: {"contact": "contacts"},
    PlanChange: {"because": "advice"},
}
"""Which field of which record points at records of which kind."""
