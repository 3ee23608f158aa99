"""What leaves after a talk: the recap mail as drafted or as the person put it, the plan, what holds them back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404

from talktrack.engine.recap.close import Closed, checked, close, mark
from talktrack.engine.recap.version import Row, news, paper
from talktrack.engine.story import Snapshot
from talktrack.kit.checks import Finding
from talktrack.kit.documents import Message
from talktrack.kit.render import docx, eml, pdf
from talktrack.web.people.subject import Subject
from talktrack.web.post import outbox

from .drafts import draft
from .findings import advised
from .journey import journey
from .margin import Advice
from .memory import Memory
from .recap import recap

__all__ = ["Closing", "Row", "Version", "closing", "place", "version", "versions"]


@dataclass(frozen=True)
class Closing:
    """One talk as it would leave the house now."""

    closed: Closed
    body: str
    """The words of the mail: the person's own where they changed them."""
    own: bool
    """Whether they did."""
    mark: str
    """Stands for these words in a decision about them."""
    held: tuple[Advice, ...]
    advice: tuple[Advice, ...]
    changes: tuple[Row, ...]
    """What changed in the plan, goal by goal."""
    key: str
    """Under which this mail stands in the outbox; a corrected one after it was sent has another."""

    @property
    def message(self) -> Message:
        """The mail with these words; a corrected one is another mail."""
        number = self.key.partition("#")[2]
        made = self.closed.message
        return replace(made, body=self.body, message_id=f"v{number}-{made.message_id}" if number else made.message_id)

    def file(self, name: str) -> bytes | None:
        """One of its files, with these words; None where there is none of that name."""
        made = next((f.content for f in self.closed.files if f.name == name), None)
        if made is None or not self.own:
            return made
        if name == "recap.eml":
            return eml.render(self.message)
        return f"{self.message.subject}\n\n{self.body}".encode() if name == "recap.txt" else made


def place(name: str) -> str:
    """Where the person's own words for the mail are kept."""
    return f"recap/{name}/mail"


def closing(subject: Subject, name: str, today: date) -> Closing:
    """The talk of that name, closed. Raises Http404, UserError for an address that is none."""
    closed = _closed(subject, name, today)
    unkept = draft(subject, place(name))
    own = (unkept.fields.get("body", "").strip() + "\n") if unkept else ""
    drafted = closed.letter.body()
    body = own if own.strip() and own.strip() != drafted.strip() else drafted
    found: tuple[Finding, ...] = (*closed.held, *closed.advice)
    if body != drafted:
        whole = closed.journey
        meeting = next(c for c in whole.conversations if c.id == name)
        found = checked(closed.letter, whole, meeting, today=today, text=body)
    before = next((s for s in closed.snapshots if s.kind == "plan"), None)
    after = next((s for s in reversed(closed.snapshots) if s.kind == "plan"), None)
    return Closing(
        closed=closed,
        body=body,
        own=body != drafted,
        mark=mark(body),
        held=advised(tuple(f for f in found if f.blocks)),
        advice=advised(tuple(f for f in found if not f.blocks)),
        changes=news(after, before) if before and after and before.id != after.id else (),
        key=_key(name, next(s for s in closed.snapshots if s.kind == "recap")),
    )


def _closed(subject: Subject, name: str, today: date) -> Closed:
    known, made = _made.of(subject), recap(subject, name, today)
    kept = [s for s in journey(subject).snapshots if s.kind == "recap" and _of(s, name)]
    key = _key(name, kept[-1]) if kept else ""
    mail = outbox.of(subject, key).get(key) if key else None
    # A copy is kept where the mail went out, or went another way. One that was stopped or failed makes room.
    left = bool(kept) and (mail is None or mail.state in ("sent", "sending"))
    if (name, today, left) not in known:
        known[name, today, left] = close(
            journey(subject), name, today=today, untouched=made.untouched, unread=made.unread, left=left
        )
    return known[name, today, left]


def _of(snapshot: Snapshot, name: str) -> bool:
    return any(field.startswith(f"conversations/{name}.") for field in snapshot.fields)


def _key(name: str, recap_: Snapshot) -> str:
    return f"recap/{name}" + (f"#{recap_.version}" if recap_.version > 1 else "")


_made: Memory[dict[tuple[str, date, bool], Closed]] = Memory(lambda _: {})
"""Setting a plan takes a moment: once for each state of the workbook."""


@dataclass(frozen=True)
class Version:
    """One sealed version of the plan."""

    snapshot: Snapshot
    before: Snapshot | None
    changes: tuple[Row, ...]

    def pdf(self) -> bytes:
        """The plan as it was sealed."""
        return pdf.render(paper(self.snapshot, self.before)).content

    def docx(self) -> bytes:
        """The same, to edit."""
        return docx.render(paper(self.snapshot, self.before))


def versions(subject: Subject) -> tuple[Version, ...]:
    """Every version of the plan that was sealed, the newest first."""
    kept = [s for s in journey(subject).snapshots if s.kind == "plan"]
    by_id = {s.id: s for s in kept}
    rows = [(s, by_id.get(s.follows)) for s in kept]
    return tuple(Version(s, b, news(s, b) if b else ()) for s, b in reversed(rows))


def version(subject: Subject, number: int) -> Version:
    """The version of that number. Raises Http404."""
    found = next((v for v in versions(subject) if v.snapshot.version == number), None)
    if found is None:
        raise Http404
    return found
