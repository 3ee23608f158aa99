"""Ways on from here: the four directions, what each takes, and what people said (R01, R11, R13–R15)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from talktrack.engine.story import Contact, Direction, Interview, Journey, Path, Statement, contact

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


@dataclass(frozen=True)
class Option:
    """One path beside the others."""

    path: Path
    have: tuple[str, ...]
    build: tuple[str, ...]
    """What to build, without what the person's evidence already shows."""
    said: tuple[Interview, ...]


@dataclass(frozen=True)
class Capability:
    """A capability that people named, who named it, and how it was built."""

    skill: str
    contacts: tuple[str, ...]
    """Ids of the contacts, each once: that is what is counted."""
    built_by: tuple[str, ...]


def open_directions(journey: Journey) -> tuple[Direction, ...]:
    """The directions to offer. Without a ladder no rung is offered; the other three are always there (R01)."""
    return DIRECTIONS[1:] if journey.person.ladder == "none" else DIRECTIONS


def compare(journey: Journey) -> tuple[Option, ...]:
    """Each path in the order of the journey, with what is there and what is to build."""
    shown = {s.casefold() for a in journey.accomplishments for s in a.skills}
    interviews = {i.id: i for i in journey.interviews}
    return tuple(
        Option(
            p,
            tuple(dict.fromkeys([*p.have, *(s for s in p.build if s.casefold() in shown)])),
            tuple(s for s in p.build if s.casefold() not in shown),
            tuple(interviews[n] for n in p.interviews if n in interviews),
        )
        for p in journey.paths
    )


def tally(journey: Journey) -> tuple[Capability, ...]:
    """Capabilities by the number of different people who named them, most first (R14: sources are counted)."""
    known = {c.id for c in journey.contacts}
    rows: dict[str, tuple[str, list[str], list[str]]] = {}
    for said in journey.interviews:
        for skill in said.skills if said.contact in known else ():
            _, people, built = rows.setdefault(skill.casefold(), (skill, [], []))
            people += [said.contact] if said.contact not in people else []
            built += [said.built_by] if said.built_by and said.built_by not in built else []
    ordered = sorted(rows.values(), key=lambda row: -len(row[1]))
    return tuple(Capability(skill, tuple(people), tuple(built)) for skill, people, built in ordered)


@dataclass(frozen=True)
class Practice:
    """A project of the organisation that would build a skill which the person wants."""

    skill: str
    project: Statement
    owner: Contact | None
    """None where nobody has said who owns it: a question for the manager."""


def practice(journey: Journey) -> tuple[Practice, ...]:
    """Projects that ask for a skill which a goal or a path of the person is to build (R15); each names the skill."""
    wanted = [s for g in journey.goals for s in g.skills] + [s for p in journey.paths for s in p.build]
    names = {s.casefold(): s for s in reversed(wanted)}
    return tuple(
        Practice(names[skill.casefold()], project, contact(journey, project.owner))
        for project in journey.statements
        if project.kind == "project"
        for skill in project.skills
        if skill.casefold() in names
    )
