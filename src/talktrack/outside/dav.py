"""WebDAV's XML (RFC 4918): what is asked, and what comes back, read as the untrusted text that it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

import httpx2
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from talktrack.kit.errors import UserError

from .http import Answer, Client, address
from .refusals import refusal

DAV = "{DAV:}"
CAL = "{urn:ietf:params:xml:ns:caldav}"
_MOST = 5_000
"""Resources of one answer that are looked at."""
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'


@dataclass(frozen=True)
class Resource:
    """One resource of a multi-status: where it lies, and those of its properties that were found."""

    url: str
    found: Mapping[str, Element]

    def text(self, name: str) -> str:
        """The text of a property, or ""."""
        element = self.found.get(name)
        return (element.text or "").strip() if element is not None else ""

    def links(self, name: str) -> tuple[str, ...]:
        """The addresses within a property, whole."""
        element = self.found.get(name)
        rows = element.iter(f"{DAV}href") if element is not None else ()
        return tuple(joined(self.url, row.text) for row in rows if row.text)


def document(root: str, inner: str) -> bytes:
    """An XML document of ours, with both name spaces declared at its root."""
    return f"{_HEAD}<{root} {_SPACES}>{inner}</{root}>".encode()


def ask(client: Client, method: str, url: str, body: bytes, *, depth: int) -> tuple[Resource, ...]:
    """A multi-status answer, read. Raises UserError."""
    told = {"Content-Type": "application/xml; charset=utf-8", "Depth": str(depth)}
    answer = client.ask(method, url, headers=told, content=body)
    if answer.status != 207:
        raise refusal(address(url).host, answer)
    return tuple(_read(answer))


def joined(base: str, link: str) -> str:
    """A link as it is meant where it was found. Raises UserError where it is none."""
    try:
        return str(httpx2.URL(base).join(link.strip()))
    except (httpx2.InvalidURL, ValueError):
        raise UserError(f"“{address(base).host}” named an address that is none.") from None


def _read(answer: Answer) -> Iterator[Resource]:
    try:
        root = fromstring(answer.content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise UserError(f"“{address(answer.url).host}” did not answer as a calendar server does.") from None
    for number, row in enumerate(root.iterfind(f"{DAV}response")):
        if number == _MOST:
            return
        link = row.findtext(f"{DAV}href")
        if link:
            yield Resource(joined(answer.url, link), dict(_properties(row)))


def _properties(row: Element) -> Iterator[tuple[str, Element]]:
    for part in row.iterfind(f"{DAV}propstat"):
        if " 200" in (part.findtext(f"{DAV}status") or ""):
            for element in part.iterfind(f"{DAV}prop/*"):
                yield element.tag, element
