"""The main job through its door, as a process: what a person types and what they get."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import mistune
import pypdf
import pytest
from makers import EXAMPLES

TALKTRACK = Path(sys.executable).parent / "talktrack"
NAMES = {
    *("request.eml", "request.txt", "invite.ics", "brief.pdf", "plan.pdf", "plan.docx", "talk-track.md"),
    *("agenda.md", "readiness.md", "pack.json"),
}


def talktrack(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TALKTRACK), *words], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def prepare(file: Path, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return talktrack("prepare", str(file), "-o", "pack", "--today", "2026-11-22", *more, folder=folder)


def hashes(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


@pytest.mark.parametrize("name", ["nathan", "emily", "megan", "bare"])
def test_r04_r36_r39_a_pack_from_a_file(tmp_path: Path, name: str) -> None:
    done = prepare(EXAMPLES / f"{name}.toml", tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "pack"
    assert {p.name for p in folder.iterdir()} == NAMES
    assert "Your pack lies in pack/" in done.stdout
    brief = pypdf.PdfReader(folder / "brief.pdf")
    assert len(brief.pages) == 1
    assert brief.root_object["/MarkInfo"]["/Marked"]
    assert brief.root_object["/Lang"] == "en-GB"
    metadata = brief.xmp_metadata.stream.get_data().decode()
    assert "pdfuaid:part" in metadata
    assert "pdfaid:part" in metadata


def test_the_same_file_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    for n in ("one", "two"):
        (tmp_path / n).mkdir()
        assert prepare(EXAMPLES / "nathan.toml", tmp_path / n).returncode == 0
    assert hashes(tmp_path / "one" / "pack") == hashes(tmp_path / "two" / "pack")


def test_r34_the_agenda_follows_the_minutes_asked_for(tmp_path: Path) -> None:
    assert prepare(EXAMPLES / "nathan.toml", tmp_path, "--minutes", "47").returncode == 0
    agenda = (tmp_path / "pack" / "agenda.md").read_text()
    rows = [line.split("|") for line in agenda.splitlines() if line.startswith("| 1")]
    assert sum(int(row[3]) for row in rows) == 47
    assert "**47**" in agenda


def test_why_names_the_records(tmp_path: Path) -> None:
    prepare(EXAMPLES / "nathan.toml", tmp_path)
    done = talktrack("why", "pack", "Weekly active members rose by 65 %", folder=tmp_path)
    assert done.returncode == 0
    assert "rests on accomplishments/welcome.result" in done.stdout
    frame = talktrack("why", "pack", "Who does what, and by when?", folder=tmp_path)
    assert "A frame" in frame.stdout
    assert talktrack("why", "pack", "zebras in the attic", folder=tmp_path).returncode == 1
    nowhere = talktrack("why", "nowhere", "x", folder=tmp_path)
    assert nowhere.returncode == 2
    assert "Make one first" in nowhere.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--minutes", "5"), "Choose 10 to 90"),
        (("--today", "tomorrow"), "Write it as 2026-11-22"),
        (("--today", "2026-02-30"), "is not a day"),
    ],
)
def test_wrong_words_are_told_and_nothing_is_written(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    done = prepare(EXAMPLES / "nathan.toml", tmp_path, *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_and_a_folder_in_its_place_are_told(tmp_path: Path) -> None:
    assert "me.toml" in prepare(tmp_path / "me.toml", tmp_path).stderr
    assert prepare(tmp_path, tmp_path).returncode == 2


STRANGE = """
sentence = "日本語で書く人もいます 🙂 \\u0007 and \\u202E turned"
[person]
name = "Ólafur Þórsson 山田"
organisation = "Ελληνική Εταιρεία"
[[contacts]]
id = "m"
name = "مدير العمل"
relation = "manager"
[[accomplishments]]
did = "Rebuilt the 会員 welcome 🙂 for ходоки"
result = "<script>alert(1)</script> #set page(width: 1cm) **bold** [x](http://evil.example) | a | b |"
[[goals]]
what = "Lead #import \\"@preview/x\\" team"
target = "2027-08"
"""


def test_scripts_of_all_kinds_come_through_every_format_and_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "me.toml").write_text(STRANGE, encoding="utf-8")
    done = prepare(tmp_path / "me.toml", tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "pack"
    for name in ("talk-track.md", "pack.json"):
        assert "会員" in (folder / name).read_text("utf-8")
    assert "ходоки" in pypdf.PdfReader(folder / "brief.pdf").pages[0].extract_text()
    shown = mistune.html((folder / "talk-track.md").read_text("utf-8"))
    assert not re.search(r"<(a|script|img|table|strong)\b", shown)
    ledger = json.loads((folder / "pack.json").read_text("utf-8"))
    assert not any("\u202e" in s["text"] for f in ledger["files"].values() for s in f["sentences"])


def test_two_thousand_records_of_a_kind_are_handled_and_more_are_refused(tmp_path: Path) -> None:
    goal = '[[goals]]\nid = "g{0}"\nwhat = "Run part {0} of the plan"\ntarget = "2027-08"\nleads_to = ["g{1}"]\n'
    for count, status in ((2000, 0), (10_000, 2)):
        text = "".join(goal.format(n, (n + 1) % count) for n in range(count))
        (tmp_path / "me.toml").write_text(text)
        before = time.monotonic()
        done = prepare(tmp_path / "me.toml", tmp_path)
        assert done.returncode == status, done.stderr
        assert time.monotonic() - before < 110  # a hang would be caught; no claim about speed
    assert "2,000" in done.stderr or "2000" in done.stderr


def test_a_block_holds_the_files_until_it_is_confirmed(tmp_path: Path) -> None:
    text = (EXAMPLES / "nathan.toml").read_text("utf-8")
    text = text.replace("Unique visitors rose by 20 %,", "Unique visitors rose by 20 % (to check),")
    (tmp_path / "me.toml").write_text(text, encoding="utf-8")
    held = prepare(tmp_path / "me.toml", tmp_path)
    assert held.returncode == 2
    assert "--confirm A11:accomplishments/visitors" in held.stderr
    assert not (tmp_path / "pack").exists()
    talktrack("check", "me.toml", "--confirm", "A11:accomplishments/visitors", folder=tmp_path)
    assert prepare(tmp_path / "me.toml", tmp_path).returncode == 0


def test_the_persons_file_is_never_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "me.toml"
    file.write_bytes((EXAMPLES / "nathan.toml").read_bytes())
    os.chmod(file, 0o444)
    before = file.stat().st_mtime_ns
    assert prepare(file, tmp_path).returncode == 0
    assert file.stat().st_mtime_ns == before
    assert {p.name for p in tmp_path.iterdir()} == {"me.toml", "pack"}


def test_the_plan_is_tagged_and_opens_in_a_word_processors_terms(tmp_path: Path) -> None:
    prepare(EXAMPLES / "megan.toml", tmp_path)
    import docx

    document = docx.Document(io.BytesIO((tmp_path / "pack" / "plan.docx").read_bytes()))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))]
    assert headings[0].startswith("Development plan of Megan")
    assert "Within a year" in headings
