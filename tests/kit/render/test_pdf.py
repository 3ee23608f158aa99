"""PDF: tagged, both standards claimed, readable in order, never small, and the same bytes each time."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import P, make_brief, make_everything, make_plan
from pypdf import PdfReader

from talktrack.kit.blocks import Heading, Paragraph, Ribbon, Together, passages_in
from talktrack.kit.render import pdf
from talktrack.kit.render.words import plain


def read(made: pdf.Pdf) -> PdfReader:
    return PdfReader(BytesIO(made.content))


def text_of(made: pdf.Pdf) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(made).pages).split())


def test_both_standards_are_claimed_and_the_file_is_tagged():
    reader = read(pdf.render(make_plan()))
    root = reader.trailer["/Root"]
    claims = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part\W+1\b", claims)
    assert re.search(r"pdfaid:part\W+2\b", claims)
    assert re.search(r"pdfaid:conformance\W+A\b", claims)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == ("Where my work could go next", "Nathan Okafor")


def tags(node: object) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for child in node for tag in tags(child)]
    if not isinstance(node, dict) or "/S" not in node:
        return []
    return [node["/S"], *tags(node.get("/K", []))]


def test_tags_name_what_each_part_is():
    root = read(pdf.render(make_brief())).trailer["/Root"]["/StructTreeRoot"]
    found = set(tags(root["/K"]))
    assert {"/H1", "/P", "/Figure", "/Table", "/THead", "/TH", "/TD", "/L", "/LI"} <= found


@pytest.mark.parametrize("document", [make_brief(), make_plan()], ids=["brief", "plan"])
def test_text_comes_out_whole_and_in_reading_order(document):
    text, at = text_of(pdf.render(document)), 0
    shown = [block for block in document.blocks if not isinstance(block, Ribbon)]
    for passage in passages_in((document.title, document.subtitle, tuple(shown))):
        if passage.text == "still open":  # stands in each empty cell, among the others
            continue
        found = text.find(passage.text, at)
        assert found >= 0, passage.text
        at = found


@pytest.mark.parametrize(
    "document", [make_brief(), make_plan(), make_everything("a word")], ids=["brief", "plan", "all"]
)
def test_no_text_is_smaller_than_nine_points(document):
    sizes = set()

    def visit(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(tm[3] or tm[0]), 2))

    for page in read(pdf.render(document)).pages:
        page.extract_text(visitor_text=visit)
    assert min(sizes) >= 9


def test_R36_a_full_brief_is_one_page_and_counting_pages_agrees():
    brief, long = make_brief(), make_brief(blocks=(Paragraph(P("word " * 3000)),))
    assert pdf.render(brief).pages == pdf.pages(brief) == len(read(pdf.render(brief)).pages) == 1
    assert pdf.render(long).pages == pdf.pages(long) == len(read(pdf.render(long)).pages) > 1


def test_same_document_same_bytes_and_the_date_counts():
    assert pdf.render(make_plan()).content == pdf.render(make_plan()).content
    later = make_plan(date=make_plan().date.replace(day=23))
    assert pdf.render(later).content != pdf.render(make_plan()).content


def test_scripts_of_the_world_keep_both_standards():
    made = pdf.render(make_everything("日本語 한국어 中文 नमस्ते ไทย Привет Ελληνικά 🎉 →"))
    assert made.notices == ()
    assert "日本語" in text_of(made)


def test_characters_without_shape_are_told_and_stay_in_the_text():
    made = pdf.render(make_plan(blocks=(Paragraph(P("Odd \U0010fffd and \ue000 here")),)))
    assert len(made.notices) == 1
    assert "U+10FFFD, U+E000" in made.notices[0]
    content = read(made).pages[0].get_contents().get_data()
    assert b"ActualText<FEFFDBFFDFFD>" in content
    assert b"ActualText<FEFFE000>" in content
    assert "/StructTreeRoot" in read(made).trailer["/Root"]


def test_headings_never_skip_a_level():
    made = pdf.render(make_plan(blocks=(Heading(P("deep"), 3), Heading(P("one")), Heading(P("three"), 3))))
    assert [tag for tag in tags(read(made).trailer["/Root"]["/StructTreeRoot"]["/K"]) if "/H" in tag] == [
        "/H1",
        "/H1",
        "/H2",
    ]


def test_a_word_without_end_stays_on_the_page_and_is_copied_whole():
    made, ends = pdf.render(make_plan(blocks=(Paragraph(P("y" * 400)),))), []

    def visit(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        ends.append(tm[4] + 0.4 * size * len(text.strip()))

    for page in read(made).pages:
        page.extract_text(visitor_text=visit)
    assert max(ends) < 595
    assert "y" * 400 in text_of(made).replace(" ", "")


def test_a_group_taller_than_a_page_is_parted_rather_than_lost():
    made = pdf.render(make_plan(blocks=(Together(tuple(Paragraph(P(f"part {n} " * 30)) for n in range(60))),)))
    assert "part 59" in text_of(made)
    assert made.pages > 2


def test_languages_written_from_the_right_are_set():
    assert pdf.render(make_brief(language="ar")).pages == 1
    assert pdf.render(make_plan(language="zh-Hant-TW")).notices == ()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_T6_no_text_is_run_read_or_lost(text):
    made = pdf.render(make_everything(text))
    root = read(made).trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(root)
    assert not [page for page in read(made).pages if "/Annots" in page]
    assert b"root:" not in made.content
    assert bool(made.notices) == ("\U00013000" in text)


@pytest.mark.parametrize(
    "name", ["typst code", "typst markup", "json end", "html", "markdown", "formula", "word field"]
)
def test_T6_what_a_person_wrote_is_shown_as_written(name):
    made = pdf.render(make_plan(blocks=(Paragraph(P(HOSTILE[name])),)))
    assert "".join(plain(P(HOSTILE[name])).split()) in "".join(text_of(made).split())


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_T6_any_text_can_be_set(text):
    assert pdf.render(make_everything(text)).pages >= 1
