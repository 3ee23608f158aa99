"""The sample journeys that come with Talktrack: beside the package when installed, in the checkout when not."""

from __future__ import annotations

from pathlib import Path

from talktrack.kit.errors import UserError

_HERE = Path(__file__).resolve().parent
_FOLDERS = (_HERE / "examples", _HERE.parent.parent / "examples")


def examples() -> dict[str, Path]:
    """The file of each example by its name ("nathan")."""
    return {file.stem: file for folder in reversed(_FOLDERS) for file in sorted(folder.glob("*.toml"))}


def example(name: str) -> Path:
    """The file of one example. Raises UserError where there is none of that name."""
    found = examples()
    if name not in found:
        raise UserError(f"There is no example called “{name}”. There is {', '.join(sorted(found))}.")
    return found[name]
