"""Why a question is in, waits or stays out, in plain words that cite what they rest on."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Journey, manager
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, Wording, merged, slot

from .given import GIVEN
from .weighing import Weighed, in_words

_SPOKEN = {"near": "near", "mid": "mid-term", "between": "long-term", "long": "long-term"}


class Reasons:
    """The reasons for the questions of one journey on one day."""

    def __init__(self, journey: Journey, today: date) -> None:
        self._say = Wording.load(files("talktrack.engine.prepare").joinpath("questions.toml"))
        self._journey, self._today = journey, today
        boss = manager(journey)
        self._manager = (
            slot(f"contacts/{boss.id}", "name", boss.name, boss.first_name, "first name")
            if boss and boss.name
            else None
        )
        self._goals = {f"goals/{g.id}": g for g in journey.goals}

    def why(self, weighed: Weighed) -> Passage:
        """Why it is in: who knows it, what the answer decides, what is missing or pressing."""
        known = self._known(weighed)
        impact = weighed.question.decision_impact
        first = None
        if impact == 3:
            horizon, month = self._goal(weighed)
            first = self._say.say("impact.3_goal", known=known, horizon=horizon, month=month)
        first = first or self._say.say(f"impact.{impact}", known=known)
        second = None
        if weighed.missing.level:
            second = self.frame(f"missing.{weighed.question.gap}")
        elif weighed.urgency:
            second = self._say.say("urgent.date", date=weighed.due)
        return merged(first, second) or Passage("")

    def _known(self, weighed: Weighed) -> Slot:
        q = weighed.question
        degree = "commitment" if q.category == "commitment" and q.manager_only == 3 else str(max(q.manager_only, 1))
        said = self._say.first(f"known.{degree}_name", f"known.{degree}", manager=self._manager)
        return Slot(said.text, said.sources) if said else Slot("", ())

    def _goal(self, weighed: Weighed) -> tuple[Slot | None, Slot | None]:
        """The horizon and the month of the goal that the answer decides, if it is about one with a month."""
        goal = next((self._goals[ref] for ref in weighed.missing.about if ref in self._goals), None)
        where = horizon(goal, self._today) if goal and goal.target else None
        if not goal or not where:
            return None, None
        record = f"goals/{goal.id}"
        spoken = slot(record, "target", goal.target, _SPOKEN[where], f"horizon on {self._today}")
        return spoken, slot(record, "target", goal.target, in_words(goal.target), "in words")

    def frame(self, name: str) -> Passage:
        """A reason without facts, by its name in `questions.toml`."""
        return self._say.frame(name)

    def not_fitting(self, weighed: Weighed) -> Passage | None:
        """What the question needs, or rules out, that this journey does not have; None where it fits."""
        q = weighed.question
        for name in q.prerequisites:
            if not GIVEN[name](self._journey, self._today):
                return self.frame(f"needs.{name}")
        for name in q.exclusions:
            if GIVEN[name](self._journey, self._today):
                return self.frame(f"not_with.{name}")
        return None

    def answered(self, on: str) -> Passage:
        """That it has been answered, and when."""
        if not on:
            return self.frame("dropped.answered_undated")
        return Passage(self._say.templates["dropped.answered"].replace("{date}", in_words(on)))
