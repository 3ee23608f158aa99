"""Links between a person's records and what the organisation says, proposed for the person to decide (R27)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from talktrack.engine.story import Journey, Link
from talktrack.kit.errors import UserError
from talktrack.kit.similarity import ON_TOPIC, RELATED, Closeness, Match

from .overlap import overlap, telling
from .reading import READ, readings
from .settled import settled
from .themes import theme_words
from .why import why

MOST = 3
"""Proposals for one record: more than three is a list, not a suggestion."""
NEAREST = 8
"""Statements that are looked at for one record, beside those that it has been told of already."""
MOST_CHARACTERS = 60_000
"""Characters on both sides together that are compared at once: some four hundred records, and some seconds."""


KINDS = ("goals", "accomplishments", "skills", "answers")
"""The kinds of record that can be linked."""

Shared = tuple[str, str, str]
"""A theme, and the words that speak of it on either side."""


def propose(journey: Journey, closeness: Closeness, *, kinds: tuple[str, ...] = KINDS) -> tuple[Link, ...]:
    """Proposed links of records of these kinds to statements, in the order of the journey.

    For each record the best come first, at most `MOST`: those about the same thing; and the very best where it is
    distant, but both speak of a theme that few statements speak of. What the person has spoken on already is not
    proposed again (`settled`). A link quotes both sides, says why, and carries the calibrated closeness.
    Raises UserError where there is too much to compare.
    """
    mine = [row for row in readings(journey) if row[0].partition("/")[0] in kinds]
    theirs = [(s.id, s.quote[:READ]) for s in journey.statements if s.quote]
    if sum(len(text) for _, text in (*mine, *theirs)) > MOST_CHARACTERS:
        raise UserError(
            "There is more in this file than can be compared at once. "
            "Keep the goals, accomplishments and statements that matter now, and move the rest to another file."
        )
    return tuple(_links(mine, theirs, closeness, settled(journey)))


def _links(
    mine: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    closeness: Closeness,
    spoken: frozenset[tuple[str, str]],
) -> Iterator[Link]:
    texts, quotes = [text for _, text in mine], [text for _, text in theirs]
    here, there = [theme_words(text) for text in texts], [theme_words(quote) for quote in quotes]
    special = _special(there)
    made: Counter[int] = Counter()
    most = NEAREST + max(Counter(record for record, _ in spoken).values(), default=0)
    for match in closeness.compare(texts, quotes, least=RELATED, most=most):
        (record, text), (statement, quote) = mine[match.left], theirs[match.right]
        if (record, statement) in spoken or made[match.left] >= MOST:
            continue
        shared = _shared(here[match.left], there[match.right], special)
        if match.closeness >= ON_TOPIC or (shared and not made[match.left]):
            made[match.left] += 1
            yield _link(match, (record, text), (statement, quote), shared)


def _special(themes: Sequence[Mapping[str, str]]) -> frozenset[str]:
    """The themes of no more than a third of the statements: to share one of those says something."""
    counts = Counter(theme for found in themes for theme in found)
    return frozenset(theme for theme, count in counts.items() if count <= max(1, len(themes) // 3))


def _shared(here: Mapping[str, str], there: Mapping[str, str], special: frozenset[str]) -> Shared | None:
    return next(((t, here[t], there[t]) for t in here if t in there and t in special), None)


def _link(match: Match, mine: tuple[str, str], theirs: tuple[str, str], shared: Shared | None) -> Link:
    (record, text), (statement, quote) = mine, theirs
    words = [(a, b) for a, b in match.words if telling(text[slice(*a)]) and telling(quote[slice(*b)])]
    here = overlap(text, match.left_span, tuple(a for a, _ in words))
    there = overlap(quote, match.right_span, tuple(b for _, b in words))
    pairs = tuple((text[slice(*a)], quote[slice(*b)]) for a, b in words)
    reason = why(here[0], there[0], pairs, shared)
    return Link(record=record, statement=statement, mine=here, theirs=there, why=reason, closeness=match.closeness)
