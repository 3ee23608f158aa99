"""Paths, with a ladder and without."""

from __future__ import annotations

from samples.around import SAVED, gap, note
from talktrack.web.workbook.screens import paths
from talktrack.web.workbook.screens.parts import Act, Head, Link, State
from talktrack.web.workbook.screens.text import Run, plain


def path(name: str, title: str, have: str, build: tuple[Run, ...], test: str, **more: object) -> paths.Path:
    """A path with its three columns."""
    columns = (("You already have", plain(have)), ("Still to build", build), ("A small first test", plain(test)))
    return paths.Path(id=name, title=title, columns=columns, **more)  # type: ignore[arg-type]


PATHS = paths.Paths(
    head=Head(
        stage="Paths",
        title="No ladder here, and four other ways to grow",
        lede=plain("Brightwater has no levels for your work. So look wider, across, deeper, and into a project."),
        saved=SAVED,
    ),
    rose=paths.Rose(
        here=("The forum", "today"),
        up=paths.Petal(name="Wider", text="a second country"),
        across=paths.Petal(name="Across", text="member research", picked=True),
        down=paths.Petal(name="Into a project", text="the spring launch"),
        back=paths.Petal(name="Deeper", text="care in a crisis"),
    ),
    paths=(
        path(
            "p1",
            "Across: research with members",
            "Twelve panels’ worth of notes",
            plain("Asking without leading; a sample that holds"),
            "One study together with Ines",
            text="Half a day a week beside the research team.",
            state=State("agreed", "You picked this"),
            acts=(Act(text="Set aside", url="/aside/", subject="across"),),
        ),
        path(
            "p2",
            "Wider: a second country",
            "A forum that runs without overtime",
            (gap("who decides, and when?", "/paths/p2/"),),
            "Answer one Swedish thread a week",
            acts=(Act(text="Pick this", url="/pick/", subject="wider"),),
        ),
        path(
            "p3",
            "Deeper: care in a crisis",
            "",
            plain("The law on recalls"),
            "Two afternoons with the lawyers",
            acts=(Act(text="Pick this", url="/pick/", subject="deeper"),),
        ),
    ),
    go=Act(text="Turn “research with members” into a goal", url="/paths/p1/goal/", go=True),
    also=(Act(text="Another path", url="/paths/new/", get=True, icon="plus"),),
    people=(
        paths.Person(
            name="Ines",
            role="research, came from support",
            question=plain("How did you get from answering to asking?"),
            state=State("kept", "Asked 12 Nov"),
            act=Act(text="Her answer", url="/contacts/ines/", get=True),
        ),
        paths.Person(
            name="Arne",
            role="opened Denmark in 2022",
            question=plain("What did the first hundred members need?"),
            act=Act(text="Write a short message", url="/contacts/arne/", get=True),
        ),
    ),
    add_person=Act(text="Add someone", url="/contacts/new/", get=True, icon="plus"),
    tally=(
        ("Writing that invites an answer", "3 of 4 people"),
        ("Saying no kindly", "2 of 4"),
        ("Reading a cohort chart", "2 of 4"),
    ),
)


LADDER = paths.Paths(
    head=Head(stage="Paths", title="Kestrel’s ladder, and the ways around it", saved="Saved 18:02"),
    source="Read from “Engineering levels”, version 4, 12 January 2026.",
    rungs=(
        paths.Rung(
            name="Staff engineer",
            text="Not written down. Priya would know whether it exists.",
            link=Link("Ask her", "/prepare/1/#ask"),
        ),
        paths.Rung(
            name="Senior engineer",
            kind="aim",
            whose="you picked this",
            text="Two lines met, one partly, two with nothing noted.",
        ),
        paths.Rung(name="Engineer II", kind="me", whose="you, since March 2024"),
    ),
    criteria=paths.Criteria(
        title="Senior engineer, line by line",
        asks="Kestrel asks",
        lines=(
            paths.Criterion(
                quote="Makes what they own more reliable",
                noted=plain("Sessions without a crash, from 98.1 to 99.6 %"),
                state=State("agreed", "Met, with proof"),
            ),
            paths.Criterion(
                quote="Takes a release from idea to store",
                noted=plain("Led the building, not the idea"),
                state=State("cond", "Partly"),
            ),
            paths.Criterion(
                quote="Decides with product what to build",
                noted=(),
                state=State("open", "Not noted"),
                add="/evidence/",
            ),
        ),
    ),
    title="Around the ladder",
    paths=(
        path(
            "p9",
            "Deeper: apps without a network",
            "The cache you wrote in May",
            plain("Conflicts between two copies"),
            "A page that proposes it",
        ),
    ),
    go=Act(text="Compare three paths", url="/paths/compare/", get=True, go=True),
    notes=(
        note(
            0,
            "What would a Tuesday look like there?",
            "“Senior engineer” names a rung. Your answers speak of teaching and of things that last.",
            "I’d like to ___, because ___.",
            use="Turn it into a goal",
            rule="G5",
        ),
    ),
)
