"""Where the manager stands on each goal. Silence is never agreement (R32)."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import Agreement, Goal, Journey


@dataclass(frozen=True)
class Standing:
    """One goal, and the last explicit word on it."""

    goal: Goal
    agreement: Agreement | None
    """The agreement that the state rests on; None where nothing explicit was said."""

    @property
    def state(self) -> str:
        """ "agreed", "conditional", "disagreed", or "not discussed" wherever nothing explicit is on record."""
        return self.agreement.state if self.agreement else "not discussed"


def ledger(journey: Journey) -> tuple[Standing, ...]:
    """Every goal in the order of the journey, with the word of the latest conversation that held one.

    A later conversation in which a goal did not come up takes nothing back, and gives nothing.
    """
    held = sorted(journey.conversations, key=lambda c: c.at.isoformat() if c.at else "")
    turn = {conversation.id: at for at, conversation in enumerate(held)}
    said = [a for a in journey.agreements if a.state != "not discussed" and a.conversation in turn]
    said.sort(key=lambda agreement: turn[agreement.conversation])
    last = {agreement.goal: agreement for agreement in said}
    return tuple(Standing(goal, last.get(goal.id)) for goal in journey.goals)
