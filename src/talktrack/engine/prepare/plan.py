"""The development plan to hand over (R16–R23, R25). Drafted only from what may be shared."""

from __future__ import annotations

from talktrack.engine.goals import COVER, HORIZONS, by_horizon, grid
from talktrack.engine.paths import practice
from talktrack.engine.story import Action, Contact, Goal
from talktrack.kit.blocks import (
    Block,
    Bullets,
    Chain,
    Grid,
    GridRow,
    Heading,
    Lines,
    Note,
    Paragraph,
    Passage,
    Spoken,
    Stage,
    Stop,
    Table,
    Together,
    Words,
)
from talktrack.kit.documents import Document
from talktrack.kit.drafting import Slot, clause, sentence, slot, titled, words_of

from . import say
from .basis import Basis
from .months import said
from .say import WORDING, needs, the

MOST_GOALS = 60
"""Goals drawn out in full: some thirty pages. A plan that nobody reads helps nobody."""

_ON_ONE_PAGE = 12
"""Goals up to which the chain is kept on one page: a longer one would not fit."""


def plan(basis: Basis, *, title: Passage | None = None, news: tuple[Block, ...] = ()) -> Document:
    """The plan: vision, goals with the need that each serves, actions of all three kinds, learning, support asked.

    A later version has a title of its own, and comes with `news`: what changed, and why.
    """
    shared = basis.for_others()
    frame = WORDING.frame
    person = shared.journey.person
    blocks: list[Block] = [*news, *_vision(shared), *_chain(shared), *_goals(shared), *_wants(shared)]
    blocks += [*_practice(shared), *_cover(shared), *_learning(shared), *_pay(shared)]
    blocks += [Heading(frame("plan.sign")), Lines(question=frame("plan.sign_lines"), count=4)]
    return Document(
        title=title or WORDING.first("plan.title_name", "plan.title", name=shared.owner_name()) or Passage(""),
        subtitle=_there(
            WORDING.first(
                "plan.subtitle",
                "plan.subtitle_role",
                "plan.subtitle_organisation",
                role=slot("person", "role", person.role, titled(person.role)),
                organisation=shared.organisation(),
            )
        ),
        author=Passage(person.name, owner.sources) if (owner := shared.owner_name()) else Passage("Talktrack"),
        language="en-GB",
        date=basis.today,
        kind="handover",
        blocks=tuple(blocks),
        footer=WORDING.first("plan.footer", "plan.footer_plain", name=shared.owner_name(), day=_day(basis)) or (),
    )


def _day(basis: Basis) -> Slot | None:
    return slot("run", "today", basis.today, said(basis.today.isoformat()), "date in words")


def _there(*passages: Passage | None) -> tuple[Passage, ...]:
    return tuple(p for p in passages if p)


def _vision(shared: Basis) -> list[Block]:
    years = say.years(shared)
    return [Heading(WORDING.frame("plan.vision")), *(Spoken(text=p) for p in years)] if years else []


def _chain(shared: Basis) -> list[Block]:
    rows = dict(by_horizon(shared.journey, shared.today))
    if not any(rows.values()):
        return [Paragraph(WORDING.frame("plan.none"))]
    stages = tuple(
        Stage(
            name=WORDING.frame(f"plan.horizon_{name}"),
            span=None,
            stops=tuple(_stop(shared, goal) for goal in rows.get(name, ())[:MOST_GOALS]),
            empty=WORDING.frame("plan.chain_empty"),
        )
        for name in HORIZONS
        if name != "between" or name in rows
    )
    drawn: tuple[Block, ...] = (Heading(WORDING.frame("plan.chain")), Chain(stages))
    return [Together(drawn)] if sum(len(goals) for goals in rows.values()) <= _ON_ONE_PAGE else [*drawn]


def _stop(shared: Basis, goal: Goal) -> Stop:
    names = {g.id: g for g in shared.journey.goals}
    onward = [names[n] for n in goal.leads_to if n in names]
    leads = Slot(
        "; ".join(titled(g.what) for g in onward),
        tuple(s for g in onward for s in _what(g).sources),
    )
    return Stop(
        title=_what(goal),
        when=_by(goal),
        detail=_there(WORDING.say("plan.leads_to", goals=leads if onward else None)),
    )


def _what(goal: Goal) -> Passage:
    found = slot(f"goals/{goal.id}", "what", goal.what)
    return Passage(titled(goal.what), found.sources if found else ())


def _by(goal: Goal) -> Passage | None:
    return WORDING.say("plan.by", month=_month(goal))


def _month(goal: Goal) -> Slot | None:
    return slot(f"goals/{goal.id}", "target", goal.target, said(goal.target), "month in words")


def _goals(shared: Basis) -> list[Block]:
    blocks: list[Block] = []
    for name, goals in by_horizon(shared.journey, shared.today):
        blocks.append(Heading(WORDING.frame(f"plan.horizon_{name or 'none'}")))
        for goal in goals[:MOST_GOALS]:
            blocks += _goal(shared, goal)
    return blocks


def _goal(shared: Basis, goal: Goal) -> list[Block]:
    at = f"goals/{goal.id}"
    head: list[Block] = [Heading(_what(goal), 2)]
    head += [Note(p) for p in _there(_by(goal))]
    head += [Paragraph(p) for p in _needs(shared, goal)]
    lines = _there(
        say.benefit(goal),
        WORDING.say(
            "plan.learning_goal", learning=slot(at, "learning_goal", goal.learning_goal, clause(goal.learning_goal))
        ),
        WORDING.say("plan.progress", progress=slot(at, "progress", goal.progress, clause(goal.progress))),
    )
    blocks: list[Block] = [Together(tuple(head)), *(Paragraph(p) for p in lines)]
    if goal.actions:
        blocks.append(_actions(goal))
    return blocks


def _needs(shared: Basis, goal: Goal) -> tuple[Words, ...]:
    """The company's words that the goal serves, with source and date; else that none is noted."""
    rows: list[Words] = []
    for statement in needs(shared, goal):
        at = f"statements/{statement.id}"
        quote = WORDING.say("plan.need_quote", quote=slot(at, "quote", statement.quote))
        source = WORDING.first(
            "plan.need_source_date",
            "plan.need_source",
            source=slot(at, "source", statement.source, titled(the(statement.source))),
            date=slot(at, "date", statement.date, said(statement.date), "date in words"),
        )
        rows.append(_there(quote, source))
    return tuple(rows) or (WORDING.frame("plan.need_none"),)


def _actions(goal: Goal) -> Table:
    frame = WORDING.frame
    return Table(
        header=tuple(frame(f"plan.{n}_column") for n in ("action", "kind", "by", "support")),
        rows=tuple(_action(goal, action) for action in goal.actions if action.status != "dropped"),
        widths=(1.7, 0, 0, 1.3),
    )


def _action(goal: Goal, action: Action) -> tuple[Words, ...]:
    at = f"goals/{goal.id}/actions/{action.id}"
    done = WORDING.say("plan.done", test=slot(at, "done_test", action.done_test, sentence(action.done_test)))
    return (
        _there(_cell(at, "what", action.what), done),
        WORDING.frame(f"plan.{action.kind}"),
        _cell(at, "by", action.by, said(action.by)) or WORDING.frame("plan.no_date"),
        _cell(at, "support", action.support) or WORDING.frame("plan.no_support"),
    )


def _cell(record: str, field: str, value: str, shown: str | None = None) -> Passage | None:
    how = "date in words" if shown is not None else ""
    found = slot(record, field, value, sentence(value) if shown is None else shown, how)
    return Passage(found.text, found.sources) if found else None


def _wants(shared: Basis) -> list[Block]:
    """Skills, experiences and knowledge wanted, three lists with the problem that each helps with (R22)."""
    rows = tuple(
        (
            WORDING.frame(f"plan.want_{kind}"),
            _cell(f"wants/{w.id}", "what", w.what) or Passage(""),
            _cell(f"wants/{w.id}", "problem", w.problem) or (),
            _cell(f"wants/{w.id}", "benefit", w.benefit) or (),
        )
        for kind in ("skill", "experience", "knowledge")
        for w in shared.journey.wants
        if w.kind == kind
    )
    if not rows:
        return []
    header = (Passage(""), *(WORDING.frame(f"plan.{n}_column") for n in ("want", "problem", "gain")))
    return [Heading(WORDING.frame("plan.wants")), Table(header=header, rows=rows, widths=(0, 1, 1.2, 1.2))]


def _practice(shared: Basis) -> list[Block]:
    """Projects of the organisation in which a wanted skill would be built (R15)."""
    frame = WORDING.frame
    rows = tuple(
        (
            _cell(f"statements/{row.project.id}", "skills", row.skill) or Passage(""),
            _cell(f"statements/{row.project.id}", "quote", row.project.quote) or Passage(""),
            _named(row.owner) or frame("plan.no_owner"),
        )
        for row in practice(shared.journey)
    )
    if not rows:
        return []
    header = tuple(frame(f"plan.{n}_column") for n in ("skill", "project", "owner"))
    return [Heading(frame("plan.practice")), Table(header=header, rows=rows, widths=(1, 2, 1))]


def _named(who: Contact | None) -> Passage | None:
    return words_of(slot(f"contacts/{who.id}", "name", who.name)) if who else None


def _cover(shared: Basis) -> list[Block]:
    cells = grid(shared.journey, shared.today)
    if not any(c.entries for c in cells):
        return []
    rows = []
    for aspect in dict.fromkeys(c.aspect for c in cells):
        row = []
        for cell in (c for c in cells if c.aspect == aspect):
            entries = (_cell(f"goals/{goal}", aspect, text) for goal, text in cell.entries)
            row.append(_there(*entries))
        rows.append(GridRow(WORDING.frame(f"plan.cover_{aspect}"), tuple(row)))
    columns = tuple(WORDING.frame(f"plan.cover_{name}") for name in COVER)
    return [Heading(WORDING.frame("plan.cover")), Grid(columns, tuple(rows), WORDING.frame("plan.cover_empty"))]


def _learning(shared: Basis) -> list[Block]:
    """Classes, certificates, degrees; only those marked to share (R23)."""
    rows = tuple(
        (
            _cell(f"learning/{x.id}", "what", x.what) or Passage(""),
            Passage(x.status, (slot(f"learning/{x.id}", "status", x.status) or Slot("", ())).sources),
            _cell(f"learning/{x.id}", "date", x.date, said(x.date)) or WORDING.frame("plan.no_date"),
            _cell(f"learning/{x.id}", "cost", x.cost) or (),
        )
        for x in shared.journey.learning
    )
    if not rows:
        return []
    header = tuple(WORDING.frame(f"plan.{n}_column") for n in ("learning", "status", "date", "cost"))
    return [Heading(WORDING.frame("plan.learning")), Table(header=header, rows=rows, widths=(1.6, 0, 0, 1))]


def _pay(shared: Basis) -> list[Block]:
    """The contribution case and the ask; only where the person wants pay in this conversation (R24)."""
    lines = (*say.pay(shared)[1:], *say.life(shared))
    return [Heading(WORDING.frame("plan.pay")), Bullets(lines)] if lines else []
