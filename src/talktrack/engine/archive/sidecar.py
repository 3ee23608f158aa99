"""What commands keep beside the person's file: `me.toml` → `me.talktrack.json`.

It is an archive that holds records only: decisions, links, notes and what came of them, commitments, snapshots.
When the file is read they are laid over it: a record of the same id takes the place of the one in the file (of a
conversation only what happened to it), others are added after those. Every change is read, made and written under one
lock, so that two commands at the same time lose nothing of each other.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from talktrack.engine.story import Conversation, Decision, Journey, Link, Value
from talktrack.kit.errors import UserError
from talktrack.kit.files import decode, write
from talktrack.kit.files import read as read_file

from .faults import faults_of
from .json_form import LARGEST, from_json, to_json
from .report import refuse


def sidecar_path(path: Path) -> Path:
    """Where the sidecar of a file lies: beside it."""
    return path.with_name(f"{path.name.removesuffix('.toml')}.talktrack.json")


def recall(path: Path) -> Journey:
    """What commands have kept beside the file at `path`; an empty journey where nothing is kept.

    Raises UserError where it cannot be read. It is never overwritten then.
    """
    place = sidecar_path(path)
    if not place.exists():
        return Journey()
    try:
        return from_json(decode(read_file(place, LARGEST), place.name), place.name)
    except UserError as error:
        advice = (
            f"{place.name} keeps your decisions, notes and promises; it was left as it is.\n"
            f"Put a copy from your backup in its place, or rename it to begin without it. What is wrong:\n"
        )
        raise UserError(f"{advice}{error.message}", error.problems) from error


def change(path: Path, how: Callable[[Journey], Journey]) -> Journey:
    """Keep `how(what is kept now)` in the sidecar of `path`, all or nothing; what is kept then comes back.

    Raises UserError where it cannot be read or written. `how` keeps nothing itself: it would wait for its own lock.
    """
    with _alone(path.resolve().parent):
        before = recall(path)
        after = how(before)
        data = to_json(after).encode()
        if len(data) > LARGEST:
            raise UserError(
                f"{sidecar_path(path).name} is full: it holds {LARGEST // 1_000_000} MB. Nothing was added."
            )
        if after != before:
            write(sidecar_path(path), data)
    return after


def remember(path: Path, **records: tuple[Value, ...]) -> Journey:
    """Keep records, by kind: `remember(path, decisions=(decision,))`. One that is kept already is replaced."""
    return change(path, lambda kept: overlay(kept, Journey.model_validate(records)))


def over_file(file: Journey, kept: Journey) -> Journey:
    """The journey of a file with what is kept beside it. Raises UserError where that makes too many records.

    Of a conversation that stands in both, only what happened to it is taken from beside the file: that it was held,
    put off, moved. All else stays the person's to edit.
    """
    written = {c.id: c for c in file.conversations}
    rows = tuple(_met(written[c.id], c) if c.id in written else c for c in kept.conversations)
    return overlay(file, kept.model_copy(update={"conversations": rows}))


_HAPPENED = ("state", "at", "timezone", "sequence", "postponed_on", "listening")


def _met(file: Conversation, kept: Conversation) -> Conversation:
    happened = {
        name: value
        for name in _HAPPENED
        if (value := getattr(kept, name)) != type(kept).model_fields[name].get_default()
    }
    if kept.state == "postponed" and kept.at is None:
        put_off = max(kept.postponed_on, default="")
        if file.at and file.at.date().isoformat() > put_off:
            del happened["state"]  # the person found a new day since, and wrote it down
        else:
            happened["at"] = None
    if kept.at:
        happened["minutes"] = kept.minutes  # a time that was taken is so long
    return file.model_copy(update=happened)


def overlay(journey: Journey, kept: Journey) -> Journey:
    """The journey with the records of `kept` laid over it. Raises UserError where that makes too many."""
    fields: dict[str, Any] = {}
    for name in Journey.model_fields:
        over = getattr(kept, name)
        if isinstance(over, tuple) and over:
            merged = {_key(record): record for record in getattr(journey, name)}
            merged.update((_key(record), record) for record in over)
            fields[name] = tuple(merged.values())
    try:
        return Journey.model_validate({**dict(journey), **fields}) if fields else journey
    except ValidationError as error:
        raise refuse(faults_of(error), "Your file, with what is kept beside it,") from error


def _key(record: Value) -> tuple[str, ...]:
    """What makes two records the same one."""
    if isinstance(record, Link):
        return record.record, record.statement
    if isinstance(record, Decision):
        return record.about, record.record
    return (str(getattr(record, "id", "")),)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One change at a time in this folder, among all processes of this machine."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise UserError(f"There is no folder {folder} that can be written in.") from error
    try:
        with contextlib.suppress(OSError):  # some network drives know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
