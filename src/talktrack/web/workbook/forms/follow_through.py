"""The forms that follow a talk: a promise, a check-in, a reaction."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from talktrack.engine.story import Contact, Conversation, Goal

from .prepare import MomentField
from .record import RecordForm, words
from .when import WhenField


class AfterATalk(RecordForm):
    """A form in which the talk, a person and a goal can be chosen, where there are any."""

    empty_is_none: ClassVar[tuple[str, ...]] = ("conversation", "goal")

    def __init__(
        self,
        *args: Any,
        goals: tuple[Goal, ...] = (),
        contacts: tuple[Contact, ...] = (),
        talks: tuple[Conversation, ...] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        chosen: dict[str, list[tuple[str, str]]] = {
            "goal": [("", "None of them"), *((g.id, g.what[:120]) for g in goals)],
            "owner": [("", "Nobody yet"), ("me", "You"), *((c.id, c.name) for c in contacts)],
            "conversation": [(c.id, _talk(c)) for c in reversed(talks)],
        }
        for name, choices in chosen.items():
            if name in self.fields:
                optional = not self.fields[name].required and name == "conversation"
                none = [("", "None of them")] if optional else []
                self.fields[name].choices = none + choices  # type: ignore[attr-defined]


def _talk(talk: Conversation) -> str:
    day = f"{talk.at.day} {talk.at:%B %Y}" if talk.at else "no day"
    return f"{day}: {talk.aim[:80]}" if talk.aim else day


class PromiseForm(AfterATalk):
    """What one side promised."""

    action = words("What will be done", rows=2, needed=True, help_text="Begin with the doing: “Send the rota”.")
    owner = forms.ChoiceField(label="Whose promise it is", required=False)
    due = WhenField(label="By when")
    done_test = words("How one would know that it is done")
    conversation = forms.ChoiceField(label="From which talk", required=False)
    goal = forms.ChoiceField(label="For which goal", required=False)


class CheckInForm(AfterATalk):
    """An agreed moment to look again."""

    empty_is_none: ClassVar[tuple[str, ...]] = ("conversation", "at")

    on = WhenField(label="On which day", help_text="29 January 2027")
    at = MomentField(label="Day and time, where you agreed one")
    minutes = forms.IntegerField(
        label="Minutes", min_value=5, max_value=90, initial=15, error_messages={"required": "How long? Five to 90."}
    )
    about = words("What it is about")
    conversation = forms.ChoiceField(label="After which talk", required=False)
    held = forms.BooleanField(required=False, label="It was held")


class ReactionForm(AfterATalk):
    """An act that was observed. The act has to be there; what it means is the person's own."""

    empty_is_none: ClassVar[tuple[str, ...]] = ()

    act = words("What you saw or heard", rows=2, needed=True, help_text="What a camera would have shown.")
    my_reading = words("How you read it", rows=2)
    another_reading = words("How else it could be read", rows=2)
    reading = forms.ChoiceField(label="What it comes to, if you want to say", required=False)
    conversation = forms.ChoiceField(
        label="In which talk", error_messages={"required": "In which talk was it? Note the talk first."}
    )
    on = WhenField(label="On which day, where it was another")

    def __init__(self, *args: Any, classes: tuple[tuple[str, str], ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reading"].choices = [("", "Not yet"), *classes]  # type: ignore[attr-defined]
