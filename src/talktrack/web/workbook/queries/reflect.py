"""Reflection: the prompt of the moment, and what keeps coming back in the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.reflect import AT_ONCE, PROMPTS, Prompt, Theme, mismatch, themes
from talktrack.engine.story import Answer, Goal
from talktrack.web.people.subject import Subject

from .journey import journey
from .skipped import skipped

__all__ = ["PROMPTS", "STOPPED", "Moment", "Prompt", "Theme", "moment", "pulls", "returning"]

STOPPED = "enough"


@dataclass(frozen=True)
class Moment:
    """The prompt to show now."""

    prompt: Prompt | None
    """None where it is enough for today, or all are answered."""
    number: int
    of: int
    left: bool
    """Whether prompts are left for another day."""


def moment(subject: Subject, today: date) -> Moment:
    """The first prompt that is neither answered nor resting; at most five in a day."""
    answered = {a.id for a in journey(subject).answers}
    resting = skipped(subject, "reflect", today)
    open_ = [p for p in PROMPTS if p.id not in answered and p.id not in resting]
    seen = sum(day == today for name, day in resting.items() if name != STOPPED)
    enough = seen >= AT_ONCE or resting.get(STOPPED) == today
    of = min(AT_ONCE, seen + len(open_))
    left = any(p.id not in answered for p in PROMPTS)
    return Moment(open_[0] if open_ and not enough else None, min(seen + 1, of), of, left)


def returning(subject: Subject) -> tuple[tuple[Theme, bool], ...]:
    """Words that come back, with their quotes, and whether the person has said that they are theirs."""
    whole = journey(subject)
    said = {d.record: d.verdict for d in whole.decisions if d.about == "theme"}
    return tuple(
        (theme, said.get(f"themes/{theme.word}") == "confirmed")
        for theme in themes(whole)
        if said.get(f"themes/{theme.word}") != "dismissed"
    )


def pulls(subject: Subject, answer: Answer) -> tuple[Goal, ...]:
    """The goals that a drain or a boundary may pull against (R06)."""
    whole = journey(subject)
    if answer.topic not in ("drain", "boundary"):
        return ()
    alone = whole.model_copy(update={"answers": (answer,)})
    return tuple(g for g in whole.goals if f"“{answer.text}”" in mismatch(alone, g))
