"""Promises in one's own notes, half sentences and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from talktrack.engine.recap.lines import Line, sentences
from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises.actions import deed, imperative
from talktrack.engine.recap.promises.deeds import third
from talktrack.engine.recap.promises.heads import Head, ended, heads, pieces
from talktrack.engine.recap.promises.promise import Promise
from talktrack.engine.recap.promises.sureness import NOT_YET, Place, subordinate, sureness
from talktrack.engine.recap.promises.who import owner_of
from talktrack.kit.dates import Certainty, Due, Settings, due_dates

_LONG_AHEAD = 120
"""Days after which what somebody wants to do is a wish."""
_USUAL = Settings()
THRESHOLD = 0.5
"""From this sureness on, words of one's own notes count as a promise."""


def promises(
    line: Line, people: People, *, day: date, given: bool = False, settings: Settings = _USUAL
) -> tuple[Promise, ...]:
    """The promises of one line of one's own notes, from left to right; `day` is the day of the talk.

    `given` says that the person tapped the note as a promise: then every line holds one. Linear in the line.
    """
    if any(NOT_YET.search(above) for above in (line.heading, *line.parents)) and not given:
        return ()
    found = [p for sentence in _whole(line) for p in _promised(sentence, people, day, settings, given=given)]
    sure = tuple(promise for promise in found if promise.sureness >= THRESHOLD)
    return sure or tuple(replace(promise, sureness=THRESHOLD) for promise in found[:1] if given)


def _whole(line: Line) -> list[Line]:
    """The sentences of the line, those put together that an arrow only leads to an owner or a day."""
    made: list[Line] = []
    for sentence in sentences(line):
        if sentence.after_arrow and made and _only_who_or_when(sentence.text):
            last = made[-1]
            text = line.text[last.start - line.start : sentence.end - line.start]
            made[-1] = replace(last, text=text, end=sentence.end)
        else:
            made.append(sentence)
    return [part for sentence in made for part in _parts(sentence)]


def _parts(sentence: Line) -> Iterator[Line]:
    for text, begin in pieces(sentence.text):
        start = sentence.start + begin
        yield replace(sentence, text=text, start=start, end=start + len(text)) if begin or text != sentence.text else sentence


_WHEN_OR_WHO = re.compile(
    r"@?\w[\w.'’-]*|.{0,24}\d.{0,12}|(?:by|before|until|end|mid|early|late|next|this|on)\b.{0,24}", re.I
)


def _only_who_or_when(text: str) -> bool:
    """Whether nothing but an owner or a day stands there: "-> me", "→ by 27.11."."""
    return len(text) < 40 and bool(_WHEN_OR_WHO.fullmatch(text.strip()))


_WILL = re.compile(r"(?:will|must|need to|have to|has to|needs to)\s", re.IGNORECASE)
_DROPPED = re.compile(
    r"(?P<vow>(?:promised|agreed|offered)(?:\s+(?:her|him|them|me))?)\s+(?:to\s+)?(?P<vowed>[a-z][\w-]*)|"
    r"(?:(?P<will>gonna|will|'ll|is going to|going to)|(?P<must>must|need to|have to|got to|gotta|has to|needs to))\s+"
    r"(?:(?:remember|make sure|not forget)\s+to\s+)?"
    r"(?P<verb>[a-z][\w-]*)|(?P<third>[a-z]+s)\b",
    re.IGNORECASE,
)


def _promised(
    sentence: Line, people: People, day: date, settings: Settings, *, given: bool = False
) -> Iterator[Promise]:
    text = sentence.text.replace("’", "'").replace("\n", " ")
    known = [name for name in people.called if len(name) > 2]
    dues: tuple[Due, ...] | None = None
    spoken = bool(sentence.speaker) and not sentence.tapped
    found = ended([head for head in heads(text, known, spoken=spoken) if not subordinate(head, text)])
    if not found or (found[0].form == "order" and _WILL.match(text)):
        found = _dropped(text)
    for head in found or ([Head("thing", None, 0, 0, len(text), "")] if given else []):
        dues = due_dates(text, today=day, settings=settings) if dues is None else dues
        done = deed(text, head.verb, head.end, head.stop or head.end, dues)
        due = done.due or _led_by(text, head, dues)
        who, named = owner_of(head, text, sentence, people)
        place = Place(
            sentence.heading, not sentence.gap, due is not None, who, bool(who or named), bool(sentence.speaker),
            bool(_ASKED.match(text)), done.trailing, sentence.quoted,
            bool(due and (due.date - day).days > _LONG_AHEAD),
            due is not None and (due.certainty is not Certainty.ROUGH or text[due.span[0] :].startswith(("by", "before"))),
        )  # fmt: skip
        sure = sureness(head, text, place)
        action = imperative(done.action, head.form)
        if (sure or given) and action:
            start, end = sentence.start + head.start, sentence.start + len(text[: head.end].rstrip(" ,;-–—"))
            yield Promise(who, named, action, due.date.isoformat() if due else "", done.done_test, start, end, sure)


_ASKED = re.compile(
    r"[\W\d]*(?:action(?: items?)?s?|ais?|to[ -]?dos?|task|promised?|commitments?)\s*[:\-–]", re.IGNORECASE
)


def _dropped(text: str) -> list[Head]:
    """ "gonna bring me the kit", "tells Sam, by Friday": whoever does it is left out."""
    found = _DROPPED.match(text)
    if not found:
        return []
    if found["vow"]:
        return [Head("promised", None, 0, found.start("vowed"), len(text), found["vowed"].lower())]
    if found["third"]:
        base = third(found["third"])
        return [Head("dropped", None, 0, 0, len(text), base)] if base else []
    return [Head("dropped", None, 0, found.start("verb"), len(text), found["verb"].lower())]


def _led_by(text: str, head: Head, dues: tuple[Due, ...]) -> Due | None:
    """The day right before the owner: "by Friday I'll send it"."""
    for due in dues:
        if due.span[0] < 3 and due.span[1] <= head.start and not text[due.span[1] : head.start].strip(" ,:"):
            return due
    return None
