"""HTML: escaped, nothing fetched, no script or style attribute, and complete."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import make_brief, make_everything, make_plan

from talktrack.kit.render import html
from talktrack.kit.render.words import plain


class Reader(HTMLParser):
    """The elements with their attributes, and the text, as a browser would take them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


HARMLESS = Reader(html.fragment(make_everything("x")))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_T6_no_text_changes_the_structure(text):
    read = Reader(html.render(make_everything(text)).decode())
    assert not {"script", "img", "link", "iframe", "a"} & {tag for tag, _ in read.elements}
    assert not [
        name for _, names in read.elements for name in names if name.startswith("on") or name in ("style", "src")
    ]


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda text: plain_text(text)))
def test_T6_any_text_comes_back_as_it_was(text):
    read = Reader(html.fragment(make_everything(text)))
    assert read.elements == HARMLESS.elements
    assert plain_text(text) in read.texts


def plain_text(text: str) -> str:
    return plain(make_everything(text).footer)


@pytest.mark.parametrize("document", [make_brief(), make_plan()], ids=["brief", "plan"])
def test_every_passage_is_there(document):
    text = "\n".join(Reader(html.render(document).decode()).texts)
    attributes = html.fragment(document)
    for passage in document.passages():
        if passage != document.author:
            assert passage.text in text or passage.text in attributes


def test_language_direction_and_repeatable_bytes():
    assert html.render(make_plan(language="ar")).startswith(b'<!doctype html>\n<html lang="ar" dir="rtl">')
    assert html.render(make_plan()) == html.render(make_plan())
