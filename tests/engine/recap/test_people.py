"""A name, an initial or a pronoun stands for somebody only where it can be nobody else."""

from __future__ import annotations

import pytest

from talktrack.engine.recap.people import People, people
from talktrack.engine.story import Journey


def make_people(*contacts: dict[str, str], owner: str = "Nathan Brooks") -> People:
    manager = {"id": "jocelyn", "name": "Jocelyn Adeyemi", "relation": "manager", "pronoun": "she"}
    return people(
        Journey.model_validate(
            {"person": {"name": owner}, "contacts": [manager, *contacts], "conversations": [{"id": "talk"}]}
        ),
        "talk",
    )


INGRID = {"id": "ingrid", "name": "Ingrid Solberg", "pronoun": "she"}


@pytest.mark.parametrize(
    ("word", "who"),
    [("J", "jocelyn"), ("jocelyn", "jocelyn"), ("Jocelyn's", "jocelyn"), ("my manager", "jocelyn"), ("me", "me"),
     ("I", "me"), ("Ingrid", "ingrid"), ("Ms Adeyemi", "jocelyn"), ("JA", "jocelyn"), ("Ing", "ingrid"), ("Ruth", ""),
     ("someone", "")],
)  # fmt: skip
def test_who_a_word_means(word: str, who: str) -> None:
    assert make_people(INGRID).resolve(word) == who


def test_an_initial_of_two_means_neither() -> None:
    assert make_people({"id": "jonas", "name": "Jonas Blom"}).resolve("J") == ""
    assert make_people(owner="Jan Brooks").resolve("J") == ""


def test_a_pronoun_counts_where_it_was_entered_and_fits_one() -> None:
    assert make_people(INGRID).resolve("she") == "jocelyn"
    assert make_people(INGRID).resolve("she", named=["ingrid"]) == ""
    assert (
        make_people({"id": "tomas", "name": "Tomas Rehak", "pronoun": "he"}).resolve("he", named=["tomas"]) == "tomas"
    )
    assert make_people().resolve("he") == ""


def test_names_that_are_words_need_their_capital() -> None:
    known = make_people({"id": "will", "name": "Will Hart"})
    assert known.resolve("Will") == "will"
    assert known.resolve("will") == ""
