"""T1, T2: what was said to be kept is kept, whoever is killed and however many write at once.

Each run takes place in a process and a home of its own: `python -m bench.durability kills 20 2000`.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import Figure

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Outcome:
    """What one run found."""

    kills: int
    acknowledged: int
    """Writes that were reported as kept."""
    lost: int
    """Of these, how many are not in the database with their history."""
    errors: int
    """Writers that met an error of any kind."""
    sound: bool
    """Whether the database passes its own integrity check and no record lacks its history."""


def measure() -> list[Figure]:
    """Short runs: 20 kills; 32 writers."""
    return _figures(run("kills", 20, 2_000), run("writers", 32, 20), "20 kills")


def endure() -> list[Figure]:
    """The long ones: at least 500 kills and 100,000 acknowledged writes; 32 writers for longer."""
    return _figures(run("kills", 500, 100_000), run("writers", 32, 300), "≥ 500 kills, ≥ 100,000 writes")


def _figures(kills: Outcome, writers: Outcome, target: str) -> list[Figure]:
    lost = f"{kills.lost} lost of {kills.acknowledged:,} over {kills.kills} kills"
    met = kills.lost == 0 and kills.sound and kills.errors == 0
    failed = f"{writers.errors} errors, {writers.lost} lost of {writers.acknowledged:,}"
    return [
        Figure("T1", "kill -9 while writing", lost, f"0 lost, integrity ok ({target})", met=met),
        Figure("T2", "32 writers on SQLite", failed, "0", met=writers.errors == writers.lost == 0 and writers.sound),
    ]


def run(what: str, *numbers: int) -> Outcome:
    """One run in a process of its own."""
    # Killing a program loses nothing that it handed to the system, so a disk in memory tests the same and far more.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as home:
        command = [sys.executable, "-m", "bench.durability", what, *map(str, numbers)]
        environment = {
            k: v for k, v in os.environ.items() if k not in ("TALKTRACK_DATABASE_URL", "PYTEST_XDIST_WORKER")
        }
        environment |= {"TALKTRACK_HOME": home, "DJANGO_SETTINGS_MODULE": "talktrack.web.settings"}
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return Outcome(**json.loads(done.stdout))


class Writer:
    """A forked process that keeps records of an owner of its own and reports each one once it is kept."""

    def __init__(self, label: str, most: int) -> None:
        self.label, self._text = label, b""
        self._pipe, theirs = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            os._exit(_write(label, most, theirs))
        os.close(theirs)
        self.errors = 0

    @property
    def acknowledged(self) -> list[str]:
        """The names that were reported whole."""
        return self._text.decode().split("\n")[:-1]

    def read(self) -> bool:
        """Take in what was reported; False once the writer has ended."""
        some = os.read(self._pipe, 65_536)
        self._text += some
        return bool(some)

    def wait(self, seconds: float) -> None:
        """Read for so long, or until the writer has ended."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._pipe], [], [], left)[0] and not self.read():
                return

    def end(self, how: int | None = None) -> None:
        """Kill it, or let it finish; read what it still reported."""
        if how is not None:
            os.kill(self.pid, how)
        while self.read():
            pass
        os.close(self._pipe)
        _, status = os.waitpid(self.pid, 0)
        self.errors = int(os.waitstatus_to_exitcode(status) not in (0, -signal.SIGKILL))


def _write(label: str, most: int, pipe: int) -> int:
    from talktrack.engine.story import Accomplishment
    from talktrack.web.people.models import Account
    from talktrack.web.people.subject import Subject
    from talktrack.web.workbook.actions import record

    try:
        subject = Subject(Account._all.get_or_create(label=label)[0].pk)
        for number in range(most):
            fields = {"id": f"{os.getpid()}-{number}", "did": f"Kept number {number} before the lights went out"}
            done = record.create(subject=subject, noun=Accomplishment, fields=fields)
            os.write(pipe, f"{done.kept.name}\n".encode())
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


def kills(number: int, writes: int) -> Outcome:
    """Kill one of two writers again and again, at any moment, until so many kills and writes are reached."""
    chance = random.Random(1)
    ended: list[Writer] = []
    total = 0
    writers = [Writer("life-0", 1_900), Writer("life-1", 1_900)]
    while len(ended) < number or total < writes:
        writers[0].wait(chance.uniform(0.02, 0.9))
        writers[0].end(signal.SIGKILL)
        ended.append(writers.pop(0))
        total += len(ended[-1].acknowledged)
        writers.append(Writer(f"life-{len(ended) + 1}", 1_900))
    for writer in writers:
        writer.end(signal.SIGKILL)
    return _outcome(len(ended) + len(writers), [*ended, *writers])


def writers(number: int, writes: int) -> Outcome:
    """So many writers at once, half of them by fours in one workbook, each keeping so many records."""
    everyone = [Writer(f"together-{n // 8}" if n % 2 else f"alone-{n}", writes) for n in range(number)]
    for writer in everyone:
        writer.end()
    outcome = _outcome(0, everyone)
    missing = number * writes - outcome.acknowledged
    return Outcome(**asdict(outcome) | {"errors": outcome.errors + missing})


def _outcome(kills: int, writers: list[Writer]) -> Outcome:
    from django.conf import settings
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(settings.DATABASES["default"]["NAME"]))
    whole = connection.execute(
        "SELECT r.name FROM workbook_record r JOIN workbook_revision v "
        "ON v.record_id = r.id AND v.version = r.version"
    )
    kept = {name for (name,) in whole}
    (records,) = connection.execute("SELECT count(*) FROM workbook_record").fetchone()
    integrity = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
    said = [name for writer in writers for name in writer.acknowledged]
    return Outcome(
        kills, len(said), len(set(said) - kept), sum(w.errors for w in writers),
        integrity == [("ok",)] and records == len(kept),
    )  # fmt: skip


def main(what: str, *numbers: str) -> None:
    """Set up a home, do one run in it, print the outcome as JSON."""
    import django

    django.setup()
    from django.db import connections

    from talktrack.web import schema

    os.umask(0o077)
    schema.bring_up_to_date()
    connections.close_all()  # a connection may not be carried over a fork
    outcome = {"kills": kills, "writers": writers}[what](*map(int, numbers))
    print(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main(*sys.argv[1:])
