"""Organisation and alignment."""

from __future__ import annotations

from samples.around import deciding, gap, note
from talktrack.web.workbook.screens import alignment, organisation
from talktrack.web.workbook.screens.parts import Act, Head, Link, Said, State, Undone
from talktrack.web.workbook.screens.text import Run, plain

PRIORITY = Said(
    words=(Run("We will "), Run("enter a new market", "theirs"), Run(": the Nordics, by summer 2027.")),
    whose="theirs",
    who="Brightwater, growth",
    source="All-hands slides, page 7, 14 September 2026",
)


PROBLEM = Said(
    words=(Run("Too few "), Run("first-time buyers become regulars", "theirs"), Run(".")),
    whose="theirs",
    who="Brightwater, problem",
    source="Jocelyn, team meeting, 2 March 2025",
    old="20 months old, still true?",
)


ORGANISATION = organisation.Organisation(
    head=Head(stage="Organisation", title="What Brightwater needs, in its own words", saved="Saved 09:12"),
    action="/organisation/",
    proposals=(
        organisation.Proposal(
            id="r1",
            said=Said(
                words=plain("Every launch has a local voice from its first day."),
                whose="theirs",
                who="Launch plan, page 3",
            ),
            kinds=(("strategy", "Strategy", True), ("project", "Project", False), ("value", "Value", False)),
            acts=deciding("Keep it"),
        ),
    ),
    kinds=(
        organisation.Kind(
            place=4,
            count=1,
            name="Where it wants to grow",
            statements=(
                organisation.Statement(
                    id="s1",
                    said=PRIORITY,
                    meets="Meets your goal “Open a forum in a country where nobody knows us”",
                    acts=(Act(text="Change", url="/edit/", get=True), Act(text="Delete", url="/delete/")),
                ),
            ),
        ),
        organisation.Kind(
            place=6,
            count=1,
            name="Problems",
            statements=(
                organisation.Statement(
                    id="s2",
                    said=PROBLEM,
                    states=(State("due", "Is it still true?"),),
                    acts=(Act(text="Still true", url="/still/"), Act(text="Change", url="/edit/", get=True)),
                ),
            ),
        ),
        organisation.Kind(
            place=2,
            count=0,
            name="Values",
            statements=(),
            ask="What do we never give up, even when it costs us?",
        ),
    ),
    notes=(
        note(
            0,
            "Nothing on this page is shown",
            "What you bring in stays here. Only the words you quote in the talk leave the page.",
            use="Good",
            rule="W4",
        ),
    ),
    framework="Competencies: none published. That stops nothing.",
)


MINE = Said(
    words=(Run("Open a forum in a country where "), Run("nobody knows us", "mine"), Run(".")),
    whose="mine",
    who="Your mid goal, November 2028",
)


ALIGNMENT = alignment.Alignment(
    head=Head(
        stage="Alignment",
        title="Where your goals meet Brightwater’s",
        lede=plain("Two links are proposed, from words that match. You say whether they are true."),
        saved="Saved 09:12",
        keys=True,
    ),
    pairs=(
        alignment.Pair(
            id="l1",
            name="Proposed link 1",
            mine=MINE,
            theirs=PRIORITY,
            why=plain(
                "“a country where nobody knows us” and “a new market” both mean beginning outside the home country."
            ),
            acts=deciding(go=True),
        ),
        alignment.Pair(
            id="l2",
            name="Proposed link 2",
            mine=Said(
                words=(Run("Hold two "), Run("members’ panels", "mine"), Run(" by myself.")),
                whose="mine",
                who="Your near goal, June 2027",
            ),
            theirs=PROBLEM,
            why=plain(
                "“members” and “regulars” are near in meaning, and three ideas of your panel are in the spring range."
            ),
            acts=deciding(),
        ),
        alignment.Pair(
            id="l3",
            name="Proposed link 3",
            mine=MINE,
            theirs=PROBLEM,
            why=(),
            undone=Undone(text="Dismissed: “Swedish” and “regulars”.", undo="/undo/l3/"),
        ),
    ),
    settled=(
        alignment.Settled(
            title="Confirmed by you",
            words=plain("“Say it plainly” is a value on both lists."),
            hint="Your answer of 9 November; the handbook, 2026",
            reopen=Act(text="Reopen", url="/reopen/"),
        ),
        alignment.Settled(
            title="A tension you keep in sight",
            words=plain("You want quiet evenings; “always there for members” is on the wall."),
            tension=True,
            reopen=Act(text="Reopen", url="/reopen/"),
        ),
    ),
    says=(
        Link("Growth", "/organisation/#growth", "2"),
        Link("Problems", "/organisation/#problems", "1"),
        Link("Values", "/organisation/#values", "3"),
    ),
    bring=Act(text="Bring something in", url="/organisation/", get=True, icon="plus"),
    benefit=alignment.Benefit(
        organisation="Brightwater",
        action="/alignment/benefit/",
        autosave="/alignment/benefit/draft/",
        goal="for “Open a forum in a country where nobody knows us”",
        missing="change",
        hint="This is the part a manager doubts. For example: “a question gets its answer in its own language”.",
        sentence=(
            Run("If I learn to open a forum from nothing, "),
            gap("then what changes?", "#id_change"),
            Run(" so that the Nordic launch has regulars before it has shops."),
        ),
    ),
)
