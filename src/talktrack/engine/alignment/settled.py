"""What the person has said already about links: for or against (principle 3)."""

from __future__ import annotations

from talktrack.engine.story import Journey

Pair = tuple[str, str]
"""A record of the person, as "goals/nordic", and the id of a statement."""

_SERVING = ("goals", "accomplishments", "wants")


def linked(journey: Journey) -> tuple[Pair, ...]:
    """The links that hold: `serves` of a record and links confirmed, each once, to statements that are there."""
    pairs = [(f"{name}/{r.id}", s) for name in _SERVING for r in getattr(journey, name) for s in r.serves]
    pairs += [(link.record, link.statement) for link in journey.links if link.state == "confirmed"]
    pairs += _decisions(journey, ("confirmed",))
    known = {statement.id for statement in journey.statements}
    against = set(_decisions(journey, ("dismissed",)))
    return tuple(dict.fromkeys(pair for pair in pairs if pair[1] in known and pair not in against))


def settled(journey: Journey) -> frozenset[Pair]:
    """Every pair that the person has spoken on: linked, dismissed or kept as a tension. None is proposed again."""
    spoken = {(link.record, link.statement) for link in journey.links if link.state != "proposed"}
    return frozenset({*linked(journey), *spoken, *_decisions(journey, ("confirmed", "dismissed"))})


def _decisions(journey: Journey, verdicts: tuple[str, ...]) -> list[Pair]:
    pairs = []
    for decision in journey.decisions:
        record, arrow, statement = decision.record.partition(">statements/")
        if decision.about == "link" and arrow and decision.verdict in verdicts:
            pairs.append((record, statement))
    return pairs
