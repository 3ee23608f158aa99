"""What is unresolved after a talk, and the next conversation made from it (R55).

The next conversation is an ordinary record: its aim, asks and questions are the person's to change. Prepare gets them
as it gets any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talktrack.engine.prepare.bank import bank
from talktrack.engine.prepare.bank.answered import answered
from talktrack.engine.recap.repair import repair
from talktrack.engine.story import Ask, Conversation, Feedback, Goal, Journey, Question, manager, upcoming
from talktrack.kit.blocks import Passage
from talktrack.kit.drafting import Slot, clause, sentence, slot
from talktrack.kit.text import slug

from .days import latest
from .goalposts import Goalposts, goalposts, in_order, quoted
from .ledger import WORDING, Entry, first_name, ledger
from .spoken import action

MOST_ASKS, MOST_QUESTIONS = 3, 5
"""What one conversation takes over by itself; the rest stays in the list (principle 4)."""


@dataclass(frozen=True)
class Carried:
    """Everything that the last talk left open."""

    conversation: Conversation | None
    """The talk that it is from; None where none was held."""
    theirs: tuple[Entry, ...]
    mine: tuple[Entry, ...]
    nobody: tuple[Entry, ...]
    conditions: tuple[Goalposts, ...]
    not_discussed: tuple[Goal, ...]
    open_questions: tuple[Passage, ...]
    """As they were noted."""
    vague: tuple[tuple[Feedback, Passage], ...]
    """Feedback that nobody can act on yet, with the question that asks again."""
    deferred: tuple[str, ...]
    """Ids of questions that were wanted and not answered."""
    reviews: tuple[Goalposts, ...]
    """Agreed days to look again that have come."""

    @property
    def empty(self) -> bool:
        """Whether nothing is left open."""
        return not any(getattr(self, name) for name in type(self).__dataclass_fields__ if name != "conversation")


def carried(journey: Journey, today: date, conversation: str = "") -> Carried:
    """What is open after that conversation, or the last one that was held. Resolved things are gone from it."""
    held = last_held(journey, today) if not conversation else _named(journey, conversation)
    book = ledger(journey, today)
    posts = goalposts(journey, today)
    spoken = {p.goal.id for p in posts}
    return Carried(
        conversation=held,
        theirs=tuple(e for e in book if e.side == "theirs" and e.waits),
        mine=tuple(e for e in book.mine if e.waits),
        nobody=tuple(e for e in book.nobody if e.waits),
        conditions=tuple(p for p in posts if p.last.agreement.state == "conditional"),
        not_discussed=tuple(g for g in journey.goals if held and g.id not in spoken and not g.private),
        open_questions=_open(journey),
        vague=_vague(journey),
        deferred=_deferred(journey, held),
        reviews=tuple(p for p in posts if (on := p.last.agreement.review_on) and latest(on) <= today),
    )


def last_held(journey: Journey, today: date) -> Conversation | None:
    """The last conversation that took place: marked as held, or past its day with something that came of it."""
    came = {r.conversation for kind in _OUTCOMES for r in getattr(journey, kind)}
    took_place = [
        c
        for c in in_order(journey)
        if c.state == "held" or (c.id in came and not _off(c) and (c.at is None or c.at.date() <= today))
    ]
    return took_place[-1] if took_place else None


def _off(talk: Conversation) -> bool:
    """Whether it is called off, or put off without a new day."""
    return talk.state == "cancelled" or (talk.state == "postponed" and talk.at is None)


_OUTCOMES = ("notes", "advice", "feedback", "agreements", "reactions", "open_questions", "commitments")


def _named(journey: Journey, name: str) -> Conversation | None:
    return next((c for c in journey.conversations if c.id == name), None)


def _settled(journey: Journey, name: str) -> bool:
    return any(d.about == "question" and d.record == name for d in journey.decisions)


def _open(journey: Journey) -> tuple[Passage, ...]:
    rows = (q for q in journey.open_questions if not _settled(journey, f"open_questions/{q.id}"))
    made = (WORDING.say("carry.text", text=slot(f"open_questions/{q.id}", "text", q.text)) for q in rows)
    return tuple(m for m in made if m)


def _vague(journey: Journey) -> tuple[tuple[Feedback, Passage], ...]:
    """Feedback without a situation and a behaviour, with one question back."""
    made = []
    for f in journey.feedback:
        open_ = repair(f)
        asked = {q.part: q.question for q in open_.questions}
        usable = "behaviour" not in asked or not (open_.phrase or "situation" in asked)
        if usable or _settled(journey, f"feedback/{f.id}"):
            continue
        told = WORDING.say("carry.vague", text=quoted(f"feedback/{f.id}", "text", f.text))
        if told:
            made.append((f, Passage(f"{told.text} {asked.get('situation') or asked['behaviour']}", told.sources)))
    return tuple(made)


def _deferred(journey: Journey, held: Conversation | None) -> tuple[str, ...]:
    wanted = held.wanted if held else ()
    wordings = {q.id: q.wordings for q in bank()}
    return tuple(name for name in wanted if name in wordings and answered(name, wordings[name], journey) is None)


def asks(journey: Journey, found: Carried) -> tuple[Ask, ...]:
    """What to ask for: their promises that are open, the longest over first."""
    goals = {g.id for g in journey.goals}
    made = []
    for e in found.theirs[:MOST_ASKS]:
        form, what = action(e, to=first_name(e.who))
        if said := WORDING.say(f"carry.ask{form}", action=what):
            goal = e.commitment.goal if e.commitment.goal in goals else None
            decider = e.who.id if e.who else e.commitment.owner
            made.append(Ask(id=f"still-{e.commitment.id}"[:80], what=said.text, decider=decider, goal=goal))
    return tuple(made)


def questions(journey: Journey, found: Carried) -> tuple[Question, ...]:
    """What to ask again: conditions, vague feedback, what was left open, one's own that stayed, a goal left out."""
    made: list[Question] = []

    def put(text: Passage | None, purpose: str = "") -> None:
        if text:
            name = text.sources[0].record.split("/")[-1]
            made.append(Question(id=slug(f"again {name}", 60), text=text.text, purpose=purpose))

    for posts in found.conditions:
        put(WORDING.say("carry.condition", condition=_condition(posts)), "alignment")
    for _, asked in found.vague:
        put(asked, "examples")
    for passage in found.open_questions:
        put(Passage(sentence(passage.text), passage.sources))
    last = found.conversation.questions if found.conversation else ()
    made += [q for q in last if answered(q.id, [q.text], journey) is None]
    for goal in found.not_discussed[:1]:
        what = quoted(f"goals/{goal.id}", "what", goal.what)
        put(WORDING.say("carry.not_discussed", goal=what), "alignment")
    return tuple(made[:MOST_QUESTIONS])


def lines(found: Carried) -> tuple[Passage, ...]:
    """What stands under "From last time": each thing that is open, in a line that cites its record."""
    made = [_line(e) for e in (*found.theirs, *found.mine, *found.nobody)]
    made += [WORDING.say("carry.line_condition", condition=_condition(posts)) for posts in found.conditions]
    made += [*(asked for _, asked in found.vague), *found.open_questions]
    for goal in found.not_discussed:
        made.append(WORDING.say("carry.line_not_discussed", goal=quoted(f"goals/{goal.id}", "what", goal.what)))
    return tuple(m for m in made if m)


def _line(e: Entry) -> Passage | None:
    made, at = e.commitment, e.reference
    state = slot(at, "due" if made.due else "status", made.due or made.status, e.stand.text, e.stand.text)
    who = slot(at, "owner", made.owner, e.name)
    return WORDING.say(f"carry.line_{e.side}", who=who, action=quoted(at, "action", made.action), state=state)


def _condition(posts: Goalposts) -> Slot | None:
    a = posts.last.agreement
    return quoted(f"agreements/{a.id}", "condition", a.condition) or quoted(f"agreements/{a.id}", "words", a.words)


def aim(found: Carried) -> Passage:
    """The objective of the next talk, from what is open; the person may put it otherwise."""
    for posts in (*found.reviews, *found.conditions):
        text = posts.goal.what
        goal = slot(f"goals/{posts.goal.id}", "what", text, clause(text))
        if made := WORDING.say("carry.aim_goal", goal=goal):
            return made
    last = found.conversation
    text = last.aim if last and (found.not_discussed or found.theirs) else ""
    kept = slot(f"conversations/{last.id}", "aim", text, clause(text)) if last else None
    return WORDING.say("carry.aim_again", aim=kept) or WORDING.frame("carry.aim_promises")


@dataclass(frozen=True)
class Next:
    """The next conversation, and the journey that holds it."""

    journey: Journey
    conversation: Conversation
    new: bool
    """False where one was planned already, and took over what is open."""


def start_next(journey: Journey, today: date) -> Next:
    """A conversation made from what is carried; one that is planned already takes it over, nothing twice.

    The one that was held is marked so. A manager who has moved on is not asked: the present one is.
    """
    found = carried(journey, today)
    last, rows = found.conversation, journey.conversations
    if last and last.state != "held":
        rows = tuple(c.model_copy(update={"state": "held"}) if c.id == last.id else c for c in rows)
    marked = journey.model_copy(update={"conversations": rows})
    planned = upcoming(marked)
    made = _filled(planned or _begun(marked, found, today), marked, found)
    rows = tuple(made if c.id == made.id else c for c in rows) if planned else (*rows, made)
    return Next(marked.model_copy(update={"conversations": rows}), made, planned is None)


def _begun(journey: Journey, found: Carried, today: date) -> Conversation:
    """A new one with the present manager, as long and in the same room as the last."""
    who, last = manager(journey), found.conversation
    same = {name: getattr(last, name) for name in ("timezone", "minutes", "setting")} if last else {}
    taken, start = {c.id for c in journey.conversations}, f"{who.id if who else 'talk'}-{today:%Y-%m}"
    name = next(n for n in (start, *(f"{start}-{k}" for k in range(2, len(taken) + 3))) if n not in taken)
    return Conversation.model_validate(
        {**same, "id": name, "contact": who.id if who else None, "aim": aim(found).text}
    )


def _filled(start: Conversation, journey: Journey, found: Carried) -> Conversation:
    """The conversation with what is carried, after what stands in it; what it holds already is not put twice."""
    there = {a.id for a in start.asks} | {q.id for q in start.questions}
    there |= {a.what for a in start.asks} | {q.text for q in start.questions}
    fields = {
        "asks": (*start.asks, *(a for a in asks(journey, found) if there.isdisjoint((a.id, a.what)))),
        "questions": (*start.questions, *(q for q in questions(journey, found) if there.isdisjoint((q.id, q.text)))),
        "wanted": tuple(dict.fromkeys((*start.wanted, *found.deferred))),
    }
    return start.model_copy(update=fields)
