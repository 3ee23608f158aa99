"""Django's SQLite backend, spoken through `sqlcipher3` instead of the standard library.

The standard library's SQLite is whatever the machine has; versions before 3.51.3 can corrupt a write-ahead log when
two connections check-point at once. `sqlcipher3` carries a newer one, and Django asserts it on every connection.
"""

from __future__ import annotations

import datetime
import decimal
import random
import time
from collections.abc import Iterable, Mapping
from itertools import tee
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.db.backends.sqlite3.features import DatabaseFeatures as BaseFeatures
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database

OLDEST = (3, 51, 3)
"""The first SQLite whose write-ahead log is safe with several connections."""

TIMEOUT = 20
"""Seconds that a writer waits for another one before it gives up."""

SET_UP = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # NORMAL loses acknowledged rows in a power cut
    "PRAGMA secure_delete = ON",  # what a person deletes is overwritten, not only unlinked
    "PRAGMA cache_size = -16000",
)

Database.register_converter("bool", b"1".__eq__)
Database.register_converter("date", lambda value: parse_date(value.decode()))
Database.register_converter("time", lambda value: parse_time(value.decode()))
Database.register_converter("datetime", lambda value: parse_datetime(value.decode()))
Database.register_converter("timestamp", lambda value: parse_datetime(value.decode()))
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(datetime.date, datetime.date.isoformat)
Database.register_adapter(datetime.datetime, lambda value: value.isoformat(" "))


class Cursor(Database.Cursor):  # type: ignore[misc]
    """A cursor that takes Django's placeholders (`%s`, `%(name)s`) and gives SQLite its own."""

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        return super().execute(_placeholders(query, params), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        first, rows = tee(iter(param_list))
        return super().executemany(_placeholders(query, next(first, ())), rows)


def _placeholders(query: str, params: Any) -> str:
    if isinstance(params, Mapping):
        return query % {name: f":{name}" for name in params}
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseFeatures(BaseFeatures):
    minimum_database_version = OLDEST


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection: write-ahead log, full synchronisation, writers that queue instead of failing."""

    Database = Database
    features_class = DatabaseFeatures

    def get_connection_params(self) -> dict[str, Any]:
        return {"timeout": TIMEOUT, **super().get_connection_params()}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = Database.connect(**conn_params)
        register_functions(connection)
        for command in ("PRAGMA foreign_keys = ON", "PRAGMA legacy_alter_table = OFF", *SET_UP):
            connection.execute(command)
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        """Begin to write as soon as no other connection does; gives up after the connection's timeout.

        SQLite itself looks again every tenth of a second, and of many writers the one that has just finished is
        faster: another may never get its turn. Short waits by lot give everyone the same chance.
        """
        seconds = self.settings_dict["OPTIONS"].get("timeout", TIMEOUT)
        until = time.monotonic() + seconds
        with self.wrap_database_errors:
            self.connection.execute("PRAGMA busy_timeout = 0")
            try:
                while not self._begins(last=time.monotonic() > until):
                    time.sleep(random.uniform(0.001, 0.012))
            finally:
                self.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def _begins(self, *, last: bool) -> bool:
        try:
            # A deferred transaction that turns into a write fails at once when another writer was faster.
            self.connection.execute("BEGIN IMMEDIATE")
        except Database.OperationalError as error:
            if last or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            return False
        return True

    def create_cursor(self, name: Any = None) -> Any:
        del name  # only servers have named cursors
        return self.connection.cursor(factory=Cursor)
