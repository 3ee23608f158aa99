"""One clause of one's own notes that may promise something, with all that stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from talktrack.engine.recap.promises.heads import Head
from talktrack.kit.dates import Certainty, Due

_LONG_AHEAD = 120
"""Days after which what somebody wants to do is a wish."""
_LED = re.compile(r"by|before|until|till|no later|due", re.IGNORECASE)
_WORD = re.compile(r"[\w'-]+")

NOT_YET = re.compile(
    r"\b(?:agenda|before (?:the|we|our)|beforehand|to (?:ask|raise|say|mention|cover|discuss)|prep\w*|questions?"
    r"|want to (?:say|ask|raise)|my plan for the talk|topics?|talking points)\b",
    re.IGNORECASE,
)
"""Headings over what was meant to be said."""
_TOLD = re.compile(
    r"\b(?:advice|tips?|feedback|fb|do better|improve|doing wrong|keep|strengths?|weak\w*|suggest\w*|should do|done"
    r"|past|recommend\w*|accomplishments?|results?)\b",
    re.IGNORECASE,
)
"""Headings over what was said about somebody, or what one should do."""
_STEPS = re.compile(
    r"\b(?:actions?|next|steps?|to[- ]?dos?|follow[- ]?ups?|agreed|commitments?|promises?|promised|tasks?|homework"
    r"|who does what|deal|end|wrap[- ]?up)\b",
    re.IGNORECASE,
)
"""Headings over what comes next."""


@dataclass(frozen=True)
class Clause:
    """A head, the sentence that it stands in, and what is known about both."""

    head: Head
    text: str
    """The sentence."""
    heading: str
    near: bool
    """Whether no blank line stands between the heading and this one."""
    day: date
    """The day of the talk."""
    due: Due | None
    trailing: bool
    """Whether the day stands at the end of the action."""
    who: str
    """"me", a contact's id, or ""."""
    spoken: bool
    """Whether the label of a speaker stands in front."""
    quoted: bool
    asked: bool
    """Whether a lead such as "Action:" stands in front."""

    @cached_property
    def action(self) -> str:
        """The words from the verb on."""
        return self.text[self.head.verb : self.head.end].strip()

    @cached_property
    def before(self) -> str:
        """The words of the sentence before the clause."""
        return self.text[: self.head.start]

    @cached_property
    def auxiliary(self) -> str:
        """Owner and auxiliary: "she has promised to"."""
        return self.text[self.head.start : self.head.verb]

    @cached_property
    def words(self) -> list[str]:
        """The words of the action in small letters."""
        return _WORD.findall(self.action.lower())

    @property
    def verb(self) -> str:
        """The verb as a base, else the first word."""
        return self.head.word or (self.words[0] if self.words else "")

    @property
    def kind(self) -> str:
        """The kind of its owner; "" for none."""
        return self.head.owner.kind if self.head.owner else ""

    @property
    def dated(self) -> bool:
        """Whether a day is given."""
        return self.due is not None

    @property
    def firm(self) -> bool:
        """Whether the day is said to bind, or is one day."""
        due = self.due
        return bool(due and (due.certainty is not Certainty.ROUGH or _LED.match(self.text, due.span[0])))

    @property
    def far(self) -> bool:
        """Whether the day is months away."""
        return bool(self.due and (self.due.date - self.day).days > _LONG_AHEAD)

    @cached_property
    def next_steps(self) -> bool:
        """Whether it stands under a heading over what comes next."""
        return bool(_STEPS.search(self.heading))

    @cached_property
    def told(self) -> bool:
        """Whether it stands under advice, feedback or what was achieved."""
        return self.near and not self.next_steps and bool(_TOLD.search(self.heading))
