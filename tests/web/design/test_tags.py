"""The smallest pieces: what a person typed is never markup, and a button always says what it is about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context

from talktrack.web.workbook.screens.evidence import Entry
from talktrack.web.workbook.screens.parts import Act, Seal, State, Undone
from talktrack.web.workbook.screens.text import Kind, Run
from talktrack.web.workbook.templatetags.design import STATE_ICONS, act, icon, runs, seal, state, theme
from talktrack.web.workbook.templatetags.rows import entries, undone

NASTY = '<img src=x onerror="alert(1)">&"'
SAFE = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&quot;"


@pytest.mark.parametrize("kind", ["", "find", "mine", "theirs", "evidence", "gap", "new", "gone"])
def test_words_are_never_markup(kind: Kind) -> None:
    """T6."""
    drawn = runs((Run(NASTY, kind, number=NASTY, url=f"/{NASTY}"),))
    assert "<img" not in drawn
    assert SAFE in drawn


@pytest.mark.parametrize(
    "drawn",
    [
        state(State("due", NASTY)),
        seal(Seal(NASTY)),
        act(Act(text=NASTY, url=NASTY, subject=NASTY, key="C")),
        act(Act(text=NASTY, url=NASTY, get=True)),
        runs(NASTY),
        undone(Undone(text=NASTY, undo=NASTY)),
        entries((Entry(id=NASTY, url=NASTY, figure=NASTY, when=NASTY, words=(Run(NASTY),), facts=(NASTY,)),)),
        entries((Entry(id="e", url="/", figure="", when="", words=(), serves=NASTY),)),
        entries((Entry(id="e", url="/", figure="", when="", words=(), ask=NASTY),)),
    ],
)
def test_nor_is_any_other_text(drawn: str) -> None:
    assert "<img" not in drawn
    assert SAFE in drawn


def test_a_number_keeps_its_per_cent_sign_on_its_line() -> None:
    assert runs((Run("65 %"), Run(" of them"))) == "65\u00a0% of them"


def test_but_the_copy_under_a_field_is_left_as_typed() -> None:
    assert runs((Run("65 %", "find"), Run(" or 7 %")), exact=True) == '<mark class="find">65 %</mark> or 7 %'


@pytest.mark.parametrize("kind", STATE_ICONS)
def test_a_state_has_an_icon_and_a_word(kind: Any) -> None:
    drawn = state(State(kind, "a word"))
    assert "<svg" in drawn
    assert "a word" in drawn


def test_an_icon_is_hidden_from_those_who_hear_the_page() -> None:
    assert 'aria-hidden="true"' in icon("lock-keyhole")


def test_a_button_posts_without_the_script_and_with_it() -> None:
    drawn = act(Act(text="Dismiss", url="/d/", key="D", subject="note 1"), "link", swap=True)
    assert 'form="acts"' in drawn
    assert 'formaction="/d/"' in drawn
    assert 'hx-post="/d/"' in drawn
    assert 'data-key="d"' in drawn
    assert '<span class="vh">: note 1</span>' in drawn
    assert 'form="acts"' not in act(Act(text="Dismiss", url="/d/"), own=True)


def test_nothing_is_drawn_for_nothing() -> None:
    assert act(None) == ""
    assert state(None) == ""


@pytest.mark.parametrize(
    ("cookie", "drawn"), [("dark", ' data-theme="dark"'), ("light", ' data-theme="light"'), ('"><script>', "")]
)
def test_the_look_comes_from_the_cookie_and_is_one_of_two(cookie: str, drawn: str) -> None:
    assert theme(Context({"request": SimpleNamespace(COOKIES={"theme": cookie})})) == drawn
