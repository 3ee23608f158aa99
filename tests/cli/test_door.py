"""The one door: what a person gets when they mistype, when we fail, when they stop us, when nobody reads."""

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from talktrack import __version__, cli
from talktrack.kit.errors import Problem, UserError

TALKTRACK = str(Path(sys.executable).parent / "talktrack")


@pytest.fixture
def command(monkeypatch):
    """Puts a command "try" in the table that does what it is given."""

    def put(run):
        made = SimpleNamespace(HELP="try it", add_arguments=lambda parser: None, run=run)
        monkeypatch.setitem(cli.COMMANDS, "try", made)

    return put


def raising(error: BaseException):
    def run(arguments: argparse.Namespace) -> int:
        raise error

    return run


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"]])
def test_help_names_every_command_and_where_to_begin(words, capsys):
    assert cli.main(words) == 0
    said = capsys.readouterr().out
    assert all(f"    {name} " in said for name in cli.COMMANDS)
    assert "talktrack new me.toml" in said


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_explains_itself(name, capsys):
    assert cli.main([name, "--help"]) == 0
    assert capsys.readouterr().out.count("\n") > 5


def test_the_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"talktrack {__version__}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["prepar"], "There is no command “prepar”. Did you mean prepare?"),
        (["zzz"], "There is no command “zzz”.\n"),
        (["prepare"], "Something is missing: file."),
        (["prepare", "me.toml", "--minutes", "x"], "--minutes takes a whole number, and “x” is none."),
        (["prepare", "me.toml", "--output"], "--output stands alone; something belongs after it."),
        (["schema", "more"], "This is not understood: more"),
        (["new", "--tem"], "This is not understood: --tem"),
    ],
)
def test_a_mistyped_command_is_told_in_a_sentence(words, told, capsys):
    assert cli.main(words) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert "--help`" in said.err
    assert said.out == ""


def test_the_status_of_a_command_is_the_status(command):
    command(lambda arguments: 1)
    assert cli.main(["try"]) == 1


def test_what_the_person_can_put_right_goes_to_standard_error(command, capsys):
    problem = Problem("target is “soon”.", 'Write "2027-03".', "me.toml, line 3", '3 | target = "soon"')
    command(raising(UserError("me.toml holds one thing to put right:", (problem,))))
    assert cli.main(["try"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "me.toml holds one thing to put right:\n\n  me.toml, line 3\n"
        '    target is “soon”. Write "2027-03".\n    3 | target = "soon"\n'
    )


def test_nothing_in_a_file_commands_the_terminal(command, capsys):
    hostile = "a\x1b]0;owned\x07\x1b[2J\u202eb"
    command(raising(UserError(hostile, (Problem(hostile, hostile, hostile, hostile),))))
    assert cli.main(["try"]) == 2
    assert not set(capsys.readouterr().err) & set("\x1b\x07\u202e")


def test_a_fault_of_ours_is_an_apology_without_a_traceback(command, capsys):
    command(raising(ZeroDivisionError("secret words")))
    assert cli.main(["try"]) == 70
    said = capsys.readouterr().err
    assert said.startswith("Sorry:")
    assert "--debug" in said
    assert "secret" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("words", [["--debug", "try"], ["try", "--debug"]])
def test_with_debug_it_shows_where(command, capsys, words):
    command(raising(ZeroDivisionError("secret words")))
    assert cli.main(words) == 70
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_ends_it_cleanly(command, capsys):
    command(raising(KeyboardInterrupt()))
    assert cli.main(["try"]) == 130
    assert capsys.readouterr().err == "\nStopped.\n"


def test_an_interrupted_process_exits_130_without_a_traceback(tmp_path):
    child = subprocess.Popen([TALKTRACK, "new"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True)  # fmt: skip
    assert child.stdout
    while "?" not in child.stdout.readline():
        pass
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "no file was made" in out
    assert err == ""


def test_a_reader_that_stops_reading_is_no_fault():
    done = subprocess.run(f"{TALKTRACK} schema | head -n 1", shell=True, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told():
    with open("/dev/full", "w") as full:
        done = subprocess.run([TALKTRACK, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "The disk is full. Make room and try again.\n"


def test_what_goes_to_a_file_is_utf_8_whatever_the_terminal_speaks(tmp_path):
    odd = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([TALKTRACK, "schema"], capture_output=True, env=odd, check=True)
    assert "→".encode() in done.stdout
    done = subprocess.run([TALKTRACK, "prepar"], capture_output=True, env=odd, check=False)
    assert done.stderr.decode().startswith("There is no command “prepar”")


def test_a_fresh_process_knows_its_commands(tmp_path):
    done = subprocess.run([TALKTRACK], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "commands:" in done.stdout
    assert not list(tmp_path.iterdir())
