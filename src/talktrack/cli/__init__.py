"""The door of the command line: `talktrack COMMAND ...`.

One file per command, each with `HELP`, `add_arguments(parser)` and `run(arguments) -> int`; to add one, write the
file and add its name to `COMMANDS`. At its top a command imports argparse and nothing heavy: `--help` reads every
command, so what a command works with is imported inside `run`.
"""

from __future__ import annotations

import argparse
import sys

from . import check, converse, follow, log, new, post, prepare, recap, schema, slots, start, why

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing typing would cost every command its time
    from typing import NoReturn

COMMANDS = {
    "start": start,
    "log": log,
    "new": new,
    "prepare": prepare,
    "slots": slots,
    "converse": converse,
    "recap": recap,
    "follow": follow,
    "check": check,
    "why": why,
    "post": post,
    "schema": schema,
}
"""Every command, in the order in which a person meets them."""

_ABOUT = "Prepare one career conversation with your manager, hold it, and see the promises of both sides kept."
_SORRY = """Sorry: Talktrack stopped because of a fault of its own. Your file is as it was.
Run the same command with --debug to see where it happened.
That text may hold words of yours: read it before you pass it on."""
_FIRST = "New here? `talktrack new me.toml` asks a few questions; every one can be skipped."


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 told so, 2 wrong input, 70 our fault, 130 stopped."""
    words = sys.argv[1:] if argv is None else argv
    _speak_plainly()
    try:
        arguments = _parser().parse_args(words or ["--help"])
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except SystemExit as told:  # argparse has said what there is to say
        return int(told.code or 0)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever read our output stopped reading, as `head` does
        _hush()
        return 0
    except Exception as error:
        return _tell(error, debug="--debug" in words)


def _speak_plainly() -> None:
    """What goes to a file is UTF-8; a terminal shows a question mark for a character that it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if stream.isatty():
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
        else:
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


def _parser() -> argparse.ArgumentParser:
    from talktrack import __version__

    parser = _Parser(prog="talktrack", description=_ABOUT, epilog=_FIRST, formatter_class=_Help, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"talktrack {__version__}")
    parser.add_argument("--debug", action="store_true", help="after a fault of ours, show where it happened")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        below = commands.add_parser(name, help=command.HELP, formatter_class=_Help, allow_abbrev=False)
        below.description = f"{command.HELP[0].upper()}{command.HELP[1:]}."
        below.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.add_arguments(below)
        below.set_defaults(run=command.run)
    return parser


class _Help(argparse.HelpFormatter):
    """Lists the commands without a heading above their heading, as wide as is easy to read."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns())  # finding it out for itself would load three compression libraries

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        return text.split("\n", 1)[1] if action.nargs == argparse.PARSER else text


def _columns() -> int:
    import os

    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (ValueError, OSError):  # no number, no terminal
        columns = 80
    return min(columns, 90) - 2


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a command in a sentence, and where to look."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{_plain(message)}\nSee `{self.prog} --help`.\n")


def _plain(message: str) -> str:
    """What argparse found, as a sentence."""
    import difflib
    import re

    if found := re.match(r"argument COMMAND: invalid choice: '(.*?)'", message):
        near = difflib.get_close_matches(found[1], COMMANDS, n=1)
        return f"There is no command “{found[1]}”." + (f" Did you mean {near[0]}?" if near else "")
    if found := re.match(r"argument (\S+): invalid int value: '(.*?)'", message):
        return f"{found[1].split('/')[-1]} takes a whole number, and “{found[2]}” is none."
    if found := re.match(r"argument (\S+): expected one argument", message):
        return f"{found[1].split('/')[-1]} stands alone; something belongs after it."
    if found := re.match(r"the following arguments are required: (.*)", message):
        return f"Something is missing: {found[1]}."
    if found := re.match(r"unrecognized arguments: (.*)", message):
        return f"This is not understood: {found[1]}"
    return f"{message[:1].upper()}{message[1:]}."


def _tell(error: Exception, *, debug: bool) -> int:
    import errno

    from talktrack.kit.errors import UserError

    if isinstance(error, UserError):
        from .terminal import complain

        complain(error)
        return 2
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        _hush()
        print("The disk is full. Make room and try again.", file=sys.stderr)
        return 2
    if debug:
        import traceback

        traceback.print_exception(error)
    print(_SORRY, file=sys.stderr)
    return 70


def _hush() -> None:
    """Let what is still to be printed go nowhere, so that Python says nothing about it at the end."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
