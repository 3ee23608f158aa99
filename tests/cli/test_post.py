"""`talktrack post`: works until it is asked to end, and ends in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from talktrack.cli import main


def test_it_works_until_it_is_asked_to_end(tmp_path):
    kept = {name: value for name, value in os.environ.items() if name != "TALKTRACK_DATABASE_URL"}
    process = subprocess.Popen(
        [sys.executable, "-m", "talktrack", "post"],
        env=kept | {"TALKTRACK_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == "Mail is sent as it becomes due. Stop with Ctrl-C.\n"
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
    finally:
        process.kill()
    assert said == "Stopped. What was not sent is sent next time.\n"
    assert process.returncode == 0


def test_a_number_that_cannot_be_is_told(capsys):
    assert main(["post", "--at-once", "0"]) == 2
    assert "Between 1 and 32 mails" in capsys.readouterr().err
