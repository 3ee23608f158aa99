"""A noted line in a mail to the one it is about."""

from __future__ import annotations

import re

from talktrack.engine.story import Contact
from talktrack.kit.verbs import is_base, may_start_small

from .addressed import addressed, with_you

_OPENERS, _CLOSERS = '"“„«', '"”“»'
_LISTENER = re.compile(r"\b(?:you|your|yours|yourself|you['’](?:re|ve|d|ll))\b", re.IGNORECASE)
_INSIDE = re.compile(r"[\"“][^\"”]*[\"”]")


def quoted(text: str) -> str:
    """The words in quotation marks with a stop inside, where they are the other's own; else "".

    They are where marks stand around them, or where "you" means the one who took the note.
    """
    bare = " ".join(text.split())
    marked = bare[:1] in _OPENERS and bare.rstrip(".")[-1:] in _CLOSERS and len(_INSIDE.findall(bare)) == 1
    if marked:
        bare = bare.rstrip(".")[1:-1].strip()
    elif not _LISTENER.search(_INSIDE.sub(" ", bare)):
        return ""
    shown = bare[:1].upper() + bare[1:]
    return f"“{shown if shown[-1:] in '.!?…' else shown + '.'}”"


_SMILE = re.compile(r"\s[:;]-?[()DPp](?=\s|$)")
_WISHES = re.compile(r"(?:wants|needs|likes|prefers|expects|thinks|finds|wishes|hopes|asks|suggests|supports)\b")


def put(text: str, who: Contact | None, contacts: tuple[Contact, ...], *, before: str = "") -> str:
    """The words, put to `who` (`addressed`), with quotation marks as on paper."""
    if (
        who and who.first_name and _WISHES.match(text[:1].lower() + text[1:])
    ):  # who wants it was plain to the one who noted it
        first, _, rest = text.partition(" ")
        text = f"{who.first_name} {first.lower()} {rest}"
    text = _SMILE.sub("", " ".join(text.split())).strip(" :;-–+•")
    said = addressed(text, who, others=contacts, before=before)
    said = re.sub(r"(?<=; )\w+", lambda word: word[0].lower() if may_start_small(word[0]) else word[0], said)
    return re.sub(r"\"([^\"]*)\"", r"“\1”", said)


def of_them(text: str, who: Contact | None, contacts: tuple[Contact, ...]) -> bool:
    """Whether a line speaks of `who`: a question of that kind is for oneself, and not for them."""
    return addressed(text, who, others=contacts) != text


def to_do(action: str) -> str:
    """What somebody promised as what is to be done: "asks Ingrid" becomes "ask Ingrid"."""
    first, gap, rest = action.partition(" ")
    base = with_you(first)
    action = f"{base}{gap}{rest}" if base != first and is_base(base) else action
    return re.sub(r"\b(?:him|her)self\b", "yourself", action)
