"""Words that only a private record knows, found in a mail: "studio", where a private goal is to open one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from talktrack.engine.story import Journey, Value, shareable
from talktrack.kit.similarity.words import content_words
from talktrack.kit.verbs import is_base
from talktrack.kit.words import MONTHS, NUMBERS, SPANS_OF_TIME, WEEKDAYS, word_set

QUOTED = "These words stand in a private record."
"""What M3 says of words in a row that stand in private text and in nothing shared."""
_EVERYDAY = word_set(
    """new small big large little long short good better best great first last next other another different own self
    full part time team group company companies business firm employer organisation job jobs role roles post work
    working worker career life people person manager boss head senior junior leader leadership office home house
    place places city town country area level position department money pay salary price prices cost costs customer
    customers client clients member members service services product products project projects thing things way ways
    side night morning evening colleague colleagues course training school university degree skill skills experience
    market markets number numbers word words question questions problem problems free public private argument"""
)
_SHORTEST = 4


def hidden(journey: Journey, text: str) -> Iterator[tuple[int, int]]:
    """Where, line by line, the text speaks of something private: start and end of the first word that gives it away.

    Of a private goal or a way out one word is enough that no shareable record holds and that is no everyday word;
    of a private accomplishment or the reason for pay it takes two. Linear in the journey and in the text.
    """
    known = {stem for words in texts(shareable(journey)) for stem, _ in content_words(words)} | _usual()
    goals = (goal.what for goal in journey.goals if goal.private)
    ways = (path.name for path in journey.paths if not path.internal)
    told = (words for one in journey.accomplishments if one.private for words in (one.did, one.result))
    kept = [(_telling(words) - known, 1) for words in (*goals, *ways)]
    kept += [(_telling(words) - known, 2) for words in (*told, journey.pay.reason)]
    begins = 0
    for line in text.splitlines(keepends=True):
        said = content_words(line)
        for telling, least in kept:
            found = [(stem, span) for stem, span in said if stem in telling]
            if len({stem for stem, _ in found}) >= least:
                yield begins + found[0][1][0], begins + found[0][1][1]
                break
        begins += len(line)


def _telling(words: str) -> set[str]:
    """The stems of the words that say what it is: no verb, no number, no word of every day."""
    return {
        stem
        for stem, (start, end) in content_words(words)
        if end - start >= _SHORTEST and words[start:end].isalpha() and not is_base(words[start:end].lower())
    }


@cache
def _usual() -> frozenset[str]:
    """Stems of everyday words, and of those that every mail has."""
    frames = (files(__package__) / "wording.toml").read_text("utf-8")
    words = _EVERYDAY | MONTHS | WEEKDAYS | NUMBERS | SPANS_OF_TIME
    return frozenset(stem for text in (frames, " ".join(words)) for stem, _ in content_words(text))


def texts(value: Value) -> Iterator[str]:
    """Every string in a record and in what it holds."""
    stack: list[object] = [value.model_dump()]
    while stack:
        match stack.pop():
            case str() as text:
                yield text
            case dict() as inner:
                stack.extend(inner.values())
            case tuple() | list() as inner:
                stack.extend(inner)
