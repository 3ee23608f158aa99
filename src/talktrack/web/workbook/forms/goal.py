"""The form of a goal: by when, for whose good, what it builds, what may stand in the way."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from talktrack.engine.story import Goal, Statement

from .record import Lines, RecordForm, Row, words
from .when import WhenField

HORIZONS = (
    ("", "from the month"),
    ("near", "Near: within a year"),
    ("mid", "Mid: one to three years"),
    ("between", "Between: three to five years"),
    ("long", "Long: five years and more"),
)
_KINDS = (("experience", "By doing it"), ("exposure", "By being near it"), ("education", "By learning it"))
_STATUS = (("open", "Open"), ("doing", "Under way"), ("done", "Done"), ("dropped", "Dropped"))


class ActionRow(Row):
    """One thing that the person can do towards the goal."""

    legend = "Another step of your own"
    first = "A first step that you can take yourself"
    counts = ("what",)

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    what = words("What you do")
    kind = forms.ChoiceField(label="How you learn by it", choices=_KINDS, required=False)
    by = WhenField(label="By when", help_text="")
    support = words("What you ask of your manager for it")
    done_test = words("How one would know that it is done")
    status = forms.ChoiceField(label="How it stands", choices=_STATUS, required=False)


class ObstacleRow(Row):
    """What may get in the way, and the answer to it."""

    legend = "Another thing that may get in the way"
    first = "What may get in the way"
    counts = ("what", "response")

    what = words("What may get in the way")
    response = words("What you do then")


class GoalForm(RecordForm):
    """One goal."""

    rows: ClassVar[dict[str, type[Row]]] = {"actions": ActionRow, "obstacles": ObstacleRow}
    sections = (
        ("What is in it for them", ("benefit_skill", "benefit_change", "benefit_result", "serves")),
        ("What this stretch gives you", ("skills", "experiences", "exposure", "mentors")),
        ("When and where, and how you see progress", ("if_then", "progress", "learning_goal")),
    )

    what = words("What you will do", rows=2, needed=True)
    target = WhenField(
        label="By which month", help_text="May 2027 or 2027-05. The horizon follows from it.", months=True
    )
    horizon = forms.ChoiceField(label="Or which stretch", required=False, choices=HORIZONS)
    interest = words("What draws you to the work itself")
    why = words("Why it matters to you", help_text="Stays with you: it is in no file for others.")
    leads_to = forms.MultipleChoiceField(
        label="Leads to", required=False, widget=forms.CheckboxSelectMultiple, help_text="Goals further out."
    )
    private = forms.BooleanField(required=False, label="Keep this goal out of every file")
    benefit_skill = words("If I learn", rows=2)
    benefit_change = words("then this changes", rows=2)
    benefit_result = words("so that", rows=2)
    serves = forms.MultipleChoiceField(
        label="What they say they need, and this serves", required=False, widget=forms.CheckboxSelectMultiple
    )
    skills = Lines(label="Skills", help_text="One on a line.")
    experiences = Lines(label="Experiences and milestones")
    exposure = Lines(label="Exposure across the business")
    mentors = Lines(label="Mentors and network")
    if_then = words("When, where and how", help_text="“When the Monday round is over, I spend an hour on it.”")
    progress = words("How you see that you get closer")
    learning_goal = words("What to learn first, where the skill is new")

    def __init__(
        self, *args: Any, goals: tuple[Goal, ...] = (), statements: tuple[Statement, ...] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["leads_to"].choices = [(g.id, g.what) for g in goals]  # type: ignore[attr-defined]
        self.fields["serves"].choices = [(s.id, s.quote) for s in statements]  # type: ignore[attr-defined]
        for name, there in (("leads_to", goals), ("serves", statements)):
            if not there:
                del self.fields[name]

    def story(self) -> dict[str, object]:
        """The fields as a goal has them; a horizon only where no month is known."""
        fields = super().story()
        parts = {part: fields.pop(f"benefit_{part}", "") for part in ("skill", "change", "result")}
        actions = fields["actions"] if isinstance(fields["actions"], list) else []
        return {
            **fields,
            "benefit": parts,
            "horizon": None if fields.get("target") else fields.get("horizon") or None,
            "actions": [
                {**a, "kind": a.get("kind") or "experience", "status": a.get("status") or "open"} for a in actions
            ],
        }

    @classmethod
    def initial_of(cls, value: object) -> dict[str, Any]:
        """What the form shows for a goal."""
        benefit = getattr(value, "benefit", None)
        parts = {f"benefit_{part}": getattr(benefit, part, "") for part in ("skill", "change", "result")}
        return {**super().initial_of(value), **parts}
