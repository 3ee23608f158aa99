"""A database that cannot be read or written, in the person's words: for the browser and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from talktrack.kit.errors import UserError

from .people.views import plain, typed_in

_KEPT = "What you kept before is safe."
_BUSY = f"Another program is writing to the database and did not finish in time. Close it and try again. {_KEPT}"
_WORDS = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_READONLY": f"The database cannot be written: it or its folder is read-only. Make both writable. {_KEPT}",
    "SQLITE_FULL": f"The disk is full, so nothing more can be kept. Make some room and try again. {_KEPT}",
    "SQLITE_IOERR": "The disk did not answer as it should. Check that it is connected and has room.",
    "SQLITE_CANTOPEN": "The database cannot be opened. Check that its folder is there and that you may write in it.",
    "SQLITE_NOTADB": "The file in the place of the database is not one of ours. Bring a backup into its place.",
    "SQLITE_CORRUPT": "The database is damaged. Bring a backup into its place.",
}


def explain(error: BaseException) -> UserError | None:
    """What to tell the person about a database error, or None where the error is no trouble of the database's place.

    SQLite's own code decides ("SQLITE_READONLY_DIRECTORY" is read-only); a server that cannot be reached has none.
    """
    code = str(getattr(error.__cause__ or error, "sqlite_errorname", ""))
    for start, words in _WORDS.items():
        if code.startswith(start):
            return UserError(words)
    if type(error.__cause__).__module__.startswith("psycopg") and type(error).__name__ == "OperationalError":
        return UserError(f"The database server does not answer. Try again in a minute. {_KEPT}")
    return None


@contextmanager
def in_plain_words() -> Iterator[None]:
    """For the command line: raise a trouble of the database as the UserError that explains it."""
    try:
        yield
    except DatabaseError as error:
        if words := explain(error):
            raise words from error
        raise


class PlainWords:
    """Middleware: troubles and refusals that no view dealt with become a page in plain words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        typed = typed_in(request)
        if isinstance(error, UserError):
            return plain(422, "That did not work", str(error), "/", "Back to your workbook", typed=typed)
        trouble = explain(error) if isinstance(error, DatabaseError) else None
        if trouble is None:
            return None
        return plain(503, "Not kept, or not shown", str(trouble), "/", "Try again", typed=typed)
