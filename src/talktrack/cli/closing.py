"""The desk on which a talk is closed: the file, what lies beside it, the notes and what was read from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from talktrack.cli.folder import replace_files
from talktrack.engine import archive
from talktrack.engine.recap import keeping
from talktrack.engine.recap.close import LEDGER, Closed, close, mark
from talktrack.engine.recap.notes import notes_from
from talktrack.engine.recap.takings import Takings, not_discussed, take, unread
from talktrack.engine.story import Conversation, Decision, Journey
from talktrack.kit.checks import Finding
from talktrack.kit.errors import Problem, UserError
from talktrack.kit.similarity import offline


class Desk:
    """One talk, its notes, and the person's file, which is never written."""

    def __init__(self, path: Path, talk: Conversation, page: str, on: date, *, step: Callable[[str], None]) -> None:
        self.path, self.talk, self.on, self.step = path, talk, on, step
        self.file = archive.written(path)
        self.pages = notes_from(page, talk)
        self.proposed = Takings()

    @property
    def beside(self) -> str:
        """The name of the file that keeps what is decided."""
        return archive.sidecar_path(self.path).name

    def read(self) -> None:
        """Read the takings out of the notes."""
        self.step("reading your notes")
        self.proposed = take(self.whole(archive.recall(self.path)), self.talk, self.on, closeness=offline)

    def begun(self, kept: Journey) -> Journey:
        """With the talk held and these pages as its notes."""
        return keeping.with_notes(keeping.with_talk(kept, self.talk), self.talk.id, self.pages)

    def whole(self, kept: Journey) -> Journey:
        """The file, with what is kept beside it and these notes."""
        return archive.over_file(self.file, self.begun(kept))

    def keep(self, how: Callable[[Journey], Journey]) -> Journey:
        """Keep one decision at once; the whole journey comes back."""
        return self.whole(archive.change(self.path, lambda kept: how(self.begun(kept))))

    def close(self, folder: str, *, confirmed: str, as_read: bool) -> Closed:
        """Draft and write everything. Raises UserError where a rule holds the mail; then nothing was written."""
        made: list[Closed] = []

        def finish(kept: Journey) -> Journey:
            kept = self.begun(kept)
            if as_read:
                kept = keeping.as_read(kept, self.whole(kept), self.talk.id, self.proposed)
            whole = self.whole(kept)
            untouched = not_discussed(whole, self.talk)
            left = unread(whole, self.talk, self.proposed)
            closed = close(whole, self.talk.id, today=self.on, untouched=untouched, unread=left, step=self.step)
            let = tuple(f for f in closed.held if f.rule == confirmed.upper())
            if held := tuple(f for f in closed.held if f not in let):
                raise _held(held, closed)
            self.step("writing the files")
            replace_files(Path(folder), {f.name: f.content for f in closed.files}, mark=LEDGER, what="recap")
            made.append(closed)
            decisions = (*kept.decisions, *(self._let(closed, rule) for rule in {f.rule for f in let}))
            return kept.model_copy(update={"snapshots": closed.journey.snapshots, "decisions": decisions})

        archive.change(self.path, finish)
        return made[0]

    def _let(self, closed: Closed, rule: str) -> Decision:
        """The person's word that these very words may go out."""
        at, of = f"conversations/{self.talk.id}", mark(closed.letter.body())
        return Decision(about=rule, record=at, verdict="confirmed", on=self.on.isoformat(), of=of)

    def told(self, *, asked: bool) -> Iterator[str]:
        """How the points stand, in plain lines."""
        whole = self.whole(archive.recall(self.path))
        left = len(keeping.undecided(whole, self.proposed))
        count = len(tuple(self.proposed))
        if not count:
            yield "Nothing was read from these notes as a promise, an agreement or advice."
        elif left and not asked:
            points = "point is as it was" if left == 1 else "points are as they were"
            yield f"{left} {points} read, and you have not confirmed them yet: look through takings.md first."
            yield "To keep, change or drop each: the same command in a terminal, without --yes. Or change the notes."
        elif left:
            yield f"Your word is still missing on {left} of {count} points; the same command asks again."
        if lines := len(unread(whole, self.talk, self.proposed)):
            were = "1 line of your notes was" if lines == 1 else f"{lines} lines of your notes were"
            stand = "it stands" if lines == 1 else "they stand"
            yield f"{were} not taken up; {stand} at the end of takings.md, for you only."
        open_ended = [
            c for c in whole.commitments if c.conversation == self.talk.id and not c.due and c.status == "open"
        ]
        if open_ended:
            are = "promise has" if len(open_ended) == 1 else "promises have"
            yield f"{len(open_ended)} {are} no day yet; the mail asks for it kindly."


def _held(held: tuple[Finding, ...], closed: Closed) -> UserError:
    body = closed.letter.body()
    return UserError(
        "The recap was not written: something in it needs your word first.",
        tuple(
            Problem(
                f"{f.message} “{body[slice(*f.span)]}”" if f.span[1] else f.message,
                f"{f.suggestion} Change or drop that point; or, to let it out as it is, add --confirm {f.rule}.",
            )
            for f in held
        ),
    )
