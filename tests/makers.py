"""The fixed cast, and plain makers of records: `make_goal(target="2027-08")`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from talktrack.engine.story import (
    Accomplishment,
    Answer,
    Contact,
    Conversation,
    Goal,
    Interview,
    Journey,
    Kpi,
    Measure,
    Person,
    Statement,
)
from talktrack.engine.story import Path as WayOn

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 11, 22)


def make_person(**changes: Any) -> Person:
    return Person(**{"name": "Nathan Brooks", "organisation": "Larkmoor", "started": "2024-12-02", **changes})


def make_accomplishment(**changes: Any) -> Accomplishment:
    return Accomplishment(**{"id": "welcome", "did": "Rebuilt the welcome series", **changes})


def make_measure(**changes: Any) -> Measure:
    whole = {"what": "weekly active members", "change": 65, "unit": "%", "baseline": 20, "result": 33}
    return Measure(**{**whole, "level_unit": "% of members", "period": "January 2025 to October 2026", **changes})


def make_kpi(**changes: Any) -> Kpi:
    return Kpi(**{"name": "engagement", "target": 30, "actual": 33, **changes})


def make_statement(**changes: Any) -> Statement:
    whole = {"id": "growth", "kind": "growth", "quote": "Expand into a new market.", "source": "Founders' letter"}
    return Statement(**{**whole, "date": "2026-09-07", **changes})


def make_goal(**changes: Any) -> Goal:
    return Goal(**{"id": "denmark", "what": "Run the community in Denmark", "target": "2027-08", **changes})


def make_contact(**changes: Any) -> Contact:
    return Contact(**{"id": "jocelyn", "name": "Jocelyn Adeyemi", "relation": "manager", **changes})


def make_interview(**changes: Any) -> Interview:
    return Interview(**{"id": "said", "contact": "jocelyn", "finding": "Start small.", **changes})


def make_path(**changes: Any) -> WayOn:
    return WayOn(**{"id": "research", "name": "Member research", "direction": "sideways", **changes})


def make_answer(**changes: Any) -> Answer:
    return Answer(**{"id": "energy", "topic": "energy", "text": "Writing the host handbook.", **changes})


def make_conversation(**changes: Any) -> Conversation:
    return Conversation(**{"id": "december", "contact": "jocelyn", "aim": "Agree a first step", **changes})


def make_journey(**changes: Any) -> Journey:
    return Journey(**{"person": make_person(), "contacts": (make_contact(),), **changes})
