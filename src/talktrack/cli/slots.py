"""`talktrack slots me.toml --calendar mine.ics`: times that suit both, and the invitation for the one taken."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing typing for this would cost every command its time
    from collections.abc import Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from talktrack.engine.prepare.slots import Found, Slot
    from talktrack.engine.story import Journey
    from talktrack.kit.calendar import Block

HELP = "find a time that suits both, and take, move or cancel it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, the calendars of both, what is wanted, and what to do with a time."""
    parser.add_argument("file", help="your file, such as me.toml")
    parser.add_argument(
        "--calendar",
        action="append",
        default=[],
        metavar="ICS",
        help="your calendar, an .ics file; may be repeated",
    )
    parser.add_argument(
        "--theirs",
        action="append",
        default=[],
        metavar="ICS",
        help="what your manager publishes, an .ics file",
    )
    parser.add_argument("--minutes", type=int, metavar="N", help="wanted length, 10 to 90 (default: as in the file)")
    parser.add_argument("--from", dest="since", metavar="DATE", help="first day, over the notice, as 2026-12-01")
    parser.add_argument("--weeks", type=int, default=3, metavar="N", help="how far to look, 1 to 26 (default: 3)")
    parser.add_argument("--notice", type=int, default=5, metavar="N", help="working days before it (default: 5)")
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--take", type=int, metavar="N", help="keep time N and write the request with its invitation")
    doing.add_argument("--move", type=int, metavar="N", help="move the meeting to time N and write the letter")
    doing.add_argument("--cancel", action="store_true", help="call the meeting off and write the letter")
    parser.add_argument("-o", "--output", metavar="FOLDER", help="where files go; check-ins.ics is always among them")
    parser.add_argument("--full", action="store_true", help="names and words in check-ins.ics, not only “Check-in”")
    parser.add_argument("--today", metavar="DATE", help="the day to reckon from (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Print the times; with --take, --move or --cancel keep it beside the file and write what is to be sent."""
    from pathlib import Path

    from talktrack.cli.day import today
    from talktrack.engine import archive

    day = today(arguments.today)
    journey = archive.read(Path(arguments.file))
    if arguments.cancel:
        from talktrack.cli.arranging import call_off

        return call_off(arguments, journey, day)
    _check(arguments)
    found = _find(arguments, journey, day)
    number = arguments.take if arguments.take is not None else arguments.move
    if number is not None:
        from talktrack.cli.arranging import keep

        return keep(arguments, journey, day, _chosen(found, number))
    _told(journey)
    _show(arguments, found)
    if arguments.output:
        from talktrack.cli.arranging import write

        write(arguments, journey, day, ())
    return 0 if found.slots else 1


def _check(arguments: argparse.Namespace) -> None:
    from talktrack.kit.errors import UserError

    if arguments.minutes is not None and not 10 <= arguments.minutes <= 90:
        raise UserError("A conversation lasts 10 to 90 minutes. Give such a length with --minutes.")
    if not 1 <= arguments.weeks <= 26:
        raise UserError("Look 1 to 26 weeks ahead with --weeks.")
    if not 0 <= arguments.notice <= 30:
        raise UserError("Give 0 to 30 working days of notice with --notice.")


def _find(arguments: argparse.Namespace, journey: Journey, day: date) -> Found:
    from talktrack.cli.day import today
    from talktrack.cli.terminal import say
    from talktrack.engine.prepare.sides import sides
    from talktrack.engine.prepare.slots import find_slots, window
    from talktrack.engine.story import manager, upcoming

    meeting, who = upcoming(journey), manager(journey)
    me, other = sides(journey, meeting, None, None, zone=_here(journey))
    since = today(arguments.since) if arguments.since else None
    first, last = window(day, me.hours, notice=arguments.notice, since=since, weeks=arguments.weeks)
    mine, told = _busy(arguments.calendar, first, last, me.zone, journey.person.email)
    theirs, told_too = _busy(arguments.theirs, first, last, other.zone, who.email if who else "")
    for sentence in (*told, *told_too):
        say(f"Note: {sentence}")
    wanted = {"notice": arguments.notice, "since": since, "weeks": arguments.weeks, "minutes": arguments.minutes}
    return find_slots(journey, meeting, mine=mine, theirs=theirs, today=day, zone=me.zone, **wanted)


def _busy(
    files: Sequence[str], first: date, last: date, zone: ZoneInfo, address: str
) -> tuple[tuple[Block, ...] | None, list[str]]:
    """What the files say is taken, a day more on both sides; None for no files. With what was not understood."""
    from datetime import timedelta
    from pathlib import Path

    from talktrack.kit import calendar
    from talktrack.kit.errors import UserError
    from talktrack.kit.files import read

    blocks: list[Block] = []
    told: list[str] = []
    for file in files:
        path = Path(file)
        data = read(path, calendar.LARGEST)
        try:
            found = calendar.busy(
                data, first - timedelta(days=1), last + timedelta(days=1), zone, (address,) if address else ()
            )
        except UserError as error:
            raise UserError(f"{path.name}: {error.message}") from error
        blocks.extend(found.blocks)
        told.extend(f"{path.name}: {sentence}" for sentence in found.left_out)
    return (tuple(sorted(blocks)) if files else None), told


def _here(journey: Journey) -> ZoneInfo:
    """Where the person is: as the conversation says, else the clock of this machine."""
    from zoneinfo import ZoneInfo

    from talktrack.engine.story import upcoming

    meeting = upcoming(journey)
    if meeting and meeting.timezone:
        return ZoneInfo(meeting.timezone)
    import tzlocal

    return ZoneInfo(tzlocal.get_localzone_name() or "UTC")


def _told(journey: Journey) -> None:
    """The time that the talk has already, if it has one."""
    from talktrack.cli.terminal import say
    from talktrack.engine.story import upcoming

    meeting = upcoming(journey)
    if meeting and meeting.at:
        at = meeting.at
        day = f"{at:%A} {at.day} {at:%B} at {at:%H:%M}"
        say(f"You have noted {day} already; `--move N` takes another.")


def _show(arguments: argparse.Namespace, found: Found) -> None:
    from talktrack.cli.terminal import say

    if found.slots:
        say(f"Times that could do, on the clock in {found.slots[0].start.tzinfo}:")
        for number, slot in enumerate(found.slots, 1):
            say(f"  {number}  {slot.text}")
    else:
        say(found.why)
    for note in found.notes:
        say(f"Note: {note}")
    if found.slots:
        say("")
        say("To take one, add --take with its number: the request and its invitation are written then.")


def _chosen(found: Found, number: int) -> Slot:
    from talktrack.kit.errors import UserError

    if not found.slots:
        raise UserError(found.why)
    if not 1 <= number <= len(found.slots):
        raise UserError(
            f"There is no time {number} among the {len(found.slots)} found. Leave --take out to see them."
        )
    return found.slots[number - 1]
