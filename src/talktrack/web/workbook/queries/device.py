"""Where the workbook lies."""

from __future__ import annotations

from django.conf import settings
from django.db import connection


def is_local() -> bool:
    """Whether the workbook is a file on this machine, and not a database that somebody operates."""
    return connection.vendor == "sqlite"


def where() -> str:
    """The file of the database, or that it is a database server."""
    if is_local():
        return str(settings.HOME.database)
    return f"the database “{connection.settings_dict['NAME']}” of this installation"
