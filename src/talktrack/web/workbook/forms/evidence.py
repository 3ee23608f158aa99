"""The forms of evidence: a line in the pad with its number, and the whole record."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from talktrack.engine.story import Statement
from talktrack.kit.text import clean

from .record import NEEDED, Lines, RecordForm, Row, words
from .when import WhenField

_FIGURE = re.compile(r"(?<![\w.,])([-+−]?\d[\d.,]*)\s?(%|percent\b|per cent\b|[^\W\d_]{3,})?", re.IGNORECASE)
_PERCENT = ("%", "percent", "per cent")
_END = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")
KINDS = (
    ("result", "A result"),
    ("value", "Something of value without a number"),
    ("knowledge", "Something you know or taught"),
    ("leadership", "Leading, with or without a title"),
)


def number(label: str, help_text: str = "") -> forms.DecimalField:
    """A number of the person's own, any of which may be left out."""
    field = forms.DecimalField(
        label=label,
        required=False,
        help_text=help_text,
        max_digits=24,
        decimal_places=9,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": "Write a number, such as 65 or 3.5."},
    )
    field.narrow = True  # type: ignore[attr-defined]  # read by parts/_slots.html
    return field


def figure(text: str) -> tuple[str, Decimal | None, str]:
    """The first number of a text as it stands there ("65 %"), its amount and its unit; empty where there is none."""
    for found in _FIGURE.finditer(text):
        digits = found[1].rstrip(".,")
        unit = (found[2] or "").lower()
        if not unit and re.fullmatch(r"(19|20)\d\d", digits):
            continue  # a year
        amount = digits.replace("−", "-").replace("+", "")
        amount = amount.replace(",", "") if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", amount) else amount
        try:
            value = Decimal(amount.replace(",", "."))
        except ArithmeticError:
            continue
        return found[0].strip(), value, "%" if unit in _PERCENT else unit
    return "", None, ""


def split(text: str) -> tuple[str, str]:
    """What was done, and what came of it: the first sentence, and the rest."""
    first, *rest = _END.split(clean(text), maxsplit=1)
    return first, clean(rest[0]) if rest else ""


class EvidenceForm(RecordForm):
    """One line, and of the number in it what is known."""

    text = words("What you did", rows=3, needed=True)
    date = WhenField(label="Which day")
    what = words("of what")
    baseline = number("from")
    result = number("to")
    level_unit = words("counted in")
    period = words("between")
    quiet = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    """Rules that were dismissed while the line was typed."""

    def story(self) -> dict[str, object]:
        """The line as an accomplishment."""
        return self.record_of(self.cleaned_data)

    @staticmethod
    def record_of(typed: dict[str, Any]) -> dict[str, object]:
        """The fields of the accomplishment that was typed, whole or not."""
        did, result = split(typed.get("text") or "")
        return {"did": did, "result": result, "date": typed.get("date") or "", "measures": _measures(typed)}

    def typed(self) -> dict[str, Any]:
        """What holds of what was typed so far."""
        self.is_valid()
        return self.cleaned_data


def _measures(typed: dict[str, Any]) -> list[dict[str, object]]:
    known = {f: typed.get(f) for f in ("baseline", "result", "level_unit", "period", "what")}
    if not any(v not in (None, "") for v in known.values()):
        return []
    _, amount, unit = figure(typed.get("text") or "")
    share = unit == "%"
    return [
        {
            **{f: v for f, v in known.items() if v not in (None, "")},
            "what": known["what"] or "It",
            "change": amount if share else None,
            "value": None if share or known["result"] is not None else amount,
            "unit": unit if share or known["result"] is None else "",
        }
    ]


class MeasureRow(Row):
    """One number with its start and its period."""

    legend = "Another number"
    first = "A number, as far as you know it"
    counts = ("what", "change", "value", "baseline", "result", "period")
    empty_is_none = ("change", "value", "baseline", "result")

    what = words("What was counted")
    baseline = number("From")
    result = number("To")
    level_unit = words("Counted in", example="% of members")
    period = words("Between when and when")
    change = number("Up, or −down, by")
    value = number("Or a plain one")
    unit = words("In what", example="%, minutes, people")
    verified = forms.BooleanField(required=False, initial=True, label="I have looked this number up")


class KpiRow(Row):
    """One agreed target."""

    legend = "Another agreed target"
    first = "An agreed target"
    counts = ("name", "target", "actual")
    empty_is_none = ("target", "actual")

    name = words("What was agreed")
    target = number("The target")
    actual = number("What it came to")
    unit = words("In what")
    lower_is_better = forms.BooleanField(required=False, label="Less is better")


class AccomplishmentForm(RecordForm):
    """One piece of evidence, whole."""

    rows: ClassVar[dict[str, type[Row]]] = {"measures": MeasureRow, "kpis": KpiRow}

    sections = (
        ("More about it", ("my_part", "problem", "skills", "enjoyed", "kind")),
        ("Your own wording", ("spoken",)),
    )

    did = words("What you did", rows=2, needed=True, help_text="Begin with the verb.")
    result = words("What came of it", rows=2)
    date = WhenField(label="When")
    serves = forms.MultipleChoiceField(
        label="Which objective it served", required=False, widget=forms.CheckboxSelectMultiple
    )
    proof = words("Where the proof lies", help_text="A link, a report, what somebody said.")
    private = forms.BooleanField(required=False, label="Keep it out of every file")
    my_part = words("Your own part, where a team did it")
    problem = words("The problem that it solved")
    skills = Lines(label="Skills that it shows", help_text="One on a line.")
    enjoyed = words("What was good about doing it")
    spoken = words("Said as it stands", rows=3)
    kind = forms.ChoiceField(label="What kind of evidence it is", choices=KINDS)

    def __init__(self, *args: Any, statements: tuple[Statement, ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["serves"].choices = [(s.id, s.quote) for s in statements]  # type: ignore[attr-defined]
        if not statements:
            del self.fields["serves"]
        self.fields["did"].error_messages["required"] = NEEDED
