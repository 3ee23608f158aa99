"""Finding, taking, moving and cancelling through the command, as a person types it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from makers import EXAMPLES

from talktrack.engine import archive

TALKTRACK = Path(sys.executable).parent / "talktrack"
MINE = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Stand-up
DTSTART;TZID=Europe/London:20250106T093000
DURATION:PT15M
RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Heartbeat
DTSTART:20250106T093000Z
RRULE:FREQ=SECONDLY
END:VEVENT
END:VCALENDAR
"""
HERS = """BEGIN:VCALENDAR
BEGIN:VFREEBUSY
FREEBUSY;FBTYPE=BUSY:20261130T080000Z/PT10H,20261201T090000Z/PT3H,20261202T110000Z/20261202T180000Z
END:VFREEBUSY
END:VCALENDAR
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "me.toml").write_bytes((EXAMPLES / "nathan.toml").read_bytes())
    (tmp_path / "mine.ics").write_text(MINE)
    (tmp_path / "hers.ics").write_text(HERS)
    return tmp_path


def slots(folder: Path, *more: str, file: str = "me.toml") -> subprocess.CompletedProcess[str]:
    words = [str(TALKTRACK), "slots", file, "--today", "2026-11-22", *more]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


BOTH = ("--calendar", "mine.ics", "--theirs", "hers.ics")


def test_R33_it_prints_times_with_reasons_and_what_it_did_not_understand(folder: Path) -> None:
    done = slots(folder, *BOTH)
    assert done.returncode == 0, done.stderr
    assert "mine.ics: “Heartbeat” repeats more often than daily" in done.stdout
    assert "  1  Tue 1 Dec 14:00–14:30. Both free; two hours after her last meeting." in done.stdout
    assert "Mon 30 Nov" not in done.stdout
    assert not (folder / "me.talktrack.json").exists()


def test_take_move_and_cancel_keep_the_time_and_write_what_is_to_be_sent(folder: Path) -> None:
    whole = (folder / "me.toml").read_bytes()
    taken = slots(folder, *BOTH, "--take", "1", "-o", "out")
    assert taken.returncode == 0, taken.stderr
    (talk,) = archive.read(folder / "me.toml").conversations
    assert (str(talk.at), talk.state, talk.sequence) == ("2026-12-01 14:00:00", "asked", 0)
    assert "Would Tuesday 1 December at 14:00 suit you?" in (folder / "out/request.txt").read_text()

    again = slots(folder, *BOTH).stdout
    told = "You have noted Tuesday 1 December at 14:00 already; `--move N` takes another."
    assert again.index(told) < again.index("Times that could do")

    moved = slots(folder, *BOTH, "--move", "2", "-o", "out")
    assert moved.returncode == 0, moved.stderr
    (later,) = archive.read(folder / "me.toml").conversations
    assert later.sequence == 1
    assert later.aim == talk.aim
    assert "from Tuesday 1 December at 14:00 to " in (folder / "out/moved.txt").read_text()

    off = slots(folder, "--cancel", "-o", "out")
    assert off.returncode == 0, off.stderr
    assert archive.read(folder / "me.toml").conversations[0].state == "cancelled"
    calendars = [Calendar.from_ical((folder / "out" / name).read_bytes()) for name in ("invite.ics", "cancel.ics")]
    assert [c["method"] for c in calendars] == ["REQUEST", "CANCEL"]
    assert [int(c.walk("VEVENT")[0]["sequence"]) for c in calendars] == [1, 2]
    assert (folder / "me.toml").read_bytes() == whole

    again = slots(folder, "--cancel")
    assert again.returncode == 2
    assert "no meeting to call off" in again.stderr


def test_what_stands_in_the_file_stays_the_persons_to_edit_after_a_time_is_taken(folder: Path) -> None:
    assert slots(folder, *BOTH, "--take", "1").returncode == 0
    file = folder / "me.toml"
    file.write_text(file.read_text().replace("The small room behind the sample store", "Room Alder"))
    talk = archive.read(file).conversations[0]
    assert (talk.setting.place, str(talk.at)) == ("Room Alder", "2026-12-01 14:00:00")


def test_a_first_sentence_is_enough_to_find_and_take_a_time(folder: Path) -> None:
    (folder / "bare.toml").write_text('sentence = "I would like to look after a region."\n')
    done = slots(folder, "--take", "1", "-o", "out", file="bare.toml")
    assert done.returncode == 0, done.stderr
    (talk,) = archive.read(folder / "bare.toml").conversations
    assert talk.at is not None
    assert (folder / "out/request.txt").read_text()


def test_the_feed_is_written_with_o_and_discreet_unless_asked(folder: Path) -> None:
    assert slots(folder, *BOTH, "-o", "out").returncode == 0
    assert "Jocelyn" not in (folder / "out/check-ins.ics").read_text()
    assert slots(folder, *BOTH, "-o", "out", "--full").returncode == 0
    assert "Conversation with Jocelyn Adeyemi" in (folder / "out/check-ins.ics").read_text()


def test_where_nothing_fits_it_says_why_and_whom_to_ask(folder: Path) -> None:
    (folder / "full.ics").write_text(HERS.replace("/PT10H", "/P60D"))
    done = slots(folder, "--calendar", "mine.ics", "--theirs", "full.ics")
    assert done.returncode == 1
    assert "full in her calendar" in done.stdout
    assert "Ask Jocelyn to pick a time" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--calendar", "none.ics"), "There is no file none.ics"),
        (("--calendar", "page.ics"), "page.ics: This is a web page"),
        (("--calendar", "me.toml"), "me.toml: This is not a calendar file"),
        (("--theirs", "."), "is a folder"),
        (("--take", "9"), "There is no time 9"),
        (("--take", "0"), "There is no time 0"),
        (("--weeks", "99"), "1 to 26 weeks"),
        (("--minutes", "5"), "10 to 90 minutes"),
        (("--from", "soon"), "is not a day"),
        (("--take", "1", "--cancel"), "not allowed with"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(folder: Path, words: tuple[str, ...], said: str) -> None:
    (folder / "page.ics").write_text("<!DOCTYPE html><title>Sign in</title>")
    done = slots(folder, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "me.talktrack.json").exists()


def test_somebody_elses_files_are_not_overwritten_and_nothing_is_kept_then(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out/request.txt").write_text("mine")
    done = slots(folder, "--take", "1", "-o", "out")
    assert done.returncode == 2
    assert (folder / "out/request.txt").read_text() == "mine"
    assert not (folder / "me.talktrack.json").exists()
