"""What a person erases is gone from the disk, not only from the pages (T9)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CANARY = "Canarybird"
KEEP = f"""
import django; django.setup()
from talktrack.engine.story import Accomplishment, Goal
from talktrack.web import schema
from talktrack.web.people.subject import local_owner
from talktrack.web.workbook.actions import draft, record
schema.bring_up_to_date()
me = local_owner()
for number in range(40):
    fields = {{"did": f"{CANARY} {{number}} " + "and what came of it " * 60}}
    made = record.create(subject=me, noun=Accomplishment, fields=fields).kept
    record.edit(subject=me, noun=Accomplishment, name=made.name, version=1, fields={{"result": "{CANARY}"}})
    record.delete(subject=me, noun=Accomplishment, name=made.name)
record.create(subject=me, noun=Goal, fields={{"what": "Stays"}})
"""
CONNECT = f"""
from datetime import timedelta
from django.db import transaction
from django.utils import timezone
from talktrack.web.post import calendars, connections, entries, feeds
row = connections.keep(
    subject=me, purpose="caldav", address="https://cal.example/{CANARY}/", user="{CANARY}", secret="{CANARY}" * 9,
    label="{CANARY}", settings={{"parts": [], "writes": "https://cal.example/{CANARY}/"}},
)
soon = timezone.now() + timedelta(days=9)
with transaction.atomic():
    assert entries.put(subject=me, key="conversations/x", event=entries.Event("u", b"{CANARY}", soon, soon))
feeds.make(me, full=True)
"""
WAITING = f"""
from datetime import timedelta
from django.db import transaction
from django.utils import timezone
from talktrack.kit.documents import Mailbox, Message
from talktrack.web.post import outbox, reminded
from talktrack.web.workbook import access
from talktrack.web.workbook.models import Arrival
soon = timezone.now() + timedelta(days=9)
who = Mailbox("{CANARY}@example.org", "{CANARY}")
body = "{CANARY} waits. " * 400
mail = Message(who, (who,), "{CANARY}", body, "{CANARY}@talktrack.invalid", timezone.now())
with transaction.atomic():
    outbox.put(subject=me, key="recap/{CANARY}", message=mail, not_before=soon)
    reminded.give(subject=me, keys=["due/commitments/{CANARY}/2026-12-03"], at=timezone.now())
    Arrival.keep(workbook=access.queue(me), reference="notes/{CANARY}", turn=1, version=1)
draft.save(subject=me, place="goals/{CANARY}", fields={{"what": "{CANARY} " * 400}})
"""
REMOVE = "connections.remove(subject=me, number=row.pk)"
WIPE = """
import django; django.setup()
from talktrack.web.people.subject import local_owner
from talktrack.web.workbook.actions import wipe
wipe.wipe(subject=local_owner())
"""
FORGET = """
import django; django.setup()
from datetime import timedelta
from talktrack.web.workbook.actions import wipe
wipe.LASTS = timedelta(0)
wipe.forget_deleted()
"""


@pytest.mark.parametrize("erase", [WIPE, FORGET])
def test_no_erased_word_stays_in_any_file(tmp_path, erase):
    run(tmp_path, KEEP)
    assert found(tmp_path)
    run(tmp_path, erase)
    assert found(tmp_path) == []


def test_no_password_stays_once_its_server_is_removed_or_all_is_erased(tmp_path):
    begin = KEEP.partition("for number")[0] + CONNECT
    run(tmp_path / "removed", begin + REMOVE)
    assert found(tmp_path / "removed") == []
    run(tmp_path / "erased", begin)
    assert found(tmp_path / "erased")
    run(tmp_path / "erased", WIPE)
    assert found(tmp_path / "erased") == []


def test_no_word_stays_of_what_waited_to_be_sent_given_or_kept(tmp_path):
    run(tmp_path, KEEP.partition("for number")[0] + WAITING)
    kept = sum(file.read_bytes().lower().count(CANARY.lower().encode()) for file in found(tmp_path))
    assert kept > 400  # the outbox, a reminder, an arrival and a draft are all there
    run(tmp_path, WIPE)
    assert found(tmp_path) == []


def run(home: Path, code: str) -> None:
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name != "TALKTRACK_DATABASE_URL"}
    settings = {"TALKTRACK_HOME": str(home), "DJANGO_SETTINGS_MODULE": "talktrack.web.settings"}
    subprocess.run([sys.executable, "-c", code], env=kept | settings, check=True, timeout=120)


def found(home: Path) -> list[Path]:
    return [
        file for file in home.rglob("*") if file.is_file() and CANARY.lower().encode() in file.read_bytes().lower()
    ]
