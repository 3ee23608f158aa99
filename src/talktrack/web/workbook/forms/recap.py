"""The forms of a recap: the notes, and each kind of record that is taken out of them."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from talktrack.engine.story import Contact, Goal
from talktrack.engine.story.value import LONGEST_TEXT

from .prepare import MomentField
from .record import RecordForm
from .record import words as line
from .when import WhenField

LONGEST_PAGE = 400_000
"""Characters of one pasted page; what is longer than one note may be is cut into several."""
SPEAKERS = (("", "Not said"), ("me", "You"), ("manager", "Your manager"), ("other", "Somebody else"))
KINDS = (
    ("other", "A note"),
    ("advice", "Advice"),
    ("feedback", "Feedback"),
    ("promise", "A promise"),
    ("agreement", "An agreement"),
    ("reaction", "Something you saw"),
    ("question", "An open question"),
)
CATEGORIES = (
    ("", "Not sorted"),
    ("leadership", "Leadership: deciding"),
    ("interpersonal", "With people: saying, listening"),
    ("technical", "The craft: tools, numbers"),
    ("personal effectiveness", "Yourself: time, focus"),
)
STATES = (
    ("agreed", "Agreed, in so many words"),
    ("conditional", "On a condition"),
    ("disagreed", "Not agreed"),
    ("not discussed", "Not discussed"),
)
DECISIONS = (("", "Open"), ("act", "You act on it"), ("later", "Later"), ("decline", "Not for you"))


class NotesForm(forms.Form):
    """The notes of a talk, pasted or typed."""

    text = forms.CharField(
        label="Your notes",
        required=False,
        max_length=LONGEST_PAGE,
        widget=forms.Textarea,
        error_messages={
            "max_length": "This is too long for the notes of one talk. Paste the part that was about you; "
            "the rest can stay where it is."
        },
    )


class WordsForm(forms.Form):
    """The words of the recap mail."""

    body = forms.CharField(
        label="The words of the mail",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 18}),
        error_messages={"max_length": "This is too long for a mail. Say the heart of it; the plan holds the rest."},
    )


class _Taken(RecordForm):
    """A record of one talk."""

    conversation = forms.CharField(required=False, widget=forms.HiddenInput)


class NoteForm(_Taken):
    """One note, to put right."""

    text = line("What you noted", rows=6, needed=True)
    kind = forms.ChoiceField(label="What it is", choices=KINDS)
    speaker = forms.ChoiceField(label="Who said it", required=False, choices=SPEAKERS)


class _Pointing(_Taken):
    """A form in which a goal or a person is chosen."""

    def __init__(
        self, *args: Any, goals: tuple[Goal, ...] = (), contacts: tuple[Contact, ...] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if "goal" in self.fields:
            self.fields["goal"].choices = [("", "None of them"), *((g.id, g.what[:120]) for g in goals)]  # type: ignore[attr-defined]
        if "owner" in self.fields:
            people = [(c.id, c.name) for c in contacts]
            self.fields["owner"].choices = [("", "Nobody yet"), ("me", "You"), *people]  # type: ignore[attr-defined]


class CommitmentForm(_Pointing):
    """A promise of one side."""

    empty_is_none = ("goal", "conversation")
    action = line("What will be done", rows=2, needed=True, help_text="Begin with the doing: “Send the rota”.")
    owner = forms.ChoiceField(label="Whose promise it is", required=False)
    due = WhenField(label="By when")
    done_test = line("How one would know that it is done")
    goal = forms.ChoiceField(label="For which goal", required=False)


class AgreementForm(_Pointing):
    """Where the manager stands on one goal."""

    goal = forms.ChoiceField(label="Which goal", error_messages={"required": "Which goal was it about?"})
    state = forms.ChoiceField(label="How they stand on it", choices=STATES)
    words = line("Their words", rows=2, help_text="“Agreed” needs the words that say so.")
    condition = line("The condition, where there is one", rows=2)
    review_on = WhenField(label="When you look at it again")


class FeedbackForm(_Taken):
    """Feedback as situation, behaviour, impact."""

    text = line("What was said", rows=2, needed=True)
    situation = line("When and where it was")
    behaviour = line("What you did or did not do")
    impact = line("What came of it")
    better = line("What good would look like")
    category = forms.ChoiceField(label="What it is about", required=False, choices=CATEGORIES)


class AdviceForm(_Taken):
    """A piece of advice, and what the person makes of it."""

    text = line("The advice", rows=2, needed=True)
    decision = forms.ChoiceField(label="What you make of it", required=False, choices=DECISIONS)
    reason = line("Why", help_text="Stays with you.")


class CheckInForm(_Taken):
    """An agreed moment to look again."""

    empty_is_none: ClassVar[tuple[str, ...]] = ("at", "conversation")
    on = WhenField(label="On which day")
    at = MomentField(label="Day and time, where you agreed one")
    about = line("What it is about")


class OpenQuestionForm(_Taken):
    """Something left open."""

    text = line("The question", rows=2, needed=True)


class ReactionForm(_Taken):
    """An act that was observed. What it means is the person's own, and private always."""

    act = line("What you saw or heard", rows=2, needed=True, help_text="What a camera would have shown.")
    my_reading = line("How you read it")
    another_reading = line("How else it could be read")


FORMS: dict[str, type[RecordForm]] = {
    "commitments": CommitmentForm,
    "agreements": AgreementForm,
    "feedback": FeedbackForm,
    "advice": AdviceForm,
    "check_ins": CheckInForm,
    "open_questions": OpenQuestionForm,
    "reactions": ReactionForm,
    "notes": NoteForm,
}
"""The form of each kind."""
