"""The door of the command line: `talktrack COMMAND ...`.

One file per command, each with `HELP`, `add_arguments(parser)` and `run(arguments) -> int`; to add one, write the
file and add its name to `COMMANDS`. At its top a command imports argparse and nothing heavy: `--help` reads every
command, so what a command works with is imported inside `run`.
"""

from __future__ import annotations

import argparse
import sys

from . import new, prepare, schema, why

COMMANDS = {
    "new": new,
    "prepare": prepare,
    "why": why,
    "schema": schema,
}
"""Every command, in the order in which a person meets them."""

_ABOUT = "Prepare one career conversation with your manager, hold it, and see the promises of both sides kept."
_FIRST = "New here? `talktrack new me.toml` asks a few questions; every one can be skipped."


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 told so, 2 wrong input, 70 our fault, 130 stopped."""
    _speak_plainly()
    words = sys.argv[1:] if argv is None else argv
    parser = _parser()
    if not words:
        parser.print_help()
        return 0
    arguments = parser.parse_args(words)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return _unread()
    except Exception as error:
        return _tell(error, debug=arguments.debug)


def _speak_plainly() -> None:
    """What goes to a file is UTF-8; a terminal shows a question mark for a character that it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if stream.isatty():
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
        else:
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


def _parser() -> argparse.ArgumentParser:
    from talktrack import __version__

    parser = _Parser(prog="talktrack", description=_ABOUT, epilog=_FIRST)
    parser.add_argument("--version", action="version", version=f"talktrack {__version__}")
    parser.add_argument("--debug", action="store_true", help="after a fault of ours, show where it happened")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        below = commands.add_parser(name, help=command.HELP, description=command.HELP)
        below.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.add_arguments(below)
        below.set_defaults(run=command.run)
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a command in a sentence, and where to look."""

    def error(self, message: str) -> None:  # type: ignore[override]  # the base class never returns, nor does this
        self.exit(2, f"{message[:1].upper()}{message[1:]}.\nSee `{self.prog} --help`.\n")


def _tell(error: Exception, *, debug: bool) -> int:
    from talktrack.kit.errors import UserError

    if isinstance(error, UserError):
        from .terminal import complain

        complain(error)
        return 2
    if debug:
        import traceback

        traceback.print_exception(error)
    print(
        "Sorry: Talktrack stopped because of a fault of its own. Your own file is as it was.\n"
        "Run the same command with --debug to see where it happened; that text may hold words of yours,\n"
        "so read it before you pass it on.",
        file=sys.stderr,
    )
    return 70


def _unread() -> int:
    """Whoever read our output stopped reading, as `head` does: no fault of anybody's."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
