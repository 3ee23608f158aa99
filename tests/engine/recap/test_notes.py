"""A pasted page becomes notes of one conversation."""

from __future__ import annotations

import pytest

from talktrack.engine.recap.notes import LONGEST_PAGE, notes_from
from talktrack.engine.story.value import LONGEST_TEXT
from talktrack.kit.errors import UserError


def test_the_same_page_gets_the_same_ids() -> None:
    assert notes_from("J sends the list", "december") == notes_from("J sends the list", "december")
    assert notes_from("J sends the list", "december")[0].id != notes_from("J sends the list", "may")[0].id


def test_a_long_page_is_cut_between_paragraphs_and_nothing_is_lost() -> None:
    page = "\n\n".join(f"Paragraph {i}: " + "she said that it was fine. " * 20 for i in range(300))
    made = notes_from(page, "december")
    assert len(made) > 5
    assert all(len(note.text) <= LONGEST_TEXT and note.text.startswith("Paragraph") for note in made)
    assert " ".join(n.text for n in made).split() == page.split()


def test_a_page_without_a_break_is_cut_too() -> None:
    made = notes_from("x" * 50_000, "december")
    assert [len(note.text) for note in made] == [20_000, 20_000, 10_000]


def test_a_page_without_words_gives_no_note() -> None:
    assert notes_from(" \n\n--- \n", "december") == ()


def test_what_is_too_long_or_there_already_is_said_kindly() -> None:
    with pytest.raises(UserError, match="Paste the part"):
        notes_from("a " * LONGEST_PAGE, "december")
    kept = notes_from("J sends the list", "december")
    with pytest.raises(UserError, match="here already"):
        notes_from("J sends the list", "december", kept=kept)
