"""`talktrack new`: a short, friendly interview that begins a file, or the commented template."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing typing for this would cost every command its time
    from pathlib import Path

    from .interview import Said

HELP = "begin your file with a few questions, every one of which can be skipped"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and whether to write the commented template instead of asking."""
    parser.add_argument("file", nargs="?", default="me.toml", help="the file to begin (default: me.toml)")
    parser.add_argument("--template", action="store_true", help="ask nothing; write a fully commented file instead")


def run(arguments: argparse.Namespace) -> int:
    """Ask, and keep every answer at once. A file that is there already is never touched."""
    from pathlib import Path

    from talktrack.kit import files

    from .template import template

    path = Path(arguments.file)
    _check(path)
    if arguments.template:
        files.create(path, template().encode())
        _next(path, f"{path} is ready to fill in. It explains itself; every part may stay empty.")
        return 0
    files.ready(path)
    return _interview(path)


def _check(path: Path) -> None:
    from talktrack.kit.errors import UserError

    if path.suffix != ".toml":
        name = f"{path}.toml" if path.name and not path.is_dir() else path / "me.toml"
        raise UserError(f"The name of your file ends in .toml. Try: talktrack new {name}")


def _interview(path: Path) -> int:
    from .interview import interview
    from .terminal import say

    draft = _Draft(path)
    try:
        interview(draft.keep)
    except KeyboardInterrupt:
        say(f"\nStopped. What you said until then is in {path}." if draft.text else "\nStopped; no file was made.")
        return 130
    if not draft.text:
        say("\nYou skipped everything, so no file was made. Whenever you like: one sentence is enough.")
        return 1
    _next(path, f"What you said is in {path}. Lines that begin with # show what else it can hold.")
    return 0


class _Draft:
    """The file while the questions are asked: every answer is in it before the next question."""

    def __init__(self, path: Path) -> None:
        self.path, self.text = path, ""

    def keep(self, said: Said) -> None:
        """Write what is said so far. Raises UserError where that fails, after showing it, so that nothing is lost."""
        from talktrack.kit.errors import UserError

        from .template import fill

        text = fill(said)
        try:
            self._write(text)
        except KeyboardInterrupt:
            self._write(text)
            raise
        except UserError:
            _show(said)
            raise

    def _write(self, text: str) -> None:
        from talktrack.kit import files
        from talktrack.kit.errors import UserError

        if not self.path.exists():
            files.create(self.path, text.encode())
        elif files.read(self.path, 1_000_000).decode(errors="replace") in (self.text, text):
            files.write(self.path, text.encode())
        else:
            raise UserError(f"{self.path} was changed by something else meanwhile, and was left as it is.")
        self.text = text


def _show(said: Said) -> None:
    from .terminal import say

    say("\nYour answers so far, to keep elsewhere:")
    for heading, fields in said.items():
        for key, value in fields.items():
            say(f"  {heading}{'.' if heading else ''}{key} = {value}")


def _next(path: Path, words: str) -> None:
    from .terminal import say, strong

    say(f"\n{words}")
    say(f"Next: {strong(f'talktrack prepare {path}')}")
