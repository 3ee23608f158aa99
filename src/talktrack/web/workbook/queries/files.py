"""The workbook as a file that a person takes away, and a file that they bring, as a journey."""

from __future__ import annotations

from talktrack.engine import archive
from talktrack.engine.story import Journey
from talktrack.kit.errors import UserError
from talktrack.kit.files import decode
from talktrack.web.people.subject import Subject

from .journey import journey


def archived(subject: Subject) -> bytes:
    """Everything that is kept, as a JSON archive. Bringing it into an empty workbook gives the same journey."""
    return archive.to_json(journey(subject)).encode()


def brought(name: str, content: bytes) -> Journey:
    """The journey in an archive or a TOML file of that name.

    Raises UserError: with each problem by line and field for a TOML file, in a sentence for an archive.
    """
    text = decode(content, name)
    if name.lower().endswith(".toml"):
        return archive.parse(text, name)
    return archive.from_json(text, name)


def text_of(name: str, content: bytes) -> str:
    """The text of a brag document. Raises UserError where it is none."""
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError("That file is no text. Save it as plain text or Markdown, or paste the words instead.")
    return decode(content, name)


def as_text(incoming: Journey) -> str:
    """A journey that is shown before it is brought in, so that the very same comes back."""
    return archive.to_json(incoming)
