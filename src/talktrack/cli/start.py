"""`talktrack start`: the workbook in a browser, on one's own machine."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from talktrack.web.home import Home
    from talktrack.web.people.subject import Subject
    from talktrack.web.serving import Address

HELP = "open the workbook in your browser: no account, no network, all on this machine"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The port, whether to open a browser, and an example instead of one's own workbook."""
    parser.add_argument(
        "--port", type=int, metavar="N", help="where to serve it (default: 8471, or the next free one)"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    parser.add_argument(
        "--example", metavar="NAME", help="open a filled sample workbook, apart from your own: nathan"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make what is missing, serve, open the browser; where one is running already, open that one."""
    import os

    from filelock import FileLock, Timeout

    from talktrack.web import home as homes

    os.umask(0o077)
    home = homes.home(os.environ)
    if arguments.example:
        home = home.example(_known(arguments.example))
    home.make()
    try:
        with FileLock(home.lock, timeout=0):
            _serve(home, arguments)
    except Timeout:
        _show_running(home, arguments)
    return 0


def _known(name: str) -> str:
    from talktrack.examples import example

    return example(name).stem


def _serve(home: Home, arguments: argparse.Namespace) -> None:
    from contextlib import ExitStack, suppress

    from talktrack.kit.errors import UserError
    from talktrack.web import serving

    address = serving.Address(serving.free_port(arguments.port))
    home.static.mkdir(exist_ok=True)
    _set_up(home, address)
    link = address.launch(_prepare(home, arguments.example))

    def ready() -> None:
        from talktrack.web import posting

        # Only now: the server is a copy of this process, and a copy of a working thread would be none.
        with suppress(UserError):  # `talktrack post` sends the mail of this home
            end.enter_context(posting.working(home))
        print(f"Talktrack is open at {address.origin}")
        _show(home, link, arguments)
        whose = "This sample workbook" if arguments.example else "Your workbook"
        print(f"{whose} lies in {home.path}; only you can open it. Stop with Ctrl-C.", flush=True)

    with ExitStack() as end:
        serving.serve(home, address, ready)
    print("\nStopped. Everything is kept.")


def _show_running(home: Home, arguments: argparse.Namespace) -> None:
    from talktrack.web import serving

    address = serving.running(home)
    _set_up(home, address)
    from talktrack.web import trouble
    from talktrack.web.people import launch, subject

    with trouble.in_plain_words():
        link = address.launch(launch.issue(subject.local_owner()))
    print(f"Talktrack is running already, at {address.origin}")
    _show(home, link, arguments)


def _set_up(home: Home, address: Address) -> None:
    import os

    os.environ.update(
        TALKTRACK_HOME=str(home.path),
        TALKTRACK_ORIGIN=address.origin,
        DJANGO_SETTINGS_MODULE="talktrack.web.settings",
    )
    import django

    django.setup()


def _prepare(home: Home, example: str | None) -> str:
    """Tables, styles, the example's records; returns the token that lets a browser in."""
    from talktrack.web import schema, serving, trouble
    from talktrack.web.people import launch, subject
    from talktrack.web.workbook.actions import wipe

    serving.check()
    serving.collect_static(home)
    with trouble.in_plain_words():
        schema.bring_up_to_date()
        wipe.forget_deleted()
        owner = subject.local_owner()
        if example:
            _fill(owner, example)
        return launch.issue(owner)


def _fill(owner: Subject, name: str) -> None:
    """Bring the example in, once: what was changed in it since stays."""
    from talktrack.engine import archive as files
    from talktrack.examples import example
    from talktrack.web.workbook.actions import archive
    from talktrack.web.workbook.queries import counts, merge

    if counts.counts(owner).empty:
        journey = files.read(example(name))
        archive.merge(subject=owner, incoming=journey, revision=merge.preview(owner, journey).revision)


def _show(home: Home, link: str, arguments: argparse.Namespace) -> None:
    from talktrack.web import serving

    opened = not arguments.no_browser and serving.open_browser(home, link)
    print("It opens in your browser; or go there yourself, within the hour:" if opened else "Open this address:")
    print(f"  {link}", flush=True)
