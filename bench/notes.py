"""M6: commitments, advice, feedback and agreement in one's own notes, on marked pages of our own.

Some are kept apart; what was measured at first sight stands in `FIRST_SIGHT`.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bench import Figure
from talktrack.engine.recap.reading.collected import Collected
from talktrack.engine.recap.takings import Takings, take
from talktrack.engine.story import Commitment, Journey, Note, Span
from talktrack.kit.similarity import Closeness, offline

PAGES = Path(__file__).parent.parent / "tests" / "data" / "notes"
HANDS = ("second_hand", "third_hand", "fourth_hand", "fifth_hand", "sixth_hand")
"""Pages by other hands, each with its own way of writing: the second opinion is learned from them."""
KEPT_APART = ("fresh architect", "fresh cabin_crew", "fresh claims")
"""Pages kept for judging, beside all those of `apart/`: read by no author of a rule, and never learned from."""
KINDS = {"c": "commitments", "a": "advice", "f": "feedback", "g": "agreements"}
_MARK = re.compile(
    r"\{\{(?P<kinds>[a-z+]+)(?P<either>\??)(?: (?P<owner>\S+) (?P<due>\S+)| (?P<day>\S+))?\|(?P<words>[^{}]*)\}\}"
)
_TAP = re.compile(r"@(?P<kind>\w+) (?P<speaker>\w*) ?(?P<at>\d\d:\d\d)\n")


@dataclass(frozen=True)
class Mark:
    """One marked stretch of a page."""

    kind: str
    note: str
    start: int
    end: int
    either: bool
    owner: str = ""
    due: str = ""


@dataclass(frozen=True)
class Page:
    """One talk, with its marks."""

    name: str
    journey: Journey
    marks: tuple[Mark, ...]


@dataclass
class Score:
    """What was found, missed and made up."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    owners: Counter[bool] = field(default_factory=Counter)
    dues: Counter[bool] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def precision(self, *kinds: str) -> float:
        """Of what was taken, how much is right."""
        found, wrong = (sum(c[k] for k in kinds) for c in (self.found, self.wrong))
        return found / max(1, found + wrong)

    def recall(self, *kinds: str) -> float:
        """Of what is there, how much was taken."""
        found, missed = (sum(c[k] for k in kinds) for c in (self.found, self.missed))
        return found / max(1, found + missed)


def pages(folder: Path) -> list[Page]:
    """Every marked page of a folder, in the order of their names."""
    return [page(file) for file in sorted(folder.glob("*.md")) if file.name != "README.md"]


def page(file: Path) -> Page:
    """One marked page as a journey with one conversation, and its marks."""
    _, head, body = file.read_text("utf-8").split("+++\n", 2)
    given: dict[str, Any] = tomllib.loads(head)
    manager = next(c["id"] for c in given["contacts"] if c["relation"] == "manager")
    talk = {"id": "talk", "contact": manager, "state": "held", "at": given["at"], "timezone": given["timezone"]}
    notes, marks = [], list[Mark]()
    for i, (kind, speaker, at, text) in enumerate(
        _notes(body, given["at"]) if "live" in given else [("", "", None, body)]
    ):
        plain, found = _unmarked(text.strip(), f"note-{i}")
        marks += found
        tapped = {"kind": kind, "speaker": speaker, "at": at} if kind else {}
        notes.append(Note.model_validate({"id": f"note-{i}", "conversation": "talk", "text": plain, **tapped}))
    journey = Journey.model_validate(
        {"person": given["person"], "contacts": given["contacts"], "goals": given["goals"], "conversations": [talk],
         "notes": notes}
    )  # fmt: skip
    return Page(file.stem, journey, tuple(marks))


def _notes(body: str, day: datetime) -> Iterator[tuple[str, str, datetime, str]]:
    taps = list(_TAP.finditer(body))
    for tap, after in zip(taps, [t.start() for t in taps[1:]] + [len(body)], strict=True):
        hour, minute = map(int, tap["at"].split(":"))
        yield tap["kind"], tap["speaker"], day.replace(hour=hour, minute=minute), body[tap.end() : after]


def _unmarked(text: str, note: str) -> tuple[str, list[Mark]]:
    plain, marks, at = "", list[Mark](), 0
    for found in _MARK.finditer(text):
        plain += text[at : found.start()]
        for kind in found["kinds"].split("+"):
            end = len(plain) + len(found["words"])
            marks.append(
                Mark(kind, note, len(plain), end, bool(found["either"]), found["owner"] or "", found["due"] or "")
            )
        plain += found["words"]
        at = found.end()
    return plain + text[at:], marks


def score(page: Page, takings: Takings | Collected, into: Score) -> None:
    """Hold the takings of one page against its marks."""
    texts = {note.id: note.text for note in page.journey.notes}
    for kind, name in KINDS.items():
        open_ = [mark for mark in page.marks if mark.kind == kind]
        for record in getattr(takings, name):
            span = record.source
            mark = max(open_, key=lambda m: _shared(m, span), default=None)
            words = texts[span.note][span.start : span.end]
            if mark is None or _shared(mark, span) < 0.5:
                into.wrong[kind] += 1
                into.lines.append(f"{page.name}: made up {name}: {words!r}")
                continue
            open_.remove(mark)
            if not mark.either:
                into.found[kind] += 1
            if isinstance(record, Commitment):
                _held(record, mark, into, page.name, words)
        for mark in open_:
            if not mark.either:
                into.missed[kind] += 1
                into.lines.append(f"{page.name}: missed {name}: {texts[mark.note][mark.start : mark.end]!r}")


def _held(record: Commitment, mark: Mark, into: Score, name: str, words: str) -> None:
    owner = mark.owner.replace("-", "") if mark.owner == "-" else mark.owner
    into.owners[record.owner == owner] += 1
    if record.owner != owner:
        into.lines.append(f"{name}: owner {record.owner!r}, not {owner!r}: {words!r}")
    if mark.due != "~":
        due = "" if mark.due == "-" else mark.due
        into.dues[record.due == due] += 1
        if record.due != due:
            into.lines.append(f"{name}: due {record.due!r}, not {due!r}: {words!r}")


def _shared(mark: Mark, span: Span | None) -> float:
    """The part of the shorter of the two that both cover."""
    if span is None or mark.note != span.note:
        return 0.0
    both = min(mark.end, span.end) - max(mark.start, span.start)
    return both / max(1, min(mark.end - mark.start, span.end - span.start))


def judged() -> list[Page]:
    """The pages kept for judging."""
    fresh = [one for one in pages(PAGES / "fresh") if f"fresh {one.name}" in KEPT_APART]
    return pages(PAGES / "apart") + fresh


def scored(read: list[Page], closeness: Callable[[], Closeness] | None = None) -> Score:
    """All these pages. `closeness` lets the second opinion be asked."""
    into = Score()
    for one in read:
        conversation = one.journey.conversations[0]
        today = conversation.at.date() if conversation.at else date.min
        score(one, take(one.journey, conversation.id, today, closeness=closeness), into)
    return into


def measure() -> list[Figure]:
    """Precision and recall on the pages that were tuned on and on those kept apart."""
    rows = []
    for name, read, closeness in (
        ("tuned, rules alone", pages(PAGES), None),
        ("kept apart, rules alone", judged(), None),
        ("kept apart", judged(), _engine),
    ):
        held = scored(read, closeness)
        p, r = held.precision(*KINDS), held.recall(*KINDS)
        each = ", ".join(f"{n} {held.precision(k):.2f}/{held.recall(k):.2f}" for k, n in KINDS.items())
        rows.append(
            Figure(
                "M6", f"own notes, {name}, precision/recall", f"{p:.2f}/{r:.2f}", "≥ .95/≥ .90",
                f"{each}; owner {_share(held.owners)}, due {_share(held.dues)}",
                met=p >= 0.95 and r >= 0.90,
            )
        )  # fmt: skip
    return rows


def _engine() -> Closeness:
    return offline(threads=1)


def _share(counted: Counter[bool]) -> str:
    return f"{counted[True] / max(1, counted.total()):.2f}"
