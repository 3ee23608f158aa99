"""A calendar at an address: fetched again only where it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from .http import Client, address
from .refusals import refusal


@dataclass(frozen=True)
class Fetched:
    """What lay at an address. `ics` is None where it is still what it was."""

    ics: bytes | None
    etag: str = ""
    modified: str = ""
    """The server's words for the version and the day of it, to be shown to it the next time."""


def fetch(client: Client, url: str, *, etag: str = "", modified: str = "") -> Fetched:
    """The calendar at that address (https:// or webcal://). Raises UserError."""
    told = {"Accept": "text/calendar, text/plain;q=0.5, */*;q=0.1"}
    if etag:
        told["If-None-Match"] = etag
    if modified:
        told["If-Modified-Since"] = modified
    answer = client.ask("GET", url, headers=told)
    if answer.status == 304 and (etag or modified):
        return Fetched(None, etag, modified)
    if answer.status != 200:
        raise refusal(address(url).host, answer)
    return Fetched(
        answer.content, answer.headers.get("etag", "")[:500], answer.headers.get("last-modified", "")[:100]
    )
