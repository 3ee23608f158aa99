"""A7: an accomplishment without a problem that it solved or an objective that it served."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment, Journey, Link, Statement, links_of
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import shortened


def find(piece: Piece) -> Iterator[Hit]:
    record, journey = piece.value, piece.whole
    if not isinstance(record, Accomplishment) or not isinstance(journey, Journey) or record.problem or record.serves:
        return
    mine = f"accomplishments/{record.id}"
    if any(link.state in ("proposed", "confirmed") for link in links_of(journey.links, mine)):
        return
    stated = next((statement.quote for statement in journey.statements), "")
    of = f"one of the needs you noted, such as “{shortened(stated, 80)}”" if stated else "a need you have heard of"
    yield Hit(suggestion=f"Link it to {of}; or name the problem: “{shortened(record.did)}, because ___”.")


A7 = Rule(
    id="A7",
    title="Serves no objective and solves no problem",
    reads=("accomplishment",),
    find=find,
    message="Nothing says which objective this served or which problem it solved.",
    why="A manager answers for objectives. Work that touches one is work that they can speak for.",
    suggestion="Link it to a need of the organisation, or name the problem that it solved: ___.",
    grade="D",
    source="The method itself: a track record is told against the organisation's objectives (R10).",
    fires=(
        Accomplishment(id="guide", did="Wrote the guide for new hosts"),
        Accomplishment(id="guide", did="Wrote the guide", proof="The wiki"),
        Journey(
            accomplishments=(Accomplishment(id="guide", did="Wrote the guide"),),
            statements=(Statement(id="grow", kind="growth", quote="We will open two markets."),),
            links=(Link(record="accomplishments/guide", statement="grow", state="dismissed"),),
        ),
    ),
    passes=(
        Accomplishment(id="guide", did="Wrote the guide", problem="Hosts asked the same question every week."),
        Accomplishment(id="guide", did="Wrote the guide", serves=("grow",)),
        Journey(
            accomplishments=(Accomplishment(id="guide", did="Wrote the guide"),),
            links=(Link(record="accomplishments/guide", statement="grow", state="confirmed"),),
        ),
    ),
)
