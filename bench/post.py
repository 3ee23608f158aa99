"""T8: no mail is lost, whoever is killed and whatever a mail server does; the person sees how each one stands.

A real mail server, a real database, and workers that are killed -9 while they send. Each run takes place in a process
and a home of its own: `python -m bench.post kills 20`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench import Figure

ROOT = Path(__file__).parent.parent
EACH = 6
"""Mails that are put into the outbox for each kill."""
KILLED_WITHIN = 0.35
"""Seconds after its start within which a worker is killed."""


@dataclass(frozen=True)
class Outcome:
    """What one run found."""

    kills: int
    mails: int
    """Mails that were put into the outbox."""
    lost: int
    """Of these, how many never arrived."""
    doubled: int
    """How often one arrived again, under the same Message-ID."""
    strange: int
    """How many arrived under a Message-ID that nobody gave."""
    untold: int
    """How many stand in the outbox as other than what became of them, or without a word on why."""


def measure() -> list[Figure]:
    """20 kills; every trouble of a server at every stage."""
    return _figures(run("kills", 20), run("troubles", 1), "20 kills")


def endure() -> list[Figure]:
    """The long one: 150 kills."""
    return _figures(run("kills", 150), run("troubles", 5), "≥ 100 kills")


def _figures(kills: Outcome, troubles: Outcome, target: str) -> list[Figure]:
    said = f"{kills.lost} lost, {kills.doubled} twice of {kills.mails:,} over {kills.kills} kills"
    met = kills.lost == kills.strange == kills.untold == 0 and kills.doubled <= kills.kills
    bad = f"{troubles.lost} lost, {troubles.untold} untold of {troubles.mails}"
    return [
        Figure("T8", "worker killed -9 while sending", said, f"0 lost, ≤ 1 twice per kill ({target})", met=met),
        Figure(
            "T8",
            "mail server down, silent, cut, garbage, endless at each stage, then well",
            bad,
            "0 lost, the state is told",
            met=troubles.lost == troubles.strange == troubles.untold == 0,
        ),
    ]


def run(what: str, number: int) -> Outcome:
    """One run in a process of its own."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as home:
        command = [sys.executable, "-m", "bench.post", what, str(number)]
        environment = {
            k: v for k, v in os.environ.items() if k not in ("TALKTRACK_DATABASE_URL", "PYTEST_XDIST_WORKER")
        }
        environment |= {
            "TALKTRACK_HOME": home,
            "TALKTRACK_ALLOW_NETWORKS": "127.0.0.0/8",
            "DJANGO_SETTINGS_MODULE": "talktrack.web.settings",
            "PYTHONPATH": str(ROOT / "tests"),  # the mail servers of the tests
        }
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return Outcome(**json.loads(done.stdout))


def kills(number: int) -> Outcome:
    """Kill a worker at any moment, start another, so many times; then let one finish."""
    chance, put = random.Random(8), list[str]()
    server = _Server()
    _account(server.port)
    for _ in range(number):
        put += _put(len(put), EACH)
        worker = _Worker()
        time.sleep(chance.uniform(0.0, KILLED_WITHIN))
        worker.kill()
    worker = _Worker()
    while not _settled():
        time.sleep(0.1)
    worker.kill()
    return _outcome(number, put, server.arrived())


def together(number: int) -> Outcome:
    """So many workers at once at one embedded database; nobody is killed, so nothing may arrive twice."""
    server = _Server()
    _account(server.port)
    put = _put(0, 10 * number)
    workers = [_Worker(alone=False) for _ in range(number)]
    while not _settled():
        time.sleep(0.1)
    for worker in workers:
        worker.kill()
    return _outcome(0, put, server.arrived())


def troubles(times: int) -> Outcome:
    """Send through servers that misbehave, see that it is told, then through one that does not."""
    import mailserver
    from django.conf import settings
    from django.utils import timezone

    from talktrack.outside import smtp
    from talktrack.web.post import sending

    put, untold, arrived, now = list[str](), 0, list[str](), timezone.now()
    smtp.SECONDS = 2.0
    kinds = (mailserver.cut, mailserver.silent, mailserver.garbage, mailserver.endless)
    cases = [(stage, kind) for stage in mailserver.STAGES for kind in kinds if stage != "body"] * times

    def send(port: int) -> None:
        """One attempt at everything, through the server at that port."""
        nonlocal now
        _account(port)
        now += timedelta(hours=3)  # as if the pause after the last attempt were over
        while mail := sending.lease(now):
            sending.send(mail, allowed=settings.ALLOWED_NETWORKS, now=lambda: now)

    def trouble(port: int) -> None:
        nonlocal untold
        put.extend(_put(len(put), 1))
        send(port)
        untold += not _told("waiting", "failed")
        with mailserver.real() as well:
            send(well.port)
            arrived.extend(name.strip("<>") for name in well.inbox.ids)

    for stage, kind in cases:
        with mailserver.hostile(stage, kind) as server:
            trouble(server.port)
    trouble(mailserver.free_port())
    found = _outcome(0, put, arrived)
    return Outcome(**asdict(found) | {"untold": found.untold + untold})


class _Server:
    """A real mail server in a process of its own, which writes down what it took before it says so."""

    def __init__(self) -> None:
        self._log = Path(os.environ["TALKTRACK_HOME"]) / "arrived"
        self._log.touch()
        ours, theirs = os.pipe()
        if os.fork() == 0:
            os.close(ours)
            self._serve(theirs)
        os.close(theirs)
        with os.fdopen(ours) as told:
            self.port = int(told.readline())

    def _serve(self, told: int) -> None:
        import asyncio

        import mailserver

        chance, log = random.Random(9), self._log

        class Slow(mailserver.Inbox):
            async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
                answer = await super().handle_DATA(server, session, envelope)
                with log.open("a") as file:
                    file.write(f"{self.ids[-1].strip('<>')}\n")
                self.mails.clear()
                await asyncio.sleep(chance.uniform(0, 0.03))  # the moment in which nobody knows
                return answer

        mailserver.Inbox = Slow  # type: ignore[misc]
        parent = os.getppid()
        with mailserver.real() as server:
            os.write(told, f"{server.port}\n".encode())
            while os.getppid() == parent:
                time.sleep(0.2)
        os._exit(0)

    def arrived(self) -> list[str]:
        """The Message-IDs, as often as they arrived."""
        return self._log.read_text().split()


class _Worker:
    """A forked worker."""

    def __init__(self, *, alone: bool = True) -> None:
        from django.conf import settings
        from django.db import connections

        from talktrack.web.post import worker

        connections.close_all()  # a connection may not be carried over a fork
        self._pid = os.fork()
        if self._pid == 0:
            worker.run(threading.Event(), allowed=settings.ALLOWED_NETWORKS, alone=alone)
            os._exit(0)

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _account(port: int) -> None:
    from talktrack.web.people.subject import local_owner
    from talktrack.web.post import connections

    me = local_owner()
    own = connections.mail(me)
    connections.keep(
        subject=me,
        purpose=connections.MAIL,
        address="nathan@example.com",
        settings={"host": "127.0.0.1", "port": port, "security": "none"},
        number=own.pk if own else None,
    )


def _put(since: int, number: int) -> list[str]:
    from django.db import transaction
    from django.utils import timezone

    from talktrack.kit.documents import Mailbox, Message
    from talktrack.web.people.subject import local_owner
    from talktrack.web.post import outbox

    me, now = local_owner(), timezone.now()
    names = [f"mail-{since + n}@talktrack.invalid" for n in range(number)]
    with transaction.atomic():
        for name in names:
            message = Message(
                sender=Mailbox("nathan@example.com"),
                to=(Mailbox("jocelyn@example.com"),),
                subject="Next steps",
                body="Two things by Friday.\n" * 50,
                message_id=name,
                date=now,
            )
            outbox.put(subject=me, key=f"matter/{name}", message=message, not_before=now)
    return names


def _settled() -> bool:
    from talktrack.web.post.models import Outgoing

    return not Outgoing._all.filter(state__in=("waiting", "sending")).exists()


def _told(*states: str) -> bool:
    """Whether every mail that was not sent says so, and why."""
    from talktrack.web.post.models import Outgoing

    rows = Outgoing._all.exclude(state="sent")
    return all(row.state in states and row.trouble for row in rows) and rows.exists()


def _outcome(number: int, put: list[str], arrived: list[str]) -> Outcome:
    from talktrack.web.post.models import Outgoing

    counted = Counter(arrived)
    rows = dict(Outgoing._all.values_list("message_id", "state"))
    return Outcome(
        kills=number,
        mails=len(put),
        lost=sum(name not in counted for name in put),
        doubled=sum(counted.values()) - len(counted),
        strange=len(set(counted) - set(put)),
        untold=sum(rows.get(name) != "sent" for name in put),
    )


def main(what: str, number: str) -> None:
    """Set up a home, do one run in it, print the outcome as JSON."""
    import django

    django.setup()
    from talktrack.web import schema

    os.umask(0o077)
    schema.bring_up_to_date()
    outcome = {"kills": kills, "together": together, "troubles": troubles}[what](int(number))
    print(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main(*sys.argv[1:])
