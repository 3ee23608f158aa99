"""How the page of a recap is drawn: notes line by line, takings with where they stand, what helps to mend them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from talktrack.engine.story import Advice, Agreement, CheckIn, Commitment, Feedback, Note, Reaction, Span, earliest

from ..queries.recap import Recap, Taken, repair_of
from ..screens import recap as screens
from ..screens.parts import Act, Empty, Head, Link, Seal, State
from ..screens.spoken import Jotting, Taking
from ..screens.text import Mark, marked, plain
from .numbers import counted

NAMES = {
    "commitments": "A promise",
    "agreements": "An agreement",
    "feedback": "Feedback",
    "advice": "Advice",
    "check_ins": "The next talk",
    "open_questions": "An open question",
    "reactions": "Something you saw",
    "notes": "A note",
}
_ICONS = {
    "agreements": "git-branch",
    "feedback": "message-square-quote",
    "advice": "lightbulb",
    "check_ins": "calendar",
    "open_questions": "circle-question-mark",
    "reactions": "eye",
}
_FILED = {
    "commitments": "/follow-through/promises/",
    "check_ins": "/follow-through/check-ins/",
    "reactions": "/follow-through/reactions/",
}
"""Where a kind is filed that lives on after the recap."""
_MOST_GOALS = 6
"""Goals offered for an agreement that names none; the form has them all."""
_TITLE = "What was said, and what you take from it"
_AGREED = {
    "agreed": "Agreed",
    "conditional": "Agreed on a condition",
    "disagreed": "Not agreed",
    "not discussed": "Not discussed",
}


def nothing() -> screens.Recap:
    """The page before there is any talk."""
    act = Act(text="Note a talk that you had", url="/recap/begin/", go=True)
    text = "You may have had one without preparing it here. Half sentences are enough."
    empty = Empty(title="No talk here yet", text=text, act=act)
    return screens.Recap(head=Head(stage="Recap", title=_TITLE), pad="", empty=empty)


def screen(made: Recap) -> screens.Recap:
    """The page of one talk."""
    url = f"/recap/{made.meeting.id}/"
    waiting = len(made.waiting)
    lede = "Paste what you noted, or type it now. Half sentences are enough."
    if made.taken:
        lede = f"{counted(len(made.taken)).capitalize()} read out of your notes. Keep what is right."
    elif made.notes:
        lede = "Nothing was read out of your notes that could be kept. Add what you take from the talk by hand."
    ready = any(t.kept for t in made.taken)
    return screens.Recap(
        head=Head(
            stage="Recap",
            title=_TITLE,
            lede=plain(lede),
            seal=Seal("Only you, until you send the mail"),
            states=(State("open", _held(made)),),
            keys=bool(waiting),
        ),
        pad=url,
        jottings=tuple(j for note in made.notes for j in _jottings(note, made)),
        takings=tuple(taking(t, made) for t in made.taken),
        dismissed=tuple(_dismissed(t, made) for t in made.dismissed),
        untouched=made.untouched,
        carried="Silence is not a yes. It carries over to the next talk." if made.untouched else "",
        write=Act(
            text="Write the recap mail", url=f"{url}mail/", get=True, icon="arrow-right", go=ready and not waiting
        )
        if made.notes or ready
        else None,
        waits=f"{counted(waiting)} still {'waits' if waiting == 1 else 'wait'} for your word" if waiting else "",
        add=tuple(
            Link(name, f"{filed(kind)}new/?talk={made.meeting.id}") for kind, name in NAMES.items() if kind != "notes"
        ),
        not_held=None if made.meeting.state == "held" else Act(text="It did not happen", url=f"{url}not-held/"),
    )


def filed(kind: str) -> str:
    """The address below which records of that kind lie."""
    return _FILED.get(kind, f"/recap/of/{kind}/")


def _held(made: Recap) -> str:
    at, who = made.meeting.at, made.who.first_name if made.who and made.who.name else "your manager"
    held = "Held" if made.meeting.state == "held" else "Planned"
    return f"{held} {at:%a} {at.day} {at:%b}, with {who}" if at else f"With {who}"


def taking(taken: Taken, made: Recap) -> Taking:
    """One card: dashed with three ways to decide, or settled."""
    record, url = taken.record, f"/recap/{made.meeting.id}/take/{taken.kind}/{taken.id}/"
    kind, icon, theirs = _kind(taken, made)
    return Taking(
        id=f"{taken.kind}-{taken.id}",
        kind=kind,
        source=_source(getattr(record, "source", None), made),
        lights=_lights(getattr(record, "source", None), made),
        words=plain(_words(record)),
        icon=icon,
        theirs=theirs,
        hint=_hint(taken, made),
        repairs=_repairs(taken, made, url),
        acts=_acts(taken, url),
        state=State("confirmed", "Confirmed") if taken.kept else None,
    )


def _dismissed(taken: Taken, made: Recap) -> Taking:
    url = f"/recap/{made.meeting.id}/take/{taken.kind}/{taken.id}/reopen/"
    return replace(taking(taken, made), acts=(Act(text="Bring back", url=url, subject=_words(taken.record)),))


def _acts(taken: Taken, url: str) -> tuple[Act, ...]:
    if taken.kept:
        url = f"{filed(taken.kind)}{taken.id}/"
        return (Act(text="Edit", url=url, get=True, subject=_words(taken.record)[:60]),)
    return (
        Act(text="Confirm", url=f"{url}confirm/", key="C", icon="check"),
        Act(text="Edit", url=f"{url}edit/", get=True, key="E"),
        Act(text="Dismiss", url=f"{url}dismiss/", key="D"),
    )


def _kind(taken: Taken, made: Recap) -> tuple[str, str, bool]:
    record = taken.record
    if isinstance(record, Commitment):
        if record.owner == "me":
            return "You will", "hand", False
        return f"{_name(record.owner, made) or 'Somebody'} will", "handshake", True
    if isinstance(record, Agreement):
        return _AGREED[record.state], _ICONS["agreements"], True
    if isinstance(record, Feedback) and record.category:
        return f"Feedback: {record.category}", _ICONS["feedback"], True
    return NAMES[taken.kind], _ICONS[taken.kind], taken.kind in ("advice", "feedback", "reactions")


def _name(owner: str, made: Recap) -> str:
    known = {contact.id: contact.name for contact in made.people}
    return known.get(owner, "").split(" ")[0]


def _words(record: object) -> str:
    if isinstance(record, Commitment):
        due = f", by {_day(record.due)}" if record.due else ""
        return f"{record.action.rstrip('.')}{due}."
    if isinstance(record, Agreement):
        return record.words or record.condition
    if isinstance(record, CheckIn):
        at = f", {record.at:%H:%M}" if record.at else ""
        return f"{_day(record.on)}{at}" + (f": {record.about}" if record.about else "")
    if isinstance(record, Reaction):
        return record.act
    return str(getattr(record, "text", ""))


def _day(when: str) -> str:
    first = earliest(when)
    if len(when) == 10:
        return f"{first:%A} {first.day} {first:%B}"
    return f"{first:%B %Y}" if len(when) == 7 else str(first.year)


def _hint(taken: Taken, made: Recap) -> str:
    record = taken.record
    if isinstance(record, Commitment):
        missing = ["no day"] * (not record.due) + ["no owner"] * (not record.owner)
        return f"It has {' and '.join(missing)} yet." if missing else ""
    if isinstance(record, Agreement):
        goal = next((g.what for g in made.goals if g.id == record.goal), "")
        about = f"About “{goal}”. " if goal else ""
        if not record.goal and made.goals:
            about = "Which goal is it about? Until you say, the mail leaves it out. "
        if record.state == "conditional":
            return f"{about}The mail will say “on condition”, not “agreed”."
        return about.strip()
    if isinstance(record, Reaction):
        return "Observed. How you read it stays with you."
    if isinstance(record, Feedback) and (found := repair_of(record)).questions and found.phrase:
        return f"“{found.phrase}” leaves a question open: “{found.questions[0].question}”"
    if isinstance(record, Advice) and record.decision == "decline":
        return "Not for you; it stays noted."
    return ""


def _repairs(taken: Taken, made: Recap, url: str) -> tuple[Act, ...]:
    record = taken.record
    if isinstance(record, Feedback) and (found := repair_of(record)).questions and found.phrase:
        ask = f"/recap/{made.meeting.id}/ask/{taken.id}/{found.questions[0].part}/"
        return (Act(text="Ask it next time", url=ask),) if taken.kept else ()
    if isinstance(record, Agreement) and not (record.goal or taken.kept):
        return tuple(Act(text=goal.what, url=f"{url}confirm/?goal={goal.id}") for goal in made.goals[:_MOST_GOALS])
    if not isinstance(record, Commitment) or taken.kept:
        return ()
    owners = [("me", "I will"), (made.who.id, f"{made.who.first_name} will")] if made.who else [("me", "I will")]
    ways = [Act(text=text, url=f"{url}confirm/?owner={id}") for id, text in owners] if not record.owner else []
    if record.owner and not record.due:
        ways += [
            Act(text=f"{day:%a} {day.day} {day:%b}", url=f"{url}confirm/?due={day}") for day in _days(made.day)
        ] + [Act(text="Pick a day", url=f"{url}edit/#id_due", get=True)]
    return tuple(ways)


def _days(held: date) -> tuple[date, ...]:
    """The Friday of the week, or of the next one where it is near, and two weeks on."""
    friday = held + timedelta(days=(4 - held.weekday()) % 7)
    first = friday if (friday - held).days >= 2 else friday + timedelta(days=7)
    return (first, first + timedelta(days=14))


def _jottings(note: Note, made: Recap) -> list[Jotting]:
    """The note line by line, with what was read out of it underlined."""
    marks = [
        Mark(span.start, span.end, _whose(t))
        for t in made.taken
        if (span := getattr(t.record, "source", None)) and span.note == note.id
    ]
    drawn, at = [], 0
    for number, text in enumerate(note.text.split("\n"), start=1):
        if text.strip():
            here = [Mark(m.start - at, m.end - at, m.kind) for m in marks if m.start < at + len(text) and m.end > at]
            heading = text.startswith("#")
            drawn.append(
                Jotting(
                    id=f"{note.id}-{number}",
                    at=f"{note.at:%H:%M}" if note.at and number == 1 else "" if note.at else str(number),
                    words=marked(text.lstrip("# ") if heading else text, here if not heading else ()),
                    heading=heading,
                    edit=f"/recap/of/notes/{note.id}/" if note.at else "",
                )
            )
        at += len(text) + 1
    return drawn


def _whose(taken: Taken) -> Literal["mine", "theirs"]:
    record = taken.record
    return "mine" if isinstance(record, Commitment) and record.owner == "me" else "theirs"


def _lines(span: Span, made: Recap) -> tuple[Note, int, int] | None:
    note = next((n for n in made.notes if n.id == span.note), None)
    if note is None:
        return None
    return note, note.text.count("\n", 0, span.start) + 1, note.text.count("\n", 0, max(span.end - 1, span.start)) + 1


def _source(span: Span | None, made: Recap) -> str:
    if span is None:
        return "added by you"
    found = _lines(span, made)
    if found is None:
        return "from a note that is gone"
    note, first, last = found
    if note.at:
        return f"from {note.at:%H:%M}"
    return f"from line {first}" if first == last else f"from lines {first} to {last}"


def _lights(span: Span | None, made: Recap) -> str:
    found = _lines(span, made) if span else None
    return " ".join(f"{found[0].id}-{n}" for n in range(found[1], found[2] + 1)) if found else ""
