"""Preparing the talk."""

from __future__ import annotations

from samples.around import gap, note
from talktrack.web.workbook.screens import prepare
from talktrack.web.workbook.screens.parts import Act, Head, Link, Seal, State, Step
from talktrack.web.workbook.screens.ribbon import Segment, ribbon
from talktrack.web.workbook.screens.text import Run, plain
from talktrack.web.workbook.screens.times import Noted, Slot

PARTS = (
    ("Purpose", 2, 1.0, "10:00", "Say why you asked"),
    ("Accomplishments", 4, 0.6, "10:02", "Three results, then stop and listen"),
    ("Vision and plan", 4, 0.7, "10:06", "One, three and five years"),
    ("Agreement", 3, 0.4, "10:10", "Does it fit what Brightwater needs?"),
    ("Questions and feedback", 9, 0.25, "10:13", "Three questions, one in reserve"),
    ("Next steps", 5, 0.4, "10:22", "Who does what, by which day"),
    ("Thanks", 2, 0.8, "10:27", "Read back what was agreed"),
    ("Spare", 1, None, "10:29", ""),
)


RIBBON = ribbon([Segment(name=n, minutes=m, share=s) for n, m, s, _, _ in PARTS], manager="Jocelyn")


LIVE = ribbon([Segment(name=n, minutes=m, share=s) for n, m, s, _, _ in PARTS], manager="Jocelyn", minute=17)


AGENDA = prepare.Agenda(
    parts=tuple(
        prepare.AgendaPart(id=f"p{i}", name=n, minutes=m, at=a, what=w) for i, (n, m, _, a, w) in enumerate(PARTS)
    ),
    total=30,
    ends="10:30",
    booked="Length booked: 30",
    title="Thirty minutes",
    speaks="you speak for about 14",
    lengths=tuple(
        Act(text=t, url=f"/prepare/1/length/{t[:2]}/", pressed=t == "30") for t in ("15", "30", "45", "60 minutes")
    ),
    order="/prepare/1/order/",
    reset=Act(text="Back to the usual order", url="/prepare/1/order/reset/"),
)


def line(
    name: str, part: str, length: str, words: tuple[Run, ...], after: str = "", notes: tuple = ()
) -> prepare.Line:  # type: ignore[type-arg]
    """Something to say."""
    edit = Act(text="Change", url=f"/prepare/1/lines/{name}/", get=True, key="E", subject=part)
    return prepare.Line(id=name, part=part, length=length, words=words, after=after, notes=notes, edit=edit)


PREPARE = prepare.Prepare(
    head=Head(
        stage="Prepare",
        title="Thursday at ten, with Jocelyn",
        seal=Seal("Only you. Jocelyn sees the request and the names of the parts"),
        saved="Saved 09:58",
    ),
    aim=plain("Your aim: to leave with a yes, a no or an “if” on opening the second forum, and a day to look again."),
    edit_aim=Act(text="Change", url="/prepare/1/aim/", get=True, subject="your aim"),
    next=Act(text="Say the opening aloud", url="/rehearse/1/opening/", get=True, go=True),
    print="/prepare/1/print/",
    files=(
        Link("The brief", "/prepare/1/files/brief.pdf", "PDF, one page"),
        Link("The invitation", "/prepare/1/files/invite.ics", "for both calendars"),
        Link("Everything", "/prepare/1/files/pack.zip", "as one archive"),
    ),
    ribbon=RIBBON,
    agenda=AGENDA,
    ready=(
        Step(text="An aim that fits in one breath"),
        Step(text="Three results, each with its proof"),
        Step(text="A room with a door, in person"),
        Step(text="Three open questions"),
        Step(
            text="Her side holds two guesses and no fact.",
            done=False,
            link=Link("Add one thing she has said", "#side"),
        ),
        Step(text="The opening was never said aloud.", done=False, link=Link("Say it now", "/rehearse/1/opening/")),
    ),
    arranged=prepare.Arranged(
        action="/prepare/1/arranged/",
        states=(State("sent", "Request sent 23 Nov"),),
        take="/prepare/1/time/take/",
        chosen="Thursday 3 December, 10:00–10:30",
        noted=Noted(state=State("kept", "In “Work” since Mon 23 Nov, 09:41")),
        slots=(
            Slot(when="Fri 4 Dec 14:30–15:00", why="Both free; an hour after her last meeting.", start="a"),
            Slot(when="Tue 8 Dec 10:00–10:30", why="Both free; nothing else in her day.", start="b"),
        ),
        find=Act(text="Find another time", url="/prepare/1/time/", get=True),
        checks=(
            ("door", "Room Alder: it has a door", True),
            ("person", "In person", True),
            ("purpose", "The request says what it is about", True),
            ("paper", "On paper, phone away", False),
        ),
        remote="That is fine. Say why, send the agenda ahead, leave the cameras on, and keep to the same order.",
        ask=Act(text="Read the request again", url="/prepare/1/request/", get=True),
    ),
    lines=(
        line(
            "purpose",
            "Purpose",
            "2 minutes",
            plain(
                "Jocelyn, I asked for this half hour to talk about what could come next for me. "
                "I’d like it to be here, and I don’t see the next step clearly."
            ),
        ),
        line(
            "accomplishments",
            "Accomplishments",
            "75 seconds",
            (
                Run("In "),
                Run("two years", "evidence", "", "/you/"),
                Run(" here I have "),
                Run("kind of", "find", "1"),
                Run(" brought the share who come back every week from "),
                Run("3.1 to 5.1 %", "evidence", "1", "/evidence/weekly/"),
                Run(", and "),
                Run("20 % more visits", "evidence", "2", "/evidence/visits/"),
                Run(". When the recall thread came in May, it had its answer "),
                Run("in forty minutes", "evidence", "3", "/evidence/recall/"),
                Run("."),
            ),
            "Then stop. Note what she does before you note what it may mean.",
            (
                note(
                    1,
                    "“Kind of” shrinks a fact",
                    "You hold the proof for this one, so it can stand straight.",
                    "I have brought the share who come back …",
                    rule="O4",
                ),
            ),
        ),
        line(
            "vision",
            "Vision and plan",
            "3 minutes",
            plain(
                "A year from now I’d like to have opened a forum from nothing. In three, to look "
                "after a few of them with a small team."
            ),
        ),
        line(
            "agreement",
            "Agreement",
            "ask, then wait",
            plain("Does that meet where you see Brightwater going? Which part meets it least?"),
        ),
        line(
            "close",
            "Close",
            "2 minutes",
            (
                Run("Thank you. "),
                gap("What helped?", "/prepare/1/lines/close/"),
                Run(" You get a recap today, and you can put it right."),
            ),
        ),
    ),
    asks=(
        prepare.Ask(
            id="q1",
            mark="1",
            words=plain("What would you have to see from me before you’d put me on the second forum?"),
            why="Only Jocelyn knows it, and your near goal turns on it. 3 minutes.",
            act=Act(text="Not this one", url="/out/"),
        ),
        prepare.Ask(
            id="q2",
            mark="2",
            words=plain("When did you last see me handle something less well than I could have?"),
            why="You have no example from her side yet. 3 minutes.",
        ),
        prepare.Ask(
            id="q3",
            mark="3",
            words=plain("Which meeting about the new market could I sit in on?"),
            why="It ends in a next step. 3 minutes.",
        ),
        prepare.Ask(
            id="q4", mark="+", words=plain("Who else should I talk to?"), why="In reserve, if there is time."
        ),
        prepare.Ask(
            id="q5",
            mark="–",
            words=plain("Is there a budget for courses?"),
            why="Left for later: the intranet says so, and it would cost her minutes.",
            act=Act(text="Ask it all the same", url="/in/"),
            later=True,
        ),
    ),
    drawer=Link("9 more questions", "/prepare/1/questions/"),
    side=prepare.Side(
        title="Her side",
        known="She has said or done",
        guesses=(plain("She is short of people for the launch."), plain("She wonders who would take the evenings.")),
        bridges=(("I need you where you are", "six volunteers already cover the evenings."),),
        unknowns=("Who signs off a new country",),
        add=Act(text="Add a fact", url="/prepare/1/side/", get=True, icon="plus"),
    ),
)
