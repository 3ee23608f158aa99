"""The lines of a note as a person lays them out: headings, bullets, what hangs below what, and who is speaking.

Every text is exactly what stands between its two offsets. Time and memory are linear in the note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from talktrack.engine.recap.people import People
from talktrack.engine.recap.sections import Section, section
from talktrack.engine.recap.tables import COLUMNS, ROW, is_head, shares_out
from talktrack.engine.story import Note


@dataclass(frozen=True)
class Line:
    """One line of a note, or one sentence of it, without its bullet and without the label of its speaker."""

    text: str
    start: int
    """Where it begins in `note.text`; `note.text[start:end] == text`."""
    end: int
    heading: str = ""
    """The heading that it stands under; "" before the first."""
    parents: tuple[str, ...] = ()
    """The lines above that it hangs below by indent or by an arrow, outermost first."""
    speaker: str = ""
    """The label in front of it as it is written ("J", "me", "Rafael"), or "me" or "manager" from a tapped note."""
    tapped: bool = False
    """Whether the speaker was tapped and not written."""
    quoted: bool = False
    """Whether it stands between quotation marks."""
    gap: int = 0
    """Blank lines between the first line under its heading and this one: the further, the less the heading tells."""
    owns: bool = False
    """Whether its label says that its words are somebody's to do: "ANN WILL:"."""
    after_arrow: bool = False
    """Whether an arrow led to it in its line: what came of the words before, often from another mouth."""


_BULLET = re.compile(r"(?:[-*•‣▪◦·–—+o]|\(?\d{1,2}[.)]|[a-z]\))(?:\s+\[[ xX]?\])?\s+|\[[ xX]?\]\s+|>+\s+")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+")
_LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h]?[0-5]\d(?:\s*[ap]m)?\s+(?=\S)", re.IGNORECASE)
"""When it was said, in front of each row of a protocol."""
_CLOCKED = 4
"""Rows that begin with a time, from which on those times are no part of what was said."""
_ARROW = re.compile(r"(?:-+>|=+>|→|⇒|↳|»)\s*")
_HASH = re.compile(r"#{1,6}\s*(?=\S)")
_RULE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|\*{3,})\s*$")
_BOLD = re.compile(r"(\*\*|__)([^*_]+)\1:?$")
_LABEL = re.compile(
    r"(?:\*\*|__)?(?P<who>[Mm]e|ME|I|[Mm]yself|[Ss]he|[Hh]e|[Tt]hey|[Mm]y (?:boss|manager)|[Bb]oss|[Mm]anager"
    r"|[A-Z]{1,3}|[A-Z][^\W\d_]{1,14}(?: (?!WILL\b|TO\b)[A-Z][^\W\d_]{1,14})?)"
    r"(?P<will>\s(?i:will|to(?: do)?)(?=\s?:))?(?:\*\*|__)?"
    r"(?:(?P<mark>\s?:(?:\*\*|__)?|(?<=[A-Z])\s[-–—]|(?<=me)\s[-–—]|(?<=Me)\s[-–—])(?=\s|\")\s*|\s?(?:-+>|→)\s*)"
)
_PERSON = re.compile(
    r"(?:\*\*|__)?(?:(?P<mine>[Mm]e|ME|[Mm]yself):?|(?P<who>[A-Z]{1,3}|[A-Z][^\W\d_]{1,14}|[Ss]he|[Hh]e|[Tt]hey|I)"
    r"(?P<will>\s(?i:will|to(?: do)?))?(?:\*\*|__)?:)(?:\*\*|__)?\s*"
)
"""Somebody's name alone in a row: what hangs below it is theirs."""
_OWNS = re.compile(r"(?i:\S+ (?:will|to(?: do)?):?)\Z")
"""Whose list follows: "ANN WILL:"."""
_TOPICS = frozenset(
    """action actions advice agenda agreed agreement also anyway ask asked aside background better budget careful
    case close closing context course date day deadline decision decisions done due duration end example examples
    feedback finally first follow for from fyi goal goals good help home idea ideas impact important intro issue
    issues keep later long main meeting money more my near need needs next no not note notes now off ok open opening
    other outcome pay personal place plan plans please point points praise priority problem project projects question
    questions reaction reactions reason remember reminder result results review risk salary second situation so
    start status steps still stop strengths strong subject summary task tasks then third time tip tips title to today
    todo tomorrow topic topics training travel update urgent warning weak when where why wish yes yesterday
    work hr it pm am ps nb tbd tbc re cc ok eod eow asap qa uk us eu q1 q2 q3 q4""".split()  # noqa: SIM905
)
"""What stands before a colon and is nobody's name."""
_HEADS = frozenset(
    (Section.ADVICE, Section.FEEDBACK, Section.STEPS, Section.OPEN, Section.BEFORE, Section.AFTER, Section.AGREED)
)
_STOPPED = re.compile(r"[.!?:;…\"”)]\s*$")
_INNER_STOP = re.compile(r"[.!?][\"”)]? +[\"“]?[^\W\d_a-z]")
_LABELLED = re.compile(r"[^\W_][^.:;,?!]{0,24}:\s")
_WIDEST_WRAPPED = 100
_NARROWEST_WRAPPED = 45


def lines(note: Note, people: People | None = None) -> tuple[Line, ...]:
    """Every line of the note that says something, in order; headings are not lines but stand in `heading`.

    Lines of a page that was wrapped at a fixed width are put together again. Whose list a heading or a label names
    shows as far as `people` tells.
    """
    tapped = {"me": "me", "manager": "manager"}.get(note.speaker, "")
    return _Reader(note.text, tapped, people or People()).read()


@dataclass(frozen=True)
class _Row:
    """One row of the page: where it begins and ends without its edges, how far it is indented."""

    start: int
    end: int
    indent: int


class _Reader:
    """Reads one page from top to bottom."""

    def __init__(self, text: str, speaker: str, people: People) -> None:
        self.text, self.tapped, self.people = text, speaker, people
        self.rows = _rows(text)
        full = [i for i in range(len(self.rows) - 1) if self._runs_on(i)]
        self.wrapped = frozenset(full) if len(full) >= 3 and len(full) * 5 >= len(self.rows) else frozenset[int]()
        self.wrapped |= self._running()
        levels = sum(bool(_LEVELS.match(self._row(i))) for i in range(len(self.rows)))
        self.levels = _LEVELS if levels >= 3 else _BULLET
        clocked = sum(bool(_CLOCK.match(self._row(i))) for i in range(len(self.rows)))
        self.levels = _CLOCK if clocked >= _CLOCKED and clocked * 2 > len(self.rows) else self.levels
        shouted = sum(_shouted(self._row(i)) for i in range(len(self.rows)))
        self.shouts = shouted * 2 > len(self.rows)
        self.heading, self.whose, self.gap = "", "", 0
        self.begun = self.columns = self.table = False
        self.stack: list[tuple[float, str]] = []

    def _row(self, at: int) -> str:
        row = self.rows[at]
        return self.text[row.start : row.end]

    def _runs_on(self, at: int) -> bool:
        """Whether the next word would have made this row the widest of the page, and goes on in it."""
        row, below = self.rows[at], self.rows[at + 1]
        widest = max(r.end - r.start + r.indent for r in self.rows[max(0, at - 40) : at + 40])
        after = self.text[below.start : below.end]
        if not _NARROWEST_WRAPPED <= widest <= _WIDEST_WRAPPED or not after or not row.end - row.start:
            return False
        if not (after[0].islower() or after[0].isdigit() or after.startswith(("I ", "I'"))):
            return False
        if _BULLET.match(after) or _ARROW.match(after) or _LABEL.match(after) or _HASH.match(after):
            return False
        return row.indent + row.end - row.start + 1 + len(after.split(maxsplit=1)[0]) > widest

    def _running(self) -> frozenset[int]:
        """Rows of paragraphs in which sentences end within rows and not at their ends: text cut by hand."""
        found: set[int] = set()
        first = 0
        for at in range(len(self.rows) + 1):
            if at < len(self.rows) and self._row(at):
                continue
            block = [self._row(i) for i in range(first, at)]
            if len(block) >= 3 and self._runs(block):
                found.update(range(first, at - 1))
            first = at + 1
        return frozenset(found)

    @staticmethod
    def _runs(block: list[str]) -> bool:
        widest = max(map(len, block))
        if not _NARROWEST_WRAPPED <= widest <= _WIDEST_WRAPPED or min(map(len, block[:-1])) * 5 < widest * 3:
            return False
        if any(_BULLET.match(row) or _ARROW.match(row) or _HASH.match(row) or _LABELLED.match(row) for row in block):
            return False
        ended = sum(bool(_STOPPED.search(row)) for row in block[:-1])
        inner = sum(len(_INNER_STOP.findall(row)) for row in block)
        return ended * 5 <= len(block) * 2 and inner * 3 >= len(block)

    def read(self) -> tuple[Line, ...]:
        found: list[Line] = []
        at = 0
        while at < len(self.rows):
            last = at
            while last in self.wrapped:
                last += 1
            start, end, indent = self.rows[at].start, self.rows[last].end, self.rows[at].indent
            if start == end or _RULE.match(self.text[start:end]):
                self.gap += self.begun
                self.table = False
            elif COLUMNS.match(self.text, start, end):
                self.columns = True
            elif is_head(self._row(at), self._row(at + 1) if at + 1 < len(self.rows) else ""):
                self.table |= shares_out(self._row(at))
            elif heading := self._heading(at) if last == at else "":
                self.heading, self.stack, self.gap, self.begun = heading, [], 0, False
                self.whose = "" if self.tapped else self.people.whose(heading)
            elif made := self._lines(start, end, indent):
                found += made
                self.begun = True
            at = last + 1
        return tuple(found)

    def _heading(self, at: int) -> str:
        """The words of the heading, where the row is one."""
        row = self._row(at)
        if hashed := _HASH.match(row):
            return row[hashed.end() :].strip("#*_: ")
        bold = _BOLD.fullmatch(row)
        if bold and len(row.split()) <= 8:
            return bold[2].strip(": ")
        if _NUMBERED.match(row):
            return self._numbered(at)
        if _BULLET.match(row) or _ARROW.match(row) or self.rows[at].indent > 3:
            return ""
        below = self._row(at + 1) if at + 1 < len(self.rows) else ""
        under = bool(below and _RULE.match(below) and below[0] in "=-")
        if under or ((below or row.endswith(":")) and self.people.whose(row)):
            return row.strip(": ")
        if _shouted(row) and not self.shouts and not _OWNS.match(row):
            return row.strip(": ")
        words = row.split()
        first = at == 0 or not self._row(at - 1)
        if below and self.rows[at + 1].indent > self.rows[at].indent and not _BULLET.match(below):
            return ""  # what hangs below it by indent is under it, and no more
        if len(words) <= 6 and below and (first or _BULLET.match(below)) and section(row) in _HEADS:
            return row.strip(": ")
        if len(words) <= 4 and row.endswith(":") and not _LABEL.match(row) and not _does(words):
            return row.strip(": ")
        listed = bool(_BULLET.match(below))
        plain = row[-1].isalpha() and len(words) <= 4 and not _does(words) and "," not in row
        above = len(words) <= 3 and at + 2 < len(self.rows) and bool(below and self._row(at + 2)) and row[0].isupper()
        return row if at and first and plain and (listed or above) else row if first and listed and plain else ""

    def _numbered(self, at: int) -> str:
        """The words of "2) Feedback", where what is below is not the next number."""
        words = self._row(at).split()[1:]
        below = self._row(at + 1) if at + 1 < len(self.rows) else ""
        listed = _NUMBERED.match(below) and not _LEVELS.match(below)
        if not below or listed or not 0 < len(words) <= 4 or _does(words) or not words[-1][-1].isalnum():
            return ""
        return " ".join(words)

    def _lines(self, start: int, end: int, indent: int) -> list[Line]:
        """The line, or both where the page has a column for each of the two who talked."""
        between = self.text.find("|", start + 1, end) if self.columns else -1
        made = [self._line(start, end, indent)] if between < 0 else []
        for who, first, last in (("manager", start, between), ("me", between + 1, end)) if between >= 0 else ():
            words = self.text[first:last]
            begin = first + len(words) - len(words.lstrip())
            line = self._line(begin, begin + len(words.strip()), indent)
            made.append(line and replace(line, speaker=line.speaker or who))
        return [line for line in made if line]

    def _line(self, start: int, end: int, indent: int) -> Line | None:
        depth = float(indent)
        if bullet := self.levels.match(self.text, start, end) or _BULLET.match(self.text, start, end):
            start, depth = bullet.end(), depth + 0.5
        if arrow := _ARROW.match(self.text, start, end):
            start, depth = arrow.end(), (self.stack[-1][0] if self.stack else depth) + 0.1
            depth = max(depth, indent + 0.1)
        while self.stack and self.stack[-1][0] >= depth:
            self.stack.pop()
        if self.stack and not bullet and not arrow and depth < self.stack[-1][0] + 1:
            self.stack.pop()
        if start >= end:
            return None
        parents = tuple(text for _, text in self.stack)
        if row := ROW.match(self.text, start, end):
            return Line(
                self.text[row.end() : end], row.end(), end, self.heading, parents, row["who"], gap=self.gap,
                owns=self.table,
            )  # fmt: skip
        if parents and (over := _PERSON.fullmatch(parents[-1])) and (over["who"] or "").lower() not in _TOPICS:
            speaker = self.tapped or over["mine"] or over["who"]
            self.stack.append((depth, self.text[start:end]))
            below = Line(self.text[start:end], start, end, self.heading, parents, speaker, bool(self.tapped))
            return _labelled(replace(below, gap=self.gap, owns=bool(over["will"])))
        self.stack.append((depth, self.text[start:end]))
        line = Line(
            self.text[start:end], start, end, self.heading, parents, self.tapped, bool(self.tapped), gap=self.gap,
            owns=self.table and "|" in self.text[start:end],
        )  # fmt: skip
        named = not self.tapped and self.people.whose(line.text)
        return None if named else self._owned(line) or _labelled(line)

    def _owned(self, line: Line) -> Line | None:
        """The line in somebody's list: below a heading or a line that says whose it is, or behind such a label."""
        if line.tapped:
            return None
        label, _, rest = line.text.partition(": ")
        if rest.strip() and (who := self.people.whose(label)):
            start = line.end - len(rest.lstrip())
            return replace(line, text=line.text[start - line.start :], start=start, speaker=who, owns=True)
        made, who = _labelled(line), self.people.whose(line.parents[-1]) if line.parents else ""
        who = who or ("" if line.gap else self.whose)
        return replace(made, owns=True, speaker=made.speaker or who) if who else None


def _rows(text: str) -> list[_Row]:
    rows, at = [], 0
    for raw in text.split("\n"):
        body = raw.strip()
        indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
        begin = at + len(raw) - len(raw.lstrip()) if body else at
        rows.append(_Row(begin, begin + len(body), indent))
        at += len(raw) + 1
    return rows


def _shouted(row: str) -> bool:
    """Whether the row is a heading in capitals: "FEEDBACK", "SCRAP etc."."""
    letters = [c for c in row if c.isalpha()]
    words = row.split()
    loud = [w for w in words if len(w) > 1 and w.isupper() and any(c.isalpha() for c in w)]
    if not loud or len(row) > 60 or (row.endswith((".", "?", "!")) and not row.endswith("etc.")):
        return False
    return (all(not c.islower() for c in letters) and len(letters) > 2) or (words[-1] == "etc." and words[0] in loud)


_DOERS = frozenset("i me she he they we you i'll she'll he'll will would to".split())  # noqa: SIM905


def _does(words: list[str]) -> bool:
    """Whether a short row says that somebody does something, and so is no heading."""
    return any(word.lower().strip(":,") in _DOERS for word in words)


def _labelled(line: Line) -> Line:
    """The line without the label of its speaker."""
    found = _LABEL.match(line.text)
    if not found or found["who"].lower() in _TOPICS or found.end() == len(line.text):
        return line
    text, start = line.text[found.end() :], line.start + found.end()
    return replace(line, text=text, start=start, speaker=found["who"], owns=bool(found["will"]))


_CUT = re.compile(
    r"(?P<stop>(?:\.{2,}|[.!?…;]+)[\"”’')*]*)(?=\s|\Z)|\s(?:-+>|=+>|→|⇒|\.{3,})(?=\s)|\n\s*\n"
    r"|(?<=[\"”])[,.]?\s(?=then:? [\"“])|\s+\|+(?=\s|\Z)(?!\s*[^|]{0,12}\|?\s*\Z)"
)
_SHORT_FORM = re.compile(
    r"(?:\b(?:e\.g|i\.e|g|e|i|mr|mrs|ms|dr|prof|vs|no|nr|approx|ca|incl|excl|st|jr|sr|mtg|min|mins|hrs?|dept|mgr|mgmt"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|appt|resp|esp|poss|prob|fig|p)"
    r"|\b[A-Z]|(?<=\d)\s?[ap]\.m)\.$",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:^|[\s(])[0-3]?\d\.(?P<month>[01]?\d\.)?$")
_MONTH = re.compile(
    r"\s(?:jan|feb|mar|apr|may(?! (?:i|we|he|she|they|you)\b)|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_SMALL = re.compile(r"\s[a-z\d]")
_ARROWED = re.compile(r"(?:-+>|=+>|→|⇒)\s*$")
_OPENERS, _CLOSERS = '"“„«', '"”“»'


def sentences(line: Line) -> tuple[Line, ...]:
    """The sentences of a line, cut at stops, semicolons and arrows; each may have a speaker of its own."""
    pieces, first, text = [], 0, line.text
    for cut in _CUT.finditer(text):
        stop = cut["stop"] or ""
        if stop.startswith(".") and stop[1:2] != "." and _no_end(text, cut.start()):
            continue
        pieces.append((first, cut.start() + len(stop)))
        first = cut.end()
    pieces.append((first, len(text)))
    found: list[Line] = []
    inside = False
    for start, end in pieces:
        piece = text[start:end]
        marks = sum(piece.count(mark) for mark in '"“”„«»')
        whole = inside or piece.lstrip()[:1] in _OPENERS
        arrow = not inside and bool(_ARROWED.search(text[max(0, start - 8) : start]))
        speaker = found[-1].speaker if found and inside else "" if arrow and not line.tapped else line.speaker
        made = _sentence(line, start, end, speaker, arrow)
        inside ^= marks % 2 == 1
        if made:
            found.append(replace(made, quoted=made.quoted or (whole and _all_quoted(piece, marks))))
    return tuple(found)


def _no_end(text: str, at: int) -> bool:
    """Whether that full stop belongs to an abbreviation or to a day: "3. November", "14.1. at ten"."""
    if day := _DAY.search(text[max(0, at - 6) : at + 1]):
        return bool((_SMALL if day["month"] else _MONTH).match(text, at + 1))
    return bool(_SHORT_FORM.search(text[max(0, at - 12) : at + 1]))


def _all_quoted(piece: str, marks: int) -> bool:
    body = piece.strip().rstrip(".,;!?…) ")
    return marks == 0 or (marks == 1) or (marks == 2 and body[:1] in _OPENERS and body[-1:] in _CLOSERS)


def _sentence(line: Line, start: int, end: int, speaker: str, arrow: bool) -> Line | None:
    text = line.text
    while start < end and (text[start].isspace() or text[start] in ",–—-"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not any(c.isalnum() for c in text[start:end]):
        return None
    made = replace(
        line, text=text[start:end], start=line.start + start, end=line.start + end, speaker=speaker,
        owns=line.owns and bool(speaker), after_arrow=arrow,
    )  # fmt: skip
    made = _labelled(made)
    if made.text[0] in _OPENERS:
        closed = made.text.rstrip(".,;!?…) ")
        end = len(closed) - 1 if closed[-1] in _CLOSERS and len(closed) > 1 else len(made.text)
        if not any(mark in made.text[1:end] for mark in '"“”„«»'):
            made = replace(made, text=made.text[1:end], start=made.start + 1, end=made.start + end, quoted=True)
    return made if made.text.strip() else None
