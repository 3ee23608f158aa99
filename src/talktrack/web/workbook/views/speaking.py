"""What is said, what is asked, and the other side of it, as the page of a conversation draws them."""

from __future__ import annotations

from ..queries.margin import Advice
from ..queries.prepare import Choice, Part, Prepared
from ..screens.parts import Act, Note
from ..screens.prepare import Ask, Line, Side
from ..screens.text import plain
from . import margin
from .sourcing import sourced

LATER = 3
"""Questions that wait and are shown on the page itself; the others are one link away."""
_AFTER = {
    "accomplishments": "Then stop. Note what you hear before you note what it may mean.",
    "agreement": "Ask one, then wait for the whole answer.",
    "next steps": "Say it once, and let them answer.",
}
_EDIT = {
    "purpose": "edit/#id_opening",
    "next steps": "edit/#asks-0",
    "thanks": "edit/#id_closing",
}
_HOMES = {"accomplishments": "/evidence/", "vision": "/goals/", "agreement": "/alignment/", "pay": "/you/pay/"}
_FIELDS = {"purpose": ("opening", "aim"), "thanks": ("closing",)}
_SIDES = {"she": ("Her side", "She has said or done"), "he": ("His side", "He has said or done")}


def lines(made: Prepared, url: str, advice: tuple[Advice, ...]) -> tuple[Line, ...]:
    """Each part with its words; facts lead to their records, and the coach stands beside the line."""
    return tuple(_line(part, url, advice) for part in made.parts if part.paragraphs)


def _line(part: Part, url: str, advice: tuple[Advice, ...]) -> Line:
    told = tuple(p for paragraph in part.paragraphs for p in paragraph)
    where = f"{url}{_EDIT[part.name]}" if part.name in _EDIT else _HOMES.get(part.name, "")
    seconds = f", about {max(5, round(part.seconds / 5) * 5)} seconds of yours" if part.seconds else ""
    return Line(
        id=f"say-{part.name.replace(' ', '-')}",
        part=part.title,
        length=f"{part.minutes} {'minute' if part.minutes == 1 else 'minutes'}{seconds}",
        words=sourced(told),
        after=_AFTER.get(part.name, ""),
        edit=Act(text="Change", url=where, get=True, key="E", subject=part.title) if where else None,
        notes=_notes(part, advice),
    )


def _notes(part: Part, advice: tuple[Advice, ...]) -> tuple[Note, ...]:
    fields = _FIELDS.get(part.name, ())
    mine = [a for a in advice if a.finding.field in fields and fields and a.finding.record.count("/") == 1]
    if part.name == "next steps":
        mine += [a for a in advice if "/asks/" in a.finding.record]
    return margin.notes(mine)


def beside_a_line(one: Advice) -> bool:
    """Whether a piece of advice stands beside a line of what is said, and not in the margin of the whole."""
    f = one.finding
    return "/asks/" in f.record or (
        f.record.count("/") == 1 and any(f.field in fields for fields in _FIELDS.values())
    )


def asks(made: Prepared, url: str) -> tuple[Ask, ...]:
    """The short list, the one in reserve, and the first few that wait."""
    picked = made.basis.questions
    told = [_ask(c, str(number), url) for number, c in enumerate(picked.included, start=1)]
    spare = [_ask(c, "+", url, "In reserve, if there is time. ") for c in picked.reserve]
    later = [_ask(c, "–", url, later=True) for c in picked.deferred[:LATER]]
    return (*told, *spare, *later)


def groups(made: Prepared, url: str) -> tuple[tuple[str, tuple[Ask, ...]], ...]:
    """Every question: asked, in reserve, for another time, not needed."""
    picked = made.basis.questions
    asked = tuple(_ask(c, str(number), url) for number, c in enumerate(picked.included, start=1))
    return (
        ("In this conversation", asked),
        ("In reserve", tuple(_ask(c, "+", url) for c in picked.reserve)),
        ("Could be asked another time", tuple(_ask(c, "–", url, later=True) for c in picked.deferred)),
        ("Not needed here", tuple(_ask(c, "–", url, later=True) for c in picked.dropped)),
    )


def _ask(choice: Choice, mark: str, url: str, before: str = "", *, later: bool = False) -> Ask:
    short = choice.text.text[:60]
    if choice.own:
        act = Act(text="Change", url=f"{url}edit/#questions-0", get=True, subject=short)
    elif later or mark == "+":
        act = Act(text="Ask it anyway", url=f"{url}questions/{choice.id}/want/", subject=short)
    else:
        act = Act(text="Not this one", url=f"{url}questions/{choice.id}/leave/", subject=short)
    length = "" if later else f" {choice.minutes} minutes."
    return Ask(
        id=f"q-{choice.id}",
        mark=mark,
        words=sourced((choice.text,)),
        why=f"{before}{choice.reason.text}{length}",
        act=act,
        later=later,
    )


def side(made: Prepared, url: str) -> Side:
    """The other side: facts apart from guesses."""
    lens, pronoun = made.lens, made.basis.manager.pronoun if made.basis.manager else ""
    who = made.who or "Your manager"
    title, known = _SIDES.get(pronoun, (f"{who}’s side" if made.who else "Their side", f"{who} has said or done"))
    edit = Act(
        text="Change this side" if lens else "Add what you know",
        url=f"{url}side/",
        get=True,
        icon="pencil" if lens else "plus",
    )
    if lens is None:
        return Side(title=title, known=known, add=edit)
    return Side(
        title=title,
        known=known,
        facts=tuple(plain(f.text) for f in lens.facts),
        guesses=tuple(plain(g.text) for g in lens.guesses),
        bridges=tuple((o.says, o.bridge) for o in lens.objections if o.says and o.bridge),
        unknowns=(
            *lens.unknowns,
            *(f"No answer yet to “{o.says}”" for o in lens.objections if o.says and not o.bridge),
        ),
        add=edit,
    )
