"""The track record: targets met, what each objective got, skills and where they carry (R08, R10, R11)."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Accomplishment, Journey, Kpi, Skill, Statement, links_of, statements_by_id


@dataclass(frozen=True)
class Delivery:
    """An objective and the accomplishments that serve it; statement None gathers those that serve none yet."""

    statement: Statement | None
    accomplishments: tuple[Accomplishment, ...]


@dataclass(frozen=True)
class Targets:
    """How many agreed targets were met or exceeded, of those where both numbers are known."""

    met: int
    known: int

    def __str__(self) -> str:
        return f"{self.met} of {self.known}"


@dataclass(frozen=True)
class Transfer:
    """A skill, what shows it today, and where it would serve next."""

    skill: Skill
    proof: tuple[Accomplishment, ...]
    targets: tuple[str, ...]


def met(kpi: Kpi) -> bool | None:
    """Whether the target was met or exceeded; None where either number is missing."""
    if kpi.target is None or kpi.actual is None:
        return None
    return kpi.actual <= kpi.target if kpi.lower_is_better else kpi.actual >= kpi.target


def targets(journey: Journey) -> Targets:
    """The count over all accomplishments that are not private (R08: computed from the KPIs, never typed)."""
    results = [met(kpi) for a in journey.accomplishments if not a.private for kpi in a.kpis]
    return Targets(sum(r is True for r in results), sum(r is not None for r in results))


def serving(journey: Journey, accomplishment: Accomplishment) -> tuple[str, ...]:
    """Ids of the statements that it serves: named by the person, or confirmed by them as links."""
    reference = f"accomplishments/{accomplishment.id}"
    confirmed = [k.statement for k in links_of(journey.links, reference) if k.state == "confirmed"]
    known = statements_by_id(journey.statements)
    return tuple(name for name in dict.fromkeys([*accomplishment.serves, *confirmed]) if name in known)


def delivery(journey: Journey) -> tuple[Delivery, ...]:
    """Each objective with what was delivered for it, and last those linked to none (R10)."""
    by_statement = {a.id: serving(journey, a) for a in journey.accomplishments}
    delivered: dict[str, list[Accomplishment]] = {}
    for a in journey.accomplishments:
        for name in by_statement[a.id]:
            delivered.setdefault(name, []).append(a)
    rows = [Delivery(s, tuple(delivered.get(s.id, ()))) for s in journey.statements]
    unlinked = tuple(a for a in journey.accomplishments if not by_statement[a.id])
    return (*(r for r in rows if r.accomplishments), *((Delivery(None, unlinked),) if unlinked else ()))


def transfers(journey: Journey) -> tuple[Transfer, ...]:
    """Each skill with its proof today and every area it could serve, the paths that count on it included (R11)."""
    rows = []
    for skill in journey.skills:
        name = skill.name.casefold()
        proof = tuple(
            a for a in journey.accomplishments if a.id in skill.proof or name in (s.casefold() for s in a.skills)
        )
        onward = [p.name for p in journey.paths if name in (s.casefold() for s in p.have)]
        rows.append(Transfer(skill, proof, tuple(dict.fromkeys(t for t in (skill.target, *onward) if t))))
    return tuple(rows)
