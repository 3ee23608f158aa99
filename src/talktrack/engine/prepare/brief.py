"""The brief: one page for the person's own pocket (R04, R35–R41)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from talktrack.engine.evidence import spoken, strongest
from talktrack.engine.story import Lens
from talktrack.kit.blocks import (
    Block,
    Checklist,
    Columns,
    Heading,
    Lines,
    Note,
    Pair,
    Pairs,
    Passage,
    Source,
    Space,
    Spoken,
)
from talktrack.kit.documents import Document
from talktrack.kit.drafting import sentence, slot
from talktrack.kit.render import pdf

from . import say
from .basis import Basis
from .parts import ribbon, seconds_said, timetable
from .say import WORDING
from .setting import checklist
from .shortened import shortened


@dataclass(frozen=True)
class Fill:
    """How much stands on the page. Each step of `STEPS` takes something away, in the order of method §7."""

    gives: tuple[str, ...] = ("act", "result", "detail", "joy")
    examples: int = 3
    years: bool = True
    horizons: bool = True
    pay: bool = True
    answer_lines: int = 3
    reserve: bool = True
    facts: int = 2
    objections: int = 3
    need: bool = True
    agreement: bool = True
    longest: int | None = None
    """Characters of one text; None for as many as there are."""


STEPS: tuple[tuple[str, Callable[[Fill], Fill]], ...] = (
    ("the periods of the numbers, and what you enjoyed", lambda f: replace(f, gives=("act", "result"))),
    ("the third line of room for each answer", lambda f: replace(f, answer_lines=2)),
    ("the vision for the years ahead", lambda f: replace(f, years=False)),
    ("what you know of the other side", lambda f: replace(f, facts=0)),
    ("the third objection", lambda f: replace(f, objections=2)),
    ("the third accomplishment", lambda f: replace(f, examples=2)),
    ("the goals further out", lambda f: replace(f, horizons=False)),
    ("pay", lambda f: replace(f, pay=False)),
    ("the reserve question", lambda f: replace(f, reserve=False)),
    ("the second accomplishment", lambda f: replace(f, examples=1)),
    ("the second objection", lambda f: replace(f, objections=1)),
    ("the organisation's words on the goal", lambda f: replace(f, need=False)),
    ("the objections", lambda f: replace(f, objections=0)),
    ("the questions on agreement", lambda f: replace(f, agreement=False)),
    ("the second line of room for each answer", lambda f: replace(f, answer_lines=1)),
    ("the ends of long texts", lambda f: replace(f, longest=300)),
    ("most of the long texts", lambda f: replace(f, longest=90)),
)
"""What goes when the page is too full: secondary examples first, then the long horizons, then pay (method §7).
Purpose, questions with room for an answer and the next steps stay."""

WIDTHS = (2.15, 1)
"""The shares of the two columns: what is said, and what stands beside it."""


USUAL = 3
"""Steps that a full journey usually takes: the search looks there before it looks further."""


MOST_CHARACTERS = 12_000
"""Twice what a page of the smallest type holds."""


@dataclass(frozen=True)
class Brief:
    """The page that fits, and what had to go for it."""

    document: Document
    rendered: pdf.Pdf
    dropped: tuple[str, ...]


def brief(basis: Basis) -> Brief:
    """The fullest brief that fits on one page. The steps are tried by halving."""
    fills = [Fill()]
    for _, step in STEPS:
        fills.append(step(fills[-1]))
    low, high, middle = 0, len(fills) - 1, 0
    while low < high:
        low, high = (low, middle) if _fits(page(basis, fills[middle])) else (middle + 1, high)
        middle = min((low + high) // 2, low + USUAL)
    while True:  # a font of the machine that had to help may need more room than was measured
        document = page(basis, fills[high])
        rendered = pdf.render(document)
        if rendered.pages == 1 or high == len(fills) - 1:
            return Brief(document, rendered, tuple(name for name, _ in STEPS[:high]))
        high += 1


def _fits(document: Document) -> bool:
    """Whether it is one page. What is far too much is not even set, since that takes long."""
    return sum(len(p.text) for p in document.passages()) <= MOST_CHARACTERS and pdf.pages(document) == 1


def page(basis: Basis, fill: Fill) -> Document:
    """The page with so much on it."""
    title = WORDING.first("brief.title_with", "brief.title", moment=basis.moment_said(), manager=basis.manager_name())
    before = (_spoken("opening", say.opening(basis)), *_accomplishments(basis, fill), _ahead(basis, fill))
    beside = (
        Heading(WORDING.say("brief.agenda", minutes=basis.minutes()) or Passage(""), 2),
        timetable(basis),
        Heading(WORDING.frame("brief.setting"), 2),
        Checklist(checklist(basis)),
    )
    after = (
        *((_spoken("agreement", say.agreement(basis)[:2]),) if fill.agreement else ()),
        *((_spoken("pay", say.pay(basis)),) if fill.pay and say.pay(basis) else ()),
        _spoken("next", say.next_steps(basis)),
        _spoken("thanks", say.thanks(basis)),
    )
    whole = Document(
        title=title or Passage(""),
        subtitle=_subtitle(basis),
        author=_author(basis),
        language="en-GB",
        date=basis.today,
        kind="pocket",
        blocks=(
            ribbon(basis),
            Columns((before, beside), WIDTHS),
            *_questions(basis, fill),
            Space(),
            *after,
            *_lens(basis, fill),
        ),
        footer=WORDING.frame("brief.footer"),
    )
    return shortened(whole, fill.longest) if fill.longest else whole


def _subtitle(basis: Basis) -> tuple[Passage, ...]:
    """The aim; before there is one, the sentence that it all began with."""
    if aim := basis.aim():
        return (Passage(sentence(aim.text), aim.sources),)
    began = WORDING.say("brief.sentence", sentence=slot("journey", "sentence", basis.journey.sentence))
    return (began,) if began else ()


def _author(basis: Basis) -> Passage:
    name = basis.owner_name()
    return Passage(name.text, name.sources) if name else Passage("Talktrack")


def _spoken(part: str, text: tuple[Passage, ...]) -> Spoken:
    return Spoken(text=text, label=WORDING.frame(f"brief.label_{part}"))


def _accomplishments(basis: Basis, fill: Fill) -> tuple[Block, ...]:
    """The top ones as lines to say; where there are none, the question that stands in for them."""
    whole = say.accomplishments(basis)
    told: list[tuple[Passage, ...]] = []
    joy_told = False
    for place, ranked in enumerate(strongest(basis.journey, fill.examples)):
        lines = [x for x in spoken(ranked.accomplishment, basis.journey, place) if x.gives in fill.gives]
        told.append(tuple(x.passage for x in lines if not (joy_told and x.gives == "joy")))
        joy_told = joy_told or any(x.gives == "joy" for x in lines)
    if not told:
        return (_spoken("work", (*say.tenure_line(basis), WORDING.frame("brief.work_gap"))),)
    script = tuple(p for part in whole for p in part)
    pace = seconds_said(basis, say.seconds(script, basis.journey.person.words_per_minute), script)
    head = Spoken(
        text=(*say.tenure_line(basis), *told[0]),
        label=WORDING.frame("brief.label_work"),
        time=WORDING.say("brief.seconds", seconds=pace),
    )
    others = (_spoken(name, text) for name, text in zip(("second", "third"), told[1:], strict=False))
    return (head, *others, _spoken("stop", (*say.targets_line(basis), WORDING.frame("accomplishments.stop"))))


def _ahead(basis: Basis, fill: Fill) -> Spoken:
    """The years ahead and the goals; a line on each horizon stays as long as there is room (R20)."""
    years = say.years(basis) if fill.years else ()
    goals = say.goal_lines(basis, further=fill.horizons, need=fill.need)
    return _spoken("vision", (*years, *goals) or (WORDING.frame("brief.vision_gap"),))


def _questions(basis: Basis, fill: Fill) -> tuple[Block, ...]:
    """The questions side by side, each with room for the answer."""
    rows = [
        Lines(label=Passage(str(place)), question=question.text, count=fill.answer_lines)
        for place, question in enumerate(basis.questions.included, 1)
    ]
    spare = basis.questions.reserve if fill.reserve else ()
    rows += [Lines(label=Passage("+"), question=q.text, count=fill.answer_lines) for q in spare]
    heading = Heading(WORDING.frame("brief.questions"))
    pairs = tuple(Columns(tuple((row,) for row in rows[n : n + 2])) for n in range(0, len(rows), 2))
    return (heading, *pairs)


def _lens(basis: Basis, fill: Fill) -> tuple[Block, ...]:
    lens = lens_of(basis)
    if not lens:
        return ()
    rows: list[Block] = []
    at = f"lenses/{lens.id}"
    pairs = tuple(
        Pair(
            left=_said(f"{at}/objections/{o.id}", "says", o.says, f"“{_capital(o.says.strip(_QUOTES))}”"),
            right=_said(f"{at}/objections/{o.id}", "bridge", o.bridge, sentence(o.bridge)),
        )
        for o in lens.objections[: fill.objections]
        if o.says and o.bridge
    )
    if pairs:
        rows.append(Pairs(WORDING.frame("brief.lens_left"), WORDING.frame("brief.lens_right"), pairs))
    known = [Note(_said(f"{at}/facts/{f.id}", "text", f.text, sentence(f.text))) for f in lens.facts[: fill.facts]]
    if known:
        rows.append(
            Heading(WORDING.first("brief.known_name", "brief.known", manager=basis.manager_name()) or Passage(""), 2)
        )
        rows += known
    return tuple(rows)


_QUOTES = '“”"'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _said(record: str, field: str, stored: str, shown: str) -> Passage:
    return Passage(shown, (Source(record, field, stored),))


def lens_of(basis: Basis) -> Lens | None:
    """The lens on the manager of this conversation, or None."""
    who = basis.manager.id if basis.manager else None
    return next((x for x in basis.journey.lenses if x.contact in (who, None)), None)
