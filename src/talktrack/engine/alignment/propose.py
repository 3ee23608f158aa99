"""Links between a person's records and what the organisation says, proposed for the person to decide (R27)."""

from __future__ import annotations

from talktrack.engine.story import Journey, Link
from talktrack.kit.similarity import ON_TOPIC, Closeness

from .overlap import overlap
from .reading import readings
from .why import why

MOST = 3
"""Proposals for one record: more than three is a list, not a suggestion."""


KINDS = ("goals", "accomplishments", "skills", "answers")
"""The kinds of record that can be linked."""


def propose(journey: Journey, closeness: Closeness, *, kinds: tuple[str, ...] = KINDS) -> tuple[Link, ...]:
    """Proposed links of records of these kinds to statements, in the order of the journey.

    For each record the closest statements come first, at most `MOST`. What the person has linked or decided
    already (`serves`, `links` that are not merely proposed, `decisions` about a link) is not proposed again.
    """
    records = [row for row in readings(journey) if row[0].partition("/")[0] in kinds]
    settled = decided(journey)
    quotes = [statement.quote for statement in journey.statements]
    made: dict[str, list[Link]] = {}
    for match in closeness.compare([text for _, text in records], quotes, least=ON_TOPIC):
        (record, text), statement = records[match.left], journey.statements[match.right]
        links = made.setdefault(record, [])
        if (record, statement.id) in settled or len(links) >= MOST:
            continue
        mine, theirs = overlap(text, match.left_span, statement.quote, match.right_span)
        links.append(
            Link(
                record=record,
                statement=statement.id,
                mine=mine,
                theirs=theirs,
                why=why(mine, theirs),
                closeness=match.closeness,
            )
        )
    return tuple(link for links in made.values() for link in links)


def decided(journey: Journey) -> frozenset[tuple[str, str]]:
    """The pairs (record, statement) that the person has spoken on, for or against."""
    pairs = {(link.record, link.statement) for link in journey.links if link.state != "proposed"}
    for name in ("goals", "accomplishments"):
        pairs |= {(f"{name}/{r.id}", statement) for r in getattr(journey, name) for statement in r.serves}
    for decision in journey.decisions:
        record, arrow, statement = decision.record.partition(">statements/")
        if decision.about == "link" and arrow:
            pairs.add((record, statement))
    return frozenset(pairs)
