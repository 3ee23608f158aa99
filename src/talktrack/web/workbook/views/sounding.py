"""How an entry could sound: a proposal from the records alone, with each fact leading to its record."""

from __future__ import annotations

from django.http import HttpRequest

from talktrack.kit.blocks import Passage, Source

from ..queries.evidence import Sound
from ..queries.margin import TYPED
from ..screens.evidence import Spoken
from ..screens.parts import Act
from ..screens.text import Mark, Run, Runs, marked


def spoken(_request: HttpRequest, sound: Sound, *, kept: bool) -> Spoken | None:
    """The proposal, dashed until it is used; None where there is nothing to say. Only a kept entry can use it."""
    if not sound.passages:
        return None
    url = f"/evidence/{sound.name}/"
    acts = (
        Act(text="Use this wording", url=f"{url}say/use/", key="C", icon="check"),
        Act(text="Edit", url=url, get=True, key="E"),
        Act(text="Dismiss", url=f"{url}say/dismiss/", key="D"),
    )
    return Spoken(
        words=_words(sound.passages),
        seconds=f"about {max(5, round(sound.seconds / 5) * 5)} seconds",
        built_from="Made of your own words and numbers, and of nothing else. Take one away and its sentence goes too."
        if kept
        else "Made of this line and of nothing else. Once it is kept you can use the wording.",
        acts=acts if kept else (),
    )


def _words(passages: tuple[Passage, ...]) -> Runs:
    runs: list[Run] = []
    for number, passage in enumerate(passages):
        runs += [Run(" ")] if number else []
        runs += marked(passage.text, [m for s in passage.sources if (m := _mark(passage.text, s))])
    return tuple(runs)


def _mark(text: str, source: Source) -> Mark | None:
    """The place of a number in the sentence, leading to the record that it stands in."""
    if not source.value or not any(c.isdigit() for c in source.value) or TYPED in source.record:
        return None
    at = text.find(source.value)
    name = source.record.partition("/")[2]
    url = f"/evidence/{name}/" if source.record.startswith("accomplishments/") else "/you/"
    return Mark(at, at + len(source.value), "evidence", "", url) if at >= 0 and len(source.value) < 40 else None
