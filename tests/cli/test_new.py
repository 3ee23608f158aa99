"""`talktrack new`, as a person meets it: in a terminal of its own, through a pipe, stopped half-way."""

import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from talktrack.cli.interview import _date, _month
from talktrack.cli.template import template
from talktrack.engine import archive

TALKTRACK = str(Path(sys.executable).parent / "talktrack")
FIVE = ["I want to plan the north.", "Ana", "Wrote repair guides", "Call-outs fell by 30 %", "Plan the north"]


def new(folder: Path, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TALKTRACK, "new", *words], cwd=folder, input=said, capture_output=True, text=True, check=False, timeout=120
    )


class Terminal:
    """A real terminal with `talktrack new` in it."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.main, inner = pty.openpty()
        self.child = subprocess.Popen(
            [TALKTRACK, "new", *words], cwd=folder, stdin=inner, stdout=inner, stderr=inner, start_new_session=True,
            env={**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "80"},
            preexec_fn=_own_terminal,
        )  # fmt: skip
        os.close(inner)
        self.shown = ""

    def until(self, words: str) -> str:
        """Read the screen until those words are on it."""
        while words not in self.shown:
            ready, _, _ = select.select([self.main], [], [], 60)
            assert ready, f"{words!r} never came; the screen holds: {self.shown}"
            try:
                part = os.read(self.main, 65536)
            except OSError:
                part = b""
            assert part, f"it ended without {words!r}: {self.shown}"
            self.shown += part.decode().replace("\r\n", "\n")
        before, _, self.shown = self.shown.partition(words)
        return before

    def type(self, words: str) -> None:
        os.write(self.main, words.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, again where Python was just about to wait for a key and did not notice, as a person would."""
        for _ in range(20):
            self.type("\x03")
            if select.select([self.main], [], [], 3)[0]:
                return

    def end(self) -> int:
        status = self.child.wait(60)
        os.close(self.main)
        return status


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_five_questions_are_enough(tmp_path):
    done = new(tmp_path, said="\n".join([*FIVE, "n", ""]))
    assert done.returncode == 0
    assert "That is enough for a first agenda." in done.stdout
    assert "Next: talktrack prepare me.toml" in done.stdout
    journey = archive.read(tmp_path / "me.toml")
    assert journey.sentence == FIVE[0]
    assert (journey.contacts[0].name, journey.contacts[0].relation) == ("Ana", "manager")
    assert (journey.accomplishments[0].did, journey.accomplishments[0].result) == (FIVE[2], FIVE[3])
    assert (journey.goals[0].what, journey.goals[0].horizon) == ("Plan the north", "near")


def test_one_sentence_is_enough(tmp_path):
    done = new(tmp_path, said="I want more say.\n")
    assert done.returncode == 0
    assert archive.read(tmp_path / "me.toml").sentence == "I want more say."
    assert "Hint" not in done.stderr


def test_the_file_goes_on_to_explain_itself(tmp_path):
    new(tmp_path, said="I want more say.\n")
    written = (tmp_path / "me.toml").read_text()
    assert written.replace('sentence = "I want more say."', "") == template().replace(
        next(line for line in template().split("\n") if line.startswith("#sentence")), ""
    )


def test_every_round_fits_together(tmp_path):
    answers = [
        *FIVE, "y", "Robin Hale", "support engineer", "Fernwick", "April 2023", "partly",
        "y", "By 2028 half of all faults are mended without a visit.", "Letter to staff", "Travel costs first.",
        "She may miss me on the phone.", "Who takes your calls?",
        "y", "September 2027", "To carry something whole.", "A fifth fewer visits.", "Plan the first quarter.",
        "Could you let me plan the north?",
        "yes", "Lead a few people.", "Help to decide.", "Finding the fault in the pumps.", "yes", "The small room",
    ]  # fmt: skip
    done = new(tmp_path, said="\n".join([*answers, ""]))
    assert done.returncode == 0, done.stderr
    journey = archive.read(tmp_path / "me.toml")
    assert (journey.person.started, journey.person.ladder, journey.person.stays_by_choice) == (
        "2023-04",
        "partial",
        True,
    )
    assert journey.statements[0].source == "Letter to staff"
    assert journey.lenses[0].facts[0].text == "Travel costs first."
    assert journey.lenses[0].guesses[0].text == "She may miss me on the phone."
    assert (journey.goals[0].target, journey.goals[0].horizon) == ("2027-09", None)
    assert journey.goals[0].benefit.result == "A fifth fewer visits."
    assert journey.goals[0].actions[0].kind == "experience"
    assert journey.conversations[0].asks[0].what == "Could you let me plan the north?"
    assert journey.conversations[0].setting.place == "The small room"
    assert journey.vision.three_years == "Lead a few people."
    assert journey.answers[0].topic == "energy"
    assert "about Ana" not in done.stdout
    assert "What might worry Ana about your wish?" in done.stdout


def test_what_hangs_on_a_skipped_answer_is_not_asked(tmp_path):
    done = new(tmp_path, said="I want more say.\n\n\n\nn\n")
    assert "What changed because of it?" not in done.stdout


@pytest.mark.parametrize("said", ["", "\n\n\n\n\n", "   \n\t\n"])
def test_where_everything_is_skipped_no_file_is_made(tmp_path, said):
    done = new(tmp_path, said=said)
    assert done.returncode == 1
    assert "no file was made" in done.stdout
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [[], ["--template"]])
def test_a_file_that_is_there_is_never_touched(tmp_path, words):
    (tmp_path / "me.toml").write_text("# mine\n")
    done = new(tmp_path, *words, said="I want more say.\n")
    assert done.returncode == 2
    assert done.stderr.startswith("me.toml is there already, and it stays as it is.")
    assert "What should come" not in done.stdout
    assert (tmp_path / "me.toml").read_text() == "# mine\n"


def test_the_template_asks_nothing(tmp_path):
    done = new(tmp_path, "mine.toml", "--template")
    assert done.returncode == 0
    assert (tmp_path / "mine.toml").read_text() == template()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("me", "talktrack new me.toml"),
        ("no/where/me.toml", "There is no folder no/where."),
        (".", "Try: talktrack new me.toml"),
        ("x" * 300 + ".toml", "could not be written"),
    ],
)
def test_a_name_that_cannot_be_is_told_before_anything_is_asked(tmp_path, name, told):
    done = new(tmp_path, name, said="I want more say.\n")
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_a_place_that_takes_no_files_is_told_before_anything_is_asked(tmp_path):
    done = new(tmp_path, "/proc/me.toml", said="I want more say.\n")
    assert done.returncode == 2
    assert "/proc" in done.stderr
    assert done.stdout == ""


def test_odd_words_are_kept_as_they_were_said(tmp_path):
    said = 'She said "no" \\ twice – Zoë, 日本 👩‍👩‍👧 [x] = {y} # z'
    new(tmp_path, said=f"{said}\n")
    assert archive.read(tmp_path / "me.toml").sentence == said


def test_bytes_that_are_no_text_do_no_harm(tmp_path):
    done = subprocess.run([TALKTRACK, "new"], cwd=tmp_path, input=b"caf\xe9\n", capture_output=True, check=False)
    assert done.returncode == 0
    assert archive.read(tmp_path / "me.toml").sentence.startswith("caf")


def test_an_endless_line_is_refused_kindly(tmp_path):
    done = new(tmp_path, said="x" * 100_000 + "\nI want more say.\n")
    assert "That is more than 2,000 characters." in done.stdout
    assert archive.read(tmp_path / "me.toml").sentence == "I want more say."


def test_in_a_terminal(tmp_path):
    terminal = Terminal(tmp_path)
    terminal.until("Five short questions.")
    for answer in FIVE:
        terminal.until("> ")
        terminal.type(f"{answer}\n")
    terminal.until("Five more, about you and your work?\u00a0[y/N]")
    terminal.until("> ")
    terminal.type("\n")
    terminal.until("talktrack prepare me.toml")
    assert terminal.end() == 0
    assert archive.read(tmp_path / "me.toml").goals[0].what == "Plan the north"


def test_a_date_that_is_not_understood_is_asked_again_and_can_be_skipped(tmp_path):
    terminal = Terminal(tmp_path)
    for answer in ["I want more say.", "", "", "", "y", "", "", "", "a while ago"]:
        terminal.until("> ")
        terminal.type(f"{answer}\n")
    terminal.until("Write it as 2023-04, 2023 or April 2023, or press Enter to skip.\n> ")
    terminal.type("\n")
    terminal.until("career ladder")
    terminal.until("> ")
    terminal.type("\x04")
    terminal.until("What you said is in me.toml.")
    assert terminal.end() == 0


def test_ctrl_c_keeps_what_was_said(tmp_path):
    terminal = Terminal(tmp_path)
    terminal.until("> ")
    terminal.type("I want more say.\n")
    terminal.until("> ")
    terminal.type("An")
    terminal.until("An")
    terminal.interrupt()
    terminal.until("Stopped. What you said until then is in me.toml.")
    assert terminal.end() == 130
    assert archive.read(tmp_path / "me.toml").sentence == "I want more say."


@pytest.mark.parametrize("with_", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_lost_when_it_is_killed(tmp_path, with_):
    terminal = Terminal(tmp_path)
    terminal.until("> ")
    terminal.type("I want more say.\n")
    terminal.until("> ")
    terminal.child.send_signal(with_)
    terminal.end()
    assert archive.read(tmp_path / "me.toml").sentence == "I want more say."
    assert [path.name for path in tmp_path.iterdir()] == ["me.toml"]


def test_a_file_that_something_else_changes_meanwhile_is_left_and_the_answers_are_shown(tmp_path):
    terminal = Terminal(tmp_path)
    terminal.until("> ")
    terminal.type("I want more say.\n")
    terminal.until("> ")
    (tmp_path / "me.toml").write_text("# mine\n")
    terminal.type("Ana\n")
    terminal.until('contacts.name = "Ana"')
    terminal.until("was changed by something else meanwhile")
    assert terminal.end() == 2
    assert (tmp_path / "me.toml").read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2023", '"2023"'), ("2023-4", '"2023-04"'), ("2023-04-07", '"2023-04-07"'), ("April 2023", '"2023-04"'),
        ("sept. 2023", '"2023-09"'), ("4/2023", '"2023-04"'), ("04.2023", '"2023-04"'),
        ("2023-13", ""), ("13/2023", ""), ("0000", ""), ("Aprilis", ""), ("soon", ""), ("2023-02-30", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_taken_as_people_write_them(said, kept):
    assert _date(said) == kept


@pytest.mark.parametrize(("said", "kept"), [("2027-09-14", '"2027-09"'), ("Sep 2027", '"2027-09"'), ("2027", "")])
def test_a_month_is_a_month(said, kept):
    assert _month(said) == kept
