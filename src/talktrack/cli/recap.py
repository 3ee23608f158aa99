"""`talktrack recap notes.md --journey me.toml -o recap/`: notes in; the recap mail and the next plan out."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing more would cost every command its time
    from datetime import date
    from pathlib import Path

    from talktrack.cli.closing import Desk
    from talktrack.engine.recap.close import Closed
    from talktrack.engine.story import Conversation, Journey

HELP = "after the talk: from your notes to the recap mail and the next version of your plan"
LARGEST = 2_000_000
"""Bytes of one page of notes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """NOTES, the person's file, the folder to write, which talk it was and when."""
    parser.add_argument(
        "notes", nargs="?", help="your notes, such as notes.md; half sentences are enough (- to read)"
    )
    parser.add_argument("--journey", metavar="FILE", required=True, help="your file, such as me.toml")
    parser.add_argument(
        "-o", "--output", default="recap", metavar="FOLDER", help="where the files go (default: recap)"
    )
    parser.add_argument("--conversation", default="", metavar="ID", help="which talk it was (default: the next one)")
    parser.add_argument(
        "--held-on", metavar="DATE", help="the day of the talk (default: as in the notes or the file)"
    )
    parser.add_argument("--yes", action="store_true", help="ask nothing: take every point as it was read")
    parser.add_argument("--again", action="store_true", help="go through the points that you decided on, too")
    parser.add_argument("--not-held", action="store_true", help="it did not take place: a kind word for another day")
    parser.add_argument("--confirm", metavar="RULE", help="let the mail out as it is, where a rule holds it")
    parser.add_argument("--today", metavar="DATE", help="the day to reckon from, as 2026-12-03 (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Write the recap, all or nothing, and say in a few lines what is there and what comes next."""
    from pathlib import Path

    from talktrack.cli.day import today
    from talktrack.engine import archive

    day, path = today(arguments.today), Path(arguments.journey)
    journey = archive.read(path)
    if arguments.not_held:
        return _not_held(journey, path, arguments, day)
    page = _page(arguments.notes)
    talk = _talk(journey, arguments, page, day)
    return _recap(path, talk, page, arguments, max(day, talk.at.date()) if talk.at else day)


def _page(name: str | None) -> str:
    """The words of the notes. Raises UserError for a file that holds none."""
    import sys
    from pathlib import Path

    from talktrack.kit.errors import UserError
    from talktrack.kit.files import decode, read

    if not name:
        raise UserError("Which notes? For example: talktrack recap notes.md --journey me.toml")
    data = sys.stdin.buffer.read(LARGEST) if name == "-" else read(Path(name), LARGEST)
    shown = "your notes" if name == "-" else Path(name).name
    if data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")):
        raise UserError(
            f"{shown} is no plain text. Open it, copy the words into a new file such as notes.md, and give me that."
        )
    text = decode(data, shown)
    if not any(c.isalnum() for c in text):
        raise UserError(
            f"There is nothing to read in {shown} yet. Half sentences are enough: a line for each thing said."
            "\nIf the talk did not take place: talktrack recap --not-held --journey FILE"
        )
    return text


def _talk(journey: Journey, arguments: argparse.Namespace, page: str, today: date) -> Conversation:
    """The conversation, held, with the day on which it was."""
    from datetime import datetime, time

    from talktrack.cli.day import today as given
    from talktrack.engine.recap.talk import day_in, talk_of

    talk = talk_of(journey, arguments.conversation, page, today)
    planned = talk.at.date() if talk.at else today
    day = given(arguments.held_on) if arguments.held_on else day_in(page, planned)
    at = talk.at
    if day and (at is None or at.date() != day):
        at = datetime.combine(day, at.time() if at else time())
    return talk.model_copy(update={"state": "held", "at": at})


def _recap(path: Path, talk: Conversation, page: str, arguments: argparse.Namespace, on: date) -> int:
    import sys

    from talktrack.cli.closing import Desk
    from talktrack.cli.deciding import decide
    from talktrack.cli.terminal import Progress, say

    asked = not arguments.yes and arguments.notes != "-" and sys.stdin.isatty() and sys.stdout.isatty()
    with Progress() as progress:
        desk = Desk(path, talk, page, on, step=progress.step)
        desk.read()
    if asked and not decide(desk, again=arguments.again):
        say(f"Stopped. What you decided is kept in {desk.beside}; the same command goes on from there.")
        return 130
    with Progress() as progress:
        desk.step = progress.step
        closed = desk.close(arguments.output, confirmed=arguments.confirm or "", as_read=not asked)
    _say(closed, desk, arguments.output, asked=asked)
    return 0


def _say(closed: Closed, desk: Desk, folder: str, *, asked: bool) -> None:
    from talktrack.cli.terminal import say

    folder = folder.rstrip("/") or folder
    say(f"Your recap lies in {folder}/")
    for file in closed.files:
        if about := _ABOUT.get(file.name) or _ABOUT.get(file.name.rpartition(".")[2]):
            say(f"  {file.name:<14} {about}")
    say("")
    for line in desk.told(asked=asked):
        say(line)
    for finding in closed.advice:
        say(f"Worth a look: {finding.message} {finding.suggestion}")
    for notice in closed.notices:
        say(f"Note: {notice}")
    say("")
    say("Read recap.txt once aloud. Then send recap.eml, or copy the text.")
    say(f'`talktrack why {folder} "a sentence"` says what a sentence rests on.')
    say("The promises of both sides: talktrack follow " + str(desk.path))


_ABOUT = {
    "recap.eml": "the recap as a mail, as a draft, with the plan attached",
    "recap.txt": "the same words, to copy",
    "pdf": "your plan with what changed and why, to hand over",
    "docx": "the same plan, to edit together",
    "takings.md": "for you: every point with the words of your notes, what is vague, what was not read",
}


def _not_held(journey: Journey, path: Path, arguments: argparse.Namespace, day: date) -> int:
    """The talk did not take place: that is kept, and a short mail for another day is drafted."""
    from pathlib import Path

    from talktrack.cli.folder import replace_files
    from talktrack.cli.terminal import say
    from talktrack.engine import archive
    from talktrack.engine.follow_through.put_off import points, put_off, word
    from talktrack.engine.prepare.pack import File, ledger
    from talktrack.engine.recap import keeping
    from talktrack.engine.recap.close import LEDGER
    from talktrack.engine.recap.letter import Letter, Line, message
    from talktrack.kit.errors import Problem, UserError
    from talktrack.kit.render import eml

    name = arguments.conversation or _meant(journey, day)
    if not name:
        raise UserError("No talk is planned in this file, so none can be put off.")
    try:
        moved = put_off(journey, name, today=day)
    except UserError as error:
        if not points(journey, name):
            raise
        again = f"To go through them: talktrack recap NOTES --journey {path.name} --conversation {name} --again"
        other = "If you mean another talk, name it: --not-held --conversation ID"
        raise UserError(error.message, (Problem(again), Problem(other))) from None
    talk = next(c for c in moved.conversations if c.id == name)
    told = word(moved, talk, day)
    letter = Letter(told.subject, tuple((Line((p,)),) for p in told.paragraphs))
    mail = message(letter, moved, talk, matter="another-day", today=day)
    files = (
        File("recap.eml", eml.render(mail), letter.passages(), for_others=True),
        File("recap.txt", letter.text().encode(), letter.passages(), for_others=True),
    )
    contents = {f.name: f.content for f in (*files, File(LEDGER, ledger(files, day)))}
    replace_files(Path(arguments.output), contents, mark=LEDGER, what="recap")
    archive.change(path, lambda kept: keeping.with_talk(kept, talk))
    say(f"Noted: the talk did not take place. A kind word for another day lies in {arguments.output}/recap.txt")
    say(told.reading.text)
    say("All that you prepared stays: your asks, questions and plan are there for the next day.")
    say(f"Once there is one, write it into {path.name}: at = 2026-12-15T10:00:00")
    return 0


def _meant(journey: Journey, day: date) -> str:
    """The talk that did not take place: the next one, unless its day is still to come and the last one has passed."""
    from talktrack.engine.follow_through.carry import last_held
    from talktrack.engine.follow_through.put_off import points
    from talktrack.engine.story import upcoming

    coming, last = upcoming(journey), last_held(journey, day)
    ahead = coming is None or (coming.state != "postponed" and (coming.at is None or coming.at.date() > day))
    if ahead and last and points(journey, last.id):
        return last.id
    return coming.id if coming else ""
