"""A guarded way to ask a web server: checked addresses, one span of time, a bounded answer, no redirects."""

from __future__ import annotations

import http.cookiejar
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpcore2
import httpx2

from talktrack import __version__
from talktrack.kit.errors import UserError

from .connection import Backend
from .deadline import Deadline, OutOfTime
from .networks import Networks

SECONDS = 20.0
"""How long one client may take for everything that it asks."""
LARGEST = 5 * 1024 * 1024
"""Bytes of one answer, after it is unpacked."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BROKEN = (
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpx2.DecodingError,
    httpx2.InvalidURL,  # it points to what is no address
    httpx2.ProtocolError,  # from here on: it asks for the password in words that nobody knows
    NotImplementedError,
    ValueError,
)


@dataclass(frozen=True)
class Login:
    """A name and a password. They are sent to the server that they were given for, and shown nowhere."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Answer:
    """What a server said. The names of `headers` are in small letters."""

    url: str = field(repr=False)
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)


class Redirected(UserError):
    """The server points elsewhere. Nobody went there."""

    def __init__(self, host: str, to: str) -> None:
        there = urlsplit(to)
        shown = f"{there.scheme}://{there.netloc}{there.path}"
        super().__init__(f"“{host}” points to another address: {shown} If you trust it, give that one instead.")
        self.to = to


class Client:
    """One conversation with servers, to be used in a `with` block: at most `seconds` long in all.

    Every method raises UserError in words for the person. `allowed` are the networks that are not public and may be
    reached all the same; only there is http:// taken. Proxies, certificates' exceptions and logins of the environment
    (.netrc) are not looked at; cookies are not kept.
    """

    def __init__(
        self,
        *,
        allowed: Networks,
        login: Login | None = None,
        seconds: float = SECONDS,
        largest: int = LARGEST,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._until, self._largest = Deadline(seconds), largest
        self._backend = Backend(allowed, self._until)
        self._auth: httpx2.Auth | None = httpx2.BasicAuth(login.name, login.password) if login else None
        self._login = login
        self._home = ""
        self._client = httpx2.Client(
            transport=_Transport(self._backend, context or httpcore2.default_ssl_context()),
            headers={"User-Agent": f"Talktrack/{__version__}", "Accept-Encoding": "gzip"},
            cookies=http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=[])),
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def ask(self, method: str, url: str, *, headers: Mapping[str, str] | None = None, content: bytes = b"") -> Answer:
        """Ask once, and wait for the whole answer, whatever its status. Raises UserError, Redirected."""
        target = address(url)
        host = target.host
        with _in_words(host, self._until):
            if target.scheme == "http" and not self._backend.named(host, target.port or 80):
                raise UserError(f"“{host}” is asked over https only, so that nobody on the way can read along.")
            answer = self._send(method, target, headers or {}, content)
            if answer.status == 401 and self._asks_digest(answer):
                answer = self._send(method, target, headers or {}, content)
            if answer.status in _REDIRECTS and (to := answer.headers.get("location", "")):
                raise Redirected(host, str(target.join(to)))
        return answer

    def _send(self, method: str, url: httpx2.URL, headers: Mapping[str, str], content: bytes) -> Answer:
        # The login goes to the host that is asked first, and to no other that an answer may name.
        self._home = self._home or _origin(url)
        auth = self._auth if related(self._home, _origin(url)) else None
        # In bytes: a server's own words for a version come back to it, and they need not be ASCII.
        told = {name.encode(): value.encode() for name, value in headers.items()}
        with self._client.stream(method, url, headers=told, content=content, auth=auth) as response:
            body = b"".join(self._pieces(response))
        return Answer(str(url), response.status_code, {k.lower(): v for k, v in response.headers.items()}, body)

    def _pieces(self, response: httpx2.Response) -> Iterator[bytes]:
        size = 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > self._largest:
                raise UserError(
                    f"“{response.url.host}” sent more than {self._largest // 1024 // 1024 or 1} MB, and the rest was "
                    "not read. Is this the address of a calendar?"
                )
            self._until.left()
            yield piece

    def _asks_digest(self, answer: Answer) -> bool:
        """Whether the server wants the password proved and not told; from then on it is."""
        wants = answer.headers.get("www-authenticate", "").lower()
        if self._login is None or isinstance(self._auth, httpx2.DigestAuth) or "digest" not in wants:
            return False
        self._auth = httpx2.DigestAuth(self._login.name, self._login.password)
        return True


def address(text: str) -> httpx2.URL:
    """The address that a person typed: webcal:// means https://, and so does no scheme at all. Raises UserError."""
    text = text.strip()
    scheme, found, rest = text.partition("://")
    if not found:
        scheme, rest = "https", text
    if scheme.lower() in ("webcal", "webcals"):
        scheme = "https"
    if scheme.lower() not in ("https", "http"):
        raise UserError("An address begins with https:// or webcal://. Copy it whole from your calendar's settings.")
    try:
        url = httpx2.URL(f"{scheme.lower()}://{rest}").copy_with(fragment=None)
        host = url.host
    except (httpx2.InvalidURL, ValueError, UnicodeError):
        host = ""
    if not host or not 0 < (url.port or 443) < 65536 or len(text) > 2000 or any(c.isspace() for c in text):
        raise UserError("That is no address of a server. Copy it whole from your calendar's settings.")
    if url.userinfo:
        raise UserError("Leave the name and the password out of the address: they have fields of their own.")
    return url


def related(first: str, other: str) -> bool:
    """Whether a login that was given for the one origin may go to the other.

    That is the same origin, or, over https, a neighbour under the same domain: some services keep each person's
    calendars on a numbered machine ("caldav.example.com" and "p42-caldav.example.com").
    """
    if first == other:
        return True
    one, two = urlsplit(first), urlsplit(other)
    domain = (one.hostname or "").partition(".")[2]
    neighbours = domain.count(".") >= 1 and (two.hostname or "").endswith(f".{domain}")
    return one.scheme == two.scheme == "https" and one.port == two.port and neighbours


def _origin(url: httpx2.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


class _Transport(httpx2.BaseTransport):
    """httpx over connections of our own making."""

    def __init__(self, backend: Backend, context: ssl.SSLContext) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=context, network_backend=backend, retries=0)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send it, and hand the answer on as it comes."""
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore2.Request(request.method, url, headers=request.headers.raw, content=request.stream)
        )
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _in_words(host: str, until: Deadline) -> Iterator[None]:
    """Raise whatever goes wrong with a server as a UserError that names the host and nothing else."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        # What the library says may hold the whole address, so it is not even kept as the cause.
        if words := _words(error, host, until.seconds):
            raise UserError(words) from None
        raise


def _words(error: Exception, host: str, seconds: float) -> str:
    """What to tell the person, or "" for what is no trouble with a server."""
    cause = next(iter(error.args), None)  # the pool cuts the chain of causes; what it wraps is its argument
    if isinstance(error, (OutOfTime, httpcore2.TimeoutException)):
        return f"“{host}” did not answer in full within {seconds:g} seconds. Try again later."
    if isinstance(cause, ssl.SSLCertVerificationError):
        return (
            f"“{host}” could not prove that it is “{host}”: its certificate does not hold ({cause.verify_message}). "
            "Nothing was sent."
        )
    if isinstance(cause, ssl.SSLError):
        return f"No safe connection to “{host}” could be made. Is the address right?"
    if isinstance(error, httpcore2.ConnectError):
        return f"Nobody answers at “{host}”. Check the address and your connection, then try again."
    if isinstance(error, _BROKEN):
        return f"“{host}” broke off, or did not answer as a web server does. Try again later."
    return ""
