"""`talktrack log "…"`: keep one piece of evidence, in the time that it takes to type it."""

from __future__ import annotations

import argparse

HELP = "keep something you did, in the workbook, in one line"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What was done, and optionally what came of it and when."""
    parser.add_argument("what", nargs="+", help='what you did: "Cut the backlog from 90 to 20 tickets"')
    parser.add_argument("--result", default="", metavar="TEXT", help="what came of it")
    parser.add_argument("--on", metavar="DATE", help="when, as 2026, 2026-05 or 2026-05-14 (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Keep it in the same database that `talktrack start` opens."""
    import os

    from talktrack.cli.day import today
    from talktrack.web import home as homes

    os.umask(0o077)
    homes.home(os.environ).make()
    os.environ["DJANGO_SETTINGS_MODULE"] = "talktrack.web.settings"
    import django

    django.setup()
    from talktrack.engine.story import Accomplishment
    from talktrack.web import schema, trouble
    from talktrack.web.people.subject import local_owner
    from talktrack.web.workbook.actions import record

    fields = {
        "did": " ".join(arguments.what),
        "result": arguments.result,
        "date": arguments.on or today(None).isoformat(),
    }
    with trouble.in_plain_words():
        schema.bring_up_to_date()
        done = record.create(subject=local_owner(), noun=Accomplishment, fields=fields)
    print(f"Kept: {done.kept.value.did}")
    return 0
