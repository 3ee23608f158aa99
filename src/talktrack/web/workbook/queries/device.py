"""Where the workbook lies."""

from __future__ import annotations

from django.conf import settings
from django.db import connection


def where() -> str:
    """The file of the database, or that it is a database server."""
    if connection.vendor == "sqlite":
        return str(settings.HOME.database)
    return f"the database “{connection.settings_dict['NAME']}” of this installation"
