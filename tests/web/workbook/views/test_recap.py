"""Recap in the browser: notes in, one word on each taking, the mail and the plan out (R44–R52)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cast import bring_in, browser, emily, example
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.story import Agreement, Commitment, Contact, Conversation, Journey, Reaction
from talktrack.web.post import connections, outbox
from talktrack.web.post.models import Outgoing
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries.journey import journey
from talktrack.web.workbook.queries.recap import recap
from talktrack.web.workbook.views.numbers import counted

NOW = datetime(2026, 12, 3, 15, 0, tzinfo=UTC)
HOME = "/recap/december/"
NOTES = """# Thu 3 Dec, small room

she nodded at the 33 %
- yes, agreed: I join the launch meeting from January
- J asks Ingrid about the seat by end of next week
- me: send her the hand-over list
- "be more strategic"

## advice
- write to the founders once a month

next talk: Tue 2 Feb, 10.00
"""


@pytest.fixture(autouse=True)
def afterwards(monkeypatch):
    """The clock stands at the afternoon of the talk."""
    monkeypatch.setattr("talktrack.web.workbook.views.clock.timezone.now", lambda: NOW)


@pytest.fixture
def client(nathan):
    bring_in(nathan, example())
    return browser(nathan)


@pytest.fixture
def noted(client):
    assert client.post(HOME, {"text": NOTES}).status_code == 302
    return client


def words(answer):
    return answer.content.decode()


def waiting(subject, kind=""):
    found = recap(subject, "december", NOW.date()).waiting
    return [t for t in found if kind in ("", t.kind)]


def decide(client, taken, verb, query=""):
    return client.post(f"{HOME}take/{taken.kind}/{taken.id}/{verb}/{query}")


def confirm_all(client, subject):
    for taken in waiting(subject):
        assert decide(client, taken, "confirm").status_code == 302


def test_pasted_notes_are_kept_and_read_and_nothing_is_taken_without_a_word(nathan, noted):
    whole = journey(nathan)
    assert [n.text for n in whole.notes] == [NOTES.strip()]
    assert next(c for c in whole.conversations if c.id == "december").state == "held"
    assert not whole.commitments
    assert {"commitments", "agreements", "advice", "feedback"} <= {t.kind for t in waiting(nathan)}
    page = words(noted.get(HOME))
    assert "Ask Ingrid about the seat, by Friday 11 December" in page
    assert "from line 5" in page


def test_every_taking_leads_to_the_line_that_it_was_read_from(nathan, noted):
    page = noted.get(HOME).context["page"]
    ids = {j.id for j in page.jottings}
    assert page.takings
    for t in page.takings:
        assert t.lights
        assert set(t.lights.split()) <= ids


def test_a_word_on_each_keeps_it_and_can_be_taken_back(nathan, noted):
    promise = next(t for t in waiting(nathan, "commitments") if t.record.owner == "jocelyn")
    decide(noted, promise, "confirm")
    kept = journey(nathan).commitments
    assert [(c.id, c.owner, c.due) for c in kept] == [(promise.id, "jocelyn", "2026-12-11")]
    assert kept[0].source is not None
    told = noted.get(HOME).context["undo"]
    noted.post(told.undo)
    assert not journey(nathan).commitments


def test_an_agreement_that_names_no_goal_asks_which_and_takes_it_with_one_key(nathan, noted):
    noted.post(HOME, {"text": "canteen menu: yes"})
    [loose] = [t for t in waiting(nathan, "agreements") if not t.record.goal]
    page = words(noted.get(HOME))
    assert "Which goal is it about?" in page
    assert f"take/agreements/{loose.id}/confirm/?goal=denmark" in page
    decide(noted, loose, "confirm", "?goal=denmark")
    assert {a.goal for a in journey(nathan).agreements if a.id == loose.id} == {"denmark"}


def test_an_agreement_kept_without_a_goal_is_told_of_beside_the_mail_and_is_not_in_it(nathan, noted):
    noted.post(HOME, {"text": "canteen menu: yes"})
    [loose] = [t for t in waiting(nathan, "agreements") if not t.record.goal]
    decide(noted, loose, "confirm")
    page = noted.get(f"{HOME}mail/").context["page"]
    assert any("until you say which goal it is about" in line for line in page.notices)
    assert "canteen" not in str(page.stretches)


def test_what_is_dismissed_is_not_asked_again_and_can_be_brought_back(nathan, noted):
    advice = waiting(nathan, "advice")[0]
    decide(noted, advice, "dismiss")
    assert advice.id not in {t.id for t in waiting(nathan)}
    assert advice.record.text in words(noted.get(HOME))
    decide(noted, advice, "reopen")
    assert advice.id in {t.id for t in waiting(nathan)}


def test_a_promise_without_a_day_gets_one_in_place(nathan, noted):
    undated = next(t for t in waiting(nathan, "commitments") if t.record.owner == "me")
    card = next(t for t in noted.get(HOME).context["page"].takings if t.id.endswith(undated.id))
    assert card.hint == "It has no day yet."
    assert [a.text for a in card.repairs] == ["Fri 11 Dec", "Fri 25 Dec", "Pick a day"]
    noted.post(card.repairs[0].url)
    assert journey(nathan).commitments[0].due == "2026-12-11"


def test_a_taking_in_ones_own_words_is_confirmed(nathan, noted):
    promise = next(t for t in waiting(nathan, "commitments") if t.record.owner == "me")
    url = f"{HOME}take/commitments/{promise.id}/edit/"
    assert promise.record.action in words(noted.get(url))
    bad = noted.post(url, {"action": "Send the list", "owner": "me", "due": "soon"})
    assert bad.status_code == 422
    assert "Write a date as" in words(bad)
    form = {"action": "Send the list", "owner": "me", "due": "9 Dec 2026", "conversation": "december"}
    assert noted.post(url, form).status_code == 302
    kept = journey(nathan).commitments[0]
    assert (kept.id, kept.action, kept.due, kept.source) == (
        promise.id,
        "Send the list",
        "2026-12-09",
        promise.record.source,
    )


def test_whose_a_promise_is_and_what_an_agreement_is_about_can_be_put_right_before_they_are_kept(nathan, noted):
    promise = next(t for t in waiting(nathan, "commitments") if t.record.owner == "jocelyn")
    form = {"action": promise.record.action, "due": promise.record.due, "conversation": "december"}
    url = f"{HOME}take/commitments/{promise.id}/edit/"
    assert noted.get(url).context["form"].initial["owner"] == "jocelyn"
    assert noted.post(url, {**form, "owner": "ingrid", "goal": "denmark"}).status_code == 302
    [kept] = journey(nathan).commitments
    assert (kept.owner, kept.goal) == ("ingrid", "denmark")

    [agreed] = waiting(nathan, "agreements")
    url = f"{HOME}take/agreements/{agreed.id}/edit/"
    form = {"state": "conditional", "words": agreed.record.words, "condition": "if the budget holds"}
    assert "told to nobody" in words(noted.get(url))
    assert noted.post(url, {**form, "goal": "", "conversation": "december"}).status_code == 302
    [kept] = journey(nathan).agreements
    assert (kept.goal, kept.state, kept.condition) == (None, "conditional", "if the budget holds")


def test_lines_that_led_to_nothing_stay_in_sight_and_in_the_persons_own_sheet_only(nathan, noted):
    noted.post(HOME, {"text": "the canteen was full, odd smell"})
    assert "odd smell" in words(noted.get(HOME))
    confirm_all(noted, nathan)
    own = noted.get(f"{HOME}files/takings.md").content.decode()
    assert "odd smell" in own.partition("Nothing was read from these lines")[2]
    assert "odd smell" not in noted.get(f"{HOME}files/recap.txt").content.decode()


def test_vague_feedback_leaves_a_question_for_the_next_talk(nathan, noted):
    vague = next(t for t in waiting(nathan, "feedback") if "strategic" in t.record.text)
    decide(noted, vague, "confirm")
    card = next(t for t in noted.get(HOME).context["page"].takings if t.id.endswith(vague.id))
    assert "leaves a question open" in card.hint
    noted.post(card.repairs[0].url)
    assert journey(nathan).open_questions[-1].text in card.hint


def test_goals_that_nobody_spoke_of_are_listed_and_stay_without_an_agreement(nathan, noted):
    page = noted.get(HOME).context["page"]
    assert page.untouched
    confirm_all(noted, nathan)
    spoken = {a.goal for a in journey(nathan).agreements}
    assert spoken < {g.id for g in journey(nathan).goals}


def test_the_mail_tells_what_was_confirmed_and_no_reaction(nathan, noted):
    confirm_all(noted, nathan)
    record.create(
        subject=nathan,
        noun=Reaction,
        fields={"conversation": "december", "act": "She looked away", "my_reading": "CANARY-ONE"},
    )
    page = words(noted.get(f"{HOME}mail/"))
    assert "Ask Ingrid about the seat" in page
    assert "CANARY-ONE" not in page
    assert "How you read their reaction" in page
    for name in ("recap.eml", "recap.txt", "plan-v2.pdf", "plan-v2.docx"):
        answer = noted.get(f"{HOME}files/{name}")
        assert answer.status_code == 200, name
        assert b"CANARY-ONE" not in answer.content
    assert noted.get(f"{HOME}files/passwd").status_code == 404


def test_agreed_without_words_holds_the_mail_until_the_person_says_so(nathan, noted):
    confirm_all(noted, nathan)
    noted.post(f"{HOME}mail/", {"body": "Thank you. You agreed that I get the whole budget. Please correct me."})
    page = noted.get(f"{HOME}mail/").context["page"]
    assert [n.rule for n in page.held] == ["M4"]
    assert noted.get(f"{HOME}files/recap.eml").status_code == 409
    assert noted.post(f"{HOME}mail/sealed/").status_code == 422
    noted.post(f"{HOME}mail/dismiss/M4/")
    assert not noted.get(f"{HOME}mail/").context["page"].held
    assert b"You agreed" in noted.get(f"{HOME}files/recap.txt").content
    noted.post(f"{HOME}mail/", {"body": "You agreed that I get everything. Please correct me. Thank you."})
    assert [n.rule for n in noted.get(f"{HOME}mail/").context["page"].held] == ["M4"]
    noted.post(f"{HOME}mail/")
    assert not noted.get(f"{HOME}mail/").context["page"].held


def test_sending_writes_the_mail_and_the_sealed_copies_together(nathan, noted):
    confirm_all(noted, nathan)
    refused = noted.post(f"{HOME}mail/send/")
    assert refused.status_code == 422
    assert "Your own mail is not set up yet" in words(refused)
    assert not journey(nathan).snapshots
    own = journey(nathan).person.email
    row = connections.keep(subject=nathan, purpose=connections.MAIL, address=own)
    connections.tried(row)
    assert noted.post(f"{HOME}mail/send/").status_code == 302
    out = outbox.of(nathan, "recap/december")["recap/december"]
    assert (out.state, out.to) == ("waiting", ("jocelyn@larkmoor.example",))
    assert [s.kind for s in journey(nathan).snapshots] == ["plan", "plan", "recap"]
    assert "Stop" in words(noted.get(f"{HOME}mail/"))
    again = noted.post(f"{HOME}mail/send/")
    assert again.status_code == 302
    assert len(journey(nathan).snapshots) == 3


def test_what_was_sent_is_never_replaced_and_a_corrected_recap_is_another_mail(nathan, noted):
    confirm_all(noted, nathan)
    connections.tried(
        connections.keep(subject=nathan, purpose=connections.MAIL, address=journey(nathan).person.email)
    )
    noted.post(f"{HOME}mail/send/")
    Outgoing.for_subject(nathan).update(state="sent", sent_at=NOW)
    before = journey(nathan).snapshots
    assert "Draft, not sent" not in words(noted.get(f"{HOME}mail/"))
    fields = {"conversation": "december", "action": "Show her the numbers", "owner": "me", "goal": "denmark"}
    record.create(subject=nathan, noun=Commitment, fields=fields)
    assert "Draft, not sent" in words(noted.get(f"{HOME}mail/"))
    noted.post(f"{HOME}mail/send/")
    after = journey(nathan).snapshots
    assert after[: len(before)] == before
    assert [(s.kind, s.version) for s in after[len(before) :]] == [("plan", 3), ("recap", 2)]
    first, second = outbox.of(nathan, "recap/december", "recap/december#2").values()
    assert first.message_id != second.message_id


def test_every_version_of_the_plan_stays_readable(nathan, noted):
    assert "No version was sealed yet" in words(noted.get("/goals/versions/"))
    confirm_all(noted, nathan)
    noted.post(f"{HOME}mail/sealed/")
    page = noted.get("/goals/versions/").context["page"]
    assert [v.title for v in page.versions] == ["Version 2", "Version 1"]
    assert page.versions[0].changes
    for number in (1, 2):
        assert noted.get(f"/goals/versions/{number}/plan.pdf").content.startswith(b"%PDF")
        assert noted.get(f"/goals/versions/{number}/plan.docx").content.startswith(b"PK")
    assert noted.get("/goals/versions/3/plan.pdf").status_code == 404


def test_the_day_that_the_notes_name_is_the_day_of_the_talk(nathan, client):
    answer = client.post(HOME, {"text": NOTES.replace("Thu 3 Dec", "Wed 2 Dec")}, follow=True)
    assert "They say Wednesday 2 December, so that is now the day of the talk." in words(answer)
    talk = next(c for c in journey(nathan).conversations if c.id == "december")
    assert talk.at == datetime(2026, 12, 2, 10)
    assert next(t for t in waiting(nathan, "commitments") if t.record.owner == "jocelyn").record.due == "2026-12-11"


def test_how_many_wait_changes_with_each_word(nathan, noted):
    left = len(waiting(nathan))
    taken = waiting(nathan)[0]
    answer = noted.post(f"{HOME}take/{taken.kind}/{taken.id}/confirm/", headers={"hx-request": "true"})
    assert 'id="onward" hx-swap-oob="true"' in words(answer)
    assert f"{counted(left - 1)} still wait for your word" in words(answer)


def test_a_talk_that_did_not_happen_is_put_off_and_loses_nothing(nathan, client):
    before = journey(nathan)
    word = client.post(f"{HOME}not-held/")["Location"]
    assert client.get(word).status_code == 200
    after = journey(nathan)
    assert next(c for c in after.conversations if c.id == "december").state == "postponed"
    assert (after.goals, after.accomplishments) == (before.goals, before.accomplishments)


def test_a_talk_that_was_not_prepared_can_be_noted(nathan):
    client = browser(nathan)
    assert "No talk here yet" in words(client.get("/recap/"))
    record.create(subject=nathan, noun=Contact, fields={"id": "ann", "name": "Ann Bell", "relation": "manager"})
    client.post("/recap/begin/")
    talk = journey(nathan).conversations[0]
    assert (talk.state, talk.contact) == ("held", "ann")
    client.post(f"/recap/{talk.id}/", {"text": "A: I will ask HR by Friday"})
    assert [t.record.owner for t in recap(nathan, talk.id, NOW.date()).waiting] == ["ann"]


def test_empty_and_endless_notes_get_a_kind_answer(nathan, client):
    empty = client.post(HOME, {"text": "  \n "})
    assert empty.status_code == 422
    assert "There is nothing to read yet" in words(empty)
    long = client.post(HOME, {"text": "a word " * 80_000})
    assert long.status_code == 422
    assert "too long for the notes of one talk" in words(long)
    page = "".join(f"She said a thing or two about number {n}.\n\n" for n in range(5_000))  # 200 KB
    assert client.post(HOME, {"text": page}).status_code == 302
    assert sum(len(n.text) for n in journey(nathan).notes) > 190_000
    assert client.get(HOME).status_code == 200


def test_the_same_page_pasted_twice_is_kept_once(nathan, noted):
    again = noted.post(HOME, {"text": NOTES})
    assert again.status_code == 422
    assert len(journey(nathan).notes) == 1


def test_another_owner_sees_nothing_of_it(nathan, noted):
    bring_in(emily(), Journey(conversations=(Conversation(id="own"),)))
    theirs = browser(emily())
    taken = waiting(nathan)[0]
    assert theirs.get(HOME).status_code == 404
    assert decide(theirs, taken, "confirm").status_code == 404
    assert theirs.get(f"{HOME}mail/").status_code == 404
    assert theirs.get(f"{HOME}files/recap.eml").status_code == 404
    assert theirs.post(HOME, {"text": "mine"}).status_code == 404


def test_the_number_of_queries_does_not_grow_with_what_was_taken(nathan, noted):
    def asked():
        noted.get(HOME)
        with CaptureQueriesContext(connection) as captured:
            noted.get(HOME)
        return len(captured)

    before = asked()
    confirm_all(noted, nathan)
    fields = {"conversation": "december", "goal": "denmark", "state": "agreed"}
    for number in range(20):
        record.create(
            subject=nathan, noun=Agreement, fields={**fields, "id": f"more-{number}", "words": f"Yes, {number}."}
        )
    assert asked() == before
