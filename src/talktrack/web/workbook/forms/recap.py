"""The forms of a recap: the notes, and each kind of record that is taken out of them."""

from __future__ import annotations

from django import forms

from talktrack.engine.story.value import LONGEST_TEXT

from .follow_through import AfterATalk
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


def talk() -> forms.ChoiceField:
    """The talk that it belongs to."""
    return forms.ChoiceField(label="In which talk", error_messages={"required": "In which talk was it?"})


class WordsForm(forms.Form):
    """The words of the recap mail."""

    body = forms.CharField(
        label="The words of the mail",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 18}),
        error_messages={"max_length": "This is too long for a mail. Say the heart of it; the plan holds the rest."},
    )


class NoteForm(AfterATalk):
    """One note, to put right."""

    text = line("What you noted", rows=6, needed=True)
    kind = forms.ChoiceField(label="What it is", choices=KINDS)
    speaker = forms.ChoiceField(label="Who said it", required=False, choices=SPEAKERS)
    conversation = talk()


class AgreementForm(AfterATalk):
    """Where the manager stands on one goal."""

    goal = forms.ChoiceField(
        label="Which goal", required=False, help_text="Without one it is kept for you, and told to nobody."
    )
    state = forms.ChoiceField(label="How they stand on it", choices=STATES)
    words = line("Their words", rows=2, help_text="“Agreed” needs the words that say so.")
    condition = line("The condition, where there is one", rows=2)
    review_on = WhenField(label="When you look at it again")
    conversation = talk()


class FeedbackForm(AfterATalk):
    """Feedback as situation, behaviour, impact."""

    text = line("What was said", rows=2, needed=True)
    situation = line("When and where it was")
    behaviour = line("What you did or did not do")
    impact = line("What came of it")
    better = line("What good would look like")
    category = forms.ChoiceField(label="What it is about", required=False, choices=CATEGORIES)
    conversation = talk()


class AdviceForm(AfterATalk):
    """A piece of advice, and what the person makes of it."""

    text = line("The advice", rows=2, needed=True)
    decision = forms.ChoiceField(label="What you make of it", required=False, choices=DECISIONS)
    reason = line("Why", help_text="Stays with you.")
    conversation = talk()


class OpenQuestionForm(AfterATalk):
    """Something left open."""

    text = line("The question", rows=2, needed=True)
    conversation = talk()
