"""DOCX: opens, keeps every word, has real styles and header rows, and repeats byte for byte."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx as reader
import pytest
from docx.oxml.ns import qn
from hostile import HOSTILE
from papers import P, make_brief, make_everything, make_plan

from talktrack.kit.blocks import Bullets, Ribbon, passages_in
from talktrack.kit.render import docx
from talktrack.kit.render.words import plain


def opened(document) -> reader.document.Document:
    return reader.Document(BytesIO(docx.render(document)))


def text_of(word) -> str:
    parts = [paragraph.text for paragraph in word.paragraphs]
    parts += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*parts, word.sections[0].footer.paragraphs[0].text])


def shape(word) -> list[tuple[str, str | None]]:
    return [(part.tag, part.get(qn("w:val"))) for part in word.element.body.iter() if part.tag != qn("w:t")]


@pytest.mark.parametrize("document", [make_brief(), make_plan()], ids=["brief", "plan"])
def test_every_passage_is_there(document):
    text = text_of(opened(document))
    drawn = [block for block in document.blocks if isinstance(block, Ribbon)]  # its table is its twin
    only_drawn = {*passages_in(tuple((it.segments, it.mine, it.theirs) for it in drawn)), document.author}
    for passage in document.passages():
        assert passage in only_drawn or passage.text in text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_T6_no_text_changes_the_structure(text):
    word = opened(make_everything(text))
    assert not list(word.element.body.iter(qn("w:hyperlink"), qn("w:instrText"), qn("w:altChunk"), qn("w:object")))
    if plain(P(text)):
        assert shape(word) == shape(opened(make_everything("x")))
        assert plain(P(text)) in text_of(word)


def test_styles_headings_header_rows_and_language_are_real():
    word = opened(make_plan())
    used = {paragraph.style.name for paragraph in word.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Spoken", "List Bullet", "Checklist"} <= used
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in word.tables)
    assert 'w:lang w:val="en-GB"' in word.styles.element.xml
    assert (word.core_properties.title, word.core_properties.author) == (
        "Where my work could go next",
        "Nathan Okafor",
    )


def test_each_numbered_list_starts_at_one():
    one = Bullets((P("a"), P("b")), ordered=True)
    word = opened(make_plan(blocks=(one, one)))
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_same_bytes_and_no_clock_in_them():
    made = docx.render(make_plan())
    assert made == docx.render(make_plan())
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
