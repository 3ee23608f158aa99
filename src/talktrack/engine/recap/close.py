"""Closing a talk: what came of it becomes a mail, a new version of the plan, and a sheet for the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256

from talktrack.engine.prepare.checks import K8
from talktrack.engine.prepare.pack import File, ledger
from talktrack.engine.story import Conversation, Journey, Snapshot, Span
from talktrack.engine.story.seal import opened, seal
from talktrack.engine.story.usual import recap_fields
from talktrack.kit.checks import Finding, Piece, run
from talktrack.kit.documents import Attachment, Message
from talktrack.kit.render import docx, eml, markdown, pdf
from talktrack.kit.text import Prose

from .checks import M1, M3, M4, M5
from .hidden import QUOTED
from .letter import Letter, across, message
from .mail import letter
from .put import of_them
from .revised import Revision, revise
from .sheet import sheet
from .version import paper

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEDGER = "recap.json"


@dataclass(frozen=True)
class Closed:
    """What a talk leaves behind."""

    files: tuple[File, ...]
    message: Message
    """The recap mail with the plan attached, as a draft."""
    letter: Letter
    held: tuple[Finding, ...]
    """Blocks on words of the mail: nothing is to leave before the person has confirmed or changed them."""
    advice: tuple[Finding, ...]
    """What else the coach would say about the mail."""
    snapshots: tuple[Snapshot, ...]
    """The sealed copies to keep: the plan before, the plan after, the recap."""
    superseded: tuple[str, ...]
    """Ids of copies of the same day whose place these take, as long as they were not sent."""
    journey: Journey
    """The journey with the talk held and these copies in it."""
    notices: tuple[str, ...]


def close(
    journey: Journey,
    conversation: str,
    *,
    today: date,
    held_on: date | None = None,
    untouched: tuple[str, ...] = (),
    unread: tuple[Span, ...] = (),
    left: bool = False,
    step: Callable[[str], None] = lambda _: None,
) -> Closed:
    """Close the conversation of that id, from what the journey holds of it. The same journey and day give the same
    bytes; closing it again changes nothing where nothing changed.

    `held_on` is the day of the talk where it differs from the planned one. `untouched` lists what was prepared and
    not spoken of, `unread` the lines of the notes from which nothing was read: both are for the person only. `left`:
    the copies that are kept of this talk were sent, so that what is new gets its own number even on the same day.
    Raises KeyError for an unknown conversation, UserError for an address that is none.
    """
    journey, meeting = held(journey, conversation, held_on)
    on = max(today, meeting.at.date()) if meeting.at else today

    step("comparing the plan with the one before")
    revision = revise(journey, meeting, on=on, left=left)
    told, replaced = _recap(journey, meeting, on, left)

    step("setting the plan")
    papers, notices = _papers(revision)

    step("writing the recap")
    version = revision.after.version if papers else 0
    words = letter(opened(told), today=on, version=version, changed=revision.changed)
    attachments = tuple(Attachment(f.name, PDF if f.name.endswith("pdf") else WORD, f.content) for f in papers)
    mail = message(words, journey, meeting, matter="recap", today=on, attachments=attachments)
    own = sheet(journey, meeting, untouched, unread, today=on)
    said = words.passages()
    files = (
        File("recap.eml", eml.render(mail), said, for_others=True),
        File("recap.txt", words.text().encode(), said, for_others=True),
        *papers,
        File("takings.md", markdown.render(own), tuple(own.passages())),
    )
    findings = checked(words, journey, meeting, today=on)
    kept = _kept(journey, (revision.before, revision.after, told), (revision.superseded, replaced))
    return Closed(
        files=(*files, File(LEDGER, ledger(files, on))),
        message=mail,
        letter=words,
        held=tuple(f for f in findings if f.blocks),
        advice=tuple(f for f in findings if not f.blocks),
        snapshots=tuple(dict.fromkeys((revision.before, revision.after, told))),
        superseded=tuple(i for i in (revision.superseded, replaced) if i),
        journey=kept,
        notices=(*notices, *_left_out(journey, meeting)),
    )


def held(journey: Journey, conversation: str, on: date | None = None) -> tuple[Journey, Conversation]:
    """The journey in which that conversation was held, on that day where one is given. Raises KeyError."""
    meeting = {c.id: c for c in journey.conversations}[conversation]
    at = meeting.at
    if on is not None:
        at = datetime.combine(on, at.time() if at else time())
    meeting = meeting.model_copy(update={"state": "held", "at": at})
    rows = tuple(meeting if c.id == conversation else c for c in journey.conversations)
    return journey.model_copy(update={"conversations": rows}), meeting


def _recap(journey: Journey, meeting: Conversation, on: date, left: bool) -> tuple[Snapshot, str]:
    """What the recap may tell, sealed; and the copy of the same day whose place it takes."""
    who = across(journey, meeting)
    own = {f"open_questions/{q.id}" for q in journey.open_questions if of_them(q.text, who, journey.contacts)}
    fields = tuple(f for f in recap_fields(journey, meeting.id) if f.rpartition(".")[0] not in own)
    mine = f"conversations/{meeting.id}."
    earlier = [s for s in journey.snapshots if s.kind == "recap" and any(f.startswith(mine) for f in s.fields)]
    last = earlier[-1] if earlier else None
    again = last if last and not left and last.sealed_on == on.isoformat() else None
    by_id = {s.id: s for s in earlier}
    before = by_id.get(again.follows) if again else last
    made = seal(journey, kind="recap", fields=fields, on=on.isoformat(), follows=before)
    if last and (last.content, last.fields) == (made.content, made.fields):
        return last, ""
    return made, again.id if again else ""


def _papers(revision: Revision) -> tuple[tuple[File, ...], tuple[str, ...]]:
    """The plan as PDF and DOCX; none for a journey without a goal that may be shown."""
    if not opened(revision.after).goals:
        return (), ()
    page = paper(revision.after, revision.before if revision.changed else None)
    printed = pdf.render(page)
    said = tuple(page.passages())
    name = f"plan-v{revision.after.version}"
    files = (
        File(f"{name}.pdf", printed.content, said, for_others=True),
        File(f"{name}.docx", docx.render(page), said, for_others=True),
    )
    return files, printed.notices


def _left_out(journey: Journey, meeting: Conversation) -> tuple[str, ...]:
    """What is told to nobody while the person has not said which goal it is about."""
    said = [a.words for a in journey.agreements if a.conversation == meeting.id and not a.goal]
    told = "The mail leaves out “{}” until you say which goal it is about."
    return tuple(told.format(words) for words in said)


def checked(
    words: Letter, journey: Journey, meeting: Conversation, *, today: date, text: str = ""
) -> tuple[Finding, ...]:
    """What the rules of a recap find in the mail, held against the journey, without what the person confirmed.

    `text` is the body as the person changed it; else it is checked as drafted. What was drafted quotes sealed fields
    only, so that a run of words from a private record counts only where the person put it in; a word that only such
    a record knows may come with what was read from the notes, and counts in the draft as well.
    """
    drafted, text = words.body(), text or words.body()
    piece = Piece("recap", Prose(text), today, whole=journey)
    record, of = f"conversations/{meeting.id}", mark(text)
    confirmed = {d.about for d in journey.decisions if d.record == record and d.of == of}
    own = " ".join(Prose(drafted).words)
    return tuple(
        f
        for f in run((K8, M1, M3, M4, M5), (piece,))
        if f.rule not in confirmed
        and not (f.rule == M3.id and f.message == QUOTED and " ".join(Prose(text[slice(*f.span)]).words) in own)
    )


def mark(text: str) -> str:
    """Stands for the words of a mail in a decision about them: another as soon as one of them is another."""
    return sha256(text.encode()).hexdigest()[:16]


def _kept(journey: Journey, made: tuple[Snapshot, ...], gone: tuple[str, ...]) -> Journey:
    rows = {s.id: s for s in journey.snapshots if s.id not in gone} | {s.id: s for s in made}
    return journey.model_copy(update={"snapshots": tuple(rows.values())})
