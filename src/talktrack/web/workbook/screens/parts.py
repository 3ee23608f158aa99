"""The components that pages share. Each is drawn by the part, or the tag, that its docstring names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import Runs

StateKind = Literal[
    "draft", "sent", "shared", "agreed", "kept", "cond", "due", "open", "late", "declined", "confirmed", "next"
]
"""draft is dashed; sent and shared are out of the house; agreed, kept and confirmed are settled; cond has an "if";
due has a day; open waits; late is past its day; declined was turned down; next is the one suggested step."""


@dataclass(frozen=True, slots=True)
class State:
    """How something stands: `{% state value %}`. The words are the page's own: "3 days over", never "failed"."""

    kind: StateKind
    text: str


@dataclass(frozen=True, slots=True)
class Seal:
    """Who can see it: `{% seal value %}`. A lock, or an eye where somebody else sees something."""

    text: str = "Only you"
    out: bool = False


ONLY_YOU = Seal()


@dataclass(frozen=True, slots=True)
class Link:
    """A way on."""

    text: str
    url: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do: `parts/_act.html`. A link where `get`, else a button that posts to `url`."""

    text: str
    url: str
    get: bool = False
    go: bool = False
    """The one filled button of the screen."""
    key: str = ""
    """One of the keys of the workbook: "C", "E", "D", "U", "N", "G", "P", "S"."""
    icon: str = ""
    danger: bool = False
    pressed: bool | None = None
    """For a choice among buttons: whether it is the one that holds."""
    subject: str = ""
    """What it is about, for someone who hears the page: "Done" alone says too little in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The top of a page: `parts/_head.html`."""

    stage: str
    """The stage word, or the day on Today."""
    title: str
    seal: Seal = ONLY_YOU
    lede: Runs = ()
    quote: Runs = ()
    """The person's own words under the title."""
    states: tuple[State, ...] = ()
    saved: str = ""
    """"Saved 09:41"."""
    keys: bool = False
    """Whether J and K have something to walk through here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of the coach: `parts/_note.html`, several as `parts/_notes.html`."""

    id: str
    title: str
    why: str = ""
    number: str = ""
    """The number at the wave that it belongs to, where there is one."""
    tries: Runs = ()
    """What to try, in the person's words, with blanks."""
    use: Act | None = None
    dismiss: Act | None = None
    rule: str = ""
    """The rule's id: "A4"."""
    grade: str = ""
    """What the rule rests on, in words: "Few or mixed studies (B)"."""
    reason: str = ""
    """Why the rule is there; folded away behind "Why this?"."""
    about: str = ""
    """The docs page of the rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Someone's words with whose they are and where they stand: `parts/_said.html`."""

    words: Runs
    whose: Literal["", "mine", "theirs"] = ""
    who: str = ""
    source: str = ""
    old: str = ""
    """"20 months old, still true?" where the source has aged."""
    big: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The line that takes the place of something dismissed or deleted: `parts/_undone.html`."""

    text: str
    undo: str
    """Where undo is posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Nothing yet: `parts/_empty.html`. Says how little is enough."""

    title: str
    text: str = ""
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise: `parts/_promise.html`."""

    action: str
    state: State
    url: str = ""
    done_test: str = ""
    was: str = ""
    """The date that was struck out, and below who moved it."""
    moved: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side's promises: two of them make `parts/_promises.html`."""

    name: str
    promises: tuple[Promise, ...] = ()
    them: bool = False
    empty: str = "Nothing promised."


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something on a list of readiness: `parts/_ticks.html`."""

    text: str
    done: bool = True
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of a difference, with what caused it: `parts/_diff.html`."""

    words: Runs
    cause: Said | None = None
    because: str = ""
    """Why, where nobody's words caused it."""
    about: str = ""
    """The goal, where another one begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of a log: `parts/_log.html`."""

    when: str
    text: str
    words: Runs = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One hit of the search: `parts/_found.html`."""

    kind: str
    words: Runs
    url: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A record that changed elsewhere meanwhile: both texts, field by field. `parts/_conflict.html`, status 409."""

    what: str
    fields: tuple[tuple[str, str, str], ...]
    """The label, what is kept now, what was typed here."""
    keep_mine: Act
    keep_theirs: Act
