"""Several things to do in one row: "me: send the deck by Fri, book a room, ask HR"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from talktrack.engine.recap.promises.deeds import is_deed
from talktrack.engine.recap.promises.forms import Head
from talktrack.kit.words import word_set

_NEXT = re.compile(
    r"(?P<mark>,|;|\s(?=and\s|then\s|&\s))\s*(?:(?:and|then|also|&)\s+)*(?P<verb>[^\W\d_][\w-]*)\s+(?P<after>\w+)"
)
_NO_OBJECT = word_set("and or but is are was were has have will can of in from by on at until before if when as than")
"""After these words the one before them was no verb: "send the list, plan and deck"."""
_TOWARDS = word_set("to with for about")
_MOVES = word_set("talk speak write apply go listen reply report sign pay prepare plan look")
"""Verbs that reach what they are about over "to", "with" or "for"."""


def listed(head: Head, text: str) -> Iterator[Head]:
    """The head, or where it leads a list of things to do behind a name, one for each."""
    starts = list(_starts(head, text)) if head.form == "label" else []
    if not starts:
        yield head
        return
    for at, end in pairwise([head.verb, *starts, head.end]):
        word = text[at:end].split(maxsplit=1)[0].lower()
        begin = head.start if at == head.verb else at
        yield replace(head, start=begin, verb=at, end=end, word=word, stop=head.stop if end == head.end else 0)


def _starts(head: Head, text: str) -> Iterator[int]:
    """Where the further things to do begin; joined by "and" only behind one that a comma leads in."""
    last, open_ = head.verb, False
    for found in _NEXT.finditer(text, head.verb, head.end):
        verb, after = found["verb"].lower(), found["after"].lower()
        bracketed = text.count("(", head.verb, found.start()) > text.count(")", head.verb, found.start())
        reaches = after not in _NO_OBJECT and (after not in _TOWARDS or verb in _MOVES)
        long_enough = len(text[last : found.start()].split()) > 1
        if is_deed(verb) and reaches and long_enough and not bracketed and (open_ or found["mark"] in ",;"):
            yield found.start("verb")
            last, open_ = found.start("verb"), True
