"""`talktrack prepare me.toml -o pack/`: the person's file in, a finished conversation pack out."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing typing for this would cost every command its time
    from talktrack.engine.prepare.pack import Pack
    from talktrack.kit.checks import Finding
    from talktrack.kit.errors import UserError

HELP = "make the pack: request, brief, plan, talk track, agenda"

WHAT_NEXT = (
    "Read brief.pdf: it is the one page for your pocket.",
    "Send request.eml, or copy request.txt, when you are ready to ask.",
    'readiness.md says what is still thin. `talktrack why {folder} "a sentence"` says what a sentence rests on.',
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, the folder to write, the length and the day."""
    parser.add_argument("file", help="your file, such as me.toml")
    parser.add_argument(
        "-o", "--output", default="pack", metavar="FOLDER", help="where the pack goes (default: pack)"
    )
    parser.add_argument(
        "--minutes", type=int, metavar="N", help="length of the meeting, 10 to 90 (default: as in the file)"
    )
    parser.add_argument("--today", metavar="DATE", help="the day to reckon from, as 2026-11-22 (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Write the pack, all or nothing, and say in a few lines what is ready and what is still thin."""
    from pathlib import Path

    from talktrack.cli.day import today
    from talktrack.cli.folder import replace_files
    from talktrack.cli.terminal import Progress
    from talktrack.engine import archive, coach
    from talktrack.engine.prepare.pack import prepare
    from talktrack.kit.similarity import offline

    day = today(arguments.today)
    journey = archive.read(Path(arguments.file))
    folder = Path(arguments.output)
    with Progress() as progress:
        progress.step("reading your file as a coach would")
        findings = coach.check(journey, today=day)
        pack = prepare(
            journey, today=day, closeness=offline, minutes=arguments.minutes, findings=findings, step=progress.step
        )
        if pack.held:
            raise refusal("The pack", pack.held, arguments.file)
        progress.step("writing the files")
        replace_files(folder, {f.name: f.content for f in pack.files}, mark="pack.json")
    _say(pack, str(folder))
    return 0


def refusal(what: str, held: tuple[Finding, ...], file: str) -> UserError:
    """Why something was not written: each finding that waits for the person's word, and how to give it."""
    from talktrack.kit.errors import Problem, UserError

    return UserError(
        f"{what} was not written: something in it needs your word first.",
        tuple(
            Problem(
                f.message,
                f"{f.suggestion} To go on as it is: talktrack check {file} --confirm {f.rule}:{f.record}",
                f"{f.record}, {f.field}",
            )
            for f in held
        ),
    )


def _say(pack: Pack, folder: str) -> None:
    from talktrack.cli.terminal import say

    say(f"Your pack lies in {folder}/")
    for file in pack.files:
        if file.name != "pack.json":
            say(f"  {file.name:<14} {_ABOUT[file.name]}")
    covered = sum(item.covered for item in pack.items)
    thin = [item for item in pack.items if not item.covered]
    say("")
    say(f"Ready: {covered} of {len(pack.items)} things that a prepared talk has.")
    if thin:
        say(f"Next step: {thin[0].text}")
    for notice in pack.notices:
        say(f"Note: {notice}")
    say("")
    for line in WHAT_NEXT:
        say(line.format(folder=folder))


_ABOUT = {
    "request.eml": "a mail to ask for the meeting, as a draft, with the invitation",
    "request.txt": "the same words, to copy",
    "invite.ics": "the invitation for the calendar",
    "brief.pdf": "one page for your own pocket",
    "plan.pdf": "your development plan, to hand over",
    "plan.docx": "the same plan, to edit together",
    "talk-track.md": "what you say, timed",
    "agenda.md": "the meeting, minute by minute",
    "readiness.md": "what is covered, what is thin, and one next step",
}
