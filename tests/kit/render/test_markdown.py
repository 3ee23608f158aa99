"""Markdown: what a person wrote makes no heading, link, image, list or table of its own."""

from __future__ import annotations

import mistune
import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import make_everything, make_plan

from talktrack.kit.render import markdown
from talktrack.kit.render.words import plain

read = mistune.create_markdown(
    renderer=None, plugins=["strikethrough", "footnotes", "table", "url", "task_lists", "math"]
)


def structure(tokens: object) -> object:
    """What kinds of element stand in each other; runs of text count once."""
    if not isinstance(tokens, list):
        return None
    kinds = [(token["type"], token.get("attrs"), structure(token.get("children"))) for token in tokens]
    return [kind for at, kind in enumerate(kinds) if kind[0] != "text" or at == 0 or kinds[at - 1][0] != "text"]


def text_in(tokens: object) -> str:
    if not isinstance(tokens, list):
        return ""
    return "".join(token.get("raw", "") + text_in(token.get("children")) for token in tokens)


HARMLESS = structure(read(markdown.render(make_everything("x")).decode()))


def shown(text: str) -> str:
    return plain(make_everything(text).footer)


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if shown(text)], ids=lambda text: repr(text[:20]))
def test_T6_no_text_changes_the_structure(text):
    tokens = read(markdown.render(make_everything(text)).decode())
    assert structure(tokens) == HARMLESS
    assert shown(text) in text_in(tokens)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("a1 .)(#>-+*_`~[]!<&;:/@w|\\\n\t$=\"'xé日"), min_size=1).filter(shown))
def test_T6_any_mix_of_signs_stays_text(text):
    tokens = read(markdown.render(make_everything(text)).decode())
    assert structure(tokens) == HARMLESS
    assert shown(text) in text_in(tokens)


def test_plain_prose_stays_readable():
    text = "Up 3.1 % to 5.1 % at 10:00 (R&D), -5 % cost, from A -> B."
    assert text in markdown.render(make_plan(footer=make_everything(text).footer)).decode()


def test_same_bytes():
    assert markdown.render(make_plan()) == markdown.render(make_plan())
