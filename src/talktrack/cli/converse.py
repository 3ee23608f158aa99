"""`talktrack converse me.toml -o sheet.pdf`: one page to write on in the meeting."""

from __future__ import annotations

import argparse

HELP = "make one page to write on in the meeting: minutes, questions, room for each kind of note"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, the file to write, the length and the day."""
    parser.add_argument("file", help="your file, such as me.toml")
    parser.add_argument(
        "-o", "--output", default="sheet.pdf", metavar="PDF", help="where the page goes (default: sheet.pdf)"
    )
    parser.add_argument(
        "--minutes", type=int, metavar="N", help="length of the meeting, 10 to 90 (default: as in the file)"
    )
    parser.add_argument("--today", metavar="DATE", help="the day to reckon from, as 2026-11-22 (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Write the page, all or nothing. Raises UserError where the file cannot be read or written."""
    from pathlib import Path

    from talktrack.cli.day import today
    from talktrack.cli.terminal import say
    from talktrack.engine import archive
    from talktrack.engine.converse.sheet import sheet
    from talktrack.engine.prepare.basis import gather
    from talktrack.kit import files

    journey = archive.read(Path(arguments.file))
    made = sheet(gather(journey, today=today(arguments.today), minutes=arguments.minutes))
    files.write(Path(arguments.output), made.rendered.content)
    say(f"Your page lies in {arguments.output}. Print it, take a pen, and listen.")
    for notice in made.rendered.notices:
        say(f"Note: {notice}")
    return 0
