"""Recap: the notes beside what is taken from them; the mail that goes out; how the plan changed."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Change, Empty, Head, Link, Note
from .spoken import Jotting, Taking
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """`pages/recap.html`, with `form` for the pad."""

    head: Head
    pad: str
    """Where notes are posted."""
    jottings: tuple[Jotting, ...] = ()
    takings: tuple[Taking, ...] = ()
    dismissed: tuple[Taking, ...] = ()
    untouched: tuple[str, ...] = ()
    carried: str = ""
    """What becomes of what was not discussed."""
    write: Act | None = None
    waits: str = ""
    """"Four still wait for you"."""
    add: tuple[Link, ...] = ()
    """Ways to add what was missed, by kind."""
    not_held: Act | None = None
    empty: Empty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One stretch of the mail: a heading, where it has one, over its lines."""

    title: Runs = ()
    lines: tuple[Runs, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """`pages/recap_mail.html`."""

    head: Head
    back: Link
    to: str
    subject: Runs
    stretches: tuple[Stretch, ...]
    attached: tuple[Link, ...] = ()
    files: tuple[Link, ...] = ()
    copy: str = ""
    """The letter as plain text, to copy."""
    held: tuple[Note, ...] = ()
    """What needs the person's word before it can leave."""
    notes: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    stays: tuple[str, ...] = ()
    """What stays with the person."""
    send: Act | None = None
    setup: Link | None = None
    """Where a mail account is set, where there is none."""
    outgoing: object | None = None
    """How the mail stands on its way out: `parts/_outgoing.html`."""
