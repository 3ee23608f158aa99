"""The forms of the beginning."""

from __future__ import annotations

from django import forms

from .record import NEEDED, words
from .when import SAY, when


class StartForm(forms.Form):
    """One sentence, which may stay empty."""

    sentence = words("Your sentence", rows=4)


class AnswerForm(forms.Form):
    """The answer to one question of the first agenda."""

    answer = words("Your answer", rows=3)

    def __init__(self, *args: object, question: str = "", **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.question = question

    def clean_answer(self) -> str:
        """The answer; a day where a day was asked for."""
        text = str(self.cleaned_data["answer"]).strip()
        if not text:
            raise forms.ValidationError(f"{NEEDED} Or skip the question.")
        if self.question != "started":
            return text
        try:
            return when(text)
        except ValueError:
            raise forms.ValidationError(SAY) from None
