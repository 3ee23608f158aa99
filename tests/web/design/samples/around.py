"""What stands around every sample, and what they share."""

from __future__ import annotations

from talktrack.web.workbook.screens.evidence import Record
from talktrack.web.workbook.screens.parts import Act, Change, Conflict, Head, Note, Said, Undone
from talktrack.web.workbook.screens.shell import Shell, Talk, groups
from talktrack.web.workbook.screens.text import Run, plain

SAVED = "Saved 09:41"


URLS = {stage: f"/{stage.replace('_', '-')}/" for stage in ("reflect", "evidence", "organisation", "paths", "goals")}

URLS |= {stage: f"/{stage.replace('_', '-')}/" for stage in ("alignment", "prepare", "rehearse", "converse", "recap")}

URLS |= {"follow_through": "/follow-through/"}


COUNTS = {"reflect": 4, "evidence": 5, "organisation": 6, "paths": 3, "goals": 5, "alignment": 3, "prepare": 1}


SUMMARIES = {
    "reflect": "4 answers, 2 themes",
    "evidence": "5 entries, 2 serve no objective yet",
    "organisation": "6 statements, 1 is old",
    "paths": "3 kept, 1 set aside",
    "goals": "5 goals, 4 empty cells",
    "alignment": "1 confirmed, 2 wait for you",
    "prepare": "two things are open",
    "rehearse": "three minutes, the opening",
    "converse": "Thursday 3 December, 10:00",
    "recap": "after the talk",
    "follow_through": "2 promises from September",
}


def shell(current: str = "", *, place: str = "", empty: bool = False) -> Shell:
    """What stands around the sample pages."""
    named = groups(
        URLS,
        {} if empty else COUNTS,
        suggested="evidence" if empty else "rehearse",
        current=current,
        summaries={} if empty else SUMMARIES,
    )
    talk = Talk(
        title="Next conversation",
        who="Jocelyn",
        when="no date yet" if empty else "Thu 3 December, 10:00",
        url="/prepare/1/",
    )
    word = current.replace("_", " ").capitalize() or place.capitalize()
    return Shell(groups=named, account="Nathan", current=word, place=place or "journey", talk=talk)


def note(number: int, title: str, why: str, tries: str = "", *, use: str = "Use this", rule: str = "A4") -> Note:
    """A note of the coach with its three ways on."""
    return Note(
        id=f"{rule.lower()}-{number}",
        number=str(number) if number else "",
        title=title,
        why=why,
        tries=plain(tries),
        use=Act(text=use, url="/use/", key="U", subject=title),
        dismiss=Act(text="Dismiss", url="/dismiss/", key="D", subject=title),
        rule=rule,
        grade="Practitioners' advice (C)",
        reason="Listeners remember what somebody did longer than what they were in charge of.",
        about=f"/help/rules/{rule}/",
    )


def deciding(word: str = "It fits", *, go: bool = False) -> tuple[Act, ...]:
    """Confirm, edit, dismiss."""
    return (
        Act(text=word, url="/confirm/", key="C", icon="check", go=go),
        Act(text="Edit", url="/edit/", key="E"),
        Act(text="Dismiss", url="/dismiss/", key="D"),
    )


def gap(text: str, url: str = "?ask=tenure#ask") -> Run:
    return Run(text, "gap", url=url)


UNDONE = Undone(text="Confirmed.", undo="/undo/1/")


CONFLICT = Conflict(
    what="this goal",
    fields=(("What you will do", "Speak Swedish well enough to answer a thread.", "Speak Swedish at B1."),),
    keep_mine=Act(text="Keep what I typed", url="/goals/swedish/?mine"),
    keep_theirs=Act(text="Keep what is there", url="/goals/swedish/?theirs"),
)


CHANGES = (
    Change(
        words=(
            Run("Hold "),
            Run("one panel", "gone"),
            Run(" "),
            Run("two panels by myself", "new"),
            Run(", by June 2027."),
        ),
        cause=Said(
            words=plain("Show me you can do it without me in the room."),
            whose="theirs",
            source="Jocelyn, 3 December, 10:09",
        ),
    ),
    Change(
        words=(Run("Take the course in paid media.", "gone"),),
        cause=Said(words=plain("I dropped it: it no longer leads anywhere."), whose="mine"),
    ),
)


RECORD = Record(
    head=Head(stage="Paths", title="Someone to ask"),
    action="/contacts/new/",
    also=(Act(text="Delete", url="/delete/", danger=True),),
)
