"""Links between a person's records and what the organisation says, proposed for the person to decide (R27)."""

from __future__ import annotations

from talktrack.engine.story import Journey, Link, Statement
from talktrack.kit.errors import UserError
from talktrack.kit.similarity import ON_TOPIC, RELATED, Closeness, Match

from .overlap import overlap
from .reading import READ, readings
from .settled import settled
from .themes import theme_words
from .why import why

MOST = 3
"""Proposals for one record: more than three is a list, not a suggestion."""
MOST_CHARACTERS = 200_000
"""Characters on both sides together that are compared at once: some thousand records, and some seconds."""


def propose(journey: Journey, closeness: Closeness) -> tuple[Link, ...]:
    """Proposed links of goals, accomplishments, skills and answers to statements, in the order of the journey.

    For each record the best come first, at most `MOST`: those about the same thing, and distant ones where a word
    or a theme is shared. What the person has spoken on already is not proposed again (`settled`). A link quotes
    both sides, says why, and carries the calibrated closeness. Raises UserError where there is too much to compare.
    """
    records = readings(journey)
    statements = [(s, s.quote[:READ]) for s in journey.statements if s.quote]
    if sum(len(text) for _, text in (*records, *statements)) > MOST_CHARACTERS:
        raise UserError(
            "There is more in this file than can be compared at once. "
            "Keep the goals, accomplishments and statements that matter now, and move the rest to another file."
        )
    spoken = settled(journey)
    made: dict[str, list[Link]] = {}
    for match in closeness.compare([t for _, t in records], [t for _, t in statements], least=RELATED):
        (record, text), (statement, quote) = records[match.left], statements[match.right]
        links = made.setdefault(record, [])
        if len(links) < MOST and (record, statement.id) not in spoken:
            links += _link(match, record, text, statement, quote)
    return tuple(link for links in made.values() for link in links)


def _link(match: Match, record: str, text: str, statement: Statement, quote: str) -> list[Link]:
    """The link, or nothing where the two are distant and nothing can be named that they share."""
    here, there = theme_words(text), theme_words(quote)
    common = next(((theme, here[theme], there[theme]) for theme in here if theme in there), None)
    if match.closeness < ON_TOPIC and not common:
        return []
    pairs = tuple((text[slice(*a)], quote[slice(*b)]) for a, b in match.words)
    mine = overlap(text, match.left_span, tuple(a for a, _ in match.words))
    theirs = overlap(quote, match.right_span, tuple(b for _, b in match.words))
    reason = why(mine[0], theirs[0], pairs, common)
    return [
        Link(record=record, statement=statement.id, mine=mine, theirs=theirs, why=reason, closeness=match.closeness)
    ]
