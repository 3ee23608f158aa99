"""A promise inside a sentence: as something to do, or quoted as it was noted where its form does not fit."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from talktrack.kit.drafting import Slot, clause, slot
from talktrack.kit.verbs import is_base, wished

from .days import said
from .ledger import Entry

Form = Literal["", "_noted"]
""" "" goes on after "you were going to"; "_noted" stands in quotation marks."""
_LISTENER = re.compile(r"\b(?:she|her|hers|he|him|his|they|them|their)\b", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def action(entry: Entry, *, to: str = "") -> tuple[Form, Slot | None]:
    """The promise as it is said to the person called `to` (a first name), and the form of sentence that takes it.

    "you" in another's promise, and "she" or their own name in one's own, would mean somebody else when said aloud.
    """
    text = entry.commitment.action
    to_do = wished(text) or (text if is_base(text) else "")
    wrong = _OWNER if entry.side == "theirs" else _LISTENER
    named = bool(to) and re.search(rf"\b{re.escape(to)}\b", text, re.IGNORECASE)
    if to_do and not named and not wrong.search(text):
        return "", slot(entry.reference, "action", text, clause(to_do))
    return "_noted", slot(entry.reference, "action", text, text.rstrip(".…;, ") or text)


def due(entry: Entry, today: date) -> Slot | None:
    """Its day in words."""
    when = entry.commitment.due
    return slot(entry.reference, "due", when, said(when, today) if when else "", "in words")
