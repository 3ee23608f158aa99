"""Evidence and reflection."""

from __future__ import annotations

from samples.around import SAVED, deciding, note
from talktrack.web.workbook.screens import evidence, reflect
from talktrack.web.workbook.screens.parts import Act, Empty, Head, Said, Seal, Undone
from talktrack.web.workbook.screens.text import Mark, Run, marked, plain

ROUGH = (
    "I was responsible for the forum and we raised the share of members who come back every week by 65 %, "
    "and also brought 20 % more people to the site."
)


def at(words: str, number: int, *, on: bool = False) -> Mark:
    start_ = ROUGH.index(words)
    return Mark(start_, start_ + len(words), number=str(number), on=on)


ROUGH_MARKS = marked(ROUGH, [at("I was responsible for", 1, on=True), at("we", 2), at("65 %", 3)])


EVIDENCE = evidence.Evidence(
    head=Head(stage="Evidence", title="What you did, and what came of it", saved=SAVED, keys=True),
    action="/evidence/",
    autosave="/evidence/draft/",
    marks=ROUGH_MARKS,
    dated=plain("Dated today, Monday 23 November"),
    measure="65 %",
    measured="From 3.1 to 5.1 is 64.5 % more, so “65 %” holds.",
    notes=(
        note(
            1,
            "Open with what you did",
            "“Responsible for” names the job; your listener remembers the act.",
            "I ran the forum, and …",
        ),
        note(
            2,
            "Which part was yours?",
            "“We” is fair, so leave it in. Put your own part beside it.",
            "… together with ___. My part was ___.",
            use="Fill it in",
            rule="A6",
        ),
        note(
            3,
            "65 % of what, since when?",
            "A share without a start is easy to doubt. You filled it in just now.",
            use="Put it in the sentence",
            rule="A3",
        ),
    ),
    spoken=evidence.Spoken(
        words=(
            Run("In two years here I have brought the share of members who come back every week from "),
            Run("3.1 to 5.1 %", "evidence", "1", "#e1"),
            Run(", past the 4.5 we had set. Visits went from "),
            Run("41,200 to 49,500 a month", "evidence", "2", "#e2"),
            Run("."),
        ),
        seconds="about 20 seconds",
        built_from=(
            "Made of your entries 1 and 2 and your first day, 2 December 2024. Take one away and its words go too."
        ),
        acts=deciding("Use this wording"),
    ),
    filters=(
        Act(text="All 5", url="?", get=True, pressed=True),
        Act(text="No objective yet 2", url="?without", get=True),
        Act(text="In your talk track 3", url="?used", get=True),
    ),
    entries=(
        evidence.Entry(
            id="e1",
            url="/evidence/weekly/",
            figure="+65 %",
            when="Jan 2025 – Oct 2026",
            words=plain("Members who come back every week: from 3.1 to 5.1 %. The target was 4.5."),
            facts=("Proof: dashboard export", "In the talk track"),
            serves="Turn first-time buyers into regulars",
        ),
        evidence.Entry(
            id="e2",
            url="/evidence/visits/",
            figure="+20 %",
            when="Q1 2025 – Q3 2026",
            words=plain("Visits a month: from 41,200 to 49,500, once members wrote the weekly post."),
            facts=("In the talk track",),
            serves="Turn first-time buyers into regulars",
        ),
        evidence.Entry(
            id="e3",
            url="/evidence/recall/",
            figure="40 min",
            when="14 May 2026",
            words=plain("Answered the recall thread before it spread: one post, 212 replies, two refunds."),
            facts=("Ines, support: “You saved our weekend.”", "In the talk track"),
        ),
        evidence.Entry(
            id="e4",
            url="/evidence/panel/",
            figure="12",
            when="September 2026",
            words=plain("Held the first panel with members. Three of its ideas are in the spring range."),
            ask="/evidence/panel/#serves",
        ),
        evidence.Entry(
            id="e5",
            url="/evidence/gone/",
            figure="",
            when="",
            words=(),
            undone=Undone(text="“Rewrote the house rules” is deleted.", undo="/undo/x/"),
        ),
    ),
)


EVIDENCE_EMPTY = evidence.Evidence(
    head=Head(stage="Evidence", title="What you did, and what came of it"),
    action="/evidence/",
    autosave="/evidence/draft/",
    dated=plain("Dated today, Monday 23 November"),
    empty=Empty(
        title="What did someone thank you for?",
        text="Nothing here yet. One remembered sentence is enough, and it may be rough.",
        act=Act(text="Another prompt", url="/evidence/?prompt=2", get=True),
    ),
)


REFLECT = reflect.Reflect(
    head=Head(stage="Reflect", title="What the work is like from inside", saved=SAVED, seal=Seal("Only you, always")),
    prompt=reflect.Prompt(
        text="When did an hour at work last feel short?",
        topic="Energy",
        number=2,
        of=5,
        hint="Skip whatever does not speak to you. Nothing here is shared with anyone.",
        action="/reflect/",
        skip=Act(text="Skip", url="/reflect/skip/", key="S"),
        stop=Act(text="Enough for today", url="/reflect/stop/"),
    ),
    vision=(
        reflect.Vision(
            horizon="In a year",
            words=plain("I have opened something that was not there before."),
            edit=Act(text="Change", url="/reflect/vision/", get=True, subject="in a year"),
        ),
        reflect.Vision(
            horizon="In three years",
            words=(),
            edit=Act(text="Write it", url="/reflect/vision/", get=True, subject="in three years"),
        ),
    ),
    themes=(
        reflect.Theme(
            id="t1",
            title="Beginnings draw you",
            quotes=(
                Said(
                    words=(Run("I liked the forum most "), Run("when it was ten people", "mine"), Run(".")),
                    whose="mine",
                    who="On interest, 9 November",
                ),
                Said(
                    words=(Run("The panel, "), Run("before anyone knew what it was", "mine"), Run(".")),
                    whose="mine",
                    who="On energy, 14 November",
                ),
            ),
            acts=deciding("That is me"),
        ),
    ),
    answers=(
        reflect.Answer(
            id="a1",
            topic="Motivator",
            prompt="What would you do even if nobody saw it?",
            words=plain("Answer the newcomer who asks what everyone else already knows."),
            acts=(Act(text="Change", url="/edit/", get=True), Act(text="Delete", url="/delete/")),
        ),
        reflect.Answer(
            id="a2",
            topic="Boundary",
            prompt="What should work never cost you?",
            words=plain("Quiet evenings."),
            notes=(
                note(
                    0,
                    "Does it pull against a goal?",
                    "A forum in another time zone may ask for evenings.",
                    use="Look at it",
                    rule="L1",
                ),
            ),
        ),
    ),
)
