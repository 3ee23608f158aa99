"""The engine that compares meanings: loaded once for the process, when something is first to be compared."""

from __future__ import annotations

from functools import cache
from threading import Lock

from talktrack.kit.similarity import Closeness, offline

_loading = Lock()


@cache
def _engine() -> Closeness:
    return offline()


def engine() -> Closeness:
    """The engine; the first call takes a moment. Shared by all threads."""
    with _loading:
        return _engine()


def is_loaded() -> bool:
    """Whether asking for it costs nothing any more."""
    return _engine.cache_info().currsize > 0
