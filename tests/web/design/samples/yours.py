"""You, search, history, bringing in."""

from __future__ import annotations

from talktrack.web.workbook.screens import bring_in, history, search, you
from talktrack.web.workbook.screens.parts import Act, Event, Finding, Head, Link, Seal
from talktrack.web.workbook.screens.text import Run, plain

YOU = you.You(
    head=Head(stage="You", title="You, and what is yours", seal=Seal("Only you. It lies on this computer")),
    action="/you/",
    where=plain(
        "Everything lies in one folder of this computer, in a database that only your "
        "account can read. Nobody operates it but you."
    ),
    take=(
        Link("The whole workbook", "/you/archive/", "one file, to open anywhere"),
        Link("As text", "/you/toml/", "to read and change by hand"),
    ),
    bring=Act(text="Bring something in", url="/import/", get=True, icon="file-up"),
    erase=Act(text="Erase everything", url="/you/erase/", get=True, danger=True),
    looks=(
        Act(text="As the device", url="/you/look/", pressed=True),
        Act(text="Light", url="/you/look/light/", pressed=False),
        Act(text="Dark", url="/you/look/dark/", pressed=False),
    ),
    help=(
        Link("How a talk is prepared", "/help/journey/", "the eleven stages on one page"),
        Link("Why the coach says what it says", "/help/rules/", "every rule, and what it rests on"),
    ),
)


SEARCH = search.Search(
    head=Head(stage="Find", title="Find anything of yours"),
    query="evning",
    told="Two found. Also looked for “evening”.",
    found=(
        Finding(
            kind="Promise",
            words=(Run("Write down who covers which "), Run("evening", "mine"), Run(".")),
            url="/follow-through/#p1",
            where="Yours, due Friday 27 November",
        ),
        Finding(kind="Reflection", words=(Run("Quiet "), Run("evenings", "mine"), Run(".")), url="/reflect/#a2"),
    ),
)


HISTORY = history.History(
    head=Head(stage="History", title="What changed, and when"),
    back=Link("Back to the goal", "/goals/swedish/"),
    days=(
        (
            "Monday 23 November",
            (
                Event(
                    when="18:12",
                    text="You changed the goal.",
                    words=(
                        Run("Get better at", "gone"),
                        Run(" "),
                        Run("Speak", "new"),
                        Run(" Swedish"),
                        Run(" well enough to answer a thread", "new"),
                        Run("."),
                    ),
                    acts=(Act(text="Back to this version", url="/back/"),),
                ),
                Event(when="09:41", text="You added it."),
            ),
        ),
    ),
    older=Act(text="Earlier", url="?page=2", get=True),
)


BRING = bring_in.BringIn(head=Head(stage="Bring in", title="Bring in what you already have"), action="/import/")


PREVIEW = bring_in.BringIn(
    head=Head(stage="Bring in", title="What becomes what"),
    action="/import/",
    lines=(
        bring_in.Incoming(
            id="1", words=plain("Rebuilt the welcome letters; replies doubled."), becomes="Evidence", change="new"
        ),
        bring_in.Incoming(
            id="2", words=plain("Learn Swedish"), becomes="Goal", change="changes what you have", taken=False
        ),
    ),
    merge="Two lines were found. One is new, one would change a goal of yours.",
    confirm="Take in what is ticked",
)
