"""The guarded client against a real server that behaves badly: what it refuses, and what it says."""

from __future__ import annotations

import socket
import ssl
import time

import pytest
import trustme
from caldav_served import LOOPBACK, free_port
from hostile_http import ICS, hostile

from talktrack.kit.errors import UserError
from talktrack.outside import subscription
from talktrack.outside.http import Client, Login, Redirected, address, related
from talktrack.outside.networks import Networks, networks

NOWHERE = Networks()


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def trusting(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture(scope="module")
def server():
    with hostile() as served:
        yield served


def get(url, *, allowed=LOOPBACK, seconds=3.0, **more):
    with Client(allowed=allowed, seconds=seconds, **more) as client:
        return client.ask("GET", url)


def refused(url, **more):
    with pytest.raises(UserError) as told:
        get(url, **more)
    assert "canary" not in str(told.value)
    assert told.value.__cause__ is None
    return told.value.message


def test_an_answer_comes_back_whole_and_no_cookie_is_kept(server):
    with Client(allowed=LOOPBACK) as client:
        answer = client.ask("GET", server.url("/ok"))
        assert (answer.status, answer.content, answer.headers["etag"]) == (200, ICS, '"one"')
        client.ask("GET", server.url("/ok"))
    assert "ookie" not in server.asked[-1].partition("\r\n")[2]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/bomb", "more than 5 MB"),
        ("/bombs", "more than 5 MB"),
        ("/endless", "more than 5 MB"),
        ("/drip", "did not answer in full within 3 seconds"),
        ("/informs", "did not answer in full within 3 seconds"),
        ("/hang", "did not answer in full within 3 seconds"),
        ("/garbage", "did not answer as a web server does"),
        ("/half", "did not answer as a web server does"),
        ("/chunks", "did not answer as a web server does"),
        ("/no-chunks", "did not answer as a web server does"),
        ("/not-gzip", "did not answer as a web server does"),
        ("/silence", "did not answer as a web server does"),
        ("/switch", "did not answer as a web server does"),
        ("/long-head", "did not answer as a web server does"),
        ("/astray", "did not answer as a web server does"),
        ("/riddle", "did not answer as a web server does"),
        ("/unheard-of", "did not answer as a web server does"),
        ("/unmade", "did not answer as a web server does"),
    ],
)
def test_whatever_a_server_does_it_ends_in_a_sentence(server, path, told):
    assert told in refused(server.url(f"{path}?token=canary"), login=Login("nathan", "canary"))


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/gone", "has been taken away"),
        ("/nothing", "There is nothing at that address"),
        ("/trouble", "trouble of its own (it says 503)"),
        ("/often", "was asked too often"),
    ],
)
def test_a_refusal_is_told_in_words(server, path, told):
    with Client(allowed=LOOPBACK) as client, pytest.raises(UserError) as error:
        subscription.fetch(client, server.url(path))
    assert told in error.value.message


def test_a_redirect_is_told_without_its_query_and_not_followed(server):
    with pytest.raises(Redirected) as told:
        get(server.url("/elsewhere"))
    assert "https://elsewhere.example/other" in told.value.message
    assert "canary" not in told.value.message
    before = len(server.asked)
    with pytest.raises(Redirected):
        get(server.url("/within"))
    assert len(server.asked) == before + 1


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "10.0.0.1", "172.16.5.4",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[64:ff9b::7f00:1]", "[64:ff9b::808:808]",
        "[2002:7f00:1::]", "[2002:808:808::]", "[2001:0:0:1::]", "[fe80::1]", "[fc00::1]", "[fec0::1]", "[ff02::1]",
        "[::127.0.0.1]", "[2001:db8::1]", "[100::1]",
    ],
)  # fmt: skip
def test_no_connection_goes_to_what_is_not_public(server, host):
    before = len(server.asked)
    told = refused(f"https://{host}:{server.port}/ok", allowed=NOWHERE)
    assert "refused unless you allow" in told
    assert "TALKTRACK_ALLOW_NETWORKS=" in told
    assert len(server.asked) == before


def test_what_is_packed_within_an_allowed_address_is_checked_as_well():
    assert "refused unless" in refused("https://[64:ff9b::7f00:1]/", allowed=networks("64:ff9b::/96"))
    assert "refused unless" in refused("https://[::ffff:127.0.0.1]/", allowed=networks("::ffff:0:0/96"))


def test_plain_http_is_taken_only_where_the_operator_allows_the_network(server, monkeypatch):
    assert get(server.url("/ok")).status == 200
    resolve_to(monkeypatch, ["93.184.215.14"])
    assert "over https only" in refused("http://calendar.example/")


def resolve_to(monkeypatch, *answers):
    """Names lead to these addresses, one list for each time that somebody asks; the last one from then on."""
    asked: list[str] = []
    really = socket.getaddrinfo

    def lookup(host, port, *rest, **more):
        if host.replace(".", "").isdigit():
            return really(host, port, *rest, **more)
        asked.append(host)
        given = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in given]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return asked


def test_a_name_is_looked_up_once_and_its_address_kept(authority, trusting, monkeypatch):
    """DNS rebinding: the second answer would lead elsewhere, and nobody asks for it."""
    with hostile(authority, "calendar.example") as served:
        asked = resolve_to(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
        with Client(allowed=networks("127.0.0.1"), context=trusting) as client:
            for _ in range(3):
                assert client.ask("GET", served.url("/ok", "calendar.example")).status == 200
        assert asked == ["calendar.example"]
        assert all(f"Host: calendar.example:{served.port}" in head for head in served.asked)


def test_a_name_with_a_good_and_a_bad_address_leads_to_the_good_one_only(authority, trusting, monkeypatch):
    with hostile(authority, "calendar.example") as good, hostile(address="127.0.0.2") as bad:
        resolve_to(monkeypatch, ["127.0.0.2", "127.0.0.1"])
        url = good.url("/ok", "calendar.example")
        assert get(url, allowed=networks("127.0.0.1"), context=trusting).status == 200
        assert bad.asked == []


def test_a_name_that_changes_to_a_private_address_is_refused(monkeypatch):
    resolve_to(monkeypatch, ["10.1.2.3"])
    told = refused("https://calendar.example/", allowed=NOWHERE)
    assert "“calendar.example” (10.1.2.3)" in told
    assert "TALKTRACK_ALLOW_NETWORKS=10.1.2.3" in told


def test_the_certificate_is_checked_against_the_name(authority, trusting, monkeypatch):
    with hostile(authority, "other.example") as served:
        resolve_to(monkeypatch, ["127.0.0.1"])
        told = refused(served.url("/ok", "calendar.example"), context=trusting)
        assert "could not prove that it is “calendar.example”" in told
        assert served.asked == []
        untrusting = ssl.create_default_context()
        assert "could not prove" in refused(served.url("/ok", "other.example"), context=untrusting)


def test_a_server_without_tls_where_tls_is_asked_for(server):
    told = refused(f"https://127.0.0.1:{server.port}/ok")
    assert "No safe connection" in told or "broke off" in told or "did not answer" in told


def test_nobody_there_and_no_such_name(monkeypatch):
    assert "Nobody answers at “127.0.0.1”" in refused(f"http://127.0.0.1:{free_port()}/")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: (_ for _ in ()).throw(socket.gaierror(-2, "no")))
    assert "There is no server called “calendar.example”" in refused("https://calendar.example/")


def test_a_name_server_that_hangs_is_left_behind(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(5) or [])
    assert "in time" in refused("https://calendar.example/", seconds=0.3)


def test_no_proxy_and_no_login_of_the_environment(server, monkeypatch, tmp_path):
    closed = f"http://127.0.0.1:{free_port()}"
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, closed)
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login canary password canary\n", encoding="ascii")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert get(server.url("/ok")).status == 200
    assert "Authorization" not in server.asked[-1]


def test_the_login_goes_to_the_server_that_it_was_given_for(server):
    with hostile() as other, Client(allowed=LOOPBACK, login=Login("nathan", "canary")) as client:
        client.ask("GET", server.url("/ok"))
        client.ask("GET", other.url("/ok"))
        assert "Authorization: Basic" in server.asked[-1]
        assert "Authorization" not in other.asked[-1]


def test_a_password_stands_in_no_printed_value():
    assert "canary" not in repr(Login("nathan", "canary"))


def test_neighbours_of_one_service_share_a_login_and_others_do_not():
    ours = "https://caldav.example.com"
    assert related(ours, "https://p42-caldav.example.com")
    assert not related(ours, "http://p42-caldav.example.com")
    assert not related(ours, "https://p42-caldav.example.com:8443")
    assert not related(ours, "https://caldav.example.org")
    assert not related("https://example.com", "https://other.com")
    assert not related(ours, "https://caldav.example.com.evil.net")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("webcal://a.example/x.ics?k=1", "https://a.example/x.ics?k=1"),
        ("WEBCALS://a.example/x", "https://a.example/x"),
        (" https://a.example/x#part ", "https://a.example/x"),
        ("cloud.example.org", "https://cloud.example.org"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_an_address_as_people_copy_it(typed, meant):
    assert str(address(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "https://", "file:///etc/passwd", "ftp://a.example/", "https://me:canary@a.example/", "https://a b/",
     "https://a.example/\r\nX: y", "https://a.example:99999/", "gopher://x/", "https://[::1",
     "https://" + "a" * 3000],
)  # fmt: skip
def test_what_is_no_address_is_told_in_words(typed):
    with pytest.raises(UserError) as told:
        address(typed)
    assert "canary" not in told.value.message


def test_the_operator_can_forbid_every_connection(server, monkeypatch):
    asked = resolve_to(monkeypatch, ["93.184.215.14"])
    assert "TALKTRACK_ALLOW_NETWORKS=none" in refused("https://calendar.example/", allowed=networks(" None "))
    assert asked == [], "the name is not even looked up"
    assert "No connection is opened" in refused(server.url("/ok"), allowed=networks("none"))


def test_networks_are_read_as_people_write_them():
    assert len(networks("127.0.0.0/8, 10.0.0.5 fd00::/8").allowed) == 3
    assert networks("").allowed == ()
    with pytest.raises(UserError, match="TALKTRACK_ALLOW_NETWORKS names 'home'"):
        networks("home")


def test_a_subscribed_calendar_is_asked_for_by_its_last_version():
    with hostile() as served, Client(allowed=LOOPBACK) as client:
        found = subscription.fetch(client, served.url("/ok"), etag='"old"', modified="Sun, 22 Nov 2026 10:00:00 GMT")
        assert (found.ics, found.etag) == (ICS, '"one"')
        assert 'If-None-Match: "old"' in served.asked[-1]
        assert "If-Modified-Since: Sun, 22 Nov 2026 10:00:00 GMT" in served.asked[-1]


def test_a_version_in_words_that_are_not_ascii_comes_back_to_its_server():
    with hostile() as served, Client(allowed=LOOPBACK) as client:
        subscription.fetch(client, served.url("/ok"), etag='"März"')
        assert 'If-None-Match: "März"' in served.asked[-1].encode("latin-1").decode()
