"""What a person sees: wrapped and coloured only in a terminal; progress only where it takes longer than a blink."""

import os
import pty
import subprocess
import sys

import pytest

WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def in_terminal(code: str, columns: int = 40, **environment: str) -> str:
    """What the code shows in a terminal of its own."""
    main, inner = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=inner, stderr=inner, stdin=inner, close_fds=True,
        env={**os.environ, "COLUMNS": str(columns), "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(inner)
    shown = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    child.wait()
    os.close(main)
    return shown.decode().replace("\r\n", "\n")


def test_lines_wrap_to_the_terminal_and_keep_their_indent():
    shown = in_terminal(f"from talktrack.cli.terminal import say\nsay('  {WORDS}')")
    lines = shown.splitlines()
    assert len(lines) > 2
    assert all(len(line) <= 40 and line.startswith("  ") for line in lines)
    assert " ".join(shown.split()) == WORDS


def test_further_lines_of_a_meaning_stand_below_it():
    shown = in_terminal(f"from talktrack.cli.terminal import say\nsay('  word   {WORDS}')")
    first, *rest = shown.splitlines()
    assert first.startswith("  word   one")
    assert rest
    assert all(line.startswith(" " * 9) and not line.startswith(" " * 10) for line in rest)


def test_a_very_wide_terminal_is_not_filled():
    shown = in_terminal(f"from talktrack.cli.terminal import say\nsay('{WORDS}')", columns=300)
    assert max(map(len, shown.splitlines())) <= 88


def test_what_is_piped_is_left_whole_and_bare(capsys):
    from talktrack.cli.terminal import say, strong

    say(strong(f"  {WORDS}"))
    say(WORDS, look="quiet")
    assert capsys.readouterr().out == f"  {WORDS}\n{WORDS}\n"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_only_where_it_is_wanted(environment, coloured):
    shown = in_terminal("from talktrack.cli.terminal import say\nsay('x', look='strong')", **environment)
    assert ("\x1b[1m" in shown) == coloured


SLOW = """
import time
from talktrack.cli.terminal import Progress
with Progress() as progress:
    progress.step("Setting the brief")
    time.sleep({seconds})
print("done")
"""


def test_progress_shows_what_is_being_done_and_leaves_no_trace():
    shown = in_terminal(SLOW.format(seconds=1.5))
    assert "Setting the brief …" in shown
    assert shown.rsplit("\r\x1b[K", 1)[1] == "done\n"


def test_what_takes_no_longer_than_a_blink_shows_no_progress():
    assert in_terminal(SLOW.format(seconds=0)) == "done\n"


def test_progress_stays_out_of_files():
    done = subprocess.run(
        [sys.executable, "-c", SLOW.format(seconds=0.6)], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("done\n", "")
