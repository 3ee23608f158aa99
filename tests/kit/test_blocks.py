"""Blocks: every string that a reader sees can be asked what it rests on."""

from __future__ import annotations

import pytest
from papers import P, fact, make_everything, make_plan, ribbon

from talktrack.kit.blocks import Chain, Grid, GridRow, Heading, Lines, Segment, Spoken, Table, passages_in


def test_passages_come_in_reading_order():
    spoken = Spoken((P("c"), P("d")), label=P("a"), time=P("b"))
    lines = Lines(P("f"), 2, label=P("e"), note=P("g"))
    assert [passage.text for passage in passages_in((spoken, lines))] == list("abcdefg")


def test_every_place_of_every_block_is_walked():
    document = make_everything("here")
    assert {passage.text for passage in document.passages()} == {"here", "Plan here", "Agenda here"}
    assert sum(1 for _ in document.passages()) == repr(document).count("Passage(text=")


def test_fact_has_sources_and_frame_has_none():
    assert fact("Two years.", "person/start", how="tenure on 2026-11-22").is_fact
    assert not P("Thank you.").is_fact


@pytest.mark.parametrize(
    "make",
    [
        lambda: Heading(P("x"), 4),
        lambda: Table((), ()),
        lambda: Table((P("a"), P("b")), ((P("c"),),)),
        lambda: Table((P("a"),), (), align=("left", "left")),
        lambda: Grid((P("a"),), (GridRow(P("b"), ()),), P("-")),
        lambda: Segment(P("a"), P("1"), 1, 1.5),
        lambda: Segment(P("a"), P("1"), -1),
        lambda: make_plan(title=P("\x00 ")),
        lambda: make_plan(language="not a language"),
    ],
)
def test_what_cannot_be_set_is_refused_at_once(make):
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_values_compare_and_do_not_change():
    assert ribbon() == ribbon()
    assert Chain(()) == Chain(())
    with pytest.raises(AttributeError):
        P("a").text = "b"  # type: ignore[misc]
