"""Where a journey stands on a day: what it has, and the steps that would help most, the best one first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talktrack.engine import reflect
from talktrack.engine.goals import grid
from talktrack.engine.prepare import readiness
from talktrack.engine.prepare.basis import gather
from talktrack.engine.story import Contact, Conversation, Journey
from talktrack.web.people.subject import Subject

from .journey import journey
from .memory import Memory


@dataclass(frozen=True)
class Step:
    """One thing that would help, small enough to begin now."""

    id: str
    stage: str
    title: str
    why: str


@dataclass(frozen=True)
class Outlook:
    """The journey as seen from one day."""

    steps: tuple[Step, ...]
    """What is still open, the most needed first."""
    conversation: Conversation | None
    manager: Contact | None
    summaries: dict[str, str]
    """A line for each stage that holds something."""


def outlook(subject: Subject, today: date) -> Outlook:
    """Where the subject's journey stands; worked out once for each state of the workbook and each day."""
    days = _days.of(subject)
    if today not in days:
        days[today] = _look(journey(subject), today)
    return days[today]


_days: Memory[dict[date, Outlook]] = Memory(lambda _subject: {})

_STEPS = {
    "aim": (
        "prepare",
        "Say what you want to leave the room with",
        "One sentence. It becomes the line you open with.",
    ),
    "result": (
        "evidence",
        "Write down one thing that got better because of you",
        "From what, to what, over which months. A rough line will do; it becomes the heart of what you say.",
    ),
    "goal": (
        "goals",
        "Name one thing you would like to do or learn within a year",
        "A small one is fine. It gives your manager something to say yes to.",
    ),
    "need": (
        "organisation",
        "Find one sentence in which your organisation says what it needs",
        "A line from an all-hands mail is enough. A goal that serves it is easier to agree to.",
    ),
    "ask": (
        "prepare",
        "Put in words what you will ask for, and by when",
        "“Could you … by …?” is all it takes. Nobody can say yes to a wish without a question.",
    ),
    "manager": ("prepare", "Say who you will talk to", "A name is enough; the request is then written to them."),
    "time": ("prepare", "Agree a day and a time", "A full week of notice, and nobody is surprised."),
    "room": ("prepare", "Choose a room with a door", "In a canteen or an open office nobody can speak freely."),
    "examples": (
        "evidence",
        "Add another thing you did, until you have three to choose from",
        "What did people thank you for? The strongest ones lead what you say.",
    ),
    "proof": (
        "evidence",
        "Note where the proof lies for what you lead with",
        "A link, or the name of a report: you will not need it often, and you will speak more calmly with it.",
    ),
    "horizons": (
        "goals",
        "Add a line for each stretch: within the year, the years after, far out",
        "Far out may stay vague. It tells your manager what the near goal is for.",
    ),
    "chain": ("goals", "Link a near goal to your far one", "So that the far one has a first step."),
    "side": (
        "prepare",
        "Note one thing that your manager has said or done about this",
        "Until then the other side is guesswork.",
    ),
    "bridge": (
        "prepare",
        "Think of one thing that may be said against it, and of your answer",
        "What has been thought through once does not stop you.",
    ),
    "benefit": (
        "alignment",
        "Say what the organisation gains from one goal",
        "The skill, what changes with it, and what comes of that.",
    ),
}
"""Each thing that a prepared talk has (`readiness`): its stage, the step to it, and why."""

_REFLECT = Step(
    "reflect",
    "reflect",
    "Look at the work from inside, for five minutes",
    "One prompt at a time, each of which you may skip. It tells which of your goals are really yours.",
)


def _look(whole: Journey, today: date) -> Outlook:
    basis = gather(whole, today=today)
    steps = [Step(item.name, *_STEPS[item.name]) for item in readiness.items(basis) if not item.covered]
    if whole.sentence and not whole.conversations:
        steps.sort(key=lambda step: step.id == "aim")  # the sentence is aim enough to begin with
    if not whole.answers:
        steps.insert(min(3, len(steps)), _REFLECT)
    return Outlook(tuple(steps), basis.conversation, basis.manager, dict(_summaries(whole, today)))


def _summaries(whole: Journey, today: date) -> Iterator[tuple[str, str]]:
    if whole.answers:
        yield "reflect", _joined(_count(whole.answers, "answer"), _count(reflect.themes(whole), "theme"))
    if whole.accomplishments:
        loose = [a for a in whole.accomplishments if not a.serves]
        yield "evidence", _joined(_entries(whole), f"{len(loose)} without an objective" if loose else "")
    if whole.statements:
        yield "organisation", _count(whole.statements, "statement")
    if whole.paths:
        yield "paths", _joined(_count(whole.paths, "path"), _count(whole.interviews, "finding"))
    if whole.goals:
        empty = sum(not cell.entries for cell in grid(whole, today))
        yield "goals", _joined(_count(whole.goals, "goal"), f"{empty} empty cells" if empty > 1 else "")
    if whole.links:
        kept = sum(link.state == "confirmed" for link in whole.links)
        waiting = sum(link.state == "proposed" for link in whole.links)
        yield "alignment", _joined(f"{kept} confirmed" if kept else "", f"{waiting} wait for you" if waiting else "")
    if whole.commitments:
        yield "follow_through", _count(whole.commitments, "promise")


def _entries(whole: Journey) -> str:
    number = len(whole.accomplishments)
    return f"{number} {'entry' if number == 1 else 'entries'}"


def _count(records: tuple[object, ...], word: str) -> str:
    return f"{len(records)} {word}{'' if len(records) == 1 else 's'}" if records else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
