"""What is ready, what is thin, and the one best next step. It looks at the preparation, never at the person (R04)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

from talktrack.engine.evidence import strongest
from talktrack.engine.goals import by_horizon, unsupported
from talktrack.engine.story import Link, Setting, walk
from talktrack.kit.blocks import Block, Bullets, Checklist, Heading, Note, Paragraph, Passage, Source
from talktrack.kit.checks import Finding
from talktrack.kit.documents import Document
from talktrack.kit.drafting import Slot, slot, titled

from . import say
from .basis import Basis
from .brief import lens_of
from .say import WORDING, needs
from .setting import is_public
from .wish import wish

_TEXTS = tomllib.loads((files(__package__) / "readiness.toml").read_text("utf-8"))


MOST_NOTES = 7
"""What the coach says on this page; the rest is a command away."""

MOST_WORDS = 14
"""Words of a record that name it on this page."""

_TITLES = ("did", "what", "text", "aim", "quote", "says", "name")
"""The fields that name a record to the person, the first that it has."""


@dataclass(frozen=True)
class Item:
    """One thing that a prepared conversation has, and whether this one has it."""

    name: str
    covered: bool

    @property
    def text(self) -> str:
        """What the person reads: what is there, or what to do."""
        text: str = _TEXTS[self.name]["covered" if self.covered else "missing"]
        return text


def _has_result(basis: Basis) -> bool:
    return any(
        m.verified and m.baseline is not None and m.result is not None and m.period
        for a in basis.journey.accomplishments
        if not a.private
        for m in a.measures
    )


def _has_room(basis: Basis) -> bool:
    setting = basis.conversation.setting if basis.conversation else Setting()
    if setting.in_person is False:
        return bool(setting.remote_reason)
    return bool(setting.place or setting.private) and not is_public(setting)


def _has_proof(basis: Basis) -> bool:
    return any(r.accomplishment.proof for r in strongest(basis.journey, 1))


def _has_ask(basis: Basis) -> bool:
    return any(a.what and a.by for a in (basis.conversation.asks if basis.conversation else ()))


def _has_horizons(basis: Basis) -> bool:
    return {"near", "mid", "long"} <= {h for h, _ in by_horizon(basis.journey, basis.today)}


def _has_side(basis: Basis) -> bool:
    lens = lens_of(basis)
    return bool(lens and lens.facts)


def _has_bridge(basis: Basis) -> bool:
    lens = lens_of(basis)
    return bool(lens and any(o.says and o.bridge for o in lens.objections))


def _has_near(basis: Basis) -> bool:
    return "near" in dict(by_horizon(basis.journey, basis.today))


CHECKS: dict[str, Callable[[Basis], bool]] = {
    "aim": lambda b: bool(b.conversation and b.conversation.aim) or wish(b.journey.sentence) != (0, 0),
    "result": _has_result,
    "goal": _has_near,
    "need": lambda b: any(s.source for g in b.journey.goals for s in needs(b, g)),
    "ask": _has_ask,
    "manager": lambda b: b.manager is not None,
    "time": lambda b: not b.moment.suggested,
    "room": _has_room,
    "examples": lambda b: sum(not a.private for a in b.journey.accomplishments) >= 3,
    "proof": _has_proof,
    "horizons": _has_horizons,
    "chain": lambda b: bool(b.journey.goals) and not unsupported(b.journey, b.today),
    "side": _has_side,
    "bridge": _has_bridge,
    "benefit": lambda b: any(say.benefit(g) for g in b.journey.goals),
}
"""In the order of need; the first that does not hold is the one best next step."""


def items(basis: Basis) -> tuple[Item, ...]:
    """Every item, the most needed first. A chain is one where there is a far goal to lead up to."""
    far = any(name == "long" for name, _ in by_horizon(basis.journey, basis.today))
    return tuple(Item(name, holds(basis)) for name, holds in CHECKS.items() if far or name != "chain")


def sheet(
    basis: Basis, *, dropped: tuple[str, ...], notices: tuple[str, ...], findings: tuple[Finding, ...] = ()
) -> Document:
    """The readiness page."""
    frame, rows = WORDING.frame, items(basis)
    missing = [i for i in rows if not i.covered]
    blocks: list[Block] = [
        Paragraph(frame("ready.intro")),
        Heading(frame("ready.next")),
        Paragraph(Passage(missing[0].text) if missing else frame("ready.nothing_next")),
        *_list("ready.missing", tuple(Passage(i.text) for i in missing[1:]), boxes=True),
        *_list("ready.covered", tuple(Passage(i.text) for i in rows if i.covered)),
        *_list("ready.unverified", _unverified(basis), intro=True),
        *_list("ready.links", _links(basis), intro=True, boxes=True),
        *_list("ready.notes", _notes(basis, findings), intro=True),
        *_list("ready.dropped", tuple(Passage(name) for name in dropped), intro=True),
        *_list("ready.characters", tuple(Passage(text) for text in notices)),
        *_list("ready.shared", tuple(frame(f"ready.{n}") for n in ("shared_manager", "shared_you", "device"))),
    ]
    return Document(
        title=frame("ready.title"),
        author=Passage("Talktrack"),
        language="en-GB",
        date=basis.today,
        kind="pocket",
        blocks=tuple(blocks),
    )


def _list(name: str, rows: tuple[Passage, ...], *, intro: bool = False, boxes: bool = False) -> list[Block]:
    if not rows:
        return []
    head: list[Block] = [Heading(WORDING.frame(name)), *([Note(WORDING.frame(f"{name}_intro"))] if intro else [])]
    return [*head, Checklist(rows) if boxes else Bullets(rows)]


def _notes(basis: Basis, findings: tuple[Finding, ...]) -> tuple[Passage, ...]:
    """What the coach found, the first few: each names the record that it speaks of."""
    known = dict(walk(basis.journey))
    told: dict[str, list[str]] = {}
    for found in findings[:MOST_NOTES]:
        told.setdefault(found.record, []).append(found.message)
    rows = []
    for reference, messages in told.items():
        record, text = known.get(reference), " ".join(messages)
        name, title = next(((n, t) for n in _TITLES if (t := getattr(record, n, ""))), ("", ""))
        about = slot(reference, name, title, _short(title))
        rows.append(Passage(f"{about.text}: {text}", about.sources) if about else Passage(text))
    return tuple(rows)


def _short(title: str) -> str:
    """The first words of a record, enough to know it by."""
    words = titled(title).split()
    return " ".join(words if len(words) <= MOST_WORDS else [*words[:MOST_WORDS], "…"])


def _unverified(basis: Basis) -> tuple[Passage, ...]:
    rows = (
        WORDING.say(
            "ready.unverified_item",
            what=slot(f"accomplishments/{a.id}", f"measures[{n}].what", m.what),
            did=slot(f"accomplishments/{a.id}", "did", a.did),
        )
        for a in basis.journey.accomplishments
        for n, m in enumerate(a.measures)
        if not m.verified
    )
    return tuple(p for p in rows if p)


def _closeness(link: Link) -> Slot | None:
    """The calibrated closeness, resting on both texts."""
    if link.closeness is None:
        return None
    shown = f"{link.closeness:.2f}"
    how = f"closeness of meaning to statements/{link.statement}: {shown}"
    return Slot(shown, (Source(link.record, how=how),))


def _pieces(record: str, field: str, words: tuple[str, ...]) -> Slot:
    """The words of a record that overlap, each of which stands in it."""
    lines = [line for piece in words for line in piece.splitlines() if line.strip()]
    return Slot(" … ".join(dict.fromkeys(lines)), tuple(Source(record, field, line) for line in lines))


def _links(basis: Basis) -> tuple[Passage, ...]:
    statements = {s.id: s for s in basis.journey.statements}
    rows = []
    for link in basis.proposals:
        at = f"statements/{link.statement}"
        rows.append(
            WORDING.first(
                "ready.link",
                "ready.link_plain",
                mine=_pieces(link.record, "", link.mine),
                theirs=_pieces(at, "quote", link.theirs),
                source=slot(at, "source", statements[link.statement].source),
                closeness=_closeness(link),
            )
        )
    return tuple(p for p in rows if p)
