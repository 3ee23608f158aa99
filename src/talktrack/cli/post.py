"""`talktrack post`: the worker that sends mail and gives reminders, as a program of its own."""

from __future__ import annotations

import argparse

HELP = "send the mail that waits and give reminders, on a server; `talktrack start` does so by itself"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many mails at once."""
    parser.add_argument(
        "--at-once",
        type=int,
        default=2,
        metavar="N",
        help="how many mails to send at once (default: 2); several of these programs may run, on several machines",
    )


def run(arguments: argparse.Namespace) -> int:
    """Work until Ctrl-C or a request to end."""
    import os
    import signal
    import threading

    from talktrack.kit.errors import UserError
    from talktrack.web import home as homes

    if not 1 <= arguments.at_once <= 32:
        raise UserError("Between 1 and 32 mails are sent at once.")
    os.umask(0o077)
    home = homes.home(os.environ)
    home.make()
    os.environ["DJANGO_SETTINGS_MODULE"] = "talktrack.web.settings"
    import django

    django.setup()
    from talktrack.web import posting, schema, trouble

    with trouble.in_plain_words():
        schema.bring_up_to_date()
    over = threading.Event()
    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, lambda *_: over.set())
    with posting.working(home, at_once=arguments.at_once):
        print("Mail is sent as it becomes due. Stop with Ctrl-C.", flush=True)
        over.wait()
    print("Stopped. What was not sent is sent next time.")
    return 0
