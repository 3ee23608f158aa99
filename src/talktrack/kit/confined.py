"""Reading what strangers wrote in a process of its own, which may use so much time and memory and no more."""

from __future__ import annotations

import contextlib
import subprocess
import sys

SECONDS = 9
"""The longest that a reader may take, by the clock on the wall."""
MEGABYTES = 480
"""The most memory that a reader may hold."""


def confined(module: str, data: bytes, *, seconds: float = SECONDS) -> bytes | None:
    """What the module, run as a program, writes for the data that it is given; None where it did not come to an end.

    The program is to call `confine` before it reads. Its own complaints are thrown away: they may quote what it read.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", module],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None


def confine(*, seconds: int = SECONDS, megabytes: int = MEGABYTES) -> None:
    """Bound this process, where the system can: processor time, memory, and no file is to be written.

    On systems without such limits (Windows) the clock of the caller is the only bound.
    """
    with contextlib.suppress(ImportError):
        import resource

        bounds = {"RLIMIT_CPU": seconds, "RLIMIT_AS": megabytes << 20, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
        for name, most in bounds.items():
            with contextlib.suppress(ValueError, OSError):  # macOS knows some of these, and keeps none of them
                resource.setrlimit(getattr(resource, name), (most, most))
