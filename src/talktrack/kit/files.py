"""Files in the person's place: read within bounds, written all or nothing, refused in plain words."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from .errors import UserError


def read(path: Path, most: int) -> bytes:
    """All bytes of the file. Raises UserError where it is missing, unreadable, or holds more than `most` bytes."""
    with _plainly(path, "read"), path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise UserError(
            f"{path.name} is larger than {most // 1_000_000} MB, and no file of this kind needs that much."
        )
    return data


def decode(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, or UTF-16 where it says so; line ends become \\n, a byte order mark goes.

    Raises UserError for any other encoding, naming the line.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif b"\0" in data[:1000]:
        raise UserError(f"{name} is not a text file that can be read. Save it as plain text, encoded as UTF-8.")
    else:
        text = _utf8(data, name)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _utf8(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        line = data[start : start + 200].split(b"\n", 1)[0].decode("cp1252", errors="replace").strip()
        number = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{name}, line {number} is not encoded as UTF-8; it was probably meant to read: {line[:70]}\n"
            "Open the file in your editor, choose “Save with encoding” (or “Save as”), and take UTF-8."
        ) from error


def write(path: Path, data: bytes) -> None:
    """Put `data` at `path`, all or nothing, readable by its owner only. Raises UserError; then nothing changed."""
    place = path.resolve()
    with _plainly(path, "written"):
        handle, part = tempfile.mkstemp(dir=place.parent, prefix=".talktrack-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, place)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
        _settle(place.parent)


def ready(path: Path) -> None:
    """Make sure that a new file can be written at `path`. Raises UserError where one is there, or none can be."""
    create(path, b"")
    path.unlink()


def create(path: Path, data: bytes) -> None:
    """Like `write`, for a file that is not there yet. Raises UserError where it is: nobody's file is overwritten."""
    with _plainly(path, "written"):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        write(path, data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, on systems where a folder can be synchronised."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _plainly(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise UserError(_why(path, done, error)) from error


def _why(path: Path, done: str, error: OSError | ValueError) -> str:
    kind = getattr(error, "errno", None)
    if os.path.isdir(path):
        return f"{path} is a folder. Name a file in it."
    if isinstance(error, FileNotFoundError):
        return _missing(path, done)
    if isinstance(error, FileExistsError):
        return f"{path} is there already, and it stays as it is. Open it in an editor, or give another name."
    if isinstance(error, NotADirectoryError):
        return f"{path} cannot be {done}: {path.parent} is a file, not a folder."
    if isinstance(error, PermissionError) or kind == errno.EROFS:
        what = f"{path} may not be {done}" if done == "read" else f"Nothing may be written in {path.resolve().parent}"
        return f"{what}. Change its permissions, or use another place."
    if kind in (errno.ENOSPC, errno.EDQUOT):
        return f"{path} could not be written: the disk is full. Nothing was changed; make room and try again."
    return f"{path} could not be {done}: {getattr(error, 'strerror', None) or error}."


def _missing(path: Path, done: str) -> str:
    if not os.path.isdir(path.parent):
        return f"There is no folder {path.parent}. Make it first, or give another name."
    if done == "written":
        return f"{path} cannot be written."
    near = get_close_matches(path.name, [p.name for p in path.parent.glob(f"*{path.suffix}")][:1000], n=1)
    return f"There is no file {path}." + (f" Did you mean {path.parent / near[0]}?" if near else "")
