"""The file to begin with: every line of it is true, alone and all together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talktrack.cli.questions import ROUNDS
from talktrack.cli.template import fill, template
from talktrack.engine import archive
from talktrack.engine.archive.records import nests
from talktrack.engine.story import Journey, Value
from talktrack.kit.text import quoted

LINES = template().split("\n")
USABLE = [n for n, line in enumerate(LINES) if re.match(r"#(?! |$|:)", line)]
NEEDED = {
    *(
        "what",
        "name",
        "quote",
        "kind",
        "did",
        "topic",
        "text",
        "claim",
        "contact",
        "finding",
        "direction",
        "says",
        "id",
    ),
}


def used(numbers: set[int]) -> Journey:
    """The journey of the template with the # taken from those lines."""
    return archive.parse("\n".join(line[1:] if n in numbers else line for n, line in enumerate(LINES)), "me.toml")


def test_as_it_stands_it_says_nothing():
    assert used(set()) == Journey()


def test_every_line_together_is_valid():
    journey = used(set(USABLE))
    assert journey.person.name == "Robin Hale"
    assert len(journey.goals) == 2
    assert journey.goals[0].actions


def heading_of(number: int) -> int | None:
    return next((n for n in range(number, -1, -1) if LINES[n].startswith("#[")), None)


def parents(heading: int) -> set[int]:
    """The headings above a heading with a dot, and what they need."""
    name = LINES[heading].strip("#[]")
    if "." not in name:
        return set()
    above = max(
        n for n in range(heading) if LINES[n].strip("#[]") == name.rsplit(".", 1)[0] and LINES[n].startswith("#[")
    )
    return {above} | needed(above) | parents(above)


def needed(heading: int) -> set[int]:
    """The lines below a heading without which it is not whole."""
    found = set()
    for n in range(heading + 1, len(LINES)):
        if LINES[n].startswith("#["):
            break
        if LINES[n].removeprefix("#").split(" =")[0] in NEEDED:
            found.add(n)
    return found


POINTED_AT = {
    number
    for heading, line in enumerate(LINES)
    if line in ("#[[contacts]]", "#[[statements]]", "#[[accomplishments]]", "#[[goals]]")
    for number in {heading} | needed(heading)
}
"""What the examples of other records point at."""


@pytest.mark.parametrize("number", USABLE, ids=[LINES[n][1:40] for n in USABLE])
def test_each_line_is_valid_when_its_mark_is_taken_away(number):
    heading = heading_of(number)
    around = set() if heading is None else {heading} | needed(heading) | parents(heading)
    assert used({number} | around | POINTED_AT) != Journey()


def test_it_shows_every_field_that_a_person_writes():
    """What commands produce (notes, outcomes, snapshots) is not for typing, and not in it."""
    produced = {
        "links",
        "notes",
        "advice",
        "feedback",
        "agreements",
        "reactions",
        "open_questions",
        "commitments",
        "check_ins",
        "reviews",
        "sequence",
        "postponed_on",
        "snapshots",
        "decisions",
        "framework",
        "listening",
    }
    shown = {match[1] for line in LINES if (match := re.match(r"#(?:\[\[?[a-z_.]*?)?([a-z_]+)(?:\]| =)", line))}

    def fields(model: type[Value]) -> set[str]:
        inner = {name: below for name, (below, _) in nests(model).items() if name not in produced}
        return (set(model.model_fields) - produced).union(*(fields(below) for below in inner.values()))

    assert fields(Journey) - shown == {"wanted", "unwanted", "part"}, "a part stands within the line of the agenda"


def test_every_question_has_its_place_in_it():
    for question in (question for part in ROUNDS for question in part.questions):
        said = {question.heading: {question.key: '"x"', **dict(question.also)}}
        made = fill(said).split("\n")
        assert f'{question.key} = "x"' in made, question.text
        assert all(f"{key} = {value}" in made for key, value in question.also), question.text


def test_rounds_ask_at_most_five():
    assert all(len(part.questions) <= 5 for part in ROUNDS)


@given(st.lists(st.text(max_size=40), min_size=4, max_size=4))
def test_any_words_come_back_as_they_were_said(words):
    from talktrack.kit.text import clean

    sentence, name, did, what = (clean(word) or "x" for word in words)
    text = fill({
        "": {"sentence": quoted(sentence)},
        "contacts": {"name": quoted(name), "relation": '"manager"'},
        "accomplishments": {"did": quoted(did)},
        "goals": {"what": quoted(what)},
        "goals.actions": {"what": quoted(what), "kind": '"experience"'},
        "lenses.facts": {"text": quoted(what)},
    })  # fmt: skip
    journey = archive.parse(text)
    assert journey.sentence == sentence
    assert (journey.contacts[0].name, journey.accomplishments[0].did) == (name, did)
    assert journey.goals[0].what == journey.goals[0].actions[0].what == journey.lenses[0].facts[0].text == what
    assert len(journey.goals) == 1
