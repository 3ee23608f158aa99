"""Local mode: one owner, one address, and nobody else gets in (T7)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cast import browser, owner
from django.conf import settings
from django.core import signing
from django.core.checks import run_checks
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import include, path
from django.utils import timezone

from talktrack.engine.story import Goal
from talktrack.kit.errors import UserError
from talktrack.web import trouble
from talktrack.web.people import launch, rules
from talktrack.web.people.models import Launch
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records

CANARY = "Run the Nordic launch community"


@allow(OWNER, methods=("GET", "POST"))
def private(request: HttpRequest) -> HttpResponse:
    """A page of the owner's, standing for every one of them."""
    if request.method == "POST":
        record.create(subject=subject_of(request), noun=Goal, fields={"what": "Written"})
    goals = records.listed(subject_of(request), Goal).items
    return HttpResponse("\n".join(kept.value.what for kept in goals))


def undeclared(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(CANARY)


urlpatterns = [
    path("", include("talktrack.web.people.urls")),
    path("private/", private),
    path("undeclared/", undeclared),
]
handler404 = "talktrack.web.people.views.not_there"


@pytest.fixture(autouse=True)
def _pages(nathan):
    record.create(subject=nathan, noun=Goal, fields={"what": CANARY})
    with override_settings(ROOT_URLCONF=__name__):
        yield


def host() -> str:
    return settings.ORIGIN.partition("//")[2]


def test_the_owner_reads_and_writes(nathan):
    client = browser(nathan)
    assert CANARY in client.get("/private/").content.decode()
    assert "Written" in client.post("/private/").content.decode()


@pytest.mark.parametrize(
    "name",
    ["evil.example", "evil.example:8471", "127.0.0.1", "127.0.0.1:80", "localhost:8471",
     "127.0.0.1:8471.evil.example",
     "127.0.0.1:8471:8471", "127.0.0.1:84710", "[::1]:8471", "", "127.0.0.1:8471 "],
)  # fmt: skip
def test_a_name_that_was_pointed_at_this_machine_reads_nothing(nathan, name):
    response = browser(nathan).get("/private/", headers={"host": name})
    assert response.status_code == 421
    assert CANARY not in response.content.decode()


def test_forwarded_names_do_not_count(nathan):
    headers = {"host": "evil.example", "x-forwarded-host": host(), "forwarded": f"host={host()}"}
    assert browser(nathan).get("/private/", headers=headers).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8471"},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
        {"sec-fetch-site": None, "origin": "http://evil.example"},
        {"sec-fetch-site": None, "origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": None, "origin": "https://127.0.0.1:8471"},
        {"sec-fetch-site": None, "origin": "null"},
        {"sec-fetch-site": None},
    ],
)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_another_page_writes_nothing(nathan, headers, method):
    client = browser(nathan)
    client.headers = {}
    client.defaults.pop("HTTP_SEC_FETCH_SITE", None)
    kept = {name: value for name, value in headers.items() if value is not None}
    assert getattr(client, method)("/private/", headers=kept).status_code == 403
    assert records.listed(nathan, Goal).total == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8471"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"origin": "http://127.0.0.1:8471"},
    ],
)
def test_our_own_pages_write_with_either_header(nathan, headers):
    client = browser(nathan)
    client.defaults.pop("HTTP_SEC_FETCH_SITE", None)
    assert client.post("/private/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("site", "mode", "destination", "status"),
    [
        ("cross-site", "no-cors", "script", 403),
        ("cross-site", "no-cors", "image", 403),
        ("same-site", "cors", "empty", 403),
        ("cross-site", "navigate", "iframe", 403),
        ("same-site", "navigate", "document", 200),
        ("none", "navigate", "document", 200),
    ],
)
def test_another_page_reads_nothing_but_may_link(nathan, site, mode, destination, status):
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": destination}
    response = browser(nathan).get("/private/", headers=headers)
    assert response.status_code == status
    assert (CANARY in response.content.decode()) is (status == 200)
    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize("cookie", [None, "", "1", "1:forged", "MQ:1xVERU:G0MjoLb5Cc1peAYHbNM33q2qiYXn"])
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_another_user_of_the_machine_reads_nothing(cookie, method):
    client = browser()
    if cookie is not None:
        client.cookies[launch.cookie_name()] = cookie
    response = getattr(client, method)("/private/")
    assert response.status_code == 403
    assert CANARY not in response.content.decode()


def test_a_cookie_ends_after_30_days(nathan, monkeypatch):
    client = browser(nathan)
    later = signing.time.time() + launch.COOKIE_LASTS.total_seconds() + 1
    monkeypatch.setattr(signing.time, "time", lambda: later)
    assert client.get("/private/").status_code == 403


def test_a_launch_token_opens_once(nathan):
    token = launch.issue(nathan)
    client, thief = browser(), browser()
    assert client.head("/launch/", {"token": token}).status_code == 403, "a look at the head uses nothing up"
    response = client.get("/launch/", {"token": token})
    assert response.status_code == 200
    cookie = response.cookies[launch.cookie_name()]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert CANARY in client.get("/private/").content.decode()
    assert thief.get("/launch/", {"token": token}).status_code == 403
    assert thief.get("/private/").status_code == 403
    assert client.get("/launch/", {"token": token}).status_code == 200, "going back is no dead end"


def test_a_launch_token_is_kept_as_its_hash_and_for_an_hour(nathan):
    token = launch.issue(nathan)
    kept = Launch._all.get()
    assert token not in kept.token_hash
    Launch._all.update(made_at=timezone.now() - launch.TOKEN_LASTS - timedelta(seconds=1))
    assert launch.redeem(token) is None
    assert launch.redeem("") is None


def test_what_is_not_there_and_what_says_no_rule_look_alike(nathan):
    client = browser(nathan)
    undeclared_page, missing = client.get("/undeclared/"), client.get("/never/")
    assert (undeclared_page.status_code, missing.status_code) == (404, 404)
    assert undeclared_page.content == missing.content


def test_a_view_without_a_rule_fails_the_check_at_start():
    assert [(fault.id, fault.msg) for fault in run_checks() if fault.id == "people.E001"] == [
        ("people.E001", "/undeclared/ does not say who may reach it.")
    ]


def test_a_method_that_is_not_declared_is_refused(nathan):
    response = browser(nathan).delete("/private/")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST"


def test_pages_are_not_stored_and_say_what_they_may_load(nathan):
    response = browser(nathan).get("/private/")
    assert response["Cache-Control"] == "no-store, private"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_one_account_for_local_mode():
    assert owner() == owner()
    assert owner("emily") != owner()


def test_every_address_stands_in_the_register():
    found = {route: rule for route, _, rule in rules.register()}
    assert found["private/"] == rules.Rule(frozenset({OWNER}), frozenset({"GET", "HEAD", "POST"}))
    assert found["undeclared/"] is None


def test_what_was_typed_is_given_back_where_the_cookie_is_gone(nathan):
    answer = browser().post("/private/", {"text": "Typed <b>before</b> it went", "version": "1"})
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "Typed &lt;b&gt;before&lt;/b&gt; it went" in html
    assert CANARY not in html
    assert "What you typed" not in browser().get("/private/?text=Not+this+one").content.decode()


def test_what_was_typed_is_given_back_where_the_database_is_in_trouble():
    request = RequestFactory().post("/goals/new/", {"what": "Hold two panels"})
    page = trouble.PlainWords(lambda _: HttpResponse()).process_exception(request, UserError("The disk is full."))
    assert page.status_code == 422
    assert "Hold two panels" in page.content.decode()
    assert "The disk is full." in page.content.decode()
