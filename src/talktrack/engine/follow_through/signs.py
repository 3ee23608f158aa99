"""What is on record for each line of a viability reading: for it, against it, not known. Every sign cites its record.

Missing is not negative: what is not there stands among the unknowns, never among what speaks against.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from talktrack.engine.story import Contact, Journey, Line, Reaction, Statement, When, contact
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, clause, joined, sentence, slot

from .days import counted, said
from .goalposts import STATES, Goalposts, day_slot, goalposts, quoted
from .ledger import WORDING, Entry, day_of, first_name, ledger

LINES: tuple[Line, ...] = get_args(Line)
Side = Literal["for", "against", "unknown"]
_FOR, _AGAINST = ("support", "conditional"), ("deflecting", "discouraging")
_DECIDES = re.compile(r"\b(?:decid\w*|say|sign\w*|approv\w*|budget|power|allow\w*|whom?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sign:
    """One thing on record."""

    line: Line
    side: Side
    text: Passage
    on: When = ""
    record: str = ""
    """The record that it comes from; "" for an unknown that is nothing but a gap."""


@dataclass(frozen=True)
class Signs:
    """Everything about one manager, gathered once."""

    journey: Journey
    today: date
    who: Contact | None
    reactions: tuple[Reaction, ...]
    posts: tuple[Goalposts, ...]
    theirs: tuple[Entry, ...]
    """The manager's promises."""
    found: tuple[Sign, ...]
    unplaced: tuple[tuple[str, Passage], ...]
    """Facts about the manager that could speak to a line; only the person can say to which, and how."""

    def of(self, line: Line, side: Side) -> tuple[Sign, ...]:
        """The signs of one line on one side, the latest first, undated last."""
        there = [s for s in self.found if s.line == line and s.side == side]
        return tuple(sorted(there, key=lambda s: s.on, reverse=True))

    def acts(self, *readings: str) -> tuple[Reaction, ...]:
        """The reactions that the person read as one of these, in order of time."""
        there = [r for r in self.reactions if r.reading in readings]
        return tuple(sorted(there, key=lambda r: reacted_on(self.journey, r)))

    def contacts(self, *readings: str) -> int:
        """In how many conversations there was one."""
        return len({r.conversation for r in self.acts(*readings)})

    def last(self, *readings: str) -> When:
        """The day of the last of them, or ""."""
        return max((reacted_on(self.journey, r) for r in self.acts(*readings)), default="")

    @property
    def over(self) -> tuple[Entry, ...]:
        """The manager's promises that are past their day."""
        return tuple(e for e in self.theirs if e.over)

    @property
    def kept(self) -> tuple[Entry, ...]:
        """Those that were kept."""
        return tuple(e for e in self.theirs if e.stand.kind == "kept")


def reacted_on(journey: Journey, reaction: Reaction) -> When:
    """The day of a reaction: its own, else that of its conversation."""
    return reaction.on or day_of(journey, reaction.conversation)


def signs(journey: Journey, who: Contact | None, today: date) -> Signs:
    """Everything on record that concerns this manager; without a manager, everything there is."""
    held = {c.id for c in journey.conversations if who is None or c.contact in (who.id, None)}
    book = ledger(journey, today)
    posts = tuple(
        Goalposts(p.goal, words, p.moves)
        for p in goalposts(journey, today)
        if (words := tuple(w for w in p.words if w.agreement.conversation in held))
    )
    bare = Signs(
        journey=journey,
        today=today,
        who=who,
        reactions=tuple(r for r in journey.reactions if r.conversation in held),
        posts=posts,
        theirs=book.of(who) if who else tuple(e for e in book if e.side == "theirs"),
        found=(),
        unplaced=(),
    )
    placed, unplaced = _facts(bare)
    found = [s for gather in _GATHER for s in gather(bare)] + placed
    left_out = {d.record for d in journey.decisions if d.about == "viability" and d.verdict == "dismissed"}
    found = [s for s in found if s.record not in left_out]
    return Signs(**{**vars(bare), "found": (*found, *_gaps(found)), "unplaced": tuple(unplaced)})


def _acts(all_: Signs) -> Iterator[Sign]:
    for r in all_.reactions:
        side: Side | None = "for" if r.reading in _FOR else "against" if r.reading in _AGAINST else None
        on = reacted_on(all_.journey, r)
        day = slot(f"reactions/{r.id}", "on", on, said(on, all_.today) if on else "", "in words")
        act = slot(f"reactions/{r.id}", "act", r.act, sentence(r.act))
        told = WORDING.first("sign.act_on", "sign.act", on=day, act=act)
        if side and told:
            yield Sign("willingness", side, told, on, f"reactions/{r.id}")


def _words(all_: Signs) -> Iterator[Sign]:
    for posts in all_.posts:
        last, at = posts.last, f"agreements/{posts.last.agreement.id}"
        a = last.agreement
        told = WORDING.first(
            "sign.said_on", "sign.said_plain_on", "sign.said", "sign.said_plain",
            on=day_slot(f"conversations/{a.conversation}", "at", last.on, all_.today),
            goal=quoted(f"goals/{posts.goal.id}", "what", posts.goal.what),
            state=slot(at, "state", a.state, STATES[a.state]),
            words=quoted(at, "condition", a.condition) or quoted(at, "words", a.words),
        )  # fmt: skip
        if told:
            yield Sign("willingness", "against" if a.state == "disagreed" else "for", told, last.on, at)
        if a.state == "conditional":
            asked = WORDING.say("sign.condition_open", condition=quoted(at, "condition", a.condition))
            if asked:
                yield Sign("willingness", "unknown", asked, last.on, at)


def _put_off(all_: Signs) -> Iterator[Sign]:
    for c in all_.journey.conversations:
        if len(c.postponed_on) > 1 and (all_.who is None or c.contact in (all_.who.id, None)):
            at = f"conversations/{c.id}"
            days = joined([
                s for n, d in enumerate(c.postponed_on) if (s := day_slot(at, f"postponed_on[{n}]", d, all_.today))
            ])  # fmt: skip
            if told := WORDING.say("sign.put_off", days=days):
                yield Sign("willingness", "unknown", told, max(c.postponed_on), at)


def served(journey: Journey) -> tuple[Statement, ...]:
    """What the organisation says and the person's goals serve, with a source."""
    confirmed = {k.statement for k in journey.links if k.state == "confirmed" and k.record.startswith("goals/")}
    named = {s for g in journey.goals for s in g.serves} | confirmed
    return tuple(s for s in journey.statements if s.id in named and s.source)


def _power(all_: Signs) -> Iterator[Sign]:
    me = all_.who.id if all_.who else ""
    serving = served(all_.journey)
    for s in all_.journey.statements:
        owner = contact(all_.journey, s.owner)
        if not s.source or not owner or not (s.owner == me or s in serving):
            continue
        name = slot(f"contacts/{owner.id}", "name", owner.name, first_name(owner), "first name")
        kind = "owns" if s.owner == me else "owned"
        told = _statement(all_, s, (f"sign.{kind}_dated", f"sign.{kind}"), owner=name)
        if told:
            yield Sign("power", "for" if s.owner == me else "against", told, s.date, f"statements/{s.id}")
    for c in all_.journey.conversations:
        for a in c.asks:
            decider = contact(all_.journey, a.decider)
            at = f"conversations/{c.id}/asks/{a.id}"
            if decider and decider.id != me:
                name = slot(f"contacts/{decider.id}", "name", decider.name, first_name(decider), "first name")
                told = WORDING.say("sign.decides", decider=name, ask=slot(at, "what", a.what))
                if told:
                    yield Sign("power", "against", told, "", at)


def _unknowns(all_: Signs) -> Iterator[Sign]:
    for lens in all_.journey.lenses:
        if all_.who is None or lens.contact in (all_.who.id, None):
            for n, text in enumerate(lens.unknowns):
                line: Line = "power" if _DECIDES.search(text) else "willingness"
                asked = slot(f"lenses/{lens.id}", f"unknowns[{n}]", text, text.rstrip(".?"))
                if told := WORDING.say("sign.unknown", unknown=asked):
                    yield Sign(line, "unknown", told, "", f"lenses/{lens.id}")


def _openings(all_: Signs) -> Iterator[Sign]:
    for s in served(all_.journey):
        if s.kind in ("project", "growth", "strategy", "problem"):
            told = _statement(all_, s, ("sign.statement_window", "sign.statement_dated", "sign.statement"))
            if told:
                yield Sign("opportunity", "for", told, s.date, f"statements/{s.id}")
    for f in all_.journey.opportunity_facts:
        at = f"opportunity_facts/{f.id}"
        slots = {"claim": slot(at, "claim", f.claim, f.claim.rstrip(".")), "source": slot(at, "source", f.source)}
        if told := WORDING.say("sign.fact", **slots, year=slot(at, "year", f.year)):  # R03: source and year, or not
            yield Sign("opportunity", "for", told, str(f.year or ""), at)
    for p in all_.journey.paths:
        unknown = slot(f"paths/{p.id}", "unknown", p.unknown, clause(p.unknown))
        told = WORDING.say("sign.path", path=slot(f"paths/{p.id}", "name", p.name), unknown=unknown)
        if told and p.internal:
            yield Sign("opportunity", "unknown", told, "", f"paths/{p.id}")


def _statement(all_: Signs, s: Statement, forms: tuple[str, ...], **more: Slot | None) -> Passage | None:
    at = f"statements/{s.id}"
    window = slot(at, "window", s.window, clause(s.window))
    return WORDING.first(
        *forms, quote=quoted(at, "quote", s.quote), source=slot(at, "source", s.source),
        day=day_slot(at, "date", s.date, all_.today), window=window, **more,
    )  # fmt: skip


def _promises(all_: Signs) -> Iterator[Sign]:
    for e in all_.theirs:
        made, at = e.commitment, e.reference
        what = quoted(at, "action", made.action)
        due = day_slot(at, "due", made.due, all_.today)
        if e.stand.kind == "kept":
            on = day_slot(at, "kept_on", made.kept_on, all_.today)
            told, side, day = WORDING.first("sign.kept_on", "sign.kept", on=on, action=what), "for", made.kept_on
        elif e.over:
            over = counted(-(e.stand.days or 0))
            days = slot(at, "due", made.due, over, f"on {all_.today}: {over} over")
            told, side, day = WORDING.say("sign.over", days=days, due=due, action=what), "against", made.due
        elif e.stand.kind == "declined":
            told = WORDING.say("sign.declined", state=slot(at, "status", made.status, e.stand.text), action=what)
            side, day = "against", ""
        elif e.waits:
            told, side, day = WORDING.first("sign.waits_due", "sign.waits", due=due, action=what), "unknown", made.due
        else:
            continue
        if told:
            yield Sign("follow-through", side, told, day, at)  # type: ignore[arg-type]
        if e.moved and e.waits and (moved := _moved(e, what)):
            yield Sign("follow-through", "against", moved, made.due, at)


def _moved(e: Entry, what: Slot | None) -> Passage | None:
    times = {1: "once", 2: "twice"}.get(e.moved, f"{e.moved} times")
    return WORDING.say(
        "sign.moved", times=slot(e.reference, "history", e.moved, times, "changes of its day"), action=what
    )


_GATHER: tuple[Callable[[Signs], Iterator[Sign]], ...] = (
    _acts, _words, _put_off, _power, _unknowns, _openings, _promises,
)  # fmt: skip


def _facts(all_: Signs) -> tuple[list[Sign], list[tuple[str, Passage]]]:
    """What was noted of the manager, where the person has said what it speaks to; and what waits for that word."""
    places = {
        d.record: d.about.split("/")[1:]
        for d in all_.journey.decisions
        if d.about.startswith("viability/") and d.verdict == "confirmed"
    }
    left_out = {d.record for d in all_.journey.decisions if d.about == "viability" and d.verdict == "dismissed"}
    placed: list[Sign] = []
    unplaced: list[tuple[str, Passage]] = []
    for lens in all_.journey.lenses:
        if all_.who is not None and lens.contact not in (all_.who.id, None):
            continue
        for f in lens.facts:
            at = f"lenses/{lens.id}/facts/{f.id}"
            day = day_slot(at, "date", f.date, all_.today)
            text = slot(at, "text", f.text, sentence(f.text))
            told = WORDING.first("sign.fact_noted_dated", "sign.fact_noted", text=text, day=day)
            line, side = [*places.get(at, []), "", ""][:2]
            if told and line in LINES and side in ("for", "against"):
                placed.append(Sign(line, side, told, f.date, at))  # type: ignore[arg-type]
            elif told and at not in left_out:
                unplaced.append((at, told))
    return placed, unplaced


_NONE: dict[Line, str] = {
    "willingness": "sign.none_willingness",
    "power": "sign.none_power",
    "opportunity": "sign.none_opportunity",
    "follow-through": "sign.none_follow",
}


def _gaps(found: list[Sign]) -> Iterator[Sign]:
    """A line with nothing on it says so, as something not known."""
    for line in LINES:
        if not any(s.line == line and s.side != "unknown" for s in found):
            yield Sign(line, "unknown", WORDING.frame(_NONE[line]))
