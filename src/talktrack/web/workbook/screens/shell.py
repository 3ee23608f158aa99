"""What stands around every page: the rail, the dock, the next conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from talktrack.engine import STAGES

from .parts import ONLY_YOU, Seal

NAMES = {stage: stage.replace("_", " ").capitalize() for stage in STAGES}
GROUPS = (
    ("Before", STAGES[:6]),
    ("Getting ready", STAGES[6:8]),
    ("The conversation", STAGES[8:10]),
    ("After", STAGES[10:]),
)
"""The four groups of the track."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stage on the track."""

    stage: str
    name: str
    url: str
    has: bool = False
    """Whether there is something in it."""
    next: bool = False
    """Whether it is the suggested one; at most one is."""
    current: bool = False
    count: str = ""
    """What stands behind the name: a count, "draft"."""
    summary: str = ""
    """A line for the journey page: "5 entries, 2 without an objective"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some stages under one heading."""

    name: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The next conversation, or the last one where none is coming."""

    title: str
    """"Next conversation" or "Last conversation"."""
    who: str
    when: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Around a page. The addresses are those of `web.md`, so that they need no looking up."""

    groups: tuple[Group, ...]
    account: str
    """What the account is called: the person's name, or "You"."""
    current: str = ""
    """The word for where one is: "Evidence", "Today", "Search"."""
    place: str = ""
    """Which place of the dock is current: "today", "journey", "note", "promises", "sharing"."""
    talk: Talk | None = None
    private: Seal = ONLY_YOU
    """What "only you" comes to in this installation; on a team server it names who operates it."""

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Every stage, in order."""
        return tuple(stop for group in self.groups for stop in group.stops)


def groups(
    urls: Mapping[str, str],
    counts: Mapping[str, int],
    *,
    suggested: str = "",
    current: str = "",
    words: Mapping[str, str] | None = None,
    summaries: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:
    """The track: a stage is filled where its count is above 0. `words` stand in for a count ("draft", "next")."""
    words, summaries = words or {}, summaries or {}

    def stop(stage: str) -> Stop:
        count = counts.get(stage, 0)
        return Stop(
            stage=stage,
            name=NAMES[stage],
            url=urls[stage],
            has=count > 0,
            next=stage == suggested,
            current=stage == current,
            count=words.get(stage) or ("next" if stage == suggested else str(count) if count else ""),
            summary=summaries.get(stage, ""),
        )

    return tuple(Group(name=name, stops=tuple(stop(stage) for stage in stages)) for name, stages in GROUPS)
