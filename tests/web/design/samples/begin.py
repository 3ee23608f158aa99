"""Start, the first agenda, Today, the journey."""

from __future__ import annotations

from samples.around import gap, shell
from talktrack.web.workbook.screens import journey, start, today
from talktrack.web.workbook.screens.parts import Act, Head, Link, Party, Promise, Seal, State
from talktrack.web.workbook.screens.strip import strip
from talktrack.web.workbook.screens.text import Run, plain

START = start.Start(
    seal=Seal("Only you. There is no account, and nothing leaves this device"),
    examples=(Link("Nathan’s", "/try/nathan/"), Link("Emily’s", "/try/emily/"), Link("Megan’s", "/try/megan/")),
)


SENTENCE = (
    "I run the forum at Brightwater. I’d like to open one in a second country, but nobody has ever asked me to."
)


FIRST = start.FirstAgenda(
    head=Head(
        stage="Prepare",
        title="A first agenda, out of your sentence",
        quote=(
            Run("I’d like to "),
            Run("open one in a second country", "mine"),
            Run(", but "),
            Run("nobody has ever asked me", "mine"),
            Run(" to."),
        ),
        states=(State("draft", "Draft"),),
        saved="Saved on this device",
    ),
    who=(gap("your manager"),),
    minutes=30,
    parts=(
        start.DocPart(
            name="Purpose",
            minutes=2,
            lines=(
                plain(
                    "I asked for this half hour to talk about what could come next for me. I’d like "
                    "to open a forum in a second country."
                ),
            ),
        ),
        start.DocPart(
            name="What I have done",
            minutes=4,
            lines=(
                (
                    Run("I have run the forum for "),
                    gap("how long?"),
                    Run(". What has changed since is "),
                    gap("what got better?"),
                    Run("."),
                ),
            ),
        ),
        start.DocPart(
            name="Where I would like to go", minutes=4, lines=(plain("A year from now I’d like to have opened one."),)
        ),
        start.DocPart(
            name="Does it fit?", minutes=3, lines=(plain("Where would that help with what worries you this year?"),)
        ),
        start.DocPart(
            name="Questions and feedback",
            minutes=9,
            lines=(
                plain("What would I have to be able to do before you’d trust me with it?"),
                plain("Who decides about new countries, and when?"),
                plain("When did you last see me handle something less well than I could have?"),
            ),
        ),
        start.DocPart(name="Next steps", minutes=5, lines=(plain("What does each of us do, and by which day?"),)),
        start.DocPart(name="Thanks and read-back", minutes=2, lines=(plain("Thank you. This is what I heard."),)),
        start.DocPart(name="Spare", minutes=1),
    ),
    question=start.Question(
        text="What got better because of you this year?",
        number=1,
        of=5,
        fills="It fills “what got better?”, in minute three.",
        action="/start/answer/",
        skip=Act(text="Skip", url="/start/skip/", key="S"),
        stop=Act(text="No more questions today", url="/start/stop/"),
    ),
    on=Act(text="Go on with your evidence", url="/evidence/", get=True, go=True),
)


PARTIES = (
    Party(
        name="You",
        promises=(
            Promise(
                action="Write down who covers which evening.",
                state=State("due", "Fri 27 Nov"),
                acts=(
                    Act(text="Done", url="/done/", subject="who covers which evening"),
                    Act(text="Move the day", url="/move/"),
                ),
            ),
            Promise(action="Sit in on one campaign review.", state=State("kept", "Kept 12 Nov")),
        ),
    ),
    Party(
        name="Jocelyn",
        them=True,
        promises=(
            Promise(
                action="Send you the plan for the second country.",
                state=State("late", "3 days over"),
                was="13 November",
                moved="Moved once, by her.",
                acts=(Act(text="Draft a friendly reminder", url="/nudge/"), Act(text="She did it", url="/done/")),
            ),
            Promise(action="Ask Sanne whether you may join the launch meeting.", state=State("due", "Tue 1 Dec")),
        ),
    ),
)


TODAY = today.Today(
    head=Head(stage="Monday 23 November", title="Ten days until you talk with Jocelyn"),
    step=today.NextStep(
        title="Say your opening aloud, once",
        why=(
            "It takes three minutes. The rest of the pack is ready; only the first two "
            "sentences have never been spoken."
        ),
        start=Act(text="Begin", url="/rehearse/1/opening/", get=True, go=True),
        refuse=Act(text="Not this one", url="/today/refuse/"),
    ),
    coming=today.Coming(
        when="Thu 3 December, 10:00",
        where="With Jocelyn in Room Alder, for half an hour, in person.",
        states=(State("sent", "Request sent"), State("open", "No answer yet")),
        hint="It went out this morning. If it is still open on Thursday, ask her in passing.",
        link=Link("Open the pack", "/prepare/1/"),
    ),
    strip=strip(shell().stops, dates=("",) * 8 + ("3 Dec",)),
    parties=PARTIES,
    waiting=(
        Link(
            "Two links between your goals and Brightwater’s plan",
            "/alignment/",
            "proposed; nothing happens before you decide",
        ),
        Link("Her side holds guesses only", "/prepare/1/#side", "one fact would help"),
    ),
)


TODAY_EMPTY = today.Today(
    head=Head(stage="Monday 23 November", title="A good day to begin"),
    step=today.NextStep(
        title="Write down one thing that got better because of you",
        why="A rough line will do. It becomes the heart of what you say, and it takes a minute.",
        start=Act(text="Write it", url="/evidence/", get=True, go=True),
        refuse=Act(text="Not this one", url="/today/refuse/"),
    ),
)


JOURNEY = journey.Journey(
    head=Head(
        stage="Journey",
        title="Your way through this conversation",
        lede=plain("Begin anywhere. Nothing has to be finished."),
    )
)
