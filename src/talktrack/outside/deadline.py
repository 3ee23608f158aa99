"""One span of time for a whole conversation with a server: a slow one cannot stretch it byte by byte."""

from __future__ import annotations

import time


class OutOfTime(Exception):
    """The span is over."""


class Deadline:
    """A moment that is `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Seconds that are left, `at_most` of them. Raises OutOfTime where none are."""
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise OutOfTime
        return rest if at_most is None else min(rest, at_most)
