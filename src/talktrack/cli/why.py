"""`talktrack why pack/ "a sentence"`: the records that a drafted sentence rests on."""

from __future__ import annotations

import argparse

HELP = "show which of your records a sentence of a pack or a recap rests on"
LEDGERS = ("pack.json", "recap.json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder of the pack, and the sentence."""
    parser.add_argument("folder", help="the folder of the pack or the recap")
    parser.add_argument("sentence", help="the sentence, or some words of it, in quotes")


def run(arguments: argparse.Namespace) -> int:
    """Print the sentences that match, each with its records; status 1 where none matches."""
    from pathlib import Path

    from talktrack.cli.terminal import say
    from talktrack.engine.prepare.why import why
    from talktrack.kit.errors import UserError
    from talktrack.kit.files import decode
    from talktrack.kit.files import read as read_file

    folder = Path(arguments.folder)
    ledger = next((folder / name for name in LEDGERS if (folder / name).is_file()), None)
    if ledger is None:
        raise UserError(
            f"There is no pack in {arguments.folder}. Make one first: talktrack prepare me.toml -o {arguments.folder}"
        )
    answers = why(decode(read_file(ledger, 50_000_000), ledger.name), arguments.sentence)
    for answer in answers:
        say(f"“{answer.passage.text}”")
        say(f"  in {', '.join(answer.files)}")
        if not answer.passage.sources:
            say("  A frame: it states no fact, and rests on no record.")
        for source in answer.passage.sources:
            place = f"{source.record}.{source.field}" if source.field else source.record
            say(f"  rests on {place}: {source.value}")
            if source.how:
                say(f"    by {source.how}")
        say("")
    if not answers:
        say("No sentence in this folder holds those words.")
    return 0 if answers else 1
