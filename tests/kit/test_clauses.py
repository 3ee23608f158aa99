"""Who is told to do something, besides the writer."""

import pytest

from talktrack.kit.clauses import others_act
from talktrack.kit.text import Prose

EMPTY = frozenset({"was", "improved", "said"})


@pytest.mark.parametrize(
    "text",
    [
        "Restored trust with Leeds: they joined our stand-up again.",
        "Every new nurse learns the pump from my video.",
        "Calmed a dispute with a supplier, who renewed.",
        "Patched the hole before anyone got in.",
        "Rewrote the check so that it can't be skipped.",
        "Wrote the page. Two teams have copied it.",
    ],
)
def test_somebody_else_does_something(text):
    assert others_act(Prose(text), EMPTY)


@pytest.mark.parametrize(
    "text",
    [
        "Planned, wrote and tested the label.",
        "Improved the reports, and I cut the queue.",
        "Communication has improved.",
        "Rebuilt the list for Ahmed and Will Reed.",
        "",
    ],
)
def test_nobody_else_does_anything(text):
    assert not others_act(Prose(text), EMPTY)


def test_what_follows_upon_the_first_deed():
    assert not others_act(Prose("In the May review she interrupted twice."), EMPTY, then=True)
    assert others_act(Prose("In the May review she interrupted twice, and Tom dropped his point."), EMPTY, then=True)
    assert not others_act(Prose("I asked late, so you waited."), EMPTY, then=True)
