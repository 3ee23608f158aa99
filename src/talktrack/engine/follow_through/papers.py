"""The files that follow a talk: the ledger, the next check-in with its invitation, friendly words, the reading."""

from __future__ import annotations

from datetime import date

from talktrack.engine.prepare.pack import File
from talktrack.engine.story import Journey
from talktrack.kit.blocks import Block, Bullets, Heading, Note, Paragraph, Passage
from talktrack.kit.documents import Document
from talktrack.kit.drafting import sentence, slot
from talktrack.kit.render import eml, ics, markdown, pdf

from . import check_ins, handover, nudges, viability
from .goalposts import Goalposts, goalposts, quoted
from .ledger import WORDING, Entry, Ledger, ledger


def papers(journey: Journey, today: date) -> tuple[File, ...]:
    """Every file for that day. The same journey and day give the same bytes; `viability.md` is for nobody else."""
    book = ledger(journey, today)
    page = ledger_page(journey, book, today)
    sheet = check_ins.sheet(journey, today)
    agenda = check_ins.document(journey, sheet, today)
    read = viability.viability(journey, today)
    reading = viability.document(journey, read)
    made = [
        File("ledger.md", markdown.render(page), tuple(page.passages())),
        File("check-in.md", markdown.render(agenda), tuple(agenda.passages())),
        File("viability.md", markdown.render(reading), tuple(reading.passages())),
    ]
    return (*made, *_invitation(journey, sheet, today), *_words(journey, book, today), *_handover(journey, today))


def _invitation(journey: Journey, sheet: check_ins.Sheet, today: date) -> list[File]:
    asked = check_ins.invitation(journey, sheet.check_in, today) if sheet.check_in else None
    if not asked:
        return []
    content = ics.render(asked.invite, check_ins.moment(today))
    return [File("check-in.ics", content, (asked.subject, asked.body), for_others=True)]


def _words(journey: Journey, book: Ledger, today: date) -> list[File]:
    """A draft for each promise of theirs that is over its day and may be asked about."""
    made = []
    for e in book:
        word = nudges.nudge(journey, e, today)
        if word.ready:
            name = f"word-{e.commitment.id}"
            letter = nudges.mail(journey, word, today)
            made.append(File(f"{name}.txt", word.letter().encode(), word.passages(), for_others=True))
            made.append(File(f"{name}.eml", eml.render(letter), word.passages(), for_others=True))
    return made


def _handover(journey: Journey, today: date) -> list[File]:
    changed = handover.changed(journey, today)
    if not changed:
        return []
    page = handover.page(journey, changed, today)
    passages = tuple(page.passages())
    return [
        File("handover.md", markdown.render(page), passages, for_others=True),
        File("handover.pdf", pdf.render(page).content, passages, for_others=True),
    ]


def ledger_page(journey: Journey, book: Ledger, today: date) -> Document:
    """Both sides on a page, with what was moved, and what each goal depended on from talk to talk."""
    blocks: list[Block] = [Paragraph(WORDING.frame("ledger.intro"))]
    blocks += _side(WORDING.frame("ledger.mine"), book.mine)
    for side in book.theirs:
        who = slot(side.entries[0].reference, "owner", side.entries[0].commitment.owner, side.name)
        blocks += _side(WORDING.say("ledger.theirs", who=who) or Passage(""), side.entries)
    blocks += _side(WORDING.frame("ledger.nobody"), book.nobody)
    if not book.entries:
        blocks.append(Paragraph(WORDING.frame("ledger.none")))
    posts = goalposts(journey, today)
    if posts:
        blocks.append(Heading(WORDING.frame("ledger.goalposts")))
        for one in posts:
            blocks += _posts(one)
    name = journey.person.name
    return Document(
        title=WORDING.frame("ledger.title"),
        author=Passage(name or "Talktrack"),
        language="en-GB",
        date=today,
        kind="pocket",
        blocks=tuple(blocks),
    )


def _side(heading: Passage, entries: tuple[Entry, ...]) -> list[Block]:
    return [Heading(heading), Bullets(tuple(line(e) for e in entries))] if entries else []


def line(e: Entry) -> tuple[Passage, ...]:
    """One promise: what, how it stands, how one sees that it is done, what was moved, what shows it."""
    made, at = e.commitment, e.reference
    stored = made.due or made.kept_on or made.status
    field = "due" if made.due else "kept_on" if made.kept_on else "status"
    state = slot(at, field, stored, e.stand.text, e.stand.text)
    parts = [
        WORDING.say("ledger.line", action=slot(at, "action", made.action, sentence(made.action)), state=state),
        WORDING.say("ledger.done_when", test=slot(at, "done_test", made.done_test, sentence(made.done_test))),
        *(m.text for m in e.moves),
    ]
    if e.evidence:
        shown = slot(f"accomplishments/{e.evidence.id}", "did", e.evidence.did, sentence(e.evidence.did))
        parts.append(WORDING.say("ledger.shown_by", shown=shown))
    return tuple(p for p in parts if p)


def _posts(one: Goalposts) -> list[Block]:
    goal = quoted(f"goals/{one.goal.id}", "what", one.goal.what)
    rows: list[Block] = [Bullets(tuple(word.told for word in one.words)), *(Note(move) for move in one.moves)]
    return [Heading(WORDING.say("ledger.goal", goal=goal) or Passage(""), 2), *rows]
