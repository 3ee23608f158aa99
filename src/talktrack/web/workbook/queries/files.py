"""The workbook as a file that a person takes away, and a file that they bring, as a journey."""

from __future__ import annotations

from talktrack.engine import archive
from talktrack.engine.story import Journey
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
