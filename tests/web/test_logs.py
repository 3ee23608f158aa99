"""What may stand in a log: the kind of an error and its place, never a word of a person's (T10)."""

from __future__ import annotations

import logging
import logging.config

import pytest
from cast import browser
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from talktrack.web.people.rules import ANYONE, allow

CANARY = "canarybird"


@allow(ANYONE)
def faulty(_request: HttpRequest, words: str) -> HttpResponse:
    raise ValueError(f"{CANARY} in {words}")


urlpatterns = [path("faulty/<str:words>/", faulty)]
handler404 = "talktrack.web.people.views.not_there"
handler500 = "talktrack.web.people.views.broken"


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "status"), [(f"/faulty/{CANARY}/", 500), (f"/nowhere/{CANARY}/", 404)])
def test_no_word_of_a_person_reaches_a_log_or_a_page(capsys, address, status):
    logging.config.dictConfig(settings.LOGGING)
    client = browser()
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=__name__):
        response = client.get(address)
    logging.getLogger("talktrack").error("kept %s", CANARY)
    said = capsys.readouterr()
    assert response.status_code == status
    assert CANARY not in response.content.decode()
    assert CANARY not in said.out + said.err
    assert "ERROR talktrack at test_logs.py" in said.err
    assert ("ValueError" in said.err) is (status == 500)
