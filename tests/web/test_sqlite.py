"""The embedded database: what it is set to, and what a person is told when it is in trouble."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, NotSupportedError, OperationalError
from django.db.utils import ConnectionHandler
from django.http import HttpRequest
from sqlcipher3 import dbapi2

from talktrack.kit.errors import UserError
from talktrack.web import trouble
from talktrack.web.database import configuration
from talktrack.web.home import Home
from talktrack.web.sqlite.base import OLDEST, DatabaseFeatures


def connect(folder, **options):
    """A connection of ours to a database of its own."""
    settings = configuration("", Home(folder)) | {"OPTIONS": options}
    return ConnectionHandler({"default": settings})["default"]


def run(connection, *commands):
    with connection.cursor() as cursor:
        for command in commands:
            cursor.execute(command)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture(autouse=True)
def _own_databases(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def ours(tmp_path):
    connection = connect(tmp_path)
    run(connection, "CREATE TABLE t (x text, n decimal, d date, at datetime, b bool)")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 20_000),
    ],
)
def test_every_connection_is_set_for_safety(ours, pragma, value):
    assert run(ours, f"PRAGMA {pragma}") == [(value,)]


def test_a_sqlite_with_the_write_ahead_race_is_refused(ours, monkeypatch):
    assert dbapi2.sqlite_version_info >= OLDEST
    monkeypatch.setattr(DatabaseFeatures, "minimum_database_version", (99, 0, 0))
    monkeypatch.setattr("django.db.backends.base.base.RAN_DB_VERSION_CHECK", set())  # once for each process
    ours.close()
    with pytest.raises(NotSupportedError, match=r"SQLite 99\.0"):
        ours.ensure_connection()


def test_values_come_back_as_they_were(ours):
    when = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    with ours.cursor() as cursor:
        cursor.execute(
            "INSERT INTO t VALUES (%s, %s, %s, %s, %s)", ["100 % é 日", Decimal("1.50"), date(2026, 5, 1), when, True]
        )
        cursor.execute("INSERT INTO t (x) VALUES (%(x)s)", {"x": "named"})
        cursor.executemany("INSERT INTO t (x) VALUES (%s)", [["a"], ["b"]])
        cursor.execute("SELECT x, d, at, b FROM t")
        rows = cursor.fetchall()
    assert rows[0] == ("100 % é 日", date(2026, 5, 1), when, True)
    assert [row[0] for row in rows[1:]] == ["named", "a", "b"]


def told(connection, *commands) -> str:
    with pytest.raises(DatabaseError) as error:
        run(connection, *commands)
    words = trouble.explain(error.value)
    assert words is not None
    return str(words)


def test_a_locked_database_is_told(ours, tmp_path):
    other = connect(tmp_path, timeout=0.1)
    run(ours, "BEGIN IMMEDIATE")
    assert told(other, "BEGIN IMMEDIATE").startswith("Another program is writing")
    run(ours, "ROLLBACK")
    other.close()


def test_a_writer_waits_for_its_turn(ours, tmp_path):
    other = connect(tmp_path)
    run(ours, "BEGIN IMMEDIATE")
    ending = threading.Timer(0.3, lambda: ours.connection.execute("COMMIT"))
    ending.start()
    other.ensure_connection()
    with transaction_of(other):
        run(other, "INSERT INTO t (x) VALUES ('waited')")
    assert run(other, "SELECT x FROM t") == [("waited",)]
    assert run(other, "PRAGMA busy_timeout") == [(20_000,)]
    ending.join()
    other.close()


@contextmanager
def transaction_of(connection):
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    yield
    connection.commit()
    connection.set_autocommit(True)


def test_a_writer_that_never_gets_its_turn_is_told(ours, tmp_path):
    other = connect(tmp_path, timeout=0.1)
    run(ours, "BEGIN IMMEDIATE")
    with (
        pytest.raises(UserError, match="Another program is writing"),
        trouble.in_plain_words(),
        transaction_of(other),
    ):
        pass
    run(ours, "ROLLBACK")
    other.close()


def test_a_read_only_database_is_told(ours):
    assert "read-only" in told(ours, "PRAGMA query_only = ON", "INSERT INTO t (x) VALUES ('a')")


def test_a_full_disk_is_told_and_nothing_is_lost(ours):
    run(ours, "INSERT INTO t (x) VALUES ('kept')", "PRAGMA max_page_count = 3")
    assert "disk is full" in told(ours, f"INSERT INTO t (x) VALUES ('{'x' * 50_000}')")
    run(ours, "PRAGMA max_page_count = 100000")
    assert run(ours, "SELECT x FROM t") == [("kept",)]


def test_a_folder_that_is_gone_is_told(tmp_path):
    assert "cannot be opened" in told(connect(tmp_path / "gone"), "SELECT 1")


def test_a_file_that_is_no_database_is_told(tmp_path):
    Home(tmp_path).database.write_bytes(b"something else entirely" * 400)
    assert "not one of ours" in told(connect(tmp_path), "SELECT * FROM sqlite_master")


def test_a_damaged_database_is_told(ours, tmp_path):
    run(ours, *(f"INSERT INTO t (x) VALUES ('{'x' * 900}{n}')" for n in range(100)))
    ours.close()
    file = Home(tmp_path).database
    damaged = bytearray(file.read_bytes())
    damaged[4096:12288] = b"\xff" * 8192
    file.write_bytes(damaged)
    assert "damaged" in told(connect(tmp_path), "SELECT count(*), max(x) FROM t")


def test_a_fault_of_ours_is_not_called_a_trouble(ours):
    with pytest.raises(OperationalError) as error:
        run(ours, "SELECT nothing FROM nowhere")
    assert trouble.explain(error.value) is None
    with pytest.raises(OperationalError), trouble.in_plain_words():
        run(ours, "SELECT nothing FROM nowhere")


def test_a_browser_sees_a_page_and_the_command_line_a_sentence(ours):
    with pytest.raises(UserError, match="read-only"), trouble.in_plain_words():
        run(ours, "PRAGMA query_only = ON", "INSERT INTO t (x) VALUES ('a')")
    with pytest.raises(DatabaseError) as error:
        run(ours, "INSERT INTO t (x) VALUES ('a')")
    page = trouble.PlainWords(lambda _: None).process_exception(HttpRequest(), error.value)
    assert page is not None
    assert page.status_code == 503
    assert "read-only" in page.content.decode()
    assert trouble.PlainWords(lambda _: None).process_exception(HttpRequest(), KeyError("x")) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://ada:p%40ss@db.example:5433/talk", ("talk", "ada", "p@ss", "db.example", "5433")),
        ("postgres:///talk?host=/run/pg", ("talk", "", "", "", "")),
    ],
)
def test_a_team_database_is_named_by_its_address(url, expected, tmp_path):
    found = configuration(url, Home(tmp_path))
    assert tuple(found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected
    assert found["CONN_MAX_AGE"] is None


def test_another_kind_of_database_is_refused(tmp_path):
    with pytest.raises(UserError, match="PostgreSQL"):
        configuration("mysql://x/y", Home(tmp_path))


def test_the_standard_library_is_not_what_speaks_to_the_file(ours):
    ours.ensure_connection()
    assert not isinstance(ours.connection, sqlite3.Connection)
