"""What the person sees when they look at their work honestly. Private by nature."""

from __future__ import annotations

from typing import Literal

from .value import Id, Value, Words

Topic = Literal[
    "ambition", "motivator", "strength", "interest", "energy", "drain", "where", "value", "boundary", "other"
]


class Answer(Value):
    """One answer to one prompt, in the person's own words."""

    id: Id
    topic: Topic
    prompt: Words = ""
    text: Words


class Vision(Value):
    """Where the person would like to be; a title is welcome and never needed."""

    one_year: Words = ""
    three_years: Words = ""
    five_years: Words = ""
    manage_people: bool | None = None
    """Whether managing people is part of it; None for not decided."""
