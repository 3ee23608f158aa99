"""Find anything of one's own, as one types."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..queries import search as finding
from ..queries.search import LONGEST_QUERY, MOST_HITS, Hit
from ..screens.parts import Finding, Head
from ..screens.search import Search
from ..screens.text import Mark, Runs, marked
from . import page
from .numbers import counted
from .places import called, url_of

_NEAR = 0.1


@allow(OWNER)
def search(request: HttpRequest) -> HttpResponse:
    """The page; htmx gets the list alone."""
    query = request.GET.get("q", "")[:LONGEST_QUERY].strip()
    hits = finding.search(subject_of(request), query)
    screen = Search(
        head=Head(stage="Find", title="Find anything of yours"),
        query=query,
        found=tuple(_found(hit, query) for hit in hits),
        told=_told(len(hits), query),
    )
    if getattr(request, "htmx", None):
        return page.part(request, "pages/search.html#found", page=screen)
    return page.page(request, "pages/search.html", screen, place="search")


def _found(hit: Hit, query: str) -> Finding:
    text = hit.excerpt or hit.title
    return Finding(
        kind=called(hit.kind),
        words=_marked(text, query),
        url=url_of(f"{hit.kind}/{hit.name}"),
        where="" if hit.title[:40] in text else hit.title,
    )


def _marked(text: str, query: str) -> Runs:
    asked = finding.words(query)
    places = []
    for word in re.finditer(r"\w+", text):
        plain = "".join(finding.words(word[0]))
        if any(finding.likeness(a, plain) > _NEAR for a in asked):
            places.append(Mark(word.start(), word.end(), "mine"))
    return marked(text, places)


def _told(number: int, query: str) -> str:
    if not query:
        return "Type a word of it: a name, a number, a goal."
    if not number:
        return "Nothing with these words. Try one word of it, or its beginning."
    count = counted(number).capitalize()
    return f"The nearest {MOST_HITS}" if number >= MOST_HITS else f"{count} found"
