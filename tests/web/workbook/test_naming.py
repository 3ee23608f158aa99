"""A record made in a form is called exactly what the reader of a file would call it."""

from __future__ import annotations

import pytest

from talktrack.engine import archive, story
from talktrack.web.workbook.actions import record

FILE = """
[[contacts]]
name = "Jocelyn Bright"
relation = "manager"

[[contacts]]
name = "Jocelyn Bright"

[[goals]]
what = "Run the Nordic launch community, from the first day to the last one"
[[goals.actions]]
what = "Shadow a launch"
kind = "exposure"
[[goals.actions]]
what = "Shadow a launch"
kind = "exposure"

[[accomplishments]]
did = "Rebuilt the welcome series (65 % more members)"

[[statements]]
kind = "growth"
quote = "We expand in the north"

[[answers]]
topic = "energy"
text = "  Beginnings, of all kinds  "

[[conversations]]
aim = "Agree on one next step"
[[conversations.asks]]
what = "Could you put me on the planning group?"

[[lenses]]
[[lenses.facts]]
text = "She hires in spring"

[[check_ins]]
on = "2027-01-15"

[[paths]]
name = "Regional lead"
direction = "wider"

[[learning]]
what = "日本語"
"""


def _bare(value: object) -> object:
    """The value as a form would send it: without any id."""
    if isinstance(value, dict):
        return {name: _bare(inner) for name, inner in value.items() if name != "id"}
    return [_bare(item) for item in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("kind", [
    "contacts", "goals", "accomplishments", "statements", "answers", "conversations", "lenses", "check_ins", "paths",
    "learning",
])  # fmt: skip
def test_file_and_form_give_the_same_ids(nathan, kind):
    expected = getattr(archive.parse(FILE), kind)
    assert expected
    made = [record.create(subject=nathan, noun=type(value), fields=_bare(value.model_dump())) for value in expected]
    assert tuple(done.kept.value for done in made) == expected
    assert {noun.__name__ for noun in map(type, expected)} <= set(story.__all__)
