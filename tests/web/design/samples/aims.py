"""Goals."""

from __future__ import annotations

from samples.around import SAVED, note
from talktrack.web.workbook.screens import goals
from talktrack.web.workbook.screens.chains import GoalCard, chains
from talktrack.web.workbook.screens.parts import Act, Empty, Head, State
from talktrack.web.workbook.screens.text import Run, plain

CHAINS = chains(
    (
        (
            "Near",
            "6 to 12 months",
            (
                GoalCard(
                    id="g1",
                    url="/goals/panels/",
                    words=plain("Hold two members’ panels by myself, from the invitation to the report."),
                    when="June 2027, 7 months",
                    state=State("agreed", "Agreed by Jocelyn"),
                    leads_to=("g4", "g5"),
                ),
                GoalCard(
                    id="g2",
                    url="/goals/swedish/",
                    words=plain("Speak Swedish well enough to answer a thread."),
                    when="September 2027",
                    state=State("cond", "If evenings are covered"),
                    leads_to=("g4",),
                ),
                GoalCard(
                    id="g3",
                    url="/goals/data/",
                    words=(Run("Get better at", "find"), Run(" reading the numbers.")),
                    when="no month yet",
                    state=State("draft", "Draft"),
                    leads_to=("g6",),
                ),
            ),
        ),
        (
            "Mid",
            "1 to 3 years",
            (
                GoalCard(
                    id="g4",
                    url="/goals/nordic/",
                    words=plain("Open a forum in a country where nobody knows us."),
                    when="November 2028, 24 months",
                    state=State("open", "Not discussed"),
                    leads_to=("g6",),
                ),
                GoalCard(
                    id="g5",
                    url="/goals/bridge/",
                    words=plain("Be the one three teams ask about members."),
                    when="2030",
                    note="Between mid and long",
                    thin=True,
                    state=State("draft", "Draft"),
                    leads_to=("g6",),
                ),
            ),
        ),
        (
            "Long",
            "5 years and more",
            (
                GoalCard(
                    id="g6",
                    url="/goals/house/",
                    words=plain("Look after a house of forums, with people who grow by building them."),
                    when="2032",
                    because="Because: beginnings, and things that last. No title needed.",
                    state=State("shared", "Jocelyn has seen it"),
                ),
            ),
        ),
    )
)


COVER = goals.Cover(
    horizons=("Near", "Mid", "Long"),
    rows=(
        (
            "Skills",
            (
                goals.Cell(horizon="Near", items=("Swedish, B1", "Reading a cohort chart")),
                goals.Cell(horizon="Mid", items=("Leading a small team",)),
                goals.Cell(horizon="Long", items=("Holding a budget",)),
            ),
        ),
        (
            "Experiences, milestones",
            (
                goals.Cell(horizon="Near", items=("Two panels, start to end",)),
                goals.Cell(horizon="Mid", items=("One opening",)),
                goals.Cell(horizon="Long", add="/goals/?add"),
            ),
        ),
        (
            "Exposure across the business",
            (
                goals.Cell(horizon="Near", items=("Six launch meetings",)),
                goals.Cell(horizon="Mid", add="/goals/?add"),
                goals.Cell(horizon="Long", add="/goals/?add"),
            ),
        ),
        (
            "Mentors, network",
            (
                goals.Cell(horizon="Near", items=("Ada, monthly",)),
                goals.Cell(horizon="Mid", items=("Someone who opened a country",)),
                goals.Cell(horizon="Long", add="/goals/?add"),
            ),
        ),
    ),
    empty="four cells are empty",
)


GOALS = goals.Goals(
    head=Head(
        stage="Goals",
        title="From next summer to the far end",
        quote=plain("I want to begin things, and leave them in good hands."),
        saved="Saved 18:12",
    ),
    chains=CHAINS,
    add=Act(text="Add a goal", url="/goals/new/", get=True, go=True, key="G", icon="plus"),
    also=(Act(text="The plan and its versions", url="/goals/versions/", get=True),),
    cover=COVER,
    notes=(
        note(
            0,
            "Better at what, shown how?",
            "A near goal with an object and an end is easier to act on, and easier to agree to.",
            "Read ___ well enough to ___ by ___.",
            use="Fill it in",
            rule="G1",
        ),
        note(
            0,
            "When does it happen in your week?",
            "A plan with a when and a where gets done more often.",
            "When ___ is over on ___, I give ___ to it.",
            use="Fill it in",
            rule="G9",
        ),
    ),
)


GOALS_EMPTY = goals.Goals(
    head=Head(stage="Goals", title="Where you would like to go"),
    chains=(),
    add=Act(text="Add a goal", url="/goals/new/", get=True),
    empty=Empty(
        title="What would you like to have done a year from now?",
        text="Nothing yet. A rough sentence is enough; the month and the reason can come later.",
        act=Act(text="Add a goal", url="/goals/new/", get=True, go=True, key="G", icon="plus"),
    ),
)


GOAL = goals.Goal(
    head=Head(
        stage="Goals",
        title="Speak Swedish well enough",
        states=(State("cond", "If evenings are covered"),),
        saved=SAVED,
    ),
    action="/goals/swedish/",
    autosave="/goals/swedish/draft/",
    marks=(Run("Get better at", "find", "1"), Run(" Swedish.")),
    notes=(
        note(
            1,
            "Better at what, shown how?",
            "A near goal with an object and an end is easier to act on.",
            "Speak Swedish well enough to ___.",
            use="Fill it in",
            rule="G1",
        ),
    ),
    also=(
        Act(text="History", url="/goals/swedish/history/", get=True, icon="history"),
        Act(text="Delete", url="/goals/swedish/delete/", danger=True),
    ),
)
