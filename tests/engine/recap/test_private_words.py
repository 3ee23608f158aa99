"""What is nobody's word: nothing is proposed of it, and nothing of it goes into a mail (R44, R52)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from makers import make_contact, make_conversation, make_goal, make_journey, make_person
from talks import HELD, example, held

from talktrack.engine.recap.close import checked, mark
from talktrack.engine.recap.letter import Letter
from talktrack.engine.recap.mail import letter
from talktrack.engine.recap.takings import KINDS, Takings, take
from talktrack.engine.story import Decision, Journey
from talktrack.engine.story.seal import opened, seal
from talktrack.engine.story.usual import recap_fields
from talktrack.kit.similarity import offline

DAY = date(2026, 12, 3)


def taken(text: str, *, asked: bool = False) -> Takings:
    """What is read from those notes; `asked` lets the second opinion speak as well."""
    journey = make_journey(
        person=make_person(name="Nathan Brooks"),
        contacts=(make_contact(pronoun="she"), make_contact(id="colin", name="Colin Webb", relation="colleague")),
        goals=(make_goal(id="denmark", what="Run the Danish launch"), make_goal(id="team", what="Lead a team")),
        conversations=(make_conversation(at="2026-12-03T10:00:00", timezone="Europe/London"),),
    )
    note = {"id": "note", "conversation": HELD, "text": f"We met.\n\n{text}"}
    whole = Journey.model_validate(journey.model_dump() | {"notes": [note]})
    return take(whole, HELD, DAY, closeness=(lambda: offline(threads=1)) if asked else None)


def words(found: Takings) -> list[str]:
    return [str(getattr(r, "text", "") or getattr(r, "words", "") or getattr(r, "action", "")) for _, r in found]


FOR_ONESELF = (
    "dont tell him about studio idea!!",
    "don't mention the brother thing",
    "keep quiet about interview at the bank",
    "better not say that to her",
    "must not let slip",
    "not a word to her about Leeds",
    "Don't forget: nothing about the interview!!",
    "I'm thinking of leaving if nothing moves by summer",
    "if this goes on I look around",
    "might hand in my notice by Friday",
    "I'm off by summer if it doesn't change",
    "(not sure I want it)",
    "between us: no budget for Denmark",
    "she said, between us, Denmark has no budget",
    "off the record: the budget is cut, don't hire anyone",
    "Denmark gets closed. Keep it to yourself.",
    "don't quote me, she said: the site closes",
    "Strictly private: she may go on leave in May",
    "Confidential: Colin leaves in March",
    "Between us:\n- no budget for Denmark\n- she will ask the board by Friday",
    "update CV by Sunday",
)


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("line", FOR_ONESELF)
def test_what_is_for_oneself_proposes_nothing(line: str, asked: bool) -> None:
    found = taken(line, asked=asked)
    assert not list(found)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("she said don't tell the team yet", "Don't tell the team yet"),
        ("Advice: don't mention price first", "Don't mention price first"),
        ("Don't tell the customers before the board knows", "Don't tell the customers before the board knows"),
        ("Advice: keep quiet about the price until they ask", "Keep quiet about the price until they ask"),
        ("Never say yes to the whole of it", "Never say yes to the whole of it"),
        ("she said I keep it to myself too much", "I keep it to myself too much"),
        ("I'll leave the report on her desk by Friday", "Leave the report on her desk"),
        ("we split the list between us by Friday", "Split the list between us"),
    ],
)
def test_what_only_sounds_alike_is_still_read(line: str, kept: str) -> None:
    assert words(taken(line)) == [kept]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("she said take on the new shift (not sure I want it)", "Take on the new shift"),
        ("Agreed: I lead the launch (not sure I want it)", "I lead the launch"),
        ("I'll send the plan by Friday (i wont)", "Send the plan"),
        ("she agreed, but dont mention the studio", "She agreed"),
        ("I'll send the plan to Colin (our planner) by Friday", "Send the plan to Colin (our planner)"),
    ],
)
def test_an_own_thought_is_cut_off_from_the_words_before_it(line: str, kept: str) -> None:
    assert words(taken(line)) == [kept]


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(
    "line",
    [
        "she was a bit short when I brought up the team",
        "he seemed tired",
        "she was late",
        "my manager seemed bored by my slides",
        "Feedback\n- she was a bit short when I brought up the team",
    ],
)
def test_how_the_manager_came_across_is_no_feedback(line: str, asked: bool) -> None:
    assert taken(line, asked=asked).feedback == ()


@pytest.mark.parametrize("line", ["she was happy with my slides", "she was impressed by the numbers"])
def test_what_the_manager_thinks_of_ones_work_is_feedback(line: str) -> None:
    assert len(taken(line).feedback) == 1


# What was read from notes may speak of something private by one word.


def mail(journey: Journey) -> Letter:
    copy = seal(journey, kind="recap", fields=recap_fields(journey, HELD), on=DAY.isoformat())
    return letter(opened(copy), today=DAY)


def talk(private: str, **kinds: list[dict[str, Any]]) -> Journey:
    return held(
        make_journey(
            person=make_person(name="Nathan Brooks"),
            contacts=(make_contact(pronoun="she"),),
            goals=(make_goal(), make_goal(id="own", what=private, private=True)),
            conversations=(make_conversation(at="2026-12-03T10:00:00", timezone="Europe/London"),),
        ),
        **kinds,
    )


def holds(journey: Journey) -> list[str]:
    """The words of the drafted mail that M3 holds."""
    drafted = mail(journey)
    found = checked(drafted, journey, journey.conversations[0], today=DAY)
    return [drafted.body()[slice(*f.span)] for f in found if f.rule == "M3" and f.blocks]


STUDIO = "Open my own studio"


@pytest.mark.parametrize(
    "kinds",
    [
        {"advice": [{"text": "Ask Ingrid how she found the studio"}]},
        {"feedback": [{"text": "I talk about studios too much"}]},
        {"commitments": [{"action": "Look for a studio in Aarhus", "owner": "me", "due": "2026-12-18"}]},
        {"open_questions": [{"text": "Would a studio be allowed beside the job?"}]},
    ],
)
def test_r52_a_drafted_mail_with_the_word_of_a_private_goal_waits_for_a_confirmation(kinds: dict[str, Any]) -> None:
    journey = talk(STUDIO, **kinds)
    [word] = holds(journey)
    assert word.startswith("studio")
    said = Decision(about="M3", record=f"conversations/{HELD}", verdict="confirmed", of=mark(mail(journey).body()))
    assert holds(journey.model_copy(update={"decisions": (said,)})) == []


@pytest.mark.parametrize("private", ["Start my own business", "Lead a small team at another company", STUDIO])
def test_everyday_words_of_a_private_goal_hold_nothing(private: str) -> None:
    advice = [{"text": "Open the talk with the team and the business plan of another company"}]
    assert holds(talk(private, advice=advice)) == []


def test_a_word_that_a_public_goal_has_as_well_holds_nothing() -> None:
    journey = talk("Open a studio in Denmark", advice=[{"text": "Ask Ingrid how Denmark went"}])
    public = journey.goals[0].model_copy(update={"what": "Run the launch in Denmark"})
    assert holds(journey.model_copy(update={"goals": (public, *journey.goals[1:])})) == []


@pytest.mark.parametrize("name", ["nathan", "emily", "megan"])
def test_the_examples_are_held_neither_as_confirmed_nor_as_read(name: str) -> None:
    journey = example(name)
    assert holds(journey) == []
    read = take(journey, HELD, DAY, closeness=lambda: offline(threads=1))
    assert holds(journey.model_copy(update={kind: getattr(read, kind) for kind in KINDS})) == []


# What one thanks for.


@pytest.mark.parametrize(
    "text",
    [
        "Fewer slides",
        'Say "no" once in a while',
        "Ask Ingrid (she knows the board)",
        "Ask Ingrid -> she knows the board",
        "Stop being such a diva in front of the others",
        "He thinks the launch would be a place to learn",
        "Ask Ingrid first and then the board and then the finance people and then whoever is left of them",
    ],
)
def test_thanks_are_for_advice_that_reads_as_a_plain_order(text: str) -> None:
    other = {"text": "Don't wait until the numbers are perfect"}
    body = mail(talk("x", advice=[{"text": text}, other])).body()
    assert "One piece of advice that I am taking with me: don’t wait until the numbers are perfect." in body.replace(
        "'", "’"
    )
    alone = mail(talk("x", advice=[{"text": text}])).body()
    assert "taking with me" not in alone
    assert "Thank you, too, for your advice." in alone
