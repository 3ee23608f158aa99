"""Whom the words of one's own notes mean as the owner of a promise."""

from __future__ import annotations

import re

from talktrack.engine.recap.lines import Line
from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises.heads import Head
from talktrack.kit.words import word_set

_JOINED = re.compile(r"\s*(?:,|\band\b|&|/|\+)\s*")
_THIRD = re.compile(r"\W*(?:has|needs|wants|plans|is going) to\b", re.IGNORECASE)
_INNER = re.compile(r"\s*\(([^()]{1,30})\)")
_MINE = re.compile(r"[\W\d]*to[ -]?dos?\b", re.IGNORECASE)
_QUOTES = '"“”„'
_ABOUT_OTHERS = word_set("her him them hers his their")
_MUST = re.compile(r"(?:must|need|have|got|gotta|should)\b", re.IGNORECASE)


def owner_of(
    head: Head, text: str, sentence: Line, people: People, *, dated: bool = False, asked: bool = False
) -> tuple[str, str]:
    """Who it is ("me", a contact's id, ""), and the owner as written where it is no contact."""
    speaker = people.resolve(sentence.speaker) if sentence.speaker else ""
    if head.owner is None:
        return _unsaid(head, text, sentence, people, speaker, dated=dated, asked=asked)
    written = text[head.owner.start : head.owner.end]
    match head.owner.kind:
        case "i":
            return _first_person(head, text, sentence, people, speaker)
        case "you":
            said = speaker or (people.manager if _inside_quotes(text, head.start) else "")
            return ("me", "") if said == people.manager and said else (people.manager if said == "me" else "", "")
        case "other":
            if (inner := _INNER.match(text, head.owner.end)) and (who := people.resolve(inner[1])):
                return who, ""
            return _third_person(written, text[: head.start], people)
    if head.owner.kind == "initials":
        written = written.rstrip(".")
    ids = [people.resolve(part.strip().lstrip("@").rstrip("@")) for part in _JOINED.split(written) if part.strip()]
    if len(ids) == 1 and ids[0]:
        return ids[0], ""
    return "", written


def _first_person(head: Head, text: str, sentence: Line, people: People, speaker: str) -> tuple[str, str]:
    """ "I" is whoever speaks: the label, the one across the table inside quotation marks, else the owner."""
    if sentence.speaker:
        return (speaker, "") if speaker else ("", sentence.speaker)
    if sentence.quoted or _inside_quotes(text, head.start):
        return people.manager, ""
    return "me", ""


def _third_person(written: str, before: str, people: People) -> tuple[str, str]:
    near = people.named(before)
    if found := people.resolve(written, near):
        return found, ""
    others = [who for who in near if who not in ("me", people.manager)]
    if written.lower() in ("he", "she") and not others and not people.pronouns.get(people.manager):
        return people.manager, ""
    return "", written


def _unsaid(
    head: Head, text: str, sentence: Line, people: People, speaker: str, *, dated: bool, asked: bool
) -> tuple[str, str]:
    """Where the clause names nobody: the label in front, or whom its words leave over."""
    if sentence.speaker and not sentence.quoted:
        return (speaker, "") if speaker else ("", sentence.speaker)
    if sentence.tapped:
        return speaker, ""
    if sentence.speaker:
        return ("me" if speaker and speaker == people.manager else ""), ""
    if head.form not in {"dropped", "promised"}:
        mine = _MINE.match(text) or (head.form == "order" and dated and not asked)
        return ("me", "") if mine else ("", "")
    action = text[head.start : head.end].lower()
    if head.verb == head.start or _THIRD.match(text) or re.search(r"\bme\b", action):
        return people.manager, ""
    spoken_of = not _ABOUT_OTHERS.isdisjoint(re.findall(r"\w+", action)) or people.named(text[head.verb : head.end])
    return ("me", "") if spoken_of or _MUST.match(action) else ("", "")


def _inside_quotes(text: str, at: int) -> bool:
    return sum(text.count(mark, 0, at) for mark in _QUOTES) % 2 == 1
