"""Forms like those that views bring."""

from __future__ import annotations

from django import forms


class StartForm(forms.Form):
    sentence = forms.CharField(required=False, max_length=2000, widget=forms.Textarea)


class AnswerForm(forms.Form):
    answer = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))


class PromptForm(forms.Form):
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))


class EvidenceForm(forms.Form):
    text = forms.CharField(
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": "A word or two is needed before it can be kept."},
    )
    date = forms.CharField(required=False, label="Which day", help_text="2026, 2026-05 or 2026-05-14")
    what = forms.CharField(required=False, label="of what")
    baseline = forms.CharField(required=False, label="from")
    result = forms.CharField(required=False, label="to")
    level_unit = forms.CharField(required=False, label="counted in")
    period = forms.CharField(required=False, label="between")


class BenefitForm(forms.Form):
    skill = forms.CharField(label="If I learn", widget=forms.Textarea(attrs={"rows": 3}))
    change = forms.CharField(label="then this changes", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    result = forms.CharField(label="so that", widget=forms.Textarea(attrs={"rows": 3}))


class BringForm(forms.Form):
    quote = forms.CharField(
        required=False,
        label="Paste a passage",
        help_text="An all-hands mail, a page of the plan, what was said.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(required=False, label="Where it stands")
    date = forms.CharField(required=False, label="When")
    file = forms.FileField(required=False, label="Or a file", help_text="PDF, Word, Markdown, HTML or a table.")


class GoalForm(forms.Form):
    what = forms.CharField(label="What you will do", widget=forms.Textarea)
    target = forms.CharField(
        required=False, label="By which month", help_text="As 2027-06. The horizon follows from it."
    )
    why = forms.CharField(required=False, label="Why it matters to you", help_text="Stays with you.")
    horizon = forms.ChoiceField(required=False, label="Horizon", choices=[("", "from the month"), ("near", "Near")])
    private = forms.BooleanField(required=False, label="Keep this goal out of every file")


class PersonForm(forms.Form):
    name = forms.CharField(required=False, label="What you are called")
    role = forms.CharField(required=False, label="Your work, in your words")
    ladder = forms.ChoiceField(
        label="Is there a career ladder for it?",
        choices=[
            ("defined", "Yes, written down"),
            ("partial", "Partly"),
            ("none", "No"),
            ("unknown", "I do not know"),
        ],
        widget=forms.RadioSelect,
    )


class ImportForm(forms.Form):
    file = forms.FileField(
        required=False, label="A file", help_text="Talktrack’s own, or a brag document in Markdown."
    )
    text = forms.CharField(required=False, label="Or paste it", widget=forms.Textarea(attrs={"rows": 4}))
