"""The forms of the preparation: the meeting itself, and the other side of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from talktrack.engine.story import Accomplishment, Contact, Goal

from .record import Lines, RecordForm, Row, words
from .when import WhenField

STATES = (
    ("planned", "Not asked for yet"),
    ("asked", "Asked for"),
    ("booked", "Booked"),
    ("held", "Held"),
    ("postponed", "Put off"),
    ("cancelled", "Cancelled"),
)
_YES_NO = (("", "Not known yet"), ("yes", "Yes"), ("no", "No"))
_IS = {"yes": True, "no": False}
_SAID = {True: "yes", False: "no", None: ""}
ABOUT = (
    ("priority", "A priority"),
    ("pressure", "A pressure"),
    ("earlier act", "Something done before"),
    ("investment", "An investment"),
    ("other", "Something else"),
)


class MomentField(forms.Field):
    """A day and a time as the clock on the wall shows it."""

    def __init__(self, *, label: str, help_text: str = "") -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(label=label, help_text=help_text, required=False, widget=widget)

    def to_python(self, value: Any) -> datetime | None:
        """The moment, without an offset."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            raise ValidationError("Write a day and a time, such as 2026-12-03 10:00.") from None


class AskRow(Row):
    """One thing to ask for."""

    legend = "Another ask"
    first = "What you will ask for"
    counts = ("what",)
    empty_is_none = ("goal",)

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    what = words("As you would say it", rows=2, help_text="“Could you take me into the launch meeting?”")
    by = WhenField(label="By when")
    decider = words("Who decides on it")
    goal = forms.ChoiceField(label="For which goal", required=False)


class QuestionRow(Row):
    """One question of one's own."""

    legend = "Another question of your own"
    first = "A question of your own"
    counts = ("text",)

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    text = words("As you would ask it", rows=2)
    purpose = words("What it is for")


class ConversationForm(RecordForm):
    """One conversation: its aim, when and where, what is asked for."""

    rows: ClassVar[dict[str, type[Row]]] = {"asks": AskRow, "questions": QuestionRow}
    empty_is_none = ("contact", "at")
    sections = (
        ("Your own opening and closing", ("opening", "closing")),
        ("Where, and how it stands", ("place", "private", "in_person", "remote_reason", "state", "review_on")),
    )

    aim = words("What you want to leave the room with", rows=2, help_text="One sentence. You open with it.")
    contact = forms.ChoiceField(label="With whom", required=False)
    at = MomentField(label="When", help_text="Leave it empty while there is no day.")
    minutes = forms.IntegerField(
        label="How many minutes",
        min_value=10,
        max_value=90,
        initial=30,
        error_messages={
            "invalid": "Write a whole number of minutes, from 10 to 90.",
            "min_value": "Ten minutes are the least that can be planned.",
            "max_value": "Ninety minutes are the most that can be planned.",
            "required": "How long is it to be? Thirty minutes are usual.",
        },
    )
    opening = words("Your opening, said as it stands", rows=3)
    closing = words("Your thanks, said as they stand", rows=2)
    place = words("Where")
    private = forms.ChoiceField(label="Does it have a door that shuts?", required=False, choices=_YES_NO)
    in_person = forms.ChoiceField(label="In person?", required=False, choices=_YES_NO)
    remote_reason = words("Why not in person, if not")
    state = forms.ChoiceField(label="How it stands", required=False, choices=STATES)
    review_on = WhenField(label="Your performance review", help_text="So that the two do not fall together.")

    def __init__(
        self, *args: Any, contacts: tuple[Contact, ...] = (), goals: tuple[Goal, ...] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        people = [("", "Your manager"), *((c.id, c.name) for c in contacts)]
        self.fields["contact"].choices = people  # type: ignore[attr-defined]
        self._ids = {c.name: c.id for c in contacts}
        names = {c.id: c.name for c in contacts}
        # A decider is a contact's id, or just words: people read and write the name.
        self.initial = {
            key: names.get(value, value) if key.endswith("-decider") else value
            for key, value in (self.initial or {}).items()
        }
        aims = [("", "None in particular"), *((g.id, g.what) for g in goals)]
        for name, field in self.fields.items():
            if name.startswith("asks-") and name.endswith("-goal"):
                field.choices = aims  # type: ignore[attr-defined]

    def story(self) -> dict[str, object]:
        """The fields as a conversation has them."""
        fields = super().story()
        setting = {
            "place": fields.pop("place", ""),
            "private": _IS.get(str(fields.pop("private", ""))),
            "in_person": _IS.get(str(fields.pop("in_person", ""))),
            "remote_reason": fields.pop("remote_reason", ""),
        }
        asks = [
            {**row, "decider": self._ids.get(str(row["decider"]), row["decider"])}
            for row in self._rows("asks", AskRow)
        ]
        return {**fields, "asks": asks, "setting": setting, "state": fields.get("state") or "planned"}

    @classmethod
    def initial_of(cls, value: object) -> dict[str, Any]:
        """What the form shows for a conversation."""
        setting = getattr(value, "setting", None)
        return {
            **super().initial_of(value),
            "place": getattr(setting, "place", ""),
            "private": _SAID[getattr(setting, "private", None)],
            "in_person": _SAID[getattr(setting, "in_person", None)],
            "remote_reason": getattr(setting, "remote_reason", ""),
        }


class FactRow(Row):
    """Something that the other side has said or done."""

    legend = "Another thing said or done"
    first = "Something they have said or done"
    counts = ("text",)

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    text = words("What was said or done", rows=2)
    about = forms.ChoiceField(label="What kind of thing it is", required=False, choices=ABOUT, initial="other")
    source = words("Where you heard or saw it")
    date = WhenField(label="When")


class GuessRow(Row):
    """Something that is supposed."""

    legend = "Another guess"
    first = "A guess of yours"
    counts = ("text",)

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    text = words("What you suppose", rows=2, help_text="It never becomes a fact by itself.")
    about = forms.ChoiceField(label="What kind of thing it is", required=False, choices=ABOUT, initial="other")


class ObjectionRow(Row):
    """What may be said against it, and the bridge back."""

    legend = "Another thing that may be said"
    first = "What may be said against it"
    counts = ("says", "bridge")

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    says = words("What they may say", rows=2)
    bridge = words("Your way back to what you came for", rows=2)
    evidence = forms.MultipleChoiceField(label="What carries it", required=False, widget=forms.CheckboxSelectMultiple)


class PlaceForm(forms.Form):
    """The place, as the page of the conversation asks for it."""

    place = words("Where")
    reason = words("Why not in person")
    done = forms.MultipleChoiceField(required=False, choices=(("door", "door"), ("person", "person")))

    def setting(self) -> dict[str, object]:
        """What was said of the place. A box that is not ticked says no where a reason says so, else nothing."""
        given, ticked = self.cleaned_data, self.cleaned_data["done"]
        in_person = True if "person" in ticked else False if given["reason"] else None
        return {
            "place": given["place"],
            "remote_reason": "" if in_person else given["reason"],
            "private": True if "door" in ticked else None,
            "in_person": in_person,
        }


class SideForm(RecordForm):
    """The other side: facts apart from guesses."""

    rows: ClassVar[dict[str, type[Row]]] = {"facts": FactRow, "guesses": GuessRow, "objections": ObjectionRow}

    unknowns = Lines(label="What you do not know", help_text="One on a line.")

    def __init__(self, *args: Any, accomplishments: tuple[Accomplishment, ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        told = [(a.id, a.did) for a in accomplishments if not a.private]
        for name in [n for n in self.fields if n.startswith("objections-") and n.endswith("-evidence")]:
            self.fields[name].choices = told  # type: ignore[attr-defined]
            if not told:
                self.fields[name].widget = forms.MultipleHiddenInput()

    def story(self) -> dict[str, object]:
        """The fields as a lens has them."""
        fields = super().story()
        for name in ("facts", "guesses", "objections"):
            fields[name] = [_whole(row) for row in self._rows(name, self.rows[name])]
        return fields


def _whole(row: dict[str, object]) -> dict[str, object]:
    filled = {k: v for k, v in row.items() if v is not None}
    return {**filled, **({"about": row.get("about") or "other"} if "about" in row else {})}
