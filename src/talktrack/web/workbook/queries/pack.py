"""The pack of one conversation: the same bytes as the command line makes of the same journey."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from threading import Lock

from talktrack.engine.prepare.pack import File, Pack, prepare
from talktrack.web.people.subject import Subject

from . import closeness
from .findings import advised, findings
from .journey import journey
from .margin import Advice
from .memory import Memory
from .prepare import about

__all__ = ["FILES", "NAME", "File", "Pack", "held", "pack", "zipped"]

NAME = "pack.zip"
FILES = {
    "brief.pdf": "one page for your own pocket",
    "talk-track.md": "what you say, timed",
    "agenda.md": "the meeting, minute by minute",
    "request.eml": "a mail to ask for the meeting, with the invitation",
    "request.txt": "the same words, to copy",
    "invite.ics": "the invitation for the calendar",
    "plan.pdf": "your development plan, to hand over",
    "plan.docx": "the same plan, to edit together",
    "readiness.md": "what is covered, what is thin, one next step",
    "pack.json": "what every sentence rests on",
}
"""What each is, the most wanted first."""

_made: Memory[dict[tuple[str, date, int | None], Pack]] = Memory(lambda _: {})
_one_at_a_time = Lock()
_MOST = 4


def pack(subject: Subject, name: str, today: date, minutes: int | None = None) -> Pack:
    """The pack; made once for each state of the workbook. Raises Http404, UserError as `prepare` does."""
    whole, key = about(journey(subject), name), (name, today, minutes)
    known = _made.of(subject)
    # Somebody who asks for six files at once waits for one pack, not for six.
    with _one_at_a_time:
        if key not in known:
            if len(known) >= _MOST:
                known.clear()
            known[key] = prepare(
                whole,
                today=today,
                closeness=closeness.engine,
                minutes=minutes,
                findings=findings(subject, today),
            )
        return known[key]


def held(made: Pack) -> tuple[Advice, ...]:
    """What stands in these files and needs the person's word before they leave."""
    return advised(made.held)


def zipped(made: Pack, today: date) -> bytes:
    """Every file in one archive. The same pack gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in made.files:
            entry = zipfile.ZipInfo(f"pack/{file.name}", (max(today.year, 1980), today.month, today.day, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, file.content)
    return out.getvalue()
