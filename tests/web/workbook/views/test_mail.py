"""Your mail in the browser: set up, tried, forgotten; the request goes out and can be stopped; what fails is told."""

from __future__ import annotations

import mailserver
import pytest
from cast import browser, emily
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from mailserver import PASSWORD, real

from talktrack.engine.story import Contact, Person
from talktrack.engine.story.seal import opened
from talktrack.outside.networks import networks
from talktrack.web.post import connections, outbox, sending
from talktrack.web.post.models import Connection, Outgoing
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.actions.sending import SECONDS
from talktrack.web.workbook.queries.journey import journey

MAIL, REQUEST = "/you/mail/", "/prepare/december/request/"
KEY = "request/december"


@pytest.fixture(autouse=True)
def _near(settings):
    settings.ALLOWED_NETWORKS = networks("127.0.0.0/8")


def form(at: int, **changes: object) -> dict[str, object]:
    whole = {"address": "nathan@larkmoor.example", "host": "127.0.0.1", "port": at, "security": "none"}
    return {**whole, "user": "", "password": "", **changes}


@pytest.fixture
def working(filled, client):
    """Nathan's workbook with a mail account that works, and its server."""
    with real() as server:
        assert client.post(MAIL, form(server.port)).status_code == 302
        server.inbox.mails.clear()
        yield server


def work(settings) -> None:
    now = timezone.now() + SECONDS
    while mail := sending.lease(now):
        sending.send(mail, allowed=settings.ALLOWED_NETWORKS, now=lambda: now)


def test_an_account_is_kept_and_tried_at_once(client, filled):
    with real() as server:
        page = client.post(MAIL, form(server.port), follow=True)
        assert "It works" in page.content.decode()
        assert str(server.inbox.parsed()["Subject"]) == "A test from Talktrack"
        assert server.inbox.mails[0][:2] == ("nathan@larkmoor.example", ("nathan@larkmoor.example",))
        assert "The test is sent" in client.post(f"{MAIL}test/", follow=True).content.decode()
    assert len(server.inbox.mails) == 2
    assert outbox.can_send(filled)


def test_what_does_not_work_is_kept_and_told(client, filled):
    page = client.post(MAIL, form(mailserver.free_port()), follow=True).content.decode()
    assert "It does not work yet" in page
    assert "is down at port" in page
    assert not outbox.can_send(filled)


def test_the_password_is_never_shown_again_and_leaves_nothing_behind(client, filled, tmp_path, monkeypatch):
    context, file = mailserver.certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", file)
    with real("tls", context) as server:
        given = form(server.port, security="tls", password=PASSWORD)
        assert "It works" in client.post(MAIL, given, follow=True).content.decode()
        # Kept without typing it again, as long as it goes to the same server.
        client.post(MAIL, form(server.port, security="tls"))
        assert outbox.can_send(filled)
        assert client.post(MAIL, form(server.port, security="tls", host="localhost")).status_code == 422
    for address in (MAIL, "/you/", "/you/archive.json", "/history/", "/search/?q=k%C3%BCsse"):
        assert PASSWORD not in client.get(address).content.decode()
    assert "forgotten" in client.post(f"{MAIL}remove/", follow=True).content.decode()
    assert not Connection._all.exists()
    assert client.post(f"{MAIL}remove/").status_code == 404


def test_a_known_provider_fills_the_form_in_and_keeps_nothing(client, nathan):
    page = client.post(MAIL, form(0, host="", port="", address="nathan@gmail.com"))
    assert page.status_code == 200
    assert 'value="smtp.gmail.com"' in page.content.decode()
    assert "an app password" in page.content.decode()
    assert connections.mail(nathan) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": "a@b.example, e@x.example"},
        {"address": ""},
        {"host": ""},
        {"host": "smtp.example.org/x"},
        {"port": "many"},
        {"security": "perhaps"},
    ],
)
def test_what_cannot_be_right_is_told_at_its_field(client, nathan, wrong):
    page = client.post(MAIL, form(25) | wrong)
    assert page.status_code == 422
    assert page.context["form"].errors
    assert connections.mail(nathan) is None


def test_the_request_goes_out_with_its_invitation_and_is_sealed(client, working, filled, settings):
    assert "Send it to Jocelyn" in client.get(REQUEST).content.decode()
    page = client.post(f"{REQUEST}send/", follow=True)
    assert page.context["page"].out.state.text == "On its way"
    work(settings)
    sender, to, _ = working.inbox.mails[0]
    assert (sender, to) == ("nathan@larkmoor.example", ("jocelyn@larkmoor.example",))
    mail = working.inbox.parsed()
    assert "X-Unsent" not in mail
    kinds = {part.get_content_type(): part for part in mail.walk()}
    assert "UID:" in kinds["text/calendar"].get_payload(decode=True).decode()
    assert kinds["text/calendar"].get_param("method") == "REQUEST"
    whole = journey(filled)
    assert next(c for c in whole.conversations if c.id == "december").state == "asked"
    sealed = opened(whole.snapshots[-1])
    assert sealed.conversations[0].aim
    assert sealed.accomplishments == ()
    shown = client.get(REQUEST).context["page"]
    assert shown.out.state.text == "Sent"
    assert shown.send is None
    assert shown.asked is None


def test_within_ten_seconds_it_is_stopped_and_can_be_sent_again(client, working, filled, settings):
    client.post(f"{REQUEST}send/")
    page = client.post(f"/outbox/stop/{KEY}/", follow=True, headers={"referer": f"{settings.ORIGIN}{REQUEST}"})
    assert page.redirect_chain[0][0] == REQUEST
    work(settings)
    assert working.inbox.mails == []
    assert next(c for c in journey(filled).conversations if c.id == "december").state == "planned"
    client.post(f"{REQUEST}send/")
    work(settings)
    assert len(working.inbox.mails) == 1
    late = client.post(f"/outbox/stop/{KEY}/", headers={"hx-request": "true"}).content.decode()
    assert "Too late to stop it" in late


def test_asking_twice_sends_once(client, working, filled, settings):
    client.post(f"{REQUEST}send/")
    client.post(f"{REQUEST}send/")
    work(settings)
    assert client.post(f"{REQUEST}send/").status_code == 422
    assert len(working.inbox.mails) == 1
    assert Outgoing.for_subject(filled).count() == 1


def test_a_failed_mail_says_why_is_tried_again_and_saved(client, filled, settings):
    own = connections.keep(
        subject=filled,
        purpose="smtp",
        address="nathan@larkmoor.example",
        settings={"host": "127.0.0.1", "port": mailserver.free_port(), "security": "none"},
    )
    connections.tried(own)
    client.post(f"{REQUEST}send/")
    work(settings)
    page = client.get(REQUEST).content.decode()
    assert "Not sent yet" in page
    assert "is down at port" in page
    assert "It is tried again" in page
    Outgoing.for_subject(filled).update(state="failed")
    assert "The request was not sent." in client.get("/today/").content.decode()
    assert client.get(REQUEST).context["page"].send.text == "Send it anew, as it reads here"
    file = client.get(f"/outbox/file/{KEY}/")
    assert file["Content-Disposition"] == 'attachment; filename="request.eml"'
    assert file.content.startswith(b"X-Unsent: 1\r\n")
    with real() as server:
        own.settings["port"] = server.port
        own.save()
        client.post(f"/outbox/again/{KEY}/")
        work(settings)
    assert len(server.inbox.mails) == 1
    assert "was not sent." not in client.get("/today/").content.decode()


def test_while_it_waits_the_page_asks_and_hears_only_what_is_new(client, working, settings):
    client.post(f"{REQUEST}send/")
    look = client.get(REQUEST).context["page"].out.look
    assert client.get(look, headers={"hx-request": "true"}).status_code == 204
    work(settings)
    answer = client.get(look, headers={"hx-request": "true"})
    assert "The mail is sent." in answer.content.decode()
    assert "hx-get" not in answer.content.decode()


def test_what_a_rule_holds_back_is_not_sent(client, working, filled, settings):
    talk = journey(filled).conversations[0]
    said = talk.asks[0].model_copy(update={"what": "Could you give me fewer nights by May, because I am pregnant?"})
    record.put(subject=filled, value=talk.model_copy(update={"asks": (said,)}))
    assert client.post(f"{REQUEST}send/").status_code == 409
    assert Outgoing.for_subject(filled).count() == 0


@pytest.mark.parametrize(
    ("noun", "change", "words"),
    [
        (Contact, {"email": ""}, "Add their mail address"),
        (Person, {"email": "other@example.com"}, "Make your address the same"),
    ],
)
def test_what_is_missing_is_said_before_it_is_sent(client, working, filled, noun, change, words):
    whole = journey(filled)
    value = whole.person if noun is Person else next(c for c in whole.contacts if c.id == "jocelyn")
    record.put(subject=filled, value=value.model_copy(update=change))
    page = client.get(REQUEST)
    assert words in page.content.decode()
    assert page.context["page"].send is None
    assert client.post(f"{REQUEST}send/").status_code == 422
    assert working.inbox.mails == []


def test_without_an_account_everything_else_is_there(client, filled):
    page = client.get(REQUEST).content.decode()
    assert "Set up your mail" in page
    assert "request.eml" in page
    assert "It is sent" in page


def test_nobody_else_sees_stops_or_saves_it(client, working, filled):
    client.post(f"{REQUEST}send/")
    other = browser(emily())
    assert other.get(f"/outbox/look/{KEY}/").status_code == 404
    assert other.get(f"/outbox/file/{KEY}/").status_code == 404
    for verb in ("stop", "again"):
        assert other.post(f"/outbox/{verb}/{KEY}/").status_code == 404
    assert Outgoing.for_subject(filled).get().state == "waiting"
    assert "nathan@larkmoor.example" not in other.get(MAIL).content.decode()


def test_reading_costs_the_same_however_much_was_sent(client, working, filled, settings):
    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as read:
            client.get(address)
        return len(read)

    client.post(f"{REQUEST}send/")
    few = [queries(a) for a in (MAIL, REQUEST, "/today/")]
    rows = [{"account_id": filled.account, "key": f"recap/{n}", "state": "failed"} for n in range(30)]
    made = {"sender": "a@b.example", "recipients": [], "content": b"", "due_at": timezone.now()}
    Outgoing._all.bulk_create([Outgoing(**row, **made) for row in rows])
    assert [queries(a) for a in (MAIL, REQUEST, "/today/")] == few


def test_wishes_are_kept_and_can_be_undone(client, nathan):
    page = client.post(f"{MAIL}reminders/", {"kinds": ["meeting", "check_in", "recap", "theirs"]}, follow=True)
    assert page.context["wishes"].initial["kinds"] == ["meeting", "check_in", "recap", "theirs"]
    client.post(page.context["undo"].undo)
    assert "mine" in client.get(MAIL).context["wishes"].initial["kinds"]
    assert client.post(f"{MAIL}reminders/", {"kinds": ["everything"]}).status_code == 422
