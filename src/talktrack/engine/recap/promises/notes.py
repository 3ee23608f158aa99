"""Promises in one's own notes, half sentences and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from talktrack.engine.recap.lines import Line, sentences
from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises.actions import clause_end, deed, imperative
from talktrack.engine.recap.promises.clause import NOT_YET, Clause
from talktrack.engine.recap.promises.days import binds, days, moved
from talktrack.engine.recap.promises.heads import LONGEST, Head, ended, heads, pieces
from talktrack.engine.recap.promises.lists import listed
from talktrack.engine.recap.promises.promise import Promise
from talktrack.engine.recap.promises.rows import in_row
from talktrack.engine.recap.promises.sureness import sureness
from talktrack.engine.recap.promises.tails import arrowed
from talktrack.engine.recap.promises.unsaid import without_owner
from talktrack.engine.recap.promises.vetoes import subordinate
from talktrack.engine.recap.promises.who import owner_of
from talktrack.kit.dates import Due, Settings
from talktrack.kit.verbs import is_past

THRESHOLD = 0.5
"""From this sureness on, words of one's own notes count as a promise."""
_USUAL = Settings()
_INITIAL = 1
_WHEN = r"(?:by|before|until|end|mid|early|late|next|this|on)\b.{0,24}"
_WHEN_OR_WHO = re.compile(
    rf"@?\w[\w.'’-]*|.{{0,24}}\d.{{0,12}}|{_WHEN}|(?:me|@\w+|(?-i:[A-Z])[\w'’-]+),? {_WHEN}", re.IGNORECASE
)
_CONTENT = re.compile(r"\b(?:that|so)\s*$", re.IGNORECASE)
_ASKED = re.compile(
    r"[\W\d]*(?:(?:action(?: items?)?s?|ais?|to[ -]?dos?|task|promised?|commitments?)\s*[:\-–]|to ?do )",
    re.IGNORECASE,
)


def promises(
    line: Line, people: People, *, day: date, given: bool = False, settings: Settings = _USUAL
) -> tuple[Promise, ...]:
    """The promises of one line of one's own notes, from left to right; `day` is the day of the talk.

    `given` says that the person tapped the note as a promise: then every line holds one. Linear in the line; never
    raises.
    """
    if not given and any(NOT_YET.search(above) for above in (line.heading, *line.parents)):
        return ()
    if row := in_row(line, people, day, settings):
        return (row,)
    if line.owns and "|" in line.text:
        return ()  # a row of things to do that is done, or nobody's
    found = [p for sentence in _whole(line) for p in _promised(sentence, people, day, settings, given=given)]
    sure = tuple(promise for promise in found if promise.sureness >= THRESHOLD)
    return sure or tuple(replace(promise, sureness=THRESHOLD) for promise in found[:1] if given)


def _whole(line: Line) -> Iterator[Line]:
    """The sentences of the line, those put together that an arrow only leads to an owner or a day."""
    made: list[Line] = []
    for sentence in sentences(line):
        last = made[-1] if made else sentence
        if sentence.after_arrow and len(last.text) < LONGEST and made and _only_who_or_when(sentence.text):
            text = line.text[last.start - line.start : sentence.end - line.start]
            made[-1] = replace(last, text=text, end=sentence.end)
        else:
            made.append(sentence)
    for sentence in made:
        for text, begin in pieces(sentence.text):
            start = sentence.start + begin
            yield (
                replace(sentence, text=text, start=start, end=start + len(text))
                if text != sentence.text
                else sentence
            )


def _only_who_or_when(text: str) -> bool:
    """Whether nothing but an owner or a day stands there: "-> me", "→ by 27.11."."""
    return len(text) < 40 and bool(_WHEN_OR_WHO.fullmatch(text.strip()))


def _promised(sentence: Line, people: People, day: date, settings: Settings, *, given: bool) -> Iterator[Promise]:
    text = sentence.text.replace("’", "'").replace("\n", " ")
    known = [name for name in people.called if len(name) > _INITIAL]
    spoken = bool(sentence.speaker) and not sentence.tapped
    found = arrowed(text, known) or without_owner(text, ended(_main(heads(text, known, spoken=spoken), text)), known)
    if given and not found:
        found = [Head("thing", None, 0, 0, len(text), "")]
    found = [one for head in found for one in listed(head, text)]
    dues = days(text, today=day, settings=settings) if found else ()
    for head in found:
        promise = _promise(head, text, sentence, people, day, dues, settings)
        if promise.action and (promise.sureness or given):
            yield promise


def _main(found: list[Head], text: str) -> list[Head]:
    """The heads of main clauses: what hangs below another clause, or is the content of a promise, is none."""
    kept: list[Head] = []
    for head in found:
        if not subordinate(head, text) and not (kept and _CONTENT.search(text[: head.start])):
            kept.append(head)
    return kept


def _promise(
    head: Head, text: str, sentence: Line, people: People, day: date, dues: tuple[Due, ...], settings: Settings
) -> Promise:
    stop = head.stop or head.end
    done = deed(text, head.verb, head.end, stop, dues)
    if not done.due and _looks_past(head, text):
        after = days(text[head.verb : stop], today=day, settings=settings)
        done = deed(text, head.verb, head.end, stop, [moved(due, head.verb) for due in after])
    led = None if done.due else _led_by(text, head, dues)
    due = done.due or led
    firm = due is not None and binds(text, due)
    words = done.action if firm or not led else f"{done.action} {text[slice(*led.span)].lower()}"
    asked = sentence.owns or bool(_ASKED.match(text))
    who, named = owner_of(head, text, sentence, people, dated=due is not None, asked=asked)
    clause = Clause(
        head=head,
        text=text,
        heading=sentence.heading,
        near=not sentence.gap,
        day=day,
        due=due,
        trailing=done.trailing,
        who=who,
        spoken=bool(sentence.speaker),
        quoted=sentence.quoted,
        asked=asked,
    )
    return Promise(
        owner=who,
        named=named,
        action=imperative(words, head.form),
        due=due.date.isoformat() if due and firm else "",
        done_test=done.done_test,
        start=sentence.start + head.start,
        end=sentence.start + clause_end(text, stop),
        sureness=sureness(clause),
    )


def _looks_past(head: Head, text: str) -> bool:
    """Whether the owner's name looks like a verb in the past, and may hide the day: "Ahmed", "Rose"."""
    return head.owner is not None and any(map(is_past, text[head.owner.start : head.owner.end].split()))


def _led_by(text: str, head: Head, dues: tuple[Due, ...]) -> Due | None:
    """The day right before the owner: "by Friday I'll send it"."""
    for due in dues:
        if due.span[0] < 3 and due.span[1] <= head.start and not text[due.span[1] : head.start].strip(" ,:"):
            return due
    return None
