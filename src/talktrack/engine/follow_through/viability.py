"""Whether there is a way forward here: four separate lines, each with what speaks for it, against it, and what is not
known; what could change the reading; one small test; ways on inside and outside (method §4, R54).

It reads what happened. One warm meeting never reads higher than "conditions open"; a kept promise counts more than
how a talk sounded; missing is not negative; nothing here says what the manager is. There is no number in it that
stands for a chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.story import Contact, Journey, Line, Reading, Review, Standing, manager
from talktrack.engine.story.value import LONGEST_TEXT
from talktrack.kit.blocks import Block, Bullets, Heading, Note, Paragraph, Passage, Source
from talktrack.kit.documents import Document
from talktrack.kit.drafting import Slot, slot, stopped
from talktrack.kit.text import shortened

from .goalposts import quoted
from .ledger import WORDING, first_name
from .signs import LINES, Sign, Signs, served, signs

_ORDER: tuple[Standing, ...] = ("explicit no", "no visible route", "stalled", "supported", "too early")
"""Of several lines the first that one of them shows is the reading of the whole."""
_NAMES = {
    "too early": "viability.state_early",
    "supported": "viability.state_supported",
    "stalled": "viability.state_stalled",
    "no visible route": "viability.state_route",
    "explicit no": "viability.state_no",
}
TWO = 2
"""Promises past their day, or talks in which a matter was put aside, before anything reads as stalled."""


@dataclass(frozen=True)
class LineRead:
    """One of the four lines."""

    line: Line
    title: Passage
    state: Standing
    state_text: Passage
    support: tuple[Sign, ...]
    contrary: tuple[Sign, ...]
    unknowns: tuple[Sign, ...]


@dataclass(frozen=True)
class Viability:
    """One dated reading. Private always."""

    on: date
    who: Contact | None
    state: Standing
    state_text: Passage
    dated: Passage
    reasons: tuple[Passage, ...]
    lines: tuple[LineRead, ...]
    changes: tuple[Passage, ...]
    """What could change the reading."""
    test: Passage | None
    """The next small test; None where something unsafe was noted."""
    inside: tuple[Passage, ...]
    outside: tuple[Passage, ...]
    unplaced: tuple[tuple[str, Passage], ...]
    """Facts that wait for the person to say what they speak to."""
    unsafe: bool
    earlier: tuple[Review, ...]
    """Dated looks that were kept, the latest first."""


def viability(journey: Journey, today: date, who: Contact | None = None) -> Viability:
    """How it reads on that day, for this manager or the present one."""
    found = signs(journey, who or manager(journey), today)
    lines = tuple(_line(found, line) for line in LINES)
    state = _whole(lines)
    unsafe = bool(found.acts("unsafe"))
    day = Slot(_long(today), (Source("run", "today", today.isoformat(), "in words"),))
    return Viability(
        on=today,
        who=found.who,
        state=state,
        state_text=WORDING.frame(_NAMES[state]),
        dated=WORDING.say("viability.dated", day=day) or Passage(""),
        reasons=(WORDING.frame("viability.unsafe"),) if unsafe else _reasons(found, state),
        lines=lines,
        changes=() if unsafe else _changes(found, state),
        test=None if unsafe else _test(found, state),
        inside=_inside(found),
        outside=_outside(found),
        unplaced=found.unplaced,
        unsafe=unsafe,
        earlier=tuple(
            sorted(
                (r for r in journey.reviews if not found.who or r.contact in (found.who.id, None)),
                key=lambda r: r.on,
                reverse=True,
            )
        ),
    )


def _whole(lines: tuple[LineRead, ...]) -> Standing:
    """The reading of all four. An opening or a power to decide is no support yet; a known opening is a route."""
    states = {read.line: read.state for read in lines}
    people = (states["willingness"], states["follow-through"])
    whole = next(s for s in _ORDER if s in people)
    if whole == "no visible route" and states["opportunity"] == "supported":
        return "supported" if "supported" in people else "too early"
    return whole


def _line(found: Signs, line: Line) -> LineRead:
    state = _STATES[line](found)
    return LineRead(
        line=line,
        title=WORDING.frame(f"viability.{line}"),
        state=state,
        state_text=WORDING.frame(_NAMES[state]),
        support=found.of(line, "for"),
        contrary=found.of(line, "against"),
        unknowns=found.of(line, "unknown"),
    )


def _willingness(found: Signs) -> Standing:
    """From explicit words first, then from what was observed in more than one talk, unless it was kept since."""
    last = {p.last.agreement.state for p in found.posts}
    if "disagreed" in last and not last & {"agreed", "conditional"}:
        return "explicit no"
    kept = max((e.commitment.kept_on for e in found.kept), default="")
    better = max(found.last("support", "conditional"), kept)
    if found.acts("discouraging") and found.last("discouraging") >= better:
        return "no visible route"
    if found.contacts("deflecting") >= TWO and found.last("deflecting") >= better:
        return "stalled"
    if last & {"agreed", "conditional"} or found.contacts("support", "conditional") >= TWO:
        return "supported"
    return "supported" if found.of("willingness", "for") and found.kept else "too early"


def _power(found: Signs) -> Standing:
    return "supported" if found.of("power", "for") else "too early"


def _opportunity(found: Signs) -> Standing:
    if found.of("opportunity", "for"):
        return "supported"
    return "no visible route" if found.of("opportunity", "against") else "too early"


def _follow_through(found: Signs) -> Standing:
    if len(found.over) >= TWO:
        return "stalled"
    return "supported" if found.kept else "too early"


_STATES = {
    "willingness": _willingness,
    "power": _power,
    "opportunity": _opportunity,
    "follow-through": _follow_through,
}


def _reasons(found: Signs, state: Standing) -> tuple[Passage, ...]:
    """Why it reads so, in a sentence or two."""
    made: list[Passage | None] = []
    if state == "too early":
        one = found.contacts("support", "conditional") == 1
        made.append(WORDING.frame("viability.why_early_one" if one else "viability.why_early"))
    elif state == "supported":
        made.append(WORDING.frame("viability.why_supported"))
        if found.kept and found.acts("deflecting", "discouraging"):
            made.append(WORDING.frame("viability.why_kept"))
    elif state == "stalled":
        made.append(_why_stalled(found))
    else:
        made.append(WORDING.frame("viability.why_no" if state == "explicit no" else "viability.why_route"))
    return tuple(m for m in made if m)


def _why_stalled(found: Signs) -> Passage | None:
    if len(found.over) >= TWO:
        sources = tuple(Source(e.reference, "due", e.commitment.due, f"over on {found.today}") for e in found.over)
        return WORDING.say("viability.why_stalled_over", number=Slot(_number(len(found.over)), sources))
    acts = found.acts("deflecting")
    sources = tuple(Source(f"reactions/{r.id}", "reading", r.reading) for r in acts)
    number = Slot(_number(found.contacts("deflecting")).lower(), sources)
    return WORDING.say("viability.why_stalled_two", number=number)


def _number(count: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}.get(count, str(count))


def _changes(found: Signs, state: Standing) -> tuple[Passage, ...]:
    over = found.over[0] if found.over else None
    action = quoted(over.reference, "action", over.commitment.action) if over else None
    if state == "too early":
        return (WORDING.frame("viability.change_early"),)
    if state == "supported":
        made = [
            WORDING.say("viability.change_condition", condition=_condition(found)),
            WORDING.say("viability.change_over", action=action),
        ]
        return tuple(m for m in made if m) or (WORDING.frame("viability.change_supported"),)
    if state == "stalled":
        return (
            WORDING.say("viability.change_stalled", action=action) or WORDING.frame("viability.change_stalled_two"),
        )
    return (WORDING.frame("viability.change_no" if state == "explicit no" else "viability.change_route"),)


def _condition(found: Signs) -> Slot | None:
    for posts in found.posts:
        a = posts.last.agreement
        if a.state == "conditional":
            return quoted(f"agreements/{a.id}", "condition", a.condition)
    return None


def _test(found: Signs, state: Standing) -> Passage:
    """The next small thing by which one would know more. Where it does not move here, it is tried elsewhere."""
    over = found.over[0] if found.over else None
    asked = WORDING.say(
        "viability.test_over", action=quoted(over.reference, "action", over.commitment.action) if over else None
    )
    condition = WORDING.say("viability.test_condition", condition=_condition(found))
    others = (_ask_owner(found), _first_test(found), _ask_sponsor(found))
    order = (condition, asked, *others) if state in ("supported", "too early") else others
    return next((p for p in order if p), None) or WORDING.frame("viability.test_small")


def _ask_owner(found: Signs) -> Passage | None:
    people = {c.id: c for c in found.journey.contacts}
    me = found.who.id if found.who else ""
    for s in served(found.journey):
        owner = people.get(s.owner or "")
        if owner and owner.id != me and owner.internal and not owner.until:
            name = slot(f"contacts/{owner.id}", "name", owner.name, first_name(owner), "first name")
            return WORDING.say(
                "viability.test_owner", owner=name, quote=quoted(f"statements/{s.id}", "quote", s.quote)
            )
    return None


def _first_test(found: Signs) -> Passage | None:
    paths = (p for p in found.journey.paths if p.internal and p.first_test)
    made = (
        WORDING.say(
            "viability.test_path", test=slot(f"paths/{p.id}", "first_test", p.first_test, stopped(p.first_test))
        )
        for p in paths
    )
    return next((m for m in made if m), None)


def _ask_sponsor(found: Signs) -> Passage | None:
    for c in found.journey.contacts:
        if c.relation in ("sponsor", "mentor") and c.internal and not c.until:
            name = slot(f"contacts/{c.id}", "name", c.name, first_name(c), "first name")
            return WORDING.say("viability.test_sponsor", name=name)
    return None


def _inside(found: Signs) -> tuple[Passage, ...]:
    people = [c for c in found.journey.contacts if c.internal and c.relation in ("sponsor", "mentor")]
    return (*_paths(found, True), *_people(people, "person")) or (WORDING.frame("viability.inside_none"),)


def _outside(found: Signs) -> tuple[Passage, ...]:
    people = [c for c in found.journey.contacts if not c.internal and c.relation in ("mentor", "alumnus")]
    return (*_paths(found, False), *_people(people, "person_out")) or (WORDING.frame("viability.outside_none"),)


def _paths(found: Signs, internal: bool) -> tuple[Passage, ...]:
    made = []
    for p in found.journey.paths:
        if p.internal is internal:
            name = slot(f"paths/{p.id}", "name", p.name, p.name.rstrip("."))
            test = slot(f"paths/{p.id}", "first_test", p.first_test, stopped(p.first_test))
            made.append(WORDING.first("viability.path", "viability.path_plain", path=name, test=test))
    return tuple(m for m in made if m)


def _people(people: list[Contact], form: str) -> tuple[Passage, ...]:
    made = []
    for c in people:
        if not c.until:
            name, role = slot(f"contacts/{c.id}", "name", c.name), slot(f"contacts/{c.id}", "role", c.role)
            made.append(WORDING.first(f"viability.{form}", f"viability.{form}_plain", name=name, role=role))
    return tuple(m for m in made if m)


def _long(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def review(read: Viability, note: str = "") -> Review:
    """The reading as it is kept: dated, in words, so that later ones can be laid beside it."""
    return Review(
        id=f"look-{read.on.isoformat()}",
        on=read.on.isoformat(),
        contact=read.who.id if read.who else None,
        state=read.state,
        readings=tuple(
            Reading(
                line=one.line,
                state=one.state,
                support=tuple(_bounded(s.text.text) for s in one.support),
                contrary=tuple(_bounded(s.text.text) for s in one.contrary),
            )
            for one in read.lines
        ),
        note=note,
    )


def _bounded(text: str) -> str:
    """A sentence around words that fill a whole field is longer than a field may be."""
    return text if len(text) <= LONGEST_TEXT else shortened(text, LONGEST_TEXT - 2)


def keep_review(journey: Journey, read: Viability, note: str = "") -> Journey:
    """The journey with this reading kept; one of the same day takes the place of the earlier one."""
    made = review(read, note)
    rest = tuple(r for r in journey.reviews if r.id != made.id)
    return journey.model_copy(update={"reviews": (*rest, made)})


def document(journey: Journey, read: Viability) -> Document:
    """The reading as a page for oneself."""
    blocks: list[Block] = [Note(WORDING.frame("viability.private")), Heading(read.state_text)]
    blocks += [Paragraph((*read.reasons, read.dated))]
    for one in read.lines:
        blocks.append(Heading((one.title, Passage("·"), one.state_text), 2))
        for name, rows in (("for", one.support), ("against", one.contrary), ("unknown", one.unknowns)):
            blocks.append(Heading(WORDING.frame(f"viability.{name}"), 3))
            texts = tuple(s.text for s in rows)
            blocks.append(Bullets(texts) if texts else Paragraph(WORDING.frame("viability.nothing")))
    if read.changes:
        blocks += [Heading(WORDING.frame("viability.changes"), 2), Bullets(read.changes)]
    if read.test:
        blocks += [Heading(WORDING.frame("viability.test"), 2), Paragraph(read.test)]
    blocks += [Heading(WORDING.frame("viability.both"), 2), Note(WORDING.frame("viability.options"))]
    blocks += [Heading(WORDING.frame("viability.inside"), 3), Bullets(read.inside)]
    blocks += [Heading(WORDING.frame("viability.outside"), 3), Bullets(read.outside)]
    return Document(
        title=WORDING.frame("viability.title"),
        author=Passage(journey.person.name or "Talktrack"),
        language="en-GB",
        date=read.on,
        kind="pocket",
        blocks=tuple(blocks),
        footer=WORDING.frame("viability.private"),
    )
