"""The form of one record: its fields named as in the story, so that one becomes the other without a table."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from talktrack.engine.story.value import LONGEST_TEXT

MOST_ROWS = 40
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


def words(
    label: str, *, rows: int = 0, needed: bool = False, help_text: str = "", example: str = ""
) -> forms.CharField:
    """A field for a person's own words; with `rows` a large one."""
    shown = {"placeholder": example} if example else {}
    return forms.CharField(
        label=label,
        required=needed,
        max_length=LONGEST_TEXT,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, **shown}) if rows else forms.TextInput(attrs=shown),
        error_messages={
            "required": NEEDED,
            "max_length": "This is too long for one field. Keep the heart of it here, and the rest in a document.",
        },
    )


class Row(forms.Form):
    """One of several records inside a record. All its fields are in the form, so that none is lost in between."""

    legend: ClassVar[str] = ""
    first: ClassVar[str] = ""
    """The legend of the first one, where it says more."""
    counts: ClassVar[tuple[str, ...]] = ()
    """The fields of which one must be filled for the row to count."""
    empty_is_none: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Group:
    """Some fields of a form under one heading."""

    legend: str
    id: str
    fields: list[forms.BoundField]
    text: set[str]

    @property
    def filled(self) -> bool:
        """Whether something stands in it, or is wrong with it."""
        return any(field.errors or (field.name in self.text and field.value()) for field in self.fields)


class RecordForm(forms.Form):
    """A form whose fields are those of a noun. Subclasses add them, and say where the two differ."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)

    empty_is_none: ClassVar[tuple[str, ...]] = ()
    """Fields that are None in the story where nothing was typed."""

    rows: ClassVar[dict[str, type[Row]]] = {}
    """Records inside the record, such as a goal's actions: each drawn as often as there are, and once more."""

    sections: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    """Fields that are needed less often, folded under a heading."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, row in self.rows.items():
            for number in range(self._number(name)):
                for field, made in row.base_fields.items():
                    self.fields[f"{name}-{number}-{field}"] = copy.deepcopy(made)

    def _number(self, name: str) -> int:
        """How many rows there are: those that were sent or are kept, and an empty one to fill in."""
        keys = (*self.data, *(self.initial or {}))
        numbers = (key.split("-")[1] for key in keys if key.startswith(f"{name}-"))
        there = [int(number) for number in numbers if number.isascii() and number.isdigit()]
        sent = self.is_bound and bool(there)
        return min(max(there, default=-1) + (1 if sent else 2), MOST_ROWS)

    @property
    def groups(self) -> list[Group]:
        """The rows to draw, those of each kind together, the empty one last and folded."""
        return [
            Group(
                (row.legend if number else row.first or row.legend),
                f"{name}-{number}",
                [self[f"{name}-{number}-{field}"] for field in row.base_fields],
                {f"{name}-{number}-{field}" for field in row.counts},
            )
            for name, row in self.rows.items()
            for number in range(self._number(name))
        ]

    @property
    def folds(self) -> list[Group]:
        """The sections to draw folded, those with something in them open."""
        return [
            Group(legend, fields[0], [self[f] for f in fields if f in self.fields], set(fields))
            for legend, fields in self.sections
        ]

    @property
    def own(self) -> list[forms.BoundField]:
        """The visible fields that belong to no row and no section."""
        folded = {field for _, fields in self.sections for field in fields}
        return [field for field in self.visible_fields() if "-" not in field.name and field.name not in folded]

    def story(self) -> dict[str, object]:
        """The fields as the story has them. Call it on a form that holds."""
        plain: dict[str, object] = {
            name: None if name in self.empty_is_none and value in ("", None) else value
            for name, value in self.cleaned_data.items()
            if name != "version" and "-" not in name
        }
        return {**plain, **{name: self._rows(name, row) for name, row in self.rows.items()}}

    def _rows(self, name: str, row: type[Row]) -> list[dict[str, object]]:
        made = []
        for number in range(MOST_ROWS):
            fields = {f: self.cleaned_data.get(f"{name}-{number}-{f}") for f in row.base_fields}
            if any(fields[f] for f in row.counts):
                made.append({f: None if f in row.empty_is_none and v in ("", None) else v for f, v in fields.items()})
        return made

    @classmethod
    def initial_of(cls, value: object) -> dict[str, Any]:
        """What the form shows for a record."""
        found = {name: getattr(value, name) for name in cls.base_fields if hasattr(value, name)}
        for name, row in cls.rows.items():
            for number, item in enumerate(getattr(value, name)[:MOST_ROWS]):
                found |= {f"{name}-{number}-{field}": getattr(item, field) for field in row.base_fields}
        return found
