"""Start and the first agenda (R01, R05): one sentence is enough, and so is none."""

from __future__ import annotations

import re

import pytest

from talktrack.engine.story import Accomplishment, Contact, Goal
from talktrack.web.workbook.queries import records
from talktrack.web.workbook.queries.journey import journey

SENTENCE = "I run the forum. I'd like to open one in a second country, but nobody has ever asked me to."


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_an_empty_workbook_opens_at_start_and_a_filled_one_at_today(client, nathan):
    assert client.get("/")["Location"] == "/start/"
    client.post("/start/", {"sentence": SENTENCE})
    assert client.get("/")["Location"] == "/today/"


def test_one_sentence_makes_an_agenda_that_quotes_it(client, nathan):
    answer = client.post("/start/", {"sentence": SENTENCE}, follow=True)
    assert answer.redirect_chain == [("/start/agenda/", 302)]
    assert '<mark class="mine">I&#x27;d like to open one in a second country</mark>' in text(answer)
    assert "Question 1 of 5" in text(answer)
    assert journey(nathan).sentence == SENTENCE


def test_an_empty_sentence_works(client):
    answer = client.post("/start/", {"sentence": "  "}, follow=True)
    assert answer.status_code == 200
    assert "where my work here can go next" in text(answer)


def test_a_sentence_that_is_a_book_is_told_and_not_lost(client):
    answer = client.post("/start/", {"sentence": "word " * 5000})
    assert answer.status_code == 422
    assert "Keep the heart of it here" in text(answer)
    assert "word word" in text(answer)


def test_each_answer_goes_where_it_belongs_and_fills_its_gap(client, nathan):
    client.post("/start/", {"sentence": SENTENCE})
    answers = {
        "did": "Cut late answers",
        "result": "From a day and a half to forty minutes.",
        "manager": "Jocelyn Adeyemi",
        "started": "December 2024",
        "goal": "Hold two panels by myself",
    }
    for question, said in answers.items():
        assert f"/start/agenda/{question}/" in text(client.get("/start/agenda/"))
        client.post(f"/start/agenda/{question}/", {"answer": said})
    page = text(client.get("/start/agenda/"))
    assert "No question is left" in page
    assert 'class="gap"' not in page
    for said in ("A talk with Jocelyn", "I cut late answers.", "hold two panels by myself"):
        assert said in page
    assert journey(nathan).person.started == "2024-12"
    assert records.listed(nathan, Contact).items[0].value.relation == "manager"
    assert records.listed(nathan, Goal).items[0].value.horizon == "near"


def test_an_answer_that_cannot_be_right_stays_in_its_field(client):
    client.post("/start/", {"sentence": ""})
    answer = client.post("/start/agenda/started/", {"answer": "long ago"})
    assert answer.status_code == 422
    assert "long ago" in text(answer)
    assert "Write a date as" in text(answer)
    assert client.post("/start/agenda/did/", {"answer": " "}).status_code == 422


def test_an_answer_sent_twice_is_kept_once(client, nathan):
    client.post("/start/", {"sentence": SENTENCE})
    for _ in range(2):
        client.post("/start/agenda/did/", {"answer": "Cut late answers"})
    assert records.listed(nathan, Accomplishment).total == 1


def test_what_is_skipped_is_not_asked_again_today_and_a_gap_asks_all_the_same(client):
    client.post("/start/agenda/did/skip/")
    assert "What got better" not in text(client.get("/start/agenda/")).split('id="ask"')[1]
    assert "What got better" in text(client.get("/start/agenda/?ask=did")).split('id="ask"')[1]
    client.post("/start/agenda/enough/skip/")
    assert "No question is left" in text(client.get("/start/agenda/"))


@pytest.mark.parametrize("address", ["/start/agenda/nonsense/", "/start/agenda/nonsense/skip/"])
def test_a_question_that_is_not_there(client, address):
    assert client.post(address, {"answer": "x"}).status_code == 404


def test_hostile_words_stay_words(client):
    client.post("/start/", {"sentence": "<script>alert(1)</script> I'd like to <b>plan</b>"})
    assert "<script>alert" not in text(client.get("/start/agenda/"))
