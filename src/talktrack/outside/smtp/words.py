"""What went wrong with a mail server, in the person's words."""

from __future__ import annotations

from typing import NoReturn

from talktrack.kit.text import clean


class Trouble(Exception):
    """Nothing, or nobody knows what, was handed over. `words` say why, in plain words."""

    def __init__(self, words: str, *, lasting: bool = False, doubtful: bool = False) -> None:
        super().__init__("a mail server gave trouble")  # the words may name people: logs get the kind only
        self.words = words
        self.lasting = lasting
        """Trying the same again would end the same."""
        self.doubtful = doubtful
        """The whole mail was given, and the server did not say whether it took it."""


def not_logged_in(host: str, code: int, said: bytes) -> NoReturn:
    """Say why the password was not taken."""
    if code < 500:
        raise Trouble(f"The mail server {host} cannot check passwords at the moment. {quoted(said)}".strip())
    if b"pplication-specific" in said or b"app password" in said.lower() or b"5.7.9" in said:
        raise Trouble(
            f"The mail server {host} wants an app password here, not your usual one. "
            "You make one in the settings of your mail account.",
            lasting=True,
        )
    raise Trouble("The mail server does not know this password, or not this user.", lasting=True)


def expect(code: int, said: bytes, host: str, otherwise: str) -> None:
    """Raise Trouble unless the server said yes."""
    if not 200 <= code < 300:
        complain(host, code, said, otherwise)


def complain(host: str, code: int, said: bytes, what: str) -> NoReturn:
    """Raise Trouble with the server's own words; a code of 500 and more is its last word."""
    raise Trouble(f"The mail server {host} {what}. {quoted(said)}".strip(), lasting=code >= 500)


def quoted(said: bytes) -> str:
    """The server's own words on one line, shortened; "" where it said nothing."""
    words = " ".join(clean(said.decode("utf-8", "replace")).split())
    return f"It says: “{words[:160]}”." if words else ""
