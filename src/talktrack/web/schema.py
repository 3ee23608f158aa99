"""The tables: made where they are missing, brought up to date where they are older, refused where they are newer."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from filelock import FileLock

from talktrack.kit.errors import UserError

OURS = ("people", "post", "workbook")


def bring_up_to_date() -> None:
    """Make or migrate the tables. Two queries where they are as they should be.

    Raises UserError where a newer Talktrack wrote them: this one would not understand everything in them.
    """
    if _missing():
        # Two programs that start at once on a new home take turns; the second finds everything there.
        with FileLock(settings.HOME.path / "tables.lock"):
            if _missing():
                call_command("migrate", interactive=False, verbosity=0)


def _missing() -> set[tuple[str, str]]:
    applied = _applied()
    known = {(label, file.stem) for label in OURS for file in _migrations(label)}
    if applied - known:
        raise UserError(
            "This workbook was written by a newer Talktrack. Update Talktrack and start it again; "
            "nothing in the workbook was touched."
        )
    return known - applied


def _applied() -> set[tuple[str, str]]:
    if MigrationRecorder.Migration._meta.db_table not in connection.introspection.table_names():
        return set()
    rows = MigrationRecorder.Migration.objects.filter(app__in=OURS)
    return set(rows.values_list("app", "name"))


def _migrations(label: str) -> list[Path]:
    # Listed, not imported: `talktrack log` asks every time, and Django's own loader reads every file.
    folder = Path(apps.get_app_config(label).path) / "migrations"
    return list(folder.glob("[0-9]*.py"))
