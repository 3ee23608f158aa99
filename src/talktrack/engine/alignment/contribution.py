"""Problems of the organisation, and what the person brings to them; seen from both ends (R31)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from talktrack.engine.story import Journey, Value

from .settled import linked


@dataclass(frozen=True)
class Contribution:
    """A problem, the capability that helps with it, and the record that shows or builds it."""

    problem: str
    """Where the problem stands: "statements/churn", or the record itself where it names one of its own."""
    words: str
    """The problem in the words of that place."""
    record: str
    """The person's record: "accomplishments/welcome"."""
    capability: str
    """A skill of that record, or what it says was done or is wanted."""
    done: bool
    """True where it has been done, False where it is aimed at."""

    @property
    def sentence(self) -> str:
        """Made of the words of the two records, and no more."""
        link = "helped with" if self.done else "would help with"
        return f"“{self.capability}” {link} “{self.words}”."


def contributions(journey: Journey) -> tuple[Contribution, ...]:
    """Every one, in the order of the journey: problems that a record names, then links to problem statements."""
    return tuple(dict.fromkeys([*_named(journey), *_linked(journey)]))


def towards(journey: Journey, problem: str) -> tuple[Contribution, ...]:
    """What the person brings to one problem, given as "statements/churn" or as the record that names it."""
    return tuple(c for c in contributions(journey) if c.problem == problem)


def of_record(journey: Journey, record: str) -> tuple[Contribution, ...]:
    """The problems that one record helps with."""
    return tuple(c for c in contributions(journey) if c.record == record)


def _named(journey: Journey) -> Iterator[Contribution]:
    for name, records in (("accomplishments", journey.accomplishments), ("wants", journey.wants)):
        for record in records:
            if record.problem:
                at = f"{name}/{record.id}"
                yield Contribution(at, record.problem, at, _capability(record), name == "accomplishments")


def _linked(journey: Journey) -> Iterator[Contribution]:
    problems = {s.id: s.quote for s in journey.statements if s.kind == "problem"}
    records: dict[str, Value] = {
        f"{name}/{record.id}": record
        for name in ("accomplishments", "goals", "wants", "skills")
        for record in getattr(journey, name)
    }
    for at, statement in linked(journey):
        if statement in problems and (record := records.get(at)):
            done = at.startswith(("accomplishments/", "skills/"))
            yield Contribution(f"statements/{statement}", problems[statement], at, _capability(record), done)


def _capability(record: Value) -> str:
    skills: tuple[str, ...] = getattr(record, "skills", ())
    whole = (getattr(record, field, "") for field in ("name", "did", "what"))
    return next(iter(skills), "") or next(filter(None, whole), "")
