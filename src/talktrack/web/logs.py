"""What may stand in a log: the kind of an error and its place, never a word of a person's."""

from __future__ import annotations

import logging
import traceback


class PlaceOnly(logging.Formatter):
    """One line for each record: level, logger, kind of error, file and line. Messages and addresses stay out."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{record.levelname} {record.name}"
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return f"{line} at {record.filename}:{record.lineno}"
        frames = traceback.extract_tb(error.__traceback__)
        place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        return f"{line} {type(error).__name__}{place}"
