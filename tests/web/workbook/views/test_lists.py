"""Long lists come page by page, and what is behind them does not add queries."""

from __future__ import annotations

import pytest
from cast import bring_in, browser, make_accomplishment, make_goal
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.story import Journey, Link, Statement
from talktrack.web.workbook.views import alignment, organisation


def filled(number):
    state = ["confirmed"] * (number - 1) + ["tension"]
    return Journey(
        goals=(make_goal(),),
        accomplishments=tuple(make_accomplishment(id=f"a{n}") for n in range(number)),
        statements=tuple(
            Statement(id=f"s{n}", kind="project" if n % 2 else "growth", quote=f"Grow point {n}")
            for n in range(number)
        ),
        links=tuple(
            Link(
                record=f"accomplishments/a{n}",
                statement=f"s{n}",
                state=state[n],
            )
            for n in range(number)
        ),
    )


def test_statements_come_kind_by_kind_and_every_one_stands_on_one_page(nathan):
    bring_in(nathan, filled(organisation.PAGE + 10))
    first, second = (browser(nathan).get(f"/organisation/?page={n}").context["page"] for n in (1, 2))
    shown = [s.id for page in (first, second) for kind in page.kinds for s in kind.statements]
    assert sorted(shown) == sorted(f"s-s{n}" for n in range(organisation.PAGE + 10))
    assert (first.more.url, second.more) == ("?page=2", None)
    assert [(k.name, k.count) for k in second.kinds] == [("Projects", 30)]
    assert "Strategy" in [k.name for k in first.kinds], "what is not known is asked for, once"


def test_settled_links_come_page_by_page_the_tensions_last(nathan):
    bring_in(nathan, filled(alignment.PAGE + 5))
    first, second = (browser(nathan).get(f"/alignment/?page={n}").context["page"] for n in (1, 2))
    assert [len(page.settled) for page in (first, second)] == [alignment.PAGE, 5]
    assert (first.further.url, second.further) == ("?page=2", None)
    assert [s.tension for s in second.settled] == [False] * 4 + [True]


@pytest.mark.parametrize("address", ["today", "evidence", "goals", "organisation", "alignment"])
def test_the_number_of_queries_does_not_grow_with_the_records(nathan, address, django_assert_num_queries):
    client = browser(nathan)
    bring_in(nathan, filled(60))
    client.get(f"/{address}/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/{address}/")
        number = len(few)
    bring_in(nathan, filled(240))
    client.get(f"/{address}/")
    with django_assert_num_queries(number):
        assert client.get(f"/{address}/").status_code == 200
    assert 1 <= number <= 2


def test_a_page_that_only_reads_asks_once_and_sees_what_was_written_before_it(nathan):
    client = browser(nathan)
    bring_in(nathan, filled(2))
    assert len(client.get("/evidence/").context["page"].entries) == 2
    client.post("/evidence/", {"text": "Answered every member within a day"})
    assert len(client.get("/evidence/").context["page"].entries) == 3
