"""Keeping a time: into the sidecar, and what is to be sent into a folder. All or nothing."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from talktrack.cli.folder import replace_files
from talktrack.cli.prepare import refusal
from talktrack.cli.terminal import say
from talktrack.engine import archive, coach
from talktrack.engine.archive.sidecar import overlay
from talktrack.engine.prepare import arrange
from talktrack.engine.prepare.arranged import asking, calling_off, moving
from talktrack.engine.prepare.basis import gather
from talktrack.engine.prepare.feed import feed
from talktrack.engine.prepare.pack import File, held
from talktrack.engine.prepare.slots import Slot
from talktrack.engine.story import Conversation, Journey, manager, upcoming
from talktrack.kit.errors import UserError


def keep(arguments: argparse.Namespace, journey: Journey, day: date, slot: Slot) -> int:
    """Take or move to that time, and write what is to be sent."""
    before = upcoming(journey) or _new(journey, slot)
    how = arrange.move if arguments.move is not None else arrange.take
    after = how(before, slot.start, minutes=slot.minutes)
    basis = gather(_with(journey, after), today=day)
    papers = asking(basis) if arguments.move is None else moving(basis, before)
    _settle(arguments, journey, day, after, papers)

    say(slot.text)
    if arguments.move is None and before.state == "asked" and before.at != after.at:
        say("Note: if you sent the earlier request already, use --move instead, so that both calendars follow.")
    return 0


def call_off(arguments: argparse.Namespace, journey: Journey, day: date) -> int:
    """Call the next meeting off, and write the letter and the cancellation."""
    before = upcoming(journey)
    if before is None:
        raise UserError("There is no meeting to call off: none is planned.")
    after = arrange.call_off(before)
    basis = gather(_with(journey, after.model_copy(update={"state": before.state})), today=day)
    _settle(arguments, journey, day, after, calling_off(basis))
    say("The meeting is called off. Send the letter, so that it leaves both calendars.")
    return 0


def _new(journey: Journey, slot: Slot) -> Conversation:
    who = manager(journey)
    base = f"talk-{slot.start:%Y-%m-%d}"
    taken = {c.id for c in journey.conversations}
    name = next(n for n in (base, *(f"{base}-{i}" for i in range(2, 3000))) if n not in taken)
    return Conversation(id=name, contact=who.id if who else None, minutes=slot.minutes)


def _with(journey: Journey, conversation: Conversation) -> Journey:
    return overlay(journey, Journey(conversations=(conversation,)))


def _settle(
    arguments: argparse.Namespace, journey: Journey, day: date, after: Conversation, papers: tuple[File, ...]
) -> None:
    """Write the files, then keep the time: where the first fails, nothing has changed."""
    path, whole = Path(arguments.file), _with(journey, after)
    if blocks := held(papers, coach.check(whole, today=day)):
        raise refusal("The letter", blocks, arguments.file)
    folder = write(arguments, whole, day, papers)
    archive.remember(path, conversations=(after,))

    say(f"In {folder}/ lie {', '.join(f.name for f in papers)} and check-ins.ics.")
    say(f"Send {papers[0].name}, or copy {papers[1].name}. The time is kept in {archive.sidecar_path(path).name}.")


def write(arguments: argparse.Namespace, journey: Journey, day: date, papers: tuple[File, ...]) -> str:
    """Put the papers and the calendar to subscribe to into the folder; its name comes back."""
    folder = arguments.output or "invitation"
    files = {file.name: file.content for file in papers}
    files["check-ins.ics"] = feed(journey, day, full=arguments.full)
    replace_files(Path(folder), files, mark="check-ins.ics", what="invitation")
    return str(folder)
