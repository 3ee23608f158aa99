"""Everything that came of a talk, for the person alone: each point with the words of the notes that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from talktrack.engine.story import Conversation, Feedback, Journey, Span, Value
from talktrack.engine.story.seal import values
from talktrack.kit.blocks import Block, Bullets, Heading, Note, Paragraph, Passage, Source
from talktrack.kit.documents import Document
from talktrack.kit.drafting import Slot, sentence, slot, titled, words_of

from .letter import across, day_said
from .repair import repair
from .takings import KINDS
from .told import LESS, WORDING, there

_TEXT = {"commitments": "action", "agreements": "words", "check_ins": "on", "reactions": "act"}
_PARTS = ("situation", "behaviour", "impact", "better", "condition", "done_test", "category")
_LONGEST_QUOTE = 240


def sheet(
    journey: Journey,
    conversation: Conversation,
    untouched: tuple[str, ...],
    unread: tuple[Span, ...] = (),
    *,
    today: date,
) -> Document:
    """The takings of one conversation, kind by kind; what was prepared and not spoken of; what was not read."""
    who = across(journey, conversation)
    name = slot(f"contacts/{who.id}", "name", who.name, who.first_name, "first name") if who else None
    blocks: list[Block] = [Note(WORDING.frame("sheet.intro"))]
    points = _Points(journey, conversation, today)
    if not points.confirmed():
        blocks.append(Note((WORDING.frame("sheet.unconfirmed"), WORDING.frame("sheet.change_terminal"))))
    for kind in KINDS:
        blocks += points.of(kind)
    if len(blocks) == (1 if points.confirmed() else 2):
        blocks.append(Paragraph(WORDING.frame("sheet.none")))
    if untouched:
        blocks += [Heading(WORDING.frame("sheet.not_discussed")), Note(WORDING.frame("sheet.not_discussed_intro"))]
        blocks.append(Bullets(tuple(_prepared(journey, text) for text in untouched)))
    if unread:
        blocks += [Heading(WORDING.frame("sheet.unread")), Note(WORDING.frame("sheet.unread_intro"))]
        blocks.append(Bullets(tuple(points.words(span) for span in unread)))
    return Document(
        title=WORDING.first("sheet.title_name", "sheet.title", manager=name) or Passage(""),
        author=words_of(owner) if (owner := slot("person", "name", journey.person.name)) else Passage("Talktrack"),
        language="en-GB",
        date=today,
        kind="pocket",
        blocks=tuple(blocks),
    )


def _prepared(journey: Journey, text: str) -> Passage:
    """Something that was prepared, with the record that it stands in."""
    at = next(
        (path for path, value in values(journey) if value == text and not path.startswith("notes/")), "run.prepared"
    )
    record, _, field = at.rpartition(".")
    return Passage(text, (Source(record, field, text),))


class _Points:
    def __init__(self, journey: Journey, conversation: Conversation, today: date) -> None:
        self.journey, self.talk, self.today = journey, conversation.id, today
        self.notes = {note.id: note for note in journey.notes}
        self.decided = {d.record for d in journey.decisions if d.about == "taking" and d.verdict == "confirmed"}

    def rows(self, kind: str) -> tuple[Value, ...]:
        return tuple(r for r in getattr(self.journey, kind) if r.conversation == self.talk)

    def confirmed(self) -> bool:
        """Whether each point has the person's word."""
        return all(self._has_word(kind, r) for kind in KINDS for r in self.rows(kind))

    def _has_word(self, kind: str, record: Value) -> bool:
        by_hand = getattr(record, "source", None) is None
        return by_hand or f"{kind}/{getattr(record, 'id', '')}" in self.decided

    def of(self, kind: str) -> Iterator[Block]:
        rows = self.rows(kind)
        if rows:
            yield Heading(WORDING.frame(f"sheet.{kind}"))
            yield Bullets(tuple(there(*self._point(kind, record)) for record in rows))

    def _point(self, kind: str, record: Value) -> Iterator[Passage | None]:
        at = f"{kind}/{getattr(record, 'id', '')}"
        owner = str(getattr(record, "owner", ""))
        if kind == "commitments":
            yield self._owner(owner)
        if kind == "agreements":
            yield self._goal(str(getattr(record, "goal", "") or ""))
            yield WORDING.say(
                "sheet.state",
                state=slot(at, "state", getattr(record, "state", ""), sentence(getattr(record, "state", ""))),
            )
        yield self._text(at, record, _TEXT.get(kind, "text"))
        yield from self._parts(at, record)
        if kind == "commitments":
            due = str(getattr(record, "due", ""))
            by = slot(at, "due", due, f"{day_said(due, self.today)}." if due else "", "day in words")
            yield WORDING.first("sheet.due", "sheet.undated", day=by)
            yield None if owner else WORDING.frame("sheet.nobody")
        yield self._quote(record)
        if isinstance(record, Feedback):
            for ask in repair(record).questions if LESS.search(record.text) or repair(record).phrase else ():
                yield WORDING.say(
                    "sheet.ask", question=Slot(ask.question, (Source(at, "text", record.text, "asked back"),))
                )

    def _text(self, at: str, record: Value, field: str) -> Passage | None:
        value = str(getattr(record, field, ""))
        at_time = getattr(record, "at", None) if field == "on" else None
        clock = f" at {at_time:%H:%M}" if at_time else ""
        shown = f"{day_said(value, self.today)}{clock}." if field == "on" and value else sentence(value)
        found = slot(at, field, value, shown, "day in words" if field == "on" else "")
        hour = slot(at, "at", at_time, clock, "on both clocks")
        return Passage(found.text, (*found.sources, *(hour.sources if hour else ()))) if found else None

    def _parts(self, at: str, record: Value) -> Iterator[Passage | None]:
        for field in _PARTS:
            if value := getattr(record, field, ""):
                label = field.replace("_", " ").capitalize()
                filled = slot(at, field, value, sentence(str(value)))
                yield WORDING.say("sheet.part", label=Slot(label, filled.sources if filled else ()), text=filled)

    def _goal(self, name: str) -> Passage | None:
        goal = next((g for g in self.journey.goals if g.id == name), None)
        found = slot(f"goals/{name}", "what", goal.what, f"{titled(goal.what)}:") if goal else None
        return words_of(found) if found else None

    def _owner(self, owner: str) -> Passage | None:
        if owner == "me":
            return Passage(f"{WORDING.templates['sheet.me']}:")
        who = next((c for c in self.journey.contacts if c.id == owner), None)
        found = slot(f"contacts/{owner}", "name", who.name, f"{who.first_name}:", "first name") if who else None
        return Passage(found.text, found.sources) if found else None

    def words(self, span: Span) -> Passage:
        """A line of the notes as it stands there."""
        text = self.notes[span.note].text[span.start : span.end]
        return words_of(slot(f"notes/{span.note}", "text", text, " ".join(text.split()), "as it stands there"))

    def _quote(self, record: Value) -> Passage | None:
        span = getattr(record, "source", None)
        note = self.notes.get(span.note) if span else None
        if span is None or note is None:
            return None
        words = note.text[span.start : span.end][:_LONGEST_QUOTE]
        shown = " ".join(words.split()).strip('"“”')
        return WORDING.say("sheet.quote", quote=slot(f"notes/{note.id}", "text", words, shown, "as it stands there"))
