"""Which goal words are about: by the words they share with it, where those say nothing by closeness of meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from talktrack.engine.story import Conversation, Goal, Journey
from talktrack.kit.similarity import ON_TOPIC, Closeness
from talktrack.kit.similarity.words import content_words
from talktrack.kit.words import MONTHS, NUMBERS, SPANS_OF_TIME, WEEKDAYS, word_set

_WEAK = word_set(
    """
    agree agreed ok yes no fine happy first last next again good better best new time week month year day
    days people person team thing work working job take taken give given go come see look talk ask tell say
    said need help start end wants want lead run own join become get make put"""
)
_OWN, _BESIDE = 1.0, 0.6
_LEAST = 0.45


class Goals:
    """The goals of a journey, ready to be held against words."""

    def __init__(
        self, journey: Journey, conversation: Conversation, closeness: Callable[[], Closeness] | None
    ) -> None:
        self.goals = tuple(goal for goal in journey.goals if not goal.private)
        self.closeness = closeness
        asked = {ask.goal for ask in conversation.asks if ask.goal}
        self._meant = asked or {goal.id for goal in self.goals}
        self._plain = frozenset(stem for goal in self.goals if not _stems(goal.what) for stem in _weak(goal.what))
        self._words = [
            _vocabulary(goal, conversation) | dict.fromkeys(self._plain & _weak(goal.what), _OWN)
            for goal in self.goals
        ]
        holders = Counter(stem for words in self._words for stem in words)
        self._rare = {
            stem: 1 + log(len(self.goals) / count) if self.goals else 1.0 for stem, count in holders.items()
        }

    def best(self, words: str, topic: str = "") -> str:
        """The id of the goal that shares most with the words and with their topic; "" where none shares anything."""
        return self.shared(words, topic) or self._closest(f"{topic} {words}".strip())

    def shared(self, words: str, topic: str = "") -> str:
        """The same by the words alone."""
        scores = self.scores(words, topic)
        top = max(scores, default=0.0)
        return self.goals[scores.index(top)].id if top >= _LEAST else ""

    def scores(self, words: str, topic: str = "") -> list[float]:
        """How much each goal shares with the words."""
        said = dict.fromkeys(self._said(words), 1.0) | dict.fromkeys(self._said(topic), 1.2)
        made = []
        for vocabulary in self._words:
            shared = sum(
                weight * vocabulary[stem] * self._rare[stem] for stem, weight in said.items() if stem in vocabulary
            )
            made.append(round(shared, 4))
        return made

    def only(self, words: str) -> str:
        """The one goal that was asked for, or that there is, where the words name no thing: a bare yes; else ""."""
        return next(iter(self._meant)) if len(self._meant) == 1 and not _stems(words) else ""

    def _said(self, text: str) -> set[str]:
        """The stems that say what a text is about, and those that some goal has nothing else than."""
        return _stems(text) | (_weak(text) & self._plain)

    def touched(self, said: Sequence[tuple[str, str]]) -> frozenset[str]:
        """The goals that some clauses, each with its topic, speak of: two words of a goal, or a telling topic."""
        found = set()
        for words, topic in said:
            stems = _stems(words) | _stems(topic)
            for goal, own in zip(self.goals, self._words, strict=True):
                shared = {stem for stem in stems if own.get(stem) == _OWN}
                beside = {stem for stem in stems if own.get(stem) == _BESIDE}
                if (
                    len(shared) > 1
                    or (shared and len(beside) > 1)
                    or any(self._only(s) for s in shared & _stems(topic))
                ):
                    found.add(goal.id)
        return frozenset(found)

    def _only(self, stem: str) -> bool:
        return sum(stem in own for own in self._words) == 1

    def _closest(self, words: str) -> str:
        if self.closeness is None or not self.goals or not words:
            return ""
        texts = [goal.what for goal in self.goals]
        match = next(iter(self.closeness().compare([words[:400]], texts, least=ON_TOPIC, most=1)), None)
        return self.goals[match.right].id if match else ""


def _vocabulary(goal: Goal, conversation: Conversation) -> dict[str, float]:
    """Each stem that speaks of the goal, with how much: most for its own words, less for its steps and requests."""
    beside = [
        goal.interest, goal.learning_goal, goal.progress, goal.if_then,
        *goal.skills, *goal.experiences, *goal.exposure, *goal.mentors,
        *(part for action in goal.actions for part in (action.what, action.support, action.done_test)),
        *(part for obstacle in goal.obstacles for part in (obstacle.what, obstacle.response)),
        *(ask.what for ask in conversation.asks if ask.goal == goal.id),
    ]  # fmt: skip
    words = {stem: _BESIDE for text in beside for stem in _stems(text)}
    return words | dict.fromkeys(_stems(goal.what), _OWN) | dict.fromkeys(_stems(goal.id.replace("-", " ")), _OWN)


def _weak(text: str) -> set[str]:
    """The stems of words that say little by themselves."""
    return {stem for stem, (start, end) in content_words(text) if text[start:end].lower() in _WEAK}


def _stems(text: str) -> set[str]:
    """The stems that say what a text is about; names of goals cut short count too ("sous" and "sous chef")."""
    found = set()
    for stem, (start, end) in content_words(text):
        word = text[start:end].lower()
        if (
            word in _WEAK
            or word in MONTHS
            or word in NUMBERS
            or word in SPANS_OF_TIME
            or word in WEEKDAYS
            or word[0].isdigit()
        ):
            continue
        found.add(stem)
    return found
