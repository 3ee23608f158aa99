"""`talktrack follow`: both sides in 80 columns, verbs that leave the file alone, drafts (R50, R53–R55)."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from makers import EXAMPLES

TALKTRACK = Path(sys.executable).parent / "talktrack"
CAME_OF_IT = """
[[commitments]]
id = "seat"
conversation = "december"
action = "Ask Ingrid about the seat"
owner = "jocelyn"
due = 2027-01-15
goal = "denmark"

[[commitments.history]]
on = 2026-12-10
was = "2026-12-11"
what = "2027-01-15"
by = "jocelyn"

[[commitments]]
id = "ninety-days"
conversation = "december"
action = "Write one page on the first 90 days in Denmark"
owner = "me"
due = 2027-02-12
done_test = "She has read it"

[[commitments]]
id = "cover"
conversation = "december"
action = "Find who answers the comments in February"

[[agreements]]
conversation = "december"
goal = "denmark"
state = "conditional"
condition = "ok if Sofia takes over Tue and Thu posts"

[[check_ins]]
id = "february"
conversation = "december"
on = 2027-02-02
at = 2027-02-02T10:00:00
timezone = "Europe/London"

[[reactions]]
conversation = "december"
act = "“Let’s see how the year goes”, then went on to the campaign"
my_reading = "Three years is too far for her"
another_reading = "The campaign was on her mind"

[[reactions]]
conversation = "december"
act = "Wrote down 33 %"
reading = "support"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    text = (EXAMPLES / "nathan.toml").read_text("utf-8").replace('state = "planned"\nat =', 'state = "held"\nat =')
    made = tmp_path / "me.toml"
    made.write_text(text + CAME_OF_IT, "utf-8")
    return made


def follow(file: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run(
        [str(TALKTRACK), "follow", file.name, "--today", "2027-01-27", *words],
        cwd=file.parent, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def test_both_sides_stand_in_80_columns_with_what_to_do_next(file):
    text = follow(file)
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "Jocelyn\n  Ask Ingrid about the seat [seat]\n      12 days over. Was 11 December, now 15 January;" in text
    assert "You\n  Write one page on the first 90 days in Denmark [ninety-days]" in text
    assert "Nobody yet\n  Find who answers the comments in February [cover]" in text
    assert "Tue 2 Feb, 10:00, 15 minutes [february]" in text
    assert "talktrack follow me.toml --nudge seat" in text


def test_a_journey_without_promises_says_where_they_come_from(tmp_path):
    bare = tmp_path / "me.toml"
    bare.write_text('sentence = "I would like a region."', "utf-8")
    assert "Nothing is promised yet." in follow(bare)
    assert "too early" in follow(bare, "--viability").lower()
    assert "No reaction is noted yet." in follow(bare, "--reactions")


def test_the_file_is_never_rewritten_and_what_is_done_is_kept_beside_it(file):
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    assert "Kept." in follow(
        file, "--keep", "ninety-days", "--on", "2027-01-26", "--shown-by", "Wrote the 90 days page"
    )
    follow(file, "--move", "seat", "2027-02-05", "--by", "jocelyn", "--because", "Ingrid is away")
    follow(file, "--take", "cover", "me")
    text = follow(file)
    assert "Kept on 26 January. What shows it: Wrote the 90 days page." in text
    assert "Due in 9 days." in text
    assert "Ingrid is away" in text.replace("\n      ", " ")
    assert "Nobody yet" not in text
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before
    kept = json.loads((file.parent / "me.talktrack.json").read_text("utf-8"))
    assert {name for name, value in kept["journey"].items() if value and isinstance(value, list)} <= {
        "commitments",
        "accomplishments",
    }


def test_every_verb_does_what_it_says(file):
    follow(file, "--snooze", "seat", "2027-02-10")
    assert "Snoozed until 10 February" in follow(file)
    follow(file, "--decline", "seat", "--because", "No seat before summer")
    assert "Declined on 27 January." in follow(file)
    follow(file, "--reopen", "seat")
    follow(file, "--reword", "seat", "Introduce me to Ingrid")
    follow(file, "--let-go", "cover")
    text = follow(file)
    assert "Introduce me to Ingrid [seat]" in text
    assert "Let go on 27 January." in text


def test_a_day_may_be_said_as_people_say_it(file):
    follow(file, "--move", "ninety-days", "in two weeks")
    assert "Due in 14 days." in follow(file)
    assert "names no day" in follow(file, "--move", "ninety-days", "soonish", code=2)


def test_a_friendly_word_is_drafted_and_never_a_third(file):
    first = follow(file, "--nudge", "seat")
    assert "you were going to ask Ingrid about the seat, by 15 January" in first
    assert "Due" in follow(file, "--nudge", "ninety-days") or "yours" in follow(file, "--nudge", "ninety-days")
    follow(file, "--nudged", "seat")
    assert "Give it a week" in follow(file, "--nudge", "seat")


def test_one_thing_at_a_time_and_unknown_names_are_told(file):
    assert "One thing at a time" in follow(file, "--keep", "seat", "--let-go", "cover", code=2)
    assert "Did you mean “seat”?" in follow(file, "--keep", "seet", code=2)


def test_viability_and_reactions_are_for_oneself(file):
    text = follow(file, "--viability")
    assert max(map(len, text.splitlines())) <= 80
    assert text.startswith("Only you, always.")
    for line in ("Willingness", "Power to decide", "A real opening", "Following through", "Next small test"):
        assert line in text
    told = follow(file, "--reactions")
    assert "It could be read as “putting it aside”" in told
    assert "Thank them for that one thing" in told
    follow(file, "--keep-reading")
    assert "Kept reading" in follow(file, "--viability")


def test_files_for_the_check_in_lie_in_a_folder_and_can_be_asked_why(file):
    follow(file, "-o", "follow")
    names = {p.name for p in (file.parent / "follow").iterdir()}
    assert names == {
        "ledger.md", "check-in.md", "check-in.ics", "viability.md", "word-seat.txt", "word-seat.eml", "pack.json",
    }  # fmt: skip
    first = {p.name: p.read_bytes() for p in (file.parent / "follow").iterdir()}
    follow(file, "-o", "follow")
    assert first == {p.name: p.read_bytes() for p in (file.parent / "follow").iterdir()}
    why = subprocess.run(
        [str(TALKTRACK), "why", "follow", "you were going to ask Ingrid about the seat"],
        cwd=file.parent, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "rests on commitments/seat" in why.stdout
    assert "Only you, always" in first["viability.md"].decode()


def test_the_next_conversation_starts_from_what_is_open_and_can_be_prepared(file):
    text = follow(file, "--next").replace("\n  ", " ").replace("\n", " ")
    assert "From last time" in text
    assert "Aim: Settle what is still open on this: run the member community for the Danish launch" in text
    done = subprocess.run(
        [str(TALKTRACK), "prepare", file.name, "-o", "pack", "--today", "2027-01-27"],
        cwd=file.parent, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Could you still ask Ingrid about the seat" in (file.parent / "pack/talk-track.md").read_text("utf-8")


def test_a_check_in_whose_day_has_passed_is_asked_about_and_not_taken_as_the_next(file):
    text = file.read_text("utf-8")
    file.write_text(text + '\n[[check_ins]]\nid = "past"\non = "2027-01-19"\nabout = "The seat"\n', "utf-8")
    asked = " ".join(follow(file).split())
    assert "Was the check-in of 19 January held?" in asked
    assert "--held past" in asked
    follow(file, "-o", "follow/")
    made = (file.parent / "follow/check-in.ics").read_text("utf-8")
    assert "DTSTART;TZID=Europe/London:20270202" in made
    assert "Noted: it was held." in follow(file, "--held", "past")
    assert "19 January held?" not in " ".join(follow(file).split())


def test_a_talk_that_did_not_take_place_gets_a_kind_word(file):
    follow(file, "--next")
    first = follow(file, "--put-off", "jocelyn-2027-01")
    assert "No harm done" in first
    assert "That says nothing yet" in first


def test_on_a_narrow_terminal_nothing_is_wider(file):
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": "50"}
    done = subprocess.run(
        [str(TALKTRACK), "follow", file.name, "--today", "2027-01-27"],
        cwd=file.parent, stdout=follower, env=environment, timeout=60, check=False,
    )  # fmt: skip
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    assert done.returncode == 0
    commands = ("talktrack follow", "\x1b[")
    assert all(len(row) <= 50 for row in shown.splitlines() if not any(c in row for c in commands))


def test_a_conversation_that_stands_in_the_file_stays_the_persons_and_gets_lines_to_copy(file):
    planned = '\n[[conversations]]\nid = "spring"\ncontact = "jocelyn"\naim = "Look at the spring"\n'
    file.write_text(file.read_text("utf-8") + planned, "utf-8")
    text = follow(file, "--next")
    assert "which stays as it is" in text
    copied = text[text.index("[[conversations.asks]]") : text.index("Prepare it:")]
    file.write_text(file.read_text("utf-8") + copied, "utf-8")
    again = follow(file, "--next")
    assert "[[conversations.asks]]" not in again
