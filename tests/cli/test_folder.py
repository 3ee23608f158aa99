from __future__ import annotations

import os
from pathlib import Path

import pytest

from talktrack.cli.folder import replace_files
from talktrack.kit.errors import UserError

FIRST = {"plan.pdf": b"one", "pack.json": b"{}"}
SECOND = {"plan.pdf": b"two", "agenda.md": b"new", "pack.json": b"{}"}


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_a_folder_is_made_and_a_second_pack_takes_the_place_of_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "pack"
    replace_files(folder, FIRST, mark="pack.json")
    (folder / "my-notes.txt").write_bytes(b"mine")
    replace_files(folder, SECOND, mark="pack.json")
    assert contents(folder) == {**SECOND, "my-notes.txt": b"mine"}


def test_a_file_that_is_not_ours_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"somebody's")
    with pytest.raises(UserError, match="Nothing was written"):
        replace_files(tmp_path, FIRST, mark="pack.json")
    assert contents(tmp_path) == {"plan.pdf": b"somebody's"}


@pytest.mark.parametrize("broken", range(1, 7))
def test_a_failed_run_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    replace_files(tmp_path, FIRST, mark="pack.json")
    real, calls = os.replace, [0]

    def replace(a: str, b: str) -> None:
        calls[0] += 1
        if calls[0] == broken:
            raise OSError(28, "No space left on device")
        real(a, b)

    monkeypatch.setattr(os, "replace", replace)
    if broken <= 5:
        with pytest.raises(UserError, match="no space left on device"):
            replace_files(tmp_path, SECOND, mark="pack.json")
        assert contents(tmp_path) == FIRST
    else:
        replace_files(tmp_path, SECOND, mark="pack.json")
        assert contents(tmp_path) == SECOND


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack").write_bytes(b"")
    with pytest.raises(UserError, match="could not be written"):
        replace_files(tmp_path / "pack", FIRST, mark="pack.json")
