"""Search: anything of one's own, as one types."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Finding, Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """`pages/search.html`."""

    head: Head
    query: str = ""
    found: tuple[Finding, ...] = ()
    told: str = ""
    """"Four found" or "Nothing with these words. ..."."""
