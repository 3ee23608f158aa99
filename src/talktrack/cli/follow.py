"""`talktrack follow me.toml`: what both of you promised, how it stands, what to do next."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing more would cost every command its time
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from talktrack.engine.story import Journey

HELP = "see what both of you promised, keep it, move it, and look whether there is a way forward"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE; what to show; one thing to do with one promise; where files go."""
    parser.add_argument("file", help="your file, such as me.toml")
    parser.add_argument("--today", metavar="DATE", help="the day to reckon from, as 2026-11-22 (default: today)")
    parser.add_argument("-o", "--output", metavar="FOLDER", help="write ledger, check-in and drafts into a folder")
    show = parser.add_argument_group("what to show instead of the promises")
    show.add_argument("--viability", action="store_true", help="is there a way forward here? (only for you)")
    show.add_argument("--reactions", action="store_true", help="how you were answered, and what to do (only for you)")
    show.add_argument("--nudge", metavar="ID", help="draft one friendly word about a promise of theirs")
    verbs = parser.add_argument_group("what to do; it is kept beside your file, which stays as it is")
    verbs.add_argument("--keep", metavar="ID", help="it is done; say when with --on, and what shows it")
    verbs.add_argument("--on", metavar="DATE", default="", help="the day on which it was done (default: today)")
    verbs.add_argument("--shown-by", metavar="WORDS", default="", help="what shows it; yours becomes evidence")
    verbs.add_argument("--move", nargs=2, metavar=("ID", "DATE"), help="another day; the old one stays in sight")
    verbs.add_argument("--by", metavar="WHO", default="me", help="who moved it: me, or a contact (default: me)")
    verbs.add_argument("--reword", nargs=2, metavar=("ID", "WORDS"), help="other words for it")
    verbs.add_argument("--decline", metavar="ID", help="its owner will not do it, and said so")
    verbs.add_argument("--let-go", metavar="ID", help="it is no longer needed")
    verbs.add_argument("--because", metavar="WORDS", default="", help="why, where you move, decline or let go")
    verbs.add_argument("--snooze", nargs=2, metavar=("ID", "DATE"), help="no reminder before that day")
    verbs.add_argument("--reopen", metavar="ID", help="it waits again")
    verbs.add_argument("--take", nargs=2, metavar=("ID", "WHO"), help="somebody takes what nobody had")
    verbs.add_argument("--nudged", metavar="ID", help="your friendly word went out today")
    verbs.add_argument("--held", metavar="ID", help="that check-in took place")
    verbs.add_argument("--put-off", metavar="ID", help="that conversation did not take place; a kind mail is drafted")
    verbs.add_argument("--keep-reading", action="store_true", help="keep the reading of --viability with its day")
    verbs.add_argument("--next", action="store_true", help="begin the next conversation with what is open")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked, then show how things stand; 0, or 2 (by the door) for wrong input."""
    from pathlib import Path

    from talktrack.cli.day import today
    from talktrack.cli.following import show
    from talktrack.engine import archive

    path, day = Path(arguments.file), today(arguments.today)
    if verb := _verb(arguments, day):
        said, how = verb
        show.did(said, _keep(path, how), day, arguments)
        return 0
    journey = archive.read(path)
    if arguments.output:
        _write(journey, Path(arguments.output), day)
    elif arguments.viability:
        show.viability(journey, day)
    elif arguments.reactions:
        show.reactions(journey)
    elif arguments.nudge:
        show.nudge(journey, arguments.nudge, day, arguments.file)
    else:
        show.ledger(journey, day, arguments.file)
    return 0


def _verb(given: argparse.Namespace, day: date) -> tuple[str, Callable[[Journey], Journey]] | None:
    """What happened in words, and how it changes a journey; None where nothing is to be done."""
    from talktrack.cli.following import doing

    chosen = [name for name in doing.VERBS if getattr(given, name)]
    if len(chosen) > 1:
        from talktrack.kit.errors import UserError

        names = " and ".join(f"--{name.replace('_', '-')}" for name in chosen)
        raise UserError(f"One thing at a time: {names} were given together.")
    return doing.VERBS[chosen[0]](given, day) if chosen else None


def _keep(path: Path, how: Callable[[Journey], Journey]) -> Journey:
    """Do it to the file and what is kept beside it, and keep what became another; the whole journey comes back."""
    from talktrack.engine import archive
    from talktrack.engine.archive import sidecar
    from talktrack.engine.story import Journey as Whole
    from talktrack.kit.files import decode, read

    file = archive.parse(decode(read(path, archive.toml_form.LARGEST), path.name), path.name)

    def change(kept: Journey) -> Journey:
        before = sidecar.over_file(file, kept)
        after = how(before)
        new = {}
        for name in Whole.model_fields:
            there = getattr(before, name)
            if isinstance(there, tuple):
                known = set(there)
                new[name] = tuple(record for record in getattr(after, name) if record not in known)
        return sidecar.overlay(kept, Whole.model_validate(new))

    return sidecar.over_file(file, archive.change(path, change))


def _write(journey: Journey, folder: Path, day: date) -> None:
    from talktrack.cli.folder import replace_files
    from talktrack.cli.terminal import say
    from talktrack.engine.follow_through.papers import papers
    from talktrack.engine.prepare.pack import File, ledger

    files = papers(journey, day)
    replace_files(
        folder, {f.name: f.content for f in (*files, File("pack.json", ledger(files, day)))}, mark="pack.json"
    )
    say(f"It lies in {folder}/")
    for file in files:
        say(f"  {file.name:<22} {_about(file.name)}")
    say("")
    say("viability.md is for you alone. Read a draft once more before you send it.")


def _about(name: str) -> str:
    known = {
        "ledger.md": "both sides' promises, and what was moved",
        "check-in.md": "the next check-in, each line ready to say",
        "check-in.ics": "its invitation for the calendar",
        "viability.md": "is there a way forward here? only for you",
        "handover.md": "one page of facts for your new manager",
        "handover.pdf": "the same, to hand over",
    }
    return known.get(name) or ("the same as a mail" if name.endswith(".eml") else "a friendly word, to copy")
