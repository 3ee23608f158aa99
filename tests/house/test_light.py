"""Light commands stay light: what a command does not need, it does not load."""

import subprocess
import sys
from pathlib import Path

import pytest
from makers import EXAMPLES

from talktrack.cli import COMMANDS

HEAVY = ("django", "typst", "numpy", "docx", "icalendar", "pydantic", "tokenizers", "typing", "dataclasses", "json")
LIGHT = {
    "new": (["new", "me.toml", "--template"], ("django", "typst", "numpy", "docx", "icalendar", "pydantic")),
    "schema": (["schema"], ("django", "typst", "numpy", "docx", "icalendar")),
    "prepare": (["prepare", str(EXAMPLES / "bare.toml"), "--today", "2026-11-22"], ("django",)),
    "check": (["check", str(EXAMPLES / "bare.toml")], ("django", "typst", "docx", "icalendar")),
}


def loaded(code: str, folder: Path) -> set[str]:
    """The top-level modules that are there after the code ran in a process of its own."""
    child = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules, sep='\\n', file=sys.stderr)"],
        cwd=folder, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return {name.split(".")[0] for name in child.stderr.split()}


def test_the_door_and_every_command_load_nothing_heavy(tmp_path):
    assert set(COMMANDS) >= {"new", "prepare", "why", "schema"}
    assert not loaded("import talktrack.cli", tmp_path) & set(HEAVY)


def test_help_loads_nothing_heavy(tmp_path):
    code = "from talktrack.cli import main\nassert main(['--help']) == 0"
    assert not loaded(code, tmp_path) & set(HEAVY)


@pytest.mark.parametrize("name", LIGHT)
def test_a_light_command_never_loads_what_it_does_not_need(tmp_path, name):
    words, heavy = LIGHT[name]
    if name not in COMMANDS:
        pytest.fail(f"{name} is no command")
    code = f"from talktrack.cli import main\nassert main({words!r}) in (0, 1)"
    assert not loaded(code, tmp_path) & set(heavy)
