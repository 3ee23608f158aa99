"""Words noted about somebody are put to them, and to nobody else (R52)."""

from __future__ import annotations

import pytest
from makers import make_contact

from talktrack.engine.recap.addressed import addressed
from talktrack.engine.recap.put import quoted, to_do

JOCELYN = make_contact(pronoun="she")
COLIN = make_contact(id="colin", name="Colin Tarrant", pronoun="he")
OTHERS = (
    make_contact(id="ruth", name="Ruth Tarrant", pronoun="she", relation="sponsor"),
    make_contact(id="tomas", name="Tomas Vinter", relation="other"),
    make_contact(id="dele", name="Dele Ade", pronoun="he", relation="colleague"),
)


@pytest.mark.parametrize(
    ("noted", "put"),
    [
        ("send her the list", "send you the list"),
        ("tell her and Tomas within the hour", "tell you and Tomas within the hour"),
        ("She'd have rung Tomas first", "You'd have rung Tomas first"),
        ("she always forwards it", "you always forward it"),
        ("J asks Ingrid about the seat", "You ask Ingrid about the seat"),
        ("Jocelyn doesn't own the project", "You don't own the project"),
        ("Jocelyn's idea", "Your idea"),
        ("send Jocelyn notes of it", "send you notes of it"),
        ("she'd have rung Tomas first; tell her and Tomas", "you'd have rung Tomas first; tell you and Tomas"),
        ("she said Sofia could bring her posts", "you said Sofia could bring her posts"),
        ("Priya came. She was late", "Priya came. She was late"),
        ("Priya came. Jocelyn was late, she said so", "Priya came. You were late, you said so"),
        ("Founders heard it. She minds", "Founders heard it. You mind"),
        ("ticket list to J", "ticket list to you"),
        ("JA supports me, share it with JA", "You support me, share it with you"),
        ("once Jocelyn knows more, Jocelyn tells Ingrid", "once you know more, you tell Ingrid"),
        ("ask her team for her view", "ask your team for your view"),
        ("give her feedback", "give you feedback"),
        ("she wants to do it herself", "you want to do it yourself"),
        ("talk to Dele about how he got his budget", "talk to Dele about how he got his budget"),
        ('"she is late", she said', '"she is late", you said'),
        ("Ruth asked whether she may", "Ruth asked whether she may"),
        ("Priya said she would help", "Priya said she would help"),
    ],
)
def test_the_other_is_spoken_to_and_nobody_else_is(noted: str, put: str) -> None:
    assert addressed(noted, JOCELYN, others=OTHERS) == put


def test_what_was_said_before_may_name_who_is_meant() -> None:
    assert (
        addressed("I read his promise out loud", COLIN, before="with the sales lad") == "I read his promise out loud"
    )
    assert addressed("I read his report", COLIN, before="on Tuesday") == "I read your report"


def test_without_an_entered_pronoun_only_the_name_is_put() -> None:
    nobody = make_contact(pronoun="")
    assert addressed("she asks, Jocelyn asks", nobody) == "she asks, you ask"
    assert addressed("they hold, and they come late", make_contact(pronoun="they")) == "they hold, and they come late"
    assert addressed("J asks", None) == "J asks"


def test_words_that_mean_the_writer_are_quoted_and_others_are_not() -> None:
    assert quoted("you could be more visible") == "“You could be more visible.”"
    assert quoted('"be more strategic"') == "“Be more strategic.”"
    assert quoted("talk to Dele") == ""
    assert quoted('keep "your list" as it is') == ""


def test_a_promise_is_something_to_do() -> None:
    assert to_do("asks Ingrid about the seat") == "ask Ingrid about the seat"
    assert to_do("tell Denise himself") == "tell Denise yourself"
    assert to_do("news of the budget") == "news of the budget"
