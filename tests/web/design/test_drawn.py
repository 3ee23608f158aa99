"""Every page is drawn with the workbook's own settings too, and by every name that a part goes by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template, render_to_string

HERE = Path(__file__).parent
PAGES = HERE.parents[2] / "src/talktrack/web/workbook/templates/pages"
FRAGMENTS = [
    f"pages/{page.name}#{name}"
    for page in sorted(PAGES.glob("*.html"))
    for name in re.findall(r"{% partialdef (\w+)", page.read_text(encoding="utf-8"))
]


def test_every_page_of_the_gallery_is_drawn_with_the_real_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(HERE)
    import gallery

    for template, context in gallery.pages().values():
        if not template.startswith("gallery/"):
            assert "</html>" in render_to_string(template, context), template


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_can_be_answered_alone(name: str) -> None:
    assert get_template(name)


def test_an_answer_brings_the_word_and_the_way_back() -> None:
    from talktrack.web.workbook.screens.parts import Undone

    undo = Undone(text="Dismissed.", undo="/undo/1/")
    html = render_to_string("parts/_answer.html", {"said": "Dismissed. Z to undo.", "undo": undo})
    assert '<p id="live" hx-swap-oob="innerHTML">Dismissed. Z to undo.</p>' in html
    assert 'formaction="/undo/1/"' in html
    assert "rail" not in html
