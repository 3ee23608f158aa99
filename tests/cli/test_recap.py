"""From notes to the mail and the next plan through the door, as a person types it (R52, R53)."""

from __future__ import annotations

import email
import email.policy
import hashlib
import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from makers import EXAMPLES

from talktrack.engine import archive

TALKTRACK = Path(sys.executable).parent / "talktrack"
FILES = {"recap.eml", "recap.txt", "plan-v2.pdf", "plan-v2.docx", "takings.md", "recap.json"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the three examples, as if they were the person's own."""
    for name in ("nathan", "emily", "megan"):
        for end in (".toml", "-notes.md"):
            (tmp_path / f"{name}{end}").write_bytes((EXAMPLES / f"{name}{end}").read_bytes())
    return tmp_path


def talktrack(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TALKTRACK), *words],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def recap(name: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    words = ("recap", f"{name}-notes.md", "--journey", f"{name}.toml", "-o", "recap/", "--today", "2026-12-03")
    return talktrack(*words, *more, folder=folder)


def hashes(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("name", ["nathan", "emily", "megan"])
def test_r52_a_recap_from_notes(home: Path, name: str) -> None:
    before = (home / f"{name}.toml").read_bytes()
    done = recap(name, home)
    assert done.returncode == 0, done.stderr
    assert {p.name for p in (home / "recap").iterdir()} == FILES
    assert "you have not confirmed them yet" in done.stdout
    assert (home / f"{name}.toml").read_bytes() == before
    journey = archive.read(home / f"{name}.toml")
    assert [c.state for c in journey.conversations] == ["held"]
    assert [s.kind for s in journey.snapshots] == ["plan", "plan", "recap"]
    assert journey.commitments
    assert not [d for d in journey.decisions if d.verdict == "confirmed"]
    mail = email.message_from_bytes((home / "recap" / "recap.eml").read_bytes(), policy=email.policy.default)
    assert mail["To"].addresses
    assert not any(r.act in mail.get_body().get_content() for r in journey.reactions)


def test_twice_is_once_and_a_sentence_can_be_asked_about(home: Path) -> None:
    assert recap("nathan", home).returncode == 0
    first = hashes(home)
    assert recap("nathan", home).returncode == 0
    assert recap("nathan", home, "--yes").returncode == 0
    assert hashes(home) == first
    why = talktrack("why", "recap/", "Ask Ingrid about the seat", folder=home)
    assert "rests on commitments/" in why.stdout


def test_better_notes_replace_the_worse_and_nothing_is_doubled(home: Path) -> None:
    assert recap("nathan", home).returncode == 0
    before = archive.read(home / "nathan.toml")
    notes = home / "nathan-notes.md"
    better = notes.read_text("utf-8").replace("by Fri next week", "by Wed next week")
    notes.write_text(better.replace("## feedback", "- me: book the train to Leeds by 20 Jan\n\n## feedback"), "utf-8")
    assert recap("nathan", home).returncode == 0
    after = archive.read(home / "nathan.toml")
    assert len(after.notes) == len(before.notes) == 1
    assert len(after.commitments) == len(before.commitments) + 1
    assert [s.version for s in after.snapshots if s.kind == "plan"] == [1, 2]
    assert "train to Leeds, by Wednesday 20 January" in (home / "recap" / "recap.txt").read_text("utf-8")
    assert "Wednesday 9 December" in (home / "recap" / "recap.txt").read_text("utf-8")


def test_what_was_not_read_is_told_to_the_person_and_to_nobody_else(home: Path) -> None:
    done = recap("nathan", home)
    own = (home / "recap" / "takings.md").read_text("utf-8").partition("## Nothing was read from these lines")[2]
    lines = [line for line in own.splitlines() if line.startswith("- ")]
    told = f"{len(lines)} lines of your notes were not taken up; they stand at the end of takings.md, for you only."
    assert told in done.stdout.splitlines()
    assert "- asked who built the triggers -> told her, Dele's team" in lines
    assert "triggers" not in (home / "recap" / "recap.txt").read_text("utf-8")
    assert b"asked who built" not in (home / "recap" / "recap.eml").read_bytes()


def test_a_talk_that_did_not_take_place_gets_a_kind_word_and_loses_nothing(home: Path) -> None:
    words = ("recap", "--not-held", "--journey", "nathan.toml", "-o", "recap/", "--today", "2026-12-03")
    done = talktrack(*words, folder=home)
    assert done.returncode == 0, done.stderr
    assert {p.name for p in (home / "recap").iterdir()} == {"recap.eml", "recap.txt", "recap.json"}
    text = (home / "recap" / "recap.txt").read_text("utf-8")
    assert "Hello Jocelyn" in text
    assert len(text.split()) < 80
    talk = archive.read(home / "nathan.toml").conversations[0]
    assert (talk.state, talk.at, len(talk.asks), talk.postponed_on) == ("postponed", None, 2, ("2026-12-03",))
    first = hashes(home)
    assert talktrack(*words, folder=home).returncode == 0
    assert hashes(home) == first


def test_a_talk_of_which_points_are_kept_is_not_put_off_without_a_question(home: Path) -> None:
    assert recap("nathan", home).returncode == 0
    count = len([c for c in archive.read(home / "nathan.toml").commitments if c.conversation == "december"])
    before = hashes(home)
    words = ("recap", "--not-held", "--journey", "nathan.toml", "-o", "recap/", "--today", "2027-01-03")
    done = talktrack(*words, folder=home)
    assert done.returncode == 2
    kept = int(re.search(r"You kept (\d+) points of this talk", done.stderr)[1])
    assert kept >= count > 0
    assert "If it really did not take place, drop them first" in done.stderr
    assert "--conversation december --again" in done.stderr
    assert hashes(home) == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7 ...", "no plain text"),
        (b"PK\x03\x04rest", "no plain text"),
        (b"caf\xe9 at noon", "not encoded as UTF-8"),
        (b" \n - \n", "Half sentences are enough"),
        (b"she agreed. " * 40_000, "up to 400,000"),
        (b"x" * 3_000_000, "larger than 2 MB"),
    ],
)
def test_what_are_no_notes_is_told_and_nothing_is_written(home: Path, content: bytes, told: str) -> None:
    (home / "nathan-notes.md").write_bytes(content)
    before = hashes(home)
    done = recap("nathan", home)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert hashes(home) == before


def test_notes_of_200_kb_are_read(home: Path) -> None:
    page = (home / "nathan-notes.md").read_text("utf-8")
    talk = "".join(f"- thought {n} on the way home, nothing of weight in it at all\n" for n in range(3400))
    (home / "nathan-notes.md").write_text(page + "\n\n# afterwards\n" + talk, "utf-8")
    assert recap("nathan", home).returncode == 0
    assert "Ask Ingrid about the seat" in (home / "recap" / "recap.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Which notes?"),
        (("nowhere.md",), "There is no file nowhere.md"),
        (("nathan-notes.md", "--conversation", "may"), "Those there are: december"),
        (("nathan-notes.md", "--held-on", "soon"), "Write it as"),
    ],
)
def test_wrong_words_are_told(home: Path, words: tuple[str, ...], told: str) -> None:
    done = talktrack("recap", *words, "--journey", "nathan.toml", folder=home)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (home / "recap").exists()
    assert not (home / "nathan.talktrack.json").exists()


def test_a_journey_of_one_sentence_and_two_lines_of_notes_is_enough(home: Path) -> None:
    (home / "bare.toml").write_bytes((EXAMPLES / "bare.toml").read_bytes())
    (home / "bare-notes.md").write_text("I'll send a list of what I do by Friday\n", "utf-8")
    done = recap("bare", home, "--held-on", "2026-12-01")
    assert done.returncode == 0, done.stderr
    text = (home / "recap" / "recap.txt").read_text("utf-8")
    assert "Thank you for our talk on Tuesday 1 December." in text
    assert "by Friday 4 December" in text


def test_somebody_elses_file_in_the_folder_is_left_alone(home: Path) -> None:
    (home / "recap").mkdir()
    (home / "recap" / "recap.txt").write_text("mine")
    done = recap("nathan", home)
    assert done.returncode == 2
    assert "no earlier recap" in done.stderr
    assert (home / "recap" / "recap.txt").read_text() == "mine"
    assert not (home / "nathan.talktrack.json").exists()


def test_words_that_need_the_persons_word_hold_the_files_until_these_very_words_are_confirmed(home: Path) -> None:
    notes = home / "nathan-notes.md"
    page = notes.read_text("utf-8").replace("## advice", "## advice\n- she: keep the persona cards up to date")
    notes.write_text(page, "utf-8")
    before = hashes(home)
    done = recap("nathan", home)
    assert done.returncode == 2
    assert "--confirm M3" in done.stderr
    assert hashes(home) == before
    assert recap("nathan", home, "--confirm", "M3").returncode == 0
    assert recap("nathan", home).returncode == 0
    notes.write_text(page.replace("persona cards", "persona board"), "utf-8")
    assert recap("nathan", home).returncode == 2


# At a terminal: one key for each point.

PROMPTS = (
    "s]",
    "whose it is]",
    "keep all the rest]",
    "· s · y agreed · c on a condition · n not agreed]",
    "act on it]",
    "in the mail]",
    "leaves it open",
    "leaves it as it is",
    "told to nobody",
)


def at_terminal(folder: Path, answer: Callable[[str], str], *words: str) -> tuple[str, int, int]:
    """What the screen showed, the exit status, and how many keys were pressed."""
    import pty

    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(TALKTRACK, [str(TALKTRACK), *words], {**os.environ, "TERM": "dumb", "COLUMNS": "200"})
    shown, asked, pressed, end = "", 0, 0, time.monotonic() + 90
    while time.monotonic() < end:
        ready, _, _ = select.select([screen], [], [], 0.1)
        if not ready:
            continue
        try:
            shown += os.read(screen, 65536).decode("utf-8", "replace")
        except OSError:
            break
        part = " ".join(shown[asked:].split())
        if part.endswith(PROMPTS):
            asked = len(shown)
            os.write(screen, answer(part).encode())
            pressed += 1
    else:
        os.kill(child, 9)
    _, status = os.waitpid(child, 0)
    return shown, os.waitstatus_to_exitcode(status), pressed


WORDS = ("recap", "nathan-notes.md", "--journey", "nathan.toml", "-o", "recap/", "--today", "2026-12-03")


def test_from_notes_to_the_draft_in_at_most_forty_keys(home: Path) -> None:
    shown, status, keys = at_terminal(home, lambda part: "1" if "By when?" in part else "k", *WORDS)
    assert status == 0, shown
    assert keys <= 40
    journey = archive.read(home / "nathan.toml")
    assert {p.name for p in (home / "recap").iterdir()} == FILES
    assert all(c.due for c in journey.commitments if c.owner)
    assert len([d for d in journey.decisions if d.about == "taking"]) >= 15
    assert "have not confirmed" not in shown
    again, status, keys = at_terminal(home, lambda _: "k", *WORDS)
    assert (status, keys) == (0, 0), again


def test_what_is_dropped_is_in_no_paper_and_ctrl_c_keeps_what_was_decided(home: Path) -> None:
    def answer(part: str) -> str:
        return "\x03" if "(3 of" in part else "d" if "Ask Ingrid" in part else "k"

    shown, status, _ = at_terminal(home, answer, *WORDS)
    assert status == 130
    assert "the same command goes on from there" in " ".join(shown.split())
    assert not (home / "recap").exists()
    kept = archive.read(home / "nathan.toml")
    assert [d.verdict for d in kept.decisions] == ["dismissed", "confirmed"]
    _, status, _ = at_terminal(home, lambda part: "\n" if "By when?" in part else "K", *WORDS)
    assert status == 0
    text = (home / "recap" / "recap.txt").read_text("utf-8")
    assert "Ask Ingrid" not in text
    assert "hand-over list" in text
    once_more = (*WORDS, "--again")
    _, status, keys = at_terminal(home, lambda part: "d" if "hand-over list" in part else "s", *once_more)
    assert status == 0
    assert keys > 10
    assert "hand-over list" not in (home / "recap" / "recap.txt").read_text("utf-8")


def test_an_agreement_that_names_no_goal_is_placed_with_one_key_or_left_out_of_the_mail(home: Path) -> None:
    (home / "nathan-notes.md").write_text("Talk with J\n\ncanteen menu: yes\n", "utf-8")
    shown, status, _ = at_terminal(home, lambda part: "0" if "Which goal" in part else "k", *WORDS)
    assert status == 0, shown
    assert "0 none of these: kept for you, told to nobody" in " ".join(shown.split())
    assert [a.goal for a in archive.read(home / "nathan.toml").agreements] == [None]
    assert "until you say which goal it is about" in " ".join(shown.split())
    assert "canteen" not in (home / "recap" / "recap.txt").read_text("utf-8").lower()
    again = (*WORDS, "--again")
    shown, status, _ = at_terminal(home, lambda part: "1" if "Which goal" in part else "k", *again)
    assert status == 0, shown
    assert "canteen" in (home / "recap" / "recap.txt").read_text("utf-8").lower()


def test_whose_promise_it_is_can_be_put_right_with_one_key(home: Path) -> None:
    lines = "J sends the list by Friday\nJ asks Ingrid about the seat by Monday\nI book the room by Monday\n"
    (home / "nathan-notes.md").write_text(f"Talk with J\n\n{lines}\ncanteen menu: yes\n", "utf-8")
    owner = iter(("1", "3", "0"))
    changed: set[str] = set()

    def answer(part: str) -> str:
        if "Whose is it?" in part:
            assert "1 you · 2 Jocelyn" in part
            assert "0 nobody yet" in part
            return next(owner)
        if "Promise (" in part and (place := part.partition(" (")[2][:1]) not in changed:
            changed.add(place)
            return "o"
        assert ("whose it is" in part) == ("another day" in part)
        return "0" if "Which goal" in part else "k"

    shown, status, _ = at_terminal(home, answer, *WORDS)
    assert status == 0, shown
    journey = archive.read(home / "nathan.toml")
    assert [c.owner for c in journey.commitments] == ["me", journey.contacts[1].id, ""]
    assert "You: Send the list" in shown


def test_a_key_that_means_nothing_is_told_which_keys_there_are(home: Path) -> None:
    (home / "nathan-notes.md").write_text("Talk with J\n\nI'll book the room\n", "utf-8")
    keys = iter(("x", "\x1b[A", "k", "é", "\n"))
    shown, status, pressed = at_terminal(home, lambda _: next(keys), *WORDS)
    assert (status, pressed) == (0, 5), shown
    assert "1 point was read from your notes." in shown
    assert shown.count("That key does nothing here. These do:") == 3
    told = "Enter keep · e edit · d drop · s later · K keep all the rest · t another day · o whose it is"
    assert " ".join(shown.split()).count(told) == 2


def test_the_ledger_lists_every_file(home: Path) -> None:
    assert recap("emily", home).returncode == 0
    ledger = json.loads((home / "recap" / "recap.json").read_text("utf-8"))
    assert set(ledger["files"]) == FILES - {"recap.json"}
    assert ledger["files"]["takings.md"]["for"] == "you"
    assert ledger["files"]["recap.eml"]["for"] == "your manager"
