"""How the look is made: the one style sheet is the joined sections, the fonts carry their own name, and no template
says anything that the content policy forbids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from design.build import SERVED, joined
from design.fonts import FONTS

TEMPLATES = sorted((Path(__file__).parents[3] / "src/talktrack/web/workbook/templates").rglob("*.html"))
SCRIPTS = sorted(SERVED.parent.glob("*.js"))


def test_the_served_style_sheet_is_the_joined_one() -> None:
    assert SERVED.read_text(encoding="utf-8") == joined(), "run: python -m design.build"


def test_every_font_of_the_style_sheet_is_there_and_no_other() -> None:
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", joined()))
    assert named == {path.name for path in FONTS.glob("*.woff2")}


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.woff2")), ids=lambda path: path.stem)
def test_a_cut_font_does_not_carry_the_reserved_name(path: Path) -> None:
    names = {record.nameID: str(record) for record in TTFont(path)["name"].names}
    assert not any("Source" in names[key] for key in (1, 4, 6))
    assert "SIL Open Font License" in names[13]


@pytest.mark.parametrize("family", ["sans", "serif"])
def test_the_licence_of_the_fonts_lies_beside_them(family: str) -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / f"LICENSE-{family}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_keeps_to_the_policy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|\shx-on|\son\w+=|javascript:|<style|https?://(?!www\.w3\.org)", text)
    assert not re.search(r"\{#[^#]*\n[^#]*#\}", text), "a comment over two lines is shown to the reader"


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.parent.name != "templates"], ids=lambda path: path.stem)
def test_a_template_says_what_it_takes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("{#") or "{{" not in text


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_small(path: Path) -> None:
    assert path.stat().st_size < 6 * 1024
