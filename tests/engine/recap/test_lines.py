"""Notes are read as they are laid out: headings, what hangs below what, who is speaking."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talktrack.engine.recap.lines import Line, lines, sentences
from talktrack.engine.story import Note

EXAMPLES = Path(__file__).parents[3] / "examples"


def make_lines(text: str, **changes: object) -> tuple[Line, ...]:
    return lines(Note.model_validate({"id": "n", "conversation": "talk", "text": text, **changes}))


def said(text: str) -> list[tuple[str, str, bool]]:
    return [(s.speaker, s.text, s.quoted) for line in make_lines(text) for s in sentences(line)]


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("## Denmark\n- J likes it", "Denmark"),
        ("OFFLINE / FIRST TALKS\nshe said yes", "OFFLINE / FIRST TALKS"),
        ("**Salary**\n* not now", "Salary"),
        ("Next steps:\n- I write", "Next steps"),
        ("2) Feedback\nMy letters are long.", "Feedback"),
        ("We met.\n\nfeedback\ntoo quiet", "feedback"),
    ],
)
def test_what_stands_below_a_heading_knows_it(page: str, heading: str) -> None:
    assert make_lines(page)[-1].heading == heading


def test_a_page_in_capitals_has_no_headings_in_capitals() -> None:
    made = make_lines("ANN SENDS THE LIST\nI CALL HER\nshe agreed\nSHE SAID YES")
    assert made[0].text == "ANN SENDS THE LIST"


def test_what_is_indented_or_led_to_by_an_arrow_hangs_below_the_line_above() -> None:
    page = "- be more strategic\n  - example: the price thread\nasked who decides\n-> he finds out"
    made = make_lines(page)
    assert [line.parents for line in made] == [(), ("be more strategic",), (), ("asked who decides",)]


def test_labels_and_quotes_say_who_speaks() -> None:
    assert said('J: "send me the notes"') == [("J", "send me the notes", True)]
    assert said('exam fee: "I sign it". -> me: form to Priti')[-1] == ("me", "form to Priti", False)
    assert said("Pay: not raised") == [("", "Pay: not raised", False)]


def test_a_tapped_note_knows_its_speaker() -> None:
    assert make_lines("tells Sam", speaker="manager")[0].speaker == "manager"


def test_rows_of_running_text_are_put_together_again() -> None:
    page = (
        "Martin began by asking how my caseload was, and I told him\nit had come down to nineteen. He remembered the "
        "court\nreport from January and said that the judge liked it. I\nwas pleased because I had worked on it."
    )
    assert len(make_lines(page)) == 1
    assert len(make_lines("asked about pay\nno answer\nshe looked at her phone")) == 3


@pytest.mark.parametrize("name", ["nathan", "emily", "megan"])
def test_every_line_and_sentence_stands_where_it_says(name: str) -> None:
    note = Note(id="n", conversation="talk", text=(EXAMPLES / f"{name}-notes.md").read_text("utf-8"))
    for line in lines(note):
        for part in (line, *sentences(line)):
            assert note.text[part.start : part.end] == part.text


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    note = Note(id="n", conversation="talk", text=text)
    for line in lines(note):
        assert note.text[line.start : line.end] == line.text
        assert all(note.text[s.start : s.end] == s.text for s in sentences(line))
