"""`talktrack converse`: the page to write on, by file."""

from __future__ import annotations

import io

from makers import EXAMPLES, TODAY
from pypdf import PdfReader

from talktrack.cli import main
from talktrack.engine import archive
from talktrack.engine.converse import sheet
from talktrack.engine.prepare.basis import gather


def test_the_page_is_written_as_the_engine_makes_it(tmp_path, capsys):
    out, file = tmp_path / "sheet.pdf", EXAMPLES / "nathan.toml"
    assert main(["converse", str(file), "-o", str(out), "--today", TODAY.isoformat()]) == 0
    assert out.read_bytes() == sheet(gather(archive.read(file), today=TODAY)).rendered.content
    assert "sheet.pdf" in capsys.readouterr().out


def test_another_length_gives_another_page(tmp_path):
    out = tmp_path / "sheet.pdf"
    assert main(["converse", str(EXAMPLES / "nathan.toml"), "-o", str(out), "--minutes", "15"]) == 0
    assert "15 minutes" in PdfReader(io.BytesIO(out.read_bytes())).pages[0].extract_text()


def test_a_length_that_no_agenda_fits_is_told_kindly(tmp_path, capsys):
    out = tmp_path / "sheet.pdf"
    assert main(["converse", str(EXAMPLES / "nathan.toml"), "-o", str(out), "--minutes", "5"]) == 2
    assert "10 to 90" in capsys.readouterr().err
    assert not out.exists()
