"""What a server's number means, in words."""

from __future__ import annotations

from talktrack.kit.errors import UserError

from .http import Answer


class NotLetIn(UserError):
    """The server did not accept the name or the password."""


_WORDS = {
    400: "“{host}” did not understand what was asked.",
    401: "“{host}” did not accept the name or the password. Some services want a password made for this purpose.",
    403: "“{host}” does not let you in there. Is the calendar yours, or shared with you?",
    404: "There is nothing at that address of “{host}”. Copy it again from your calendar's settings.",
    405: "“{host}” answers, but not as a calendar server at that address.",
    410: "The calendar at “{host}” has been taken away.",
    412: "It was changed elsewhere meanwhile.",
    413: "“{host}” says that this is too large.",
    423: "“{host}” says that somebody else is writing there. Try again in a minute.",
    429: "“{host}” was asked too often. Try again in an hour.",
    507: "There is no room left at “{host}”.",
}
_THEIR_FAULT = "“{host}” has trouble of its own (it says {status}). Try again later."
_OTHER = "“{host}” answered with {status}, which says nothing useful here."


def refusal(host: str, answer: Answer) -> UserError:
    """The error for an answer that is not what was asked for."""
    otherwise = _THEIR_FAULT if answer.status >= 500 else _OTHER
    kind = NotLetIn if answer.status == 401 else UserError
    return kind(_WORDS.get(answer.status, otherwise).format(host=host, status=answer.status))
