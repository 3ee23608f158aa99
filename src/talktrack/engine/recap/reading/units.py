"""The clauses of one's own notes, each with what it stands under and who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from talktrack.engine.recap.lines import Line, lines, sentences
from talktrack.engine.recap.people import People
from talktrack.engine.recap.sections import Section, section
from talktrack.engine.story import Note

from .voices import Voices, voices


@dataclass(frozen=True)
class Unit:
    """One clause: the smallest stretch that is taken as a whole."""

    note: Note
    line: Line
    """The sentence that it is part of."""
    start: int
    end: int
    plain: str
    """The clause on one line with straight quotes; as long as it is in the note."""
    body: str
    """The clause without what reports it: "talk to Ines", for "he said talk to Ines"."""
    under: Section
    """By the heading, the lines above, or a label in front of the whole line."""
    lead: Section
    """By a label right in front of it."""
    topic: str
    """The words of that label and of the heading."""
    said: str
    """"manager", "me" or "other": who said it, as far as it shows."""
    verb: str
    """The verb that reports it, lower case: "said"."""
    direct: bool
    """Whether these are somebody's words as spoken, in quotes or behind a label: there "I" is who speaks."""
    subject: str
    """Who does it: "me", "manager", "other", or "" where that is left out and does not show."""
    row: int
    """Counts the lines of all notes."""
    sentence: int
    """Counts the sentences."""
    first: bool
    """Whether it opens its line."""
    opens: bool
    """Whether it opens its sentence."""
    depth: int
    asks: bool
    """Whether its sentence is a question."""
    bulleted: bool
    label: str
    """The label itself."""

    @property
    def text(self) -> str:
        """Its words as they stand in the note."""
        return self.note.text[self.start : self.end]


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\n": " ", "\t": " "})
_LEAD = re.compile(
    r"(?P<label>[^\W_](?:[^:=?!\"\n;]|\.(?=\w)){0,44}?)(?:\s*[:=](?=\s|\")|\s[-–—]{1,2}(?=\s)|\s?(?:->"
    r"|→)(?=\s))\s*"
)
_CUT = re.compile(
    r",?\s+(?:and|but|so|though)\s+(?=(?:i|she|he|they|we|you|it)(?:'|\s|$)|(?:the|my|her|his|also|has to)\s)"
    r"|,\s+(?:and|but)\s+(?=(?-i:[A-Z])|that\s(?:i|she|he|they|my)\s)"
    r"|\s+(?:and|but)\s+(?=(?-i:[A-Z][a-z]+|[A-Z])\s(?:will|to|is|has|wants|should)\b)|(?<=\")\s*,\s+"
    r"|\s+and\s+(?=(?:said|says|told me|told that|mentioned|added|thinks)\s)"
    r"|,\s+(?=(?:i|she|he|they|we|you)(?:'|\s))(?!\w+ (?:said|says|thinks|thought|reckons)\s*(?:$|[.,;:)–—-]))"
    r"|,?\s+(?:and|but)\s+(?=(?:better |must |i )?(?:don't|dont|do not|not|never) (?:tell|mention|say|let)\b)"
    r"|\s+[-–—]{1,2}\s+|\s/\s"
    r"|(?<=\w)\s+(?=(?:she|he) (?:say|says|said) (?:no|yes|not|ok|better|i|that)\b)",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:and |but |so |also |then )*(?:if|when|once|unless|provided|as long as|because|since|although|while"
    r"|after|before|as soon"
    r" as|in case|even if|should)\b",
    re.IGNORECASE,
)
_BARE = frozenset(
    (
        "said",
        "says",
        "told me",
        "tells me",
        "thinks",
        "reckons",
        "feels",
        "finds",
        "told us",
        "told that",
        "noticed",
        "complained",
    )
)
"""Without a subject only these report the words of another."""
_OWN_WORDS = re.compile(
    r"(?:i|my) (?!will|would|could|can|wanted|want|had|was (?:happy|glad|sorry))\w+", re.IGNORECASE
)
_MENTIONS = frozenset(("mentioned", "added"))
_ALSO = frozenset("also and plus then so well finally first second lastly".split())  # noqa: SIM905
_NO_LABEL = re.compile(r"(?:don't|dont|doesn't|too|never|always|not|asked|no|yes|ok|not)\b", re.IGNORECASE)
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|did|does|said|says|i|she|he|we)\b", re.I
)
_MARKDOWN = re.compile(r"^#{1,6} ?\S", re.MULTILINE)
_CARRIED = frozenset({Section.FEEDBACK, Section.ADVICE, Section.STEPS, Section.OPEN, Section.AFTER, Section.BEFORE})


def units(note: Note, people: People, row: int = 0, sentence: int = 0) -> tuple[Unit, ...]:
    """The clauses of a note in order. `row` and `sentence` are the numbers to count on from. Linear."""
    return tuple(_Units(note, people, row, sentence).read())


class _Units:
    """Reads one note from top to bottom."""

    def __init__(self, note: Note, people: People, row: int, sentence: int) -> None:
        self.note, self.people, self.row, self.count = note, people, row, sentence
        self.voices: Voices = voices(people)
        self.markdown = bool(_MARKDOWN.search(note.text))
        self.heading, self.listed, self.subject = "", False, ""
        self.weighed: tuple[str, int] | None = None
        rows = note.text.split("\n")
        self.spaced = sum(not row.strip() for row in rows) * 5 >= len(rows) * 2
        self.carried, self.carried_at = Section.NONE, ("", -1, -1)

    def read(self) -> Iterator[Unit]:
        for line in lines(self.note, self.people):
            self.row += 1
            yield from self._line(line)

    def _line(self, line: Line) -> Iterator[Unit]:
        row_start = self.note.text.rfind("\n", 0, line.start) + 1
        bulleted = any(c in "-*•‣▪◦·–—+o0123456789>→" for c in self.note.text[row_start : line.start].split(":")[0])
        if line.heading != self.heading or line.gap == 0:
            self.heading, self.listed = line.heading, bulleted
        under = self._under(line, bulleted)
        mark = self.note.text[row_start : line.start].strip()
        place = (line.heading, line.gap)
        if mark == "+":
            self.weighed = place
        if under is Section.NONE and place == self.weighed and mark in ("+", "-", "–", "—", "−"):
            under = Section.FEEDBACK  # plus and minus, one below the other
        for i, said in enumerate(sentences(line)):
            self.count += 1
            yield from self._sentence(line, said, under, bulleted, first=i == 0)

    def _under(self, line: Line, bulleted: bool) -> Section:
        """What the line stands under: a label above it, then its heading as far as that reaches."""
        for parent in reversed(line.parents):
            label = _LEAD.match(parent.translate(_STRAIGHT))
            if kind := section(label["label"] if label else parent):
                return kind
        near = (line.heading, line.gap, len(line.parents))
        found = _LEAD.match(line.text.translate(_STRAIGHT))
        kind = section(found["label"]) if found else Section.NONE
        if not bulleted and kind in _CARRIED:
            self.carried, self.carried_at = kind, near
            return self._by_heading(line, bulleted)
        if (
            (kind and kind is not Section.BETTER and kind is not Section.EXAMPLE)
            or near != self.carried_at
            or bulleted
        ):
            self.carried = Section.NONE
        return self.carried or self._by_heading(line, bulleted)

    def _by_heading(self, line: Line, bulleted: bool) -> Section:
        reaches = line.gap == 0 or (bulleted == self.listed and (self.spaced or self.markdown))
        return section(line.heading) if reaches else Section.NONE

    def _sentence(self, line: Line, said: Line, under: Section, bulleted: bool, *, first: bool) -> Iterator[Unit]:
        plain = said.text.translate(_STRAIGHT)
        at, lead, label = _leads(plain, dashed=under not in (Section.FEEDBACK, Section.ADVICE))
        topic = line.heading if under in (Section.NONE, Section.AGREED) else ""
        topic = f"{label} {topic}".strip() if lead is Section.TOPIC else topic
        speaker = "me" if label.lower() == "asked" else self._speaker(said)
        asks = plain.rstrip("\"') ").endswith("?")
        if first:
            self.subject = ""
        for i, (start, end) in enumerate(_clauses(plain, at)):
            clause = plain[start:end]
            frame = self.voices.frame.match(clause)
            verb, body = "", clause
            bare = bool(frame) and (i == 0 or self.subject == "manager")
            if view := self.voices.view.match(clause):
                verb, speaker, body = "said", "manager", clause[view.end() :]
            elif frame and (frame["who"] or (bare and frame["verb"].lower() in _BARE | _MENTIONS)):
                verb = frame["verb"].lower()
                speaker = self._who(frame["who"], verb) or self._unnamed(verb, clause[frame.end() :]) or speaker
                body = clause if speaker == "me" else clause[frame.end() :]
            elif trailing := self.voices.after.search(clause):
                verb, speaker = "said", self._who(trailing["who"], "said")
                body = clause[: trailing.start()] or clause
            spoken = said.quoted or clause.startswith('"')
            if not spoken:
                subject = self._subject(clause)
                self.subject = subject or self.subject
                if said.speaker and not said.tapped and not verb and (subject == "manager" or '"' in plain):
                    speaker = ""  # behind the words of a label: what is told of who spoke them
            direct = not verb and not said.owns and (spoken or (bool(speaker) and bool(said.speaker)))
            yield Unit(
                self.note, said, said.start + start, said.start + end, clause, body.strip('" '), under, lead, topic,
                speaker or ("manager" if clause.startswith('"') else ""), verb, direct, self.subject, self.row,
                self.count, first and i == 0, i == 0, len(line.parents), asks, bulleted, label,
            )  # fmt: skip

    @staticmethod
    def _unnamed(verb: str, rest: str) -> str:
        """Whose words "says I have an eye for it" reports: not the owner's, who would not write "says" of himself."""
        own = _OWN_WORDS.match(rest)
        return "manager" if verb in _BARE and (verb != "said" or own) and not verb.startswith("told") else ""

    def _subject(self, clause: str) -> str:
        found = self.voices.subject.match(clause)
        return next((name for name, group in found.groupdict().items() if group), "") if found else ""

    def _speaker(self, said: Line) -> str:
        who = self.people.resolve(said.speaker) if said.speaker not in ("me", "manager") else said.speaker
        if who in ("me", "manager"):
            return who
        if who:
            return "manager" if who == self.people.manager else "other"
        if said.speaker.lower() in ("she", "he", "they"):
            return "manager"
        return "manager" if said.quoted else ""

    def _who(self, who: str | None, verb: str) -> str:
        if who is None:
            return "manager" if verb.startswith(("told me", "tells me")) or self.subject == "manager" else ""
        low = who.lower()
        if low in ("i", "we"):
            return "me"
        if low in ("she", "he", "they"):
            return "manager"
        found = self.people.resolve(who)
        return "manager" if found == self.people.manager or not found else "other"


def _leads(plain: str, *, dashed: bool) -> tuple[int, Section, str]:
    """Where the sentence proper begins, and the kind and the words of the label in front of it.

    `dashed` says whether a dash may end a label: under feedback it leads to the example instead.
    """
    at, lead, label = 0, Section.NONE, ""
    while found := _LEAD.match(plain, at):
        kind, words = section(found["label"]), found["label"]
        if not dashed and not kind and found[0].rstrip()[-1] in "-–—":
            break
        short = len(words.split()) <= 6 and not _VERBISH.search(words) and not _NO_LABEL.match(words)
        if found.end() >= len(plain) or (lead and not kind) or not (kind or short or words.lower() == "asked"):
            break
        at = found.end()
        if words.lower() in _ALSO:
            continue
        lead, label = kind or lead or Section.TOPIC, words
    return at, lead, label


def _clauses(plain: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end; nothing is cut inside quotes or brackets."""
    first = at
    guarded = _guarded(plain)
    for cut in _CUT.finditer(plain, at):
        opening = _PREFIX.match(plain, first) and not any(c in "-–—" for c in cut[0])
        if guarded[cut.start()] or opening or not plain[first : cut.start()].strip():
            continue
        yield from _trimmed(plain, first, cut.start())
        first = cut.end()
    yield from _trimmed(plain, first, len(plain))


def _guarded(plain: str) -> list[bool]:
    inside, depth, marks = False, 0, []
    for char in plain:
        inside ^= char == '"'
        depth = max(0, depth + (char == "(") - (char == ")"))
        marks.append(inside or depth > 0)
    if inside:  # an opening mark without its end guards nothing
        last = plain.rfind('"')
        marks[last:] = [False] * (len(plain) - last)
    return marks


def _trimmed(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and plain[start] in " ,;.–—-":
        start += 1
    while end > start and plain[end - 1] in " ,;–—":
        end -= 1
    if any(c.isalnum() for c in plain[start:end]):
        yield start, end
