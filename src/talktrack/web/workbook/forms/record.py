"""The form of one record: its fields named as in the story, so that one becomes the other without a table."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from talktrack.engine.story.value import LONGEST_TEXT

NEEDED = "A word or two is needed before it can be kept."


class Lines(forms.Field):
    """Several short texts, one on each line; empty lines do not count."""

    def __init__(self, *, label: str, help_text: str = "", rows: int = 3) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, help_text=help_text, required=False, widget=widget)

    def prepare_value(self, value: Any) -> Any:
        """The texts as lines."""
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> list[str]:
        """The lines as texts."""
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]


def words(label: str, *, rows: int = 0, needed: bool = False, help_text: str = "") -> forms.CharField:
    """A field for a person's own words; with `rows` a large one."""
    return forms.CharField(
        label=label,
        required=needed,
        max_length=LONGEST_TEXT,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput,
        error_messages={
            "required": NEEDED,
            "max_length": "This is too long for one field. Keep the heart of it here, and the rest in a document.",
        },
    )


class RecordForm(forms.Form):
    """A form whose fields are those of a noun. Subclasses add them, and say where the two differ."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)

    empty_is_none: ClassVar[tuple[str, ...]] = ()
    """Fields that are None in the story where nothing was typed."""

    def story(self) -> dict[str, object]:
        """The fields as the story has them. Call it on a form that holds."""
        return {
            name: None if name in self.empty_is_none and value in ("", None) else value
            for name, value in self.cleaned_data.items()
            if name != "version"
        }

    @classmethod
    def initial_of(cls, value: object) -> dict[str, Any]:
        """What the form shows for a record."""
        return {name: getattr(value, name) for name in cls.base_fields if hasattr(value, name)}
