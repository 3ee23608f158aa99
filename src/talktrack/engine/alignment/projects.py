"""Priority projects of the organisation: a goal made to measure, or the question to ask first (R28)."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Journey, Statement, contact
from talktrack.kit.text import shortened

_QUESTIONS = {
    "owner": "Who leads “{project}”?",
    "skills": "Which skills does “{project}” need?",
    "window": "When does “{project}” run, and until when could one join?",
    "visibility": "Who will see the results of “{project}”?",
}


@dataclass(frozen=True)
class Project:
    """One project and what is known of it."""

    statement: Statement
    questions: tuple[str, ...]
    """One for each thing that is unknown: owner, skills, window, visibility."""
    have: tuple[str, ...]
    """Skills that it asks for and the person's records show."""
    build: tuple[str, ...]
    """Skills that it asks for and no record shows yet."""
    goal: str
    """A goal made of what is known; "" while a question about skills or window is open."""


def projects(journey: Journey) -> tuple[Project, ...]:
    """Every project in the order of the journey."""
    shown = {s.name.casefold() for s in journey.skills if s.level in ("working", "strong") or s.proof}
    shown |= {skill.casefold() for a in journey.accomplishments for skill in a.skills}
    return tuple(_project(journey, s, shown) for s in journey.statements if s.kind == "project" and s.quote)


def _project(journey: Journey, statement: Statement, shown: set[str]) -> Project:
    name = shortened(statement.quote)
    known = {
        "owner": contact(journey, statement.owner) is not None,
        "skills": bool(statement.skills),
        "window": bool(statement.window),
        "visibility": bool(statement.visibility),
    }
    questions = tuple(_QUESTIONS[part].format(project=name) for part, there in known.items() if not there)
    have = tuple(s for s in statement.skills if s.casefold() in shown)
    build = tuple(s for s in statement.skills if s.casefold() not in shown)
    goal = ""
    if known["skills"] and known["window"]:
        verb, skills = ("Bring", have) if have else ("Build", build)
        goal = f"{verb} {', '.join(skills)} for “{name}”, {statement.window}"
    return Project(statement, questions, have, build, goal)
