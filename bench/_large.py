"""A workbook as large as one can be, and a database of many owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from talktrack.engine.story import (
    Accomplishment,
    Action,
    Answer,
    Commitment,
    Contact,
    Conversation,
    Goal,
    Journey,
    Link,
    Measure,
    Person,
    Statement,
    Vision,
)

if TYPE_CHECKING:
    from talktrack.web.people.subject import Subject

_ACTS = ("Rebuilt the welcome series", "Cut the backlog of open tickets", "Wrote the guide for new partners")
_NEEDS = (
    "Grow the paying membership in the north",
    "Answer every member within a day",
    "Launch in two more countries",
)
GOALS, OPEN = 40, 30
"""What a page shows whatever the size: goals, open promises."""


def journey(size: int) -> Journey:
    """A filled journey with `size` accomplishments, statements, links, commitments and answers, and 40 goals."""
    numbers = range(size)
    return Journey(
        sentence="What could come next for me here?",
        person=Person(name="Nathan Example", organisation="Brightwater", started="2021-03"),
        vision=Vision(one_year="Lead a small team", five_years="Run the community of a whole region"),
        contacts=(Contact(id="jocelyn", name="Jocelyn Example", relation="manager"),),
        conversations=(Conversation(id="autumn", aim="Agree on one next step", contact="jocelyn"),),
        answers=tuple(Answer(id=f"a{n}", topic="energy", text=f"Time with new members, case {n}") for n in numbers),
        accomplishments=tuple(_accomplishment(n) for n in numbers),
        statements=tuple(
            Statement(id=f"s{n}", kind="growth", quote=f"{_NEEDS[n % 3]}, point {n}", source="Launch plan, page 2")
            for n in numbers
        ),
        goals=tuple(_goal(n) for n in range(GOALS)),
        links=tuple(
            Link(record=f"accomplishments/e{n}", statement=f"s{n}", state="proposed" if n < OPEN else "confirmed")
            for n in numbers
        ),
        commitments=tuple(
            Commitment(id=f"c{n}", action=f"Send the numbers of week {n}", status="open" if n < OPEN else "done")
            for n in numbers
        ),
    )


def _accomplishment(n: int) -> Accomplishment:
    rise = Measure(what="active members", change=n % 90 + 1, unit="%", baseline=40, result=41 + n % 90, period="2025")
    return Accomplishment(
        id=f"e{n}",
        did=f"{_ACTS[n % 3]}, round {n}",
        result=f"Active members rose by {n % 90 + 1} %",
        date=f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}",
        measures=(rise,) if n % 2 else (),
        serves=(f"s{n}",) if n % 3 else (),
        skills=("writing", "facilitation"),
        proof="Dashboard of the year" if n % 4 else "",
    )


def _goal(n: int) -> Goal:
    return Goal(
        id=f"g{n}",
        what=f"Run the launch community of region {n}",
        target=f"{2027 + n % 5}-{n % 12 + 1:02}",
        leads_to=(f"g{n + 1}",) if n % 5 < 4 else (),
        serves=(f"s{n}",),
        interest="I like to see a group become one",
        skills=("facilitation",),
        actions=(Action(id="talk", what="Hold one evening for members", kind="experience", by="2027-02"),),
    )


def bring_in(subject: Subject, whole: Journey) -> None:
    """Put a journey into an empty workbook."""
    from talktrack.web.workbook.actions import archive
    from talktrack.web.workbook.queries.merge import preview

    archive.merge(subject=subject, incoming=whole, revision=preview(subject, whole).revision)


def multiply(subject: Subject, owners: int) -> None:
    """Give the database so many owners altogether, each of the others with a copy of the subject's rows."""
    from django.db import connection

    from talktrack.web.people.models import Account
    from talktrack.web.workbook.models import Record, Workbook

    there = Account._all.count()
    accounts = Account._all.bulk_create([Account(label=f"owner-{n}") for n in range(there, owners)])
    Workbook._all.bulk_create([Workbook(pk=account.pk, revision=account.pk) for account in accounts])
    columns = ", ".join(f.column for f in Record._meta.fields if f.column not in ("id", "workbook_id"))
    table = Record._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (workbook_id, {columns}) SELECT w.owner_id, {columns} FROM {table} r "
            f"JOIN {Workbook._meta.db_table} w ON w.owner_id >= %s WHERE r.workbook_id = %s",
            [accounts[0].pk, subject.account],
        )
        cursor.execute("ANALYZE")
