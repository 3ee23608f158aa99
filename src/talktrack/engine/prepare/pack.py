"""The pack: everything that a person needs to ask for the conversation and to hold it. Read from top to bottom."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from talktrack import __version__
from talktrack.engine.alignment import propose
from talktrack.engine.story import Journey, Link
from talktrack.kit.blocks import Passage
from talktrack.kit.checks import Finding
from talktrack.kit.render import docx, eml, ics, markdown, pdf
from talktrack.kit.similarity import Closeness

from . import readiness
from .basis import gather
from .brief import brief
from .plan import plan
from .possible import possible
from .request import invitation, mail, request
from .sheets import agenda_sheet, talk_track

CLOSE = 0.1
"""The closeness from which a proposed link is put on paper: higher than for a screen, where one key dismisses it."""
MOST_LINKS = 5
"""Asked at once (principle 4)."""


@dataclass(frozen=True)
class File:
    """One file of the pack, with every sentence in it and what each rests on."""

    name: str
    content: bytes
    passages: tuple[Passage, ...] = ()
    for_others: bool = False
    """Whether the manager is to see it."""


@dataclass(frozen=True)
class Pack:
    """The files, and what to say about them."""

    files: tuple[File, ...]
    items: tuple[readiness.Item, ...]
    """What is covered and what is thin, the most needed first."""
    held: tuple[Finding, ...]
    """Blocks on words that stand in these files: nothing is to be written before the person has confirmed them."""
    notices: tuple[str, ...]
    """What went otherwise than one would expect, such as characters without a shape."""


def prepare(
    journey: Journey,
    *,
    today: date,
    closeness: Callable[[], Closeness],
    minutes: int | None = None,
    findings: tuple[Finding, ...] = (),
    step: Callable[[str], None] = lambda _: None,
) -> Pack:
    """The whole pack for the next conversation. The same journey, day and minutes give the same bytes.

    `closeness` is called only where there is something to compare. `step` is told what is being done.
    Raises UserError for a length that no agenda fits, a time that no clock shows, or a mail address that is none.
    """
    step("comparing your goals with what the organisation needs")
    comparable = journey.statements and (journey.goals or journey.accomplishments)
    proposals = _worth_asking(journey, closeness()) if comparable else ()
    basis = gather(journey, today=today, proposals=proposals, minutes=minutes)
    possible(basis.moment.start)

    step("writing the request")
    asking = request(basis)
    invite = invitation(basis, asking)

    step("setting the brief and the plan")
    page = brief(basis)
    handover = plan(basis)
    printed = pdf.render(handover)
    notices = tuple(dict.fromkeys((*page.rendered.notices, *printed.notices)))

    step("writing the talk track")
    track, agenda = talk_track(basis), agenda_sheet(basis)
    advice = tuple(f for f in findings if not f.blocks)
    ready = readiness.sheet(basis, dropped=page.dropped, notices=notices, findings=advice)

    letter = mail(basis, asking, invite)
    asked, planned = asking.passages(), tuple(handover.passages())
    files = (
        File("request.eml", eml.render(letter), asked, for_others=True),
        File("request.txt", asking.letter().encode(), asked, for_others=True),
        File("invite.ics", ics.render(invite, letter.date), asked, for_others=True),
        File("brief.pdf", page.rendered.content, tuple(page.document.passages())),
        File("plan.pdf", printed.content, planned, for_others=True),
        File("plan.docx", docx.render(handover), planned, for_others=True),
        File("talk-track.md", markdown.render(track), tuple(track.passages())),
        File("agenda.md", markdown.render(agenda), tuple(agenda.passages())),
        File("readiness.md", markdown.render(ready), tuple(ready.passages())),
    )
    whole = File("pack.json", ledger(files, today))
    return Pack((*files, whole), readiness.items(basis), held(files, findings), notices)


def _worth_asking(journey: Journey, closeness: Closeness) -> tuple[Link, ...]:
    """The proposed links to put before the person on paper: the closest, nearest first. The rest can wait."""
    proposed = propose(journey, closeness, kinds=("goals", "accomplishments"))
    close = [link for link in proposed if (link.closeness or 0) >= CLOSE]
    return tuple(sorted(close, key=lambda link: -(link.closeness or 0))[:MOST_LINKS])


def held(files: tuple[File, ...], findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The blocks among the findings on words that stand in these files: they wait for the person's word."""
    cited = {(s.record, s.field) for f in files for p in f.passages for s in p.sources}
    return tuple(f for f in findings if f.blocks and (f.record, f.field) in cited)


def ledger(files: tuple[File, ...], today: date) -> bytes:
    """Every drafted sentence of every file, frame or fact, with its sources."""
    whole = {
        "talktrack": __version__,
        "today": today.isoformat(),
        "files": {
            f.name: {"for": "your manager" if f.for_others else "you", "sentences": [_entry(p) for p in f.passages]}
            for f in files
        },
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(passage: Passage) -> dict[str, object]:
    entry: dict[str, object] = {"text": passage.text, "kind": "fact" if passage.is_fact else "frame"}
    if passage.is_fact:
        entry["sources"] = [
            {name: value for name, value in vars(s).items() if value or name == "record"} for s in passage.sources
        ]
    return entry
