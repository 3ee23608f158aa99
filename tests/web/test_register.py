"""T5: every address × role × method. A new page is covered as soon as it has an address."""

from __future__ import annotations

import re

import pytest
from cast import browser

from talktrack.web.people.rules import ANYONE, register

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
SAMPLES = {"int": "1", "path": "a/b", "uuid": "00000000-0000-0000-0000-000000000000"}
PAGES = tuple(
    (re.sub(r"<(?:(\w+):)?\w+>", lambda m: SAMPLES.get(m[1], "sample"), r), rule) for r, _, rule in register()
)


@pytest.mark.parametrize(("route", "rule"), PAGES)
def test_every_address_says_who_may_reach_it_and_how(route, rule):
    assert rule is not None, route
    assert rule.roles
    assert rule.methods & {"GET", "POST"}
    assert rule.methods <= set(METHODS)


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "rule"), PAGES)
@pytest.mark.parametrize("method", METHODS)
def test_nobody_passes_whom_the_rule_does_not_name(route, rule, method):
    response = browser().generic(method, f"/{route}")
    if ANYONE not in rule.roles:
        assert response.status_code == 403
        assert not response.cookies


@pytest.mark.parametrize(("route", "rule"), PAGES)
def test_no_method_passes_that_the_rule_does_not_name(nathan, route, rule):
    client = browser(nathan)
    client.raise_request_exception = True
    for method in set(METHODS) - rule.methods:
        response = client.generic(method, f"/{route}")
        assert response.status_code == 405, (method, route)
        assert response["Allow"] == ", ".join(sorted(rule.methods))
