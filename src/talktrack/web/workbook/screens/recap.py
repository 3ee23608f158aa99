"""Recap: the notes beside what is taken from them; the mail that goes out; how the plan changed."""

from __future__ import annotations

from dataclasses import dataclass

from .outgoing import Outgoing
from .parts import Act, Change, Empty, Head, Link, Note, Step
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
    """One paragraph of the mail, or a list in it."""

    lines: tuple[Runs, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """`pages/recap_mail.html`, with `form` for the words."""

    head: Head
    back: Link
    to: str
    subject: str
    stretches: tuple[Stretch, ...]
    url: str
    """Where changed words are posted."""
    attached: tuple[Link, ...] = ()
    files: tuple[Link, ...] = ()
    held: tuple[Note, ...] = ()
    """What needs the person's word before it can leave."""
    notes: tuple[Note, ...] = ()
    checks: tuple[Step, ...] = ()
    notices: tuple[str, ...] = ()
    """What the mail leaves out for now, and what could not be printed as it is."""
    stays: tuple[str, ...] = ()
    """What stays with the person."""
    changes: tuple[Change, ...] = ()
    version: str = ""
    """"Your plan, version 1 to 2"."""
    send: Act | None = None
    sealed: Act | None = None
    """It went another way."""
    drafted: Act | None = None
    """Back to the words that were drafted."""
    setup: Link | None = None
    """What is missing before it can be sent from here."""
    trouble: str = ""
    out: Outgoing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One sealed version of the plan."""

    title: str
    when: str
    files: tuple[Link, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """`pages/versions.html`."""

    head: Head
    versions: tuple[Version, ...] = ()
    empty: Empty | None = None
