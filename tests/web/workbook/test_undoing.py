"""What a page says after a change, and the way back."""

from __future__ import annotations

from cast import browser, emily

from talktrack.engine.story import Goal
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records


def _made(subject):
    return record.create(subject=subject, noun=Goal, fields={"what": "Plan the weeks"})


def test_undo_takes_back_and_can_be_taken_back_itself(nathan):
    client, done = browser(nathan), _made(nathan)
    answer = client.post(f"/undo/{done.undo}/", follow=True)
    assert "Taken back." in answer.content.decode()
    assert records.listed(nathan, Goal).total == 0
    again = answer.context["undo"].undo
    client.post(again)
    assert records.listed(nathan, Goal).total == 1


def test_what_happened_is_said_once(nathan):
    client, done = browser(nathan), _made(nathan)
    client.post(f"/undo/{done.undo}/")
    assert "Taken back." in client.get("/today/").content.decode()
    assert "Taken back." not in client.get("/today/").content.decode()


def test_undo_goes_back_to_the_page_of_ours_that_it_was_asked_on(nathan, settings):
    client = browser(nathan)
    for came, to in ((f"{settings.ORIGIN}/journey/?a=1", "/journey/?a=1"), ("https://evil.example/x", "/today/"),
                     (f"{settings.ORIGIN}//evil.example", "/today/")):  # fmt: skip
        answer = client.post(f"/undo/{_made(nathan).undo}/", headers={"referer": came})
        assert answer["Location"] == to


def test_a_record_that_changed_since_is_left(nathan):
    done = _made(nathan)
    record.edit(subject=nathan, noun=Goal, name=done.kept.name, fields={"what": "Later"}, version=1)
    answer = browser(nathan).post(f"/undo/{done.undo}/", follow=True)
    assert "It has changed since" in answer.content.decode()
    assert records.one(nathan, Goal, done.kept.name).value.what == "Later"


def test_anothers_undo_is_not_there(nathan):
    token = _made(emily()).undo
    assert browser(nathan).post(f"/undo/{token}/").status_code == 404


def test_a_bent_token_says_what_to_do(nathan):
    answer = browser(nathan).post("/undo/bent/", follow=True)
    assert "Open the record" in answer.content.decode()
