"""Who will do what by when, as one's own notes and other people's minutes say it."""

from __future__ import annotations

from talktrack.engine.recap.promises.minutes import promises_in
from talktrack.engine.recap.promises.notes import THRESHOLD, promises
from talktrack.engine.recap.promises.promise import Promise

__all__ = ["THRESHOLD", "Promise", "promises", "promises_in"]
