"""Mail is handed over whole, encrypted, to those whom the server takes; what goes wrong is said plainly (T8)."""

from __future__ import annotations

import mailserver
import pytest
from mailserver import ANSWERS, BUSY, PASSWORD, REFUSED, STAGES, USER, hostile, real

from talktrack.outside.networks import Networks, networks
from talktrack.outside.smtp import Server, Trouble, check, deliver

HERE = networks("127.0.0.0/8")
MAIL = b"From: nathan@example.com\r\nMessage-ID: <one@talktrack.invalid>\r\nSubject: Hello\r\n\r\nGood morning.\r\n"
TO = ("jocelyn@example.com",)


def make_server(port: int, **changes: object) -> Server:
    return Server(**{"host": "127.0.0.1", "port": port, "security": "none", **changes})  # type: ignore[arg-type]


def send(server: Server, content: bytes = MAIL, to: tuple[str, ...] = TO, **options: object):
    return deliver(server, sender=USER, recipients=to, content=content, allowed=HERE, **options)  # type: ignore[arg-type]


@pytest.fixture
def trusted(tmp_path, monkeypatch):
    context, file = mailserver.certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", file)
    return context


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("excluded", [(), ("PLAIN",)])
def test_a_mail_arrives_encrypted_after_login(trusted, security, excluded):
    with real(security, trusted, auth_exclude_mechanism=excluded) as server:
        account = make_server(server.port, security=security, user=USER, password=PASSWORD)
        check(account, allowed=HERE)
        assert send(account).taken == TO
    assert server.inbox.users == [USER, USER]
    assert server.inbox.mails == [(USER, TO, MAIL)]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_wrong_password_is_told_as_such_and_stays_wrong(trusted, security):
    with real(security, trusted) as server, pytest.raises(Trouble) as told:
        check(make_server(server.port, security=security, user=USER, password="guessed"), allowed=HERE)
    assert told.value.words == "The mail server does not know this password, or not this user."
    assert told.value.lasting
    assert "guessed" not in repr(told.value) + repr(make_server(1, password="guessed"))


def test_a_server_that_cannot_prove_who_it_is_gets_nothing(tmp_path):
    context, _ = mailserver.certificate(tmp_path)  # by an authority that nobody here trusts
    with real("tls", context) as server, pytest.raises(Trouble) as told:
        send(make_server(server.port, security="tls", user=USER, password=PASSWORD))
    assert "could not prove who it is" in told.value.words
    assert not server.inbox.users


def test_a_name_that_the_certificate_does_not_bear_gets_nothing(tmp_path, monkeypatch):
    context, file = mailserver.certificate(tmp_path, "mail.elsewhere.example")
    monkeypatch.setenv("SSL_CERT_FILE", file)
    with real("starttls", context) as server, pytest.raises(Trouble) as told:
        send(make_server(server.port, security="starttls"))
    assert "could not prove who it is" in told.value.words


def test_no_password_leaves_where_encryption_is_not_offered():
    with real() as server, pytest.raises(Trouble) as told:
        send(make_server(server.port, security="starttls", user=USER, password=PASSWORD))
    assert "does not offer to encrypt" in told.value.words
    assert server.inbox.mails == []


def test_words_put_in_before_the_encryption_do_not_count(trusted):
    injected = mailserver.saying(b"220 go on\r\n250 injected\r\n")
    with hostile("STAR", injected) as server, pytest.MonkeyPatch.context() as patch:
        patch.setitem(ANSWERS, "EHLO", b"250-hello\r\n250 STARTTLS\r\n")
        with pytest.raises(Trouble) as told:
            send(make_server(server.port, security="starttls"))
    assert "does not speak like a mail server" in told.value.words


def test_without_encryption_only_in_a_network_that_the_operator_named():
    with real() as server:
        with pytest.raises(Trouble) as told:
            deliver(make_server(server.port), sender=USER, recipients=TO, content=MAIL, allowed=Networks())
        assert "are refused unless you allow them" in told.value.words
        assert send(make_server(server.port)).taken == TO
    assert len(server.inbox.mails) == 1


def test_each_recipient_is_asked_for_by_itself():
    with real() as server:
        made = send(make_server(server.port), to=(REFUSED, "jocelyn@example.com", BUSY))
    assert made.taken == TO
    assert [address for address, _ in made.refused] == [REFUSED]
    assert "No such mailbox here" in made.refused[0][1]
    assert [address for address, _ in made.later] == [BUSY]
    assert server.inbox.mails == [(USER, TO, MAIL)]


@pytest.mark.parametrize(
    "address", ["a@b.example, e@x.example", "a@b.example>\r\nRCPT TO:<e@x.example", "a b@c", "a"]
)
def test_one_address_never_becomes_two(address):
    with hostile("", mailserver.cut) as server, pytest.raises(Trouble) as told:
        send(make_server(server.port), to=(address,))
    assert told.value.lasting
    assert server.connections == 0


def test_dots_long_mails_and_bare_line_ends_arrive_as_they_were_meant():
    body = b"".join(b".%d\r\n..\r\n.\r\n" % n for n in range(20_000))
    with real() as server:
        send(make_server(server.port), MAIL + body)
        send(make_server(server.port), MAIL + b"a\n.\nMAIL FROM:<smuggler@x.example>\rb")
    assert server.inbox.mails[0][2] == MAIL + body
    assert server.inbox.mails[1][2] == MAIL + b"a\r\n.\r\nMAIL FROM:<smuggler@x.example>\r\nb\r\n"
    assert len(server.inbox.mails) == 2


def test_letters_beyond_ascii_go_to_servers_that_take_them_only():
    content = "Subject: Grüße\r\n\r\nÜber\r\n".encode()
    with real(enable_SMTPUTF8=True, decode_data=False) as server:
        assert send(make_server(server.port), content, ("jörg@example.com",)).taken == ("jörg@example.com",)
    assert server.inbox.mails[0][2] == content
    with hostile("", mailserver.cut) as plain, pytest.raises(Trouble) as told:
        send(make_server(plain.port), content)
    assert "plain letters" in told.value.words


def test_a_mail_that_no_server_would_take_is_refused_before(monkeypatch):
    with real(data_size_limit=1000) as server:
        with pytest.raises(Trouble) as large:
            send(make_server(server.port), MAIL + b"x\r\n" * 1000)
        with pytest.raises(Trouble) as long:
            send(make_server(server.port), MAIL + b"x" * 999)
    assert "too large" in large.value.words
    assert "a line that no mail server takes" in long.value.words
    assert large.value.lasting
    assert long.value.lasting
    assert server.inbox.mails == []


def test_nothing_is_given_away_where_going_on_is_forbidden():
    class Lost(Exception):
        pass

    def forbid() -> None:
        raise Lost

    with real() as server, pytest.raises(Lost):
        send(make_server(server.port), go_on=forbid)
    assert server.inbox.mails == []


def test_a_server_that_is_down():
    with pytest.raises(Trouble) as told:
        send(make_server(mailserver.free_port()))
    assert "is down at port" in told.value.words
    assert not told.value.lasting


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(
    "behave", [mailserver.cut, mailserver.silent, mailserver.garbage, mailserver.endless, mailserver.dribbling]
)
def test_whatever_a_server_does_it_ends_in_plain_words(stage, behave):
    with hostile(stage, behave) as server, pytest.raises(Trouble) as told:
        send(make_server(server.port), MAIL + b"x" * 70 + b"\r\n" * 400_000, seconds=2)
    assert told.value.words.startswith(("The mail server", "What answers at"))
    assert not told.value.lasting
    if stage != "body":  # there, buffers on the way may have taken all of it, or not
        assert told.value.doubtful is (stage == "end")


@pytest.mark.parametrize("stage", ["connect", "MAIL", "DATA", "end"])
@pytest.mark.parametrize(("code", "lasting"), [(421, False), (451, False), (554, True)])
def test_no_for_now_and_no_for_good_are_told_apart(stage, code, lasting):
    answer = mailserver.saying(b"%d Because of the moon\r\n" % code)
    with hostile(stage, answer) as server, pytest.raises(Trouble) as told:
        send(make_server(server.port))
    assert told.value.lasting is lasting
    assert not told.value.doubtful
    assert "It says: “Because of the moon”." in told.value.words
