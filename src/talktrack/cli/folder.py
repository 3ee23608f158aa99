"""Several files into one folder, all or nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from talktrack.kit.errors import UserError


def replace_files(folder: Path, files: dict[str, bytes], *, mark: str, what: str = "pack") -> None:
    """Put the files of one `what` into the folder, making it where needed; on trouble the folder stays as it was.

    A file of the same name is replaced only where `mark` shows that the folder is one of ours; else it is somebody
    else's, and UserError says so. Other files in the folder are left alone.
    """
    theirs = [n for n in files if (folder / n).exists()] if not (folder / mark).exists() else []
    if theirs:
        raise UserError(
            f"{folder} already holds {theirs[0]}, and no earlier {what}. Nothing was written.\n"
            f"Choose another folder with -o, or move that file away."
        )
    try:
        _replace(folder, files)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(
            f"The {what} could not be written to {folder}: {reason}. The folder is as it was.\n"
            f"Choose another folder with -o."
        ) from error


def _replace(folder: Path, files: dict[str, bytes]) -> None:
    existed = folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".talktrack-", dir=folder))
    moved: list[tuple[Path, Path | None]] = []
    try:
        for name, content in files.items():
            _write(work / f"{name}.new", content)
        for name in files:
            moved.append((folder / name, _set_aside(folder / name, work / f"{name}.old")))
            os.replace(work / f"{name}.new", folder / name)
    except BaseException:
        for place, old in reversed(moved):
            place.unlink(missing_ok=True)
            if old:
                os.replace(old, place)
        raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if not existed:
            with contextlib.suppress(OSError):
                folder.rmdir()  # only where nothing came of it


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _set_aside(place: Path, aside: Path) -> Path | None:
    if not place.exists():
        return None
    os.replace(place, aside)
    return aside
