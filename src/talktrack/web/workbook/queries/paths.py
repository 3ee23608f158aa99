"""Ways on from here: the paths side by side, the ladder where there is one, people to ask and what they said."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.alignment import coverage
from talktrack.engine.paths import Capability, Option, Practice, compare, open_directions, practice, tally
from talktrack.engine.story import Contact, Direction, Interview, Journey, manager
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory

__all__ = ["Capability", "Option", "Person", "Practice", "Rung", "Ways", "ways"]


@dataclass(frozen=True)
class Person:
    """Someone to ask, and what they said so far."""

    contact: Contact
    said: tuple[Interview, ...]


@dataclass(frozen=True)
class Rung:
    """One level of the ladder, with its lines and what is noted for each."""

    name: str
    lines: tuple[tuple[str, str, tuple[str, ...]], ...]
    """The area, what it asks, and the accomplishments that show it."""


@dataclass(frozen=True)
class Ways:
    """Everything that the page of the paths shows."""

    options: tuple[Option, ...]
    picked: frozenset[str]
    aside: frozenset[str]
    directions: tuple[Direction, ...]
    practice: tuple[Practice, ...]
    people: tuple[Person, ...]
    """Everybody but the manager, those who said nothing yet last."""
    tally: tuple[Capability, ...]
    asked: int
    """How many people said something."""
    rungs: tuple[Rung, ...]
    did: dict[str, str]
    """The accomplishments by reference."""


_made: Memory[Ways] = Memory(lambda subject: _look(journey(subject)))


def ways(subject: Subject) -> Ways:
    """What there is; worked out once for each state of the workbook."""
    return _made.of(subject)


def _look(whole: Journey) -> Ways:
    verdicts = {d.record.removeprefix("paths/"): d.verdict for d in whole.decisions if d.about == "path"}
    said: dict[str, list[Interview]] = {}
    for one in whole.interviews:
        said.setdefault(one.contact, []).append(one)
    boss = manager(whole)
    people = [Person(c, tuple(said.get(c.id, ()))) for c in whole.contacts if c != boss or c.id in said]
    return Ways(
        options=compare(whole),
        picked=frozenset(name for name, verdict in verdicts.items() if verdict == "confirmed"),
        aside=frozenset(name for name, verdict in verdicts.items() if verdict == "dismissed"),
        directions=open_directions(whole),
        practice=practice(whole),
        people=tuple(sorted(people, key=lambda p: not p.said)),
        tally=tally(whole),
        asked=len({i.contact for i in whole.interviews}),
        rungs=_rungs(whole),
        did={f"accomplishments/{a.id}": a.did for a in whole.accomplishments},
    )


def _rungs(whole: Journey) -> tuple[Rung, ...]:
    levels: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for row in coverage(whole):
        line = (row.competency.area, row.competency.text, row.shown_by)
        levels.setdefault(row.competency.level, []).append(line)
    return tuple(Rung(name, tuple(lines)) for name, lines in levels.items())
