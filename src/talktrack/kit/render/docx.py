"""A document as DOCX with real styles, headings, lists and header rows. Its look stands in `word/*.xml`."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime, time
from importlib.resources import files
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu
from docx.table import Table as WordTable
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph

from talktrack.kit import blocks as b
from talktrack.kit.documents import Document
from talktrack.kit.render.words import plain, right_to_left

_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package.rels",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.xml.rels",
    **{f"word/{name}": name for name in ("styles.xml", "numbering.xml", "fontTable.xml", "settings.xml")},
}
_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "right": WD_ALIGN_PARAGRAPH.RIGHT, "centre": WD_ALIGN_PARAGRAPH.CENTER}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(document: Document) -> bytes:
    """The document as DOCX. The same document gives the same bytes."""
    word = docx.Document(_empty())
    _set_language(word, document.language)
    _set_properties(word, document)
    writer = _Writer(word)
    writer.line("Title", document.title)
    writer.line("Subtitle", document.subtitle)
    writer.all(document.blocks)
    _set_footer(word, document)
    made = BytesIO()
    word.save(made)
    return _repeatable(made)


class _Writer:
    """Writes blocks to the end of a Word file."""

    def __init__(self, word: Word) -> None:
        self._word = word

    def all(self, blocks: Iterable[b.Block]) -> None:
        for block in blocks:
            _WAYS[type(block)](self, block)

    def line(self, style: str, words: b.Words | None) -> Paragraph | None:
        """A paragraph in that style; nothing where there are no words."""
        text = plain(words)
        return self._word.add_paragraph(text, style) if text else None

    def heading(self, it: b.Heading) -> None:
        self.line(f"Heading {it.level}", it.text)

    def spoken(self, it: b.Spoken) -> None:
        head = " · ".join(filter(None, (plain(it.label), plain(it.time))))
        self.line("Label", b.Passage(head))
        self.line("Spoken", it.text)

    def bullets(self, it: b.Bullets) -> None:
        number = self._new_numbers() if it.ordered else None
        for item in it.items:
            made = self.line("List Number" if it.ordered else "List Bullet", item)
            if made is not None and number is not None:
                properties = made._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number

    def _new_numbers(self) -> int:
        """A list that starts at one again."""
        numbering = self._word.part.numbering_part.element
        number = len(numbering.num_lst) + 1
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="1"/>{start}</w:num>')
        )
        return number

    def checklist(self, it: b.Checklist) -> None:
        for item in it.items:
            self.line("Checklist", item)

    def lines(self, it: b.Lines) -> None:
        asked = self.line("Spoken", (it.label, *b.run(it.question)) if it.label else it.question)
        note = self.line("Note", it.note)
        for paragraph in (asked, note):
            if paragraph is not None:
                paragraph.paragraph_format.keep_with_next = True
        for _ in range(it.count):
            self._word.add_paragraph("", "Room to write")

    def table(self, it: b.Table) -> None:
        rows = [*it.rows, *([it.total] if it.total else [])]
        table = self._table(it.header, rows, it.widths)
        if it.total:
            table._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:lastRow"), "1")
            for cell in table.rows[-1].cells:
                cell.paragraphs[0].style = "Label"
        for row in table.rows:
            for cell, align in zip(row.cells, it.align, strict=False):
                cell.paragraphs[0].alignment = _ALIGN[align]

    def pairs(self, it: b.Pairs) -> None:
        table = self._table((it.left, it.right), [(pair.left, pair.right) for pair in it.pairs], (1, 1.35))
        for row, pair in zip(list(table.rows)[1:], it.pairs, strict=True):
            for cell in row.cells:
                cell.paragraphs[0].style = "Spoken"
            if pair.mark:
                row.cells[0].add_paragraph(plain(pair.mark), "Note")

    def chain(self, it: b.Chain) -> None:
        table = self._table(tuple(stage.name for stage in it.stages), [((),) * len(it.stages)])
        head, row = table.rows
        for cell, stage in zip(head.cells, it.stages, strict=True):
            cell.paragraphs[0].style = "Label"
            if stage.span:
                cell.add_paragraph(plain(stage.span), "Note")
        for cell, stage in zip(row.cells, it.stages, strict=True):
            lines = [(style, words) for stop in stage.stops for style, words in _stop(stop)]
            _fill(cell, lines or [("Note", stage.empty)])

    def grid(self, it: b.Grid) -> None:
        rows = [(row.name, *(cell if plain(cell) else it.empty for cell in row.cells)) for row in it.rows]
        table = self._table(((), *it.columns), rows)
        for row, values in zip(list(table.rows)[1:], it.rows, strict=True):
            for cell, words in zip(row.cells[1:], values.cells, strict=True):
                cell.paragraphs[0].style = "Cell" if plain(words) else "Note"

    def _table(
        self, header: tuple[b.Words, ...], rows: list[tuple[b.Words, ...]], widths: tuple[float, ...] = ()
    ) -> WordTable:
        table: WordTable = self._word.add_table(len(rows) + 1, len(header), "Hairlines")
        table._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:firstColumn"), "0")
        section = self._word.sections[0]
        room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        shares = [width or 0.6 for width in widths] or [1.0] * len(header)
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Emu(int(room * share / sum(shares)))
        for index, (row, values) in enumerate(zip(table.rows, (header, *rows), strict=True)):
            properties = row._tr.get_or_add_trPr()
            properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
            if index == 0:
                properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
            for cell, words, column in zip(row.cells, values, table.columns, strict=True):
                cell.width = column.width
                _fill(cell, [("Cell" if index else "Column head", words)])
        self._word.add_paragraph("", "Cell")
        return table

    def columns(self, it: b.Columns) -> None:
        for column in it.columns:
            self.all(column)

    def together(self, it: b.Together) -> None:
        before = len(self._word.paragraphs)
        self.all(it.blocks)
        for paragraph in self._word.paragraphs[before:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def rule(self, _: b.Rule) -> None:
        self._word.add_paragraph("", "Rule")

    def space(self, _: b.Space) -> None:
        self._word.add_paragraph("", "Cell")

    def page_break(self, _: b.PageBreak) -> None:
        self._word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _stop(it: b.Stop) -> list[tuple[str, b.Words | None]]:
    return [("Spoken", it.title), ("Note", it.when), ("Note", it.detail)]


def _fill(cell: Cell, lines: list[tuple[str, b.Words | None]]) -> None:
    """Write lines into a cell, which has one empty paragraph to begin with."""
    kept = [(style, text) for style, words in lines if (text := plain(words))]
    for index, (style, text) in enumerate(kept or [("Cell", "")]):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.style = style
        paragraph.text = text


_WAYS: dict[type, Callable[[_Writer, Any], object]] = {
    b.Heading: _Writer.heading,
    b.Paragraph: lambda writer, it: writer.line("Normal", it.text),
    b.Note: lambda writer, it: writer.line("Note", it.text),
    b.Spoken: _Writer.spoken,
    b.Bullets: _Writer.bullets,
    b.Checklist: _Writer.checklist,
    b.Table: _Writer.table,
    b.Ribbon: lambda writer, it: writer.line("Note", it.alternative),
    b.Lines: _Writer.lines,
    b.Pairs: _Writer.pairs,
    b.Chain: _Writer.chain,
    b.Grid: _Writer.grid,
    b.Columns: _Writer.columns,
    b.Together: _Writer.together,
    b.Rule: _Writer.rule,
    b.Space: _Writer.space,
    b.PageBreak: _Writer.page_break,
}


def _empty() -> BytesIO:
    """An empty Word file, made of the parts in `word/`."""
    made, folder = BytesIO(), files("talktrack.kit.render") / "word"
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in _PARTS.items():
            archive.writestr(name, (folder / part).read_bytes())
    made.seek(0)
    return made


def _set_language(word: Word, language: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    lang = defaults.find(qn("w:lang"))
    lang.set(qn("w:val"), language)
    if language.split("-")[0].lower() in {"zh", "ja", "ko"}:
        lang.set(qn("w:eastAsia"), language)
    if right_to_left(language):
        lang.set(qn("w:bidi"), language)
        lang.addprevious(parse_xml(f"<w:rtl {nsdecls('w')}/>"))
        word.styles["Normal"].element.get_or_add_pPr().append(parse_xml(f"<w:bidi {nsdecls('w')}/>"))


def _set_properties(word: Word, document: Document) -> None:
    properties, midnight = word.core_properties, datetime.combine(document.date, time())
    properties.title, properties.author = plain(document.title)[:255], plain(document.author)[:255]
    properties.last_modified_by, properties.language = properties.author, document.language
    properties.created = properties.modified = midnight
    properties.revision = 1


def _set_footer(word: Word, document: Document) -> None:
    footer = word.sections[0].footer.paragraphs[0]
    footer.style, footer.text = "Footer", plain(document.footer)
    if document.kind == "handover":
        footer.add_run(" · " if footer.text else "")
        number = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        footer._p.append(parse_xml(number))


def _repeatable(made: BytesIO) -> bytes:
    """The same archive with fixed dates, so that the bytes repeat."""
    again = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return again.getvalue()
