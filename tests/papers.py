"""Papers to render: a full page for one's own pocket, and a plan to hand over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from talktrack.kit.blocks import (
    Block,
    Bullets,
    Chain,
    Checklist,
    Columns,
    Grid,
    GridRow,
    Heading,
    Lines,
    Note,
    PageBreak,
    Pair,
    Pairs,
    Paragraph,
    Passage,
    Ribbon,
    Rule,
    Segment,
    Source,
    Space,
    Spoken,
    Stage,
    Stop,
    Table,
    Together,
)
from talktrack.kit.documents import Document, Invite, Mailbox, Message

P = Passage
AGENDA = (
    ("10:00", "Purpose", 2, 1.0),
    ("10:02", "Results, and her reaction", 4, 0.5),
    ("10:06", "Vision and plan", 4, 0.7),
    ("10:10", "Agreement", 3, 0.3),
    ("10:13", "Questions and feedback", 9, 0.2),
    ("10:22", "Next steps", 5, 0.45),
    ("10:27", "Thanks", 2, 0.6),
    ("10:29", "Spare", 1, None),
)


def fact(text: str, record: str = "accomplishments/welcome", **source: str) -> Passage:
    return Passage(text, (Source(record, **source),))


def make_brief(**changes: Any) -> Document:
    brief = Document(
        title=P("Thursday at ten, with Jocelyn"),
        author=P("Nathan Okafor"),
        language="en-GB",
        date=date(2026, 11, 22),
        kind="pocket",
        subtitle=(
            P("Leave with a yes, a no or a condition on running the Nordic launch community,"),
            P("and a date for the next talk."),
        ),
        footer=P("For my own pocket. 3 December 2026, room Alder, thirty minutes."),
        blocks=(ribbon(), Heading(P("What I say")), *_spoken(), Heading(P("What I ask")), *_asked(), _foot()),
    )
    return replace(brief, **changes)


def ribbon() -> Ribbon:
    return Ribbon(
        tuple(Segment(P(label), P(str(minutes)), minutes, share) for _, label, minutes, share in AGENDA),
        P("I speak"),
        P("Jocelyn speaks"),
        P("Thirty minutes in eight parts; the longest is nine minutes of questions."),
    )


def agenda_table() -> Table:
    rows = tuple((P(at), P(label), P(str(minutes))) for at, label, minutes, _ in AGENDA)
    header = (P("At"), P("Part"), P("Min"))
    return Table(
        header,
        rows,
        total=(P("10:30"), P("Length booked"), P("30")),
        align=("left", "left", "right"),
        widths=(0, 1, 0),
    )


def _spoken() -> tuple[Block, ...]:
    return (
        Spoken(
            (
                P("Jocelyn, thank you for making time."),
                P("I’d like to talk about where my work here could go next, and what you would want to see first."),
                fact("I want that next step to be at Larkfield.", "reflection/stay"),
            ),
            label=P("Purpose"),
            time=P("2 minutes"),
        ),
        Spoken(
            (
                fact("I’ve been here two years.", "person/start"),
                fact("Weekly active members went from 3.1 % to 5.1 %, a rise of 65 %, between March and September."),
                fact("The site had 20 % more unique visitors over the same months.", "accomplishments/visitors"),
                fact(
                    "When the labelling thread blew up in May, it was answered in forty minutes.",
                    "accomplishments/may",
                ),
            ),
            label=P("Results"),
            time=P("75 seconds"),
        ),
        Spoken(
            (
                fact("In a year I’d like to have opened a community from nothing.", "goals/nordic"),
                fact("In three, to lead a small team across markets.", "goals/team"),
                fact(
                    "You said in September that the Nordic launch needs somebody on the ground.", "statements/nordic"
                ),
            ),
            label=P("Vision and plan"),
            time=P("2 minutes"),
        ),
    )


def _asked() -> tuple[Block, ...]:
    return (
        Lines(P("What would you need to see from me before you’d put me on the Nordic launch?"), 2, label=P("1")),
        Lines(P("Can you think of a moment this year that I should have handled differently?"), 2, label=P("2")),
        Lines(P("Which project in spring would show you that I’m ready, and who decides on it?"), 2, label=P("3")),
    )


def _foot() -> Columns:
    left: tuple[Block, ...] = (
        Heading(P("If she says")),
        Pairs(
            P("She may say"),
            P("I can answer"),
            (
                Pair(
                    P("I need you here."),
                    P("Six volunteers cover the evenings already; may I show you the rota?"),
                    mark=P("a guess"),
                ),
                Pair(
                    P("There is no budget."),
                    P("Then what could start without one, and when is it looked at again?"),
                    mark=P("said in May"),
                ),
            ),
        ),
    )
    right: tuple[Block, ...] = (
        Heading(P("Thirty minutes")),
        agenda_table(),
        Heading(P("Before I go in")),
        Checklist(
            (
                P("Room Alder, the door shuts"),
                P("Phone away, paper out"),
                P("Proof: dashboard print"),
                P("Her question first"),
            )
        ),
    )
    return Columns((left, right), (1.5, 1))


def make_plan(**changes: Any) -> Document:
    plan = Document(
        title=P("Where my work could go next"),
        author=P("Nathan Okafor"),
        language="en-GB",
        date=date(2026, 11, 22),
        kind="handover",
        subtitle=(P("A development plan for Jocelyn Reyes,"), P("from Nathan Okafor, 22 November 2026")),
        footer=P("Nathan Okafor, development plan, 22 November 2026"),
        blocks=_plan_blocks(),
    )
    return replace(plan, **changes)


def _plan_blocks() -> tuple[Block, ...]:
    return (
        Paragraph(
            (
                fact("I run the community at Larkfield and have done so for two years.", "person/start"),
                P("This page says what I would like to be able to do, what it would bring, and what I ask of you."),
            )
        ),
        Heading(P("Vision")),
        Spoken(
            fact("I want to open communities where there are none yet, and later to help others do it.", "vision")
        ),
        Heading(P("From spring to the far end")),
        chain(),
        Heading(P("What each goal serves")),
        Heading(P("Run the Nordic launch community"), 2),
        Paragraph(
            (
                fact("By September 2027.", "goals/nordic"),
                fact(
                    "It serves “two new markets by the end of 2027”, from the strategy day of 4 September 2026.",
                    "statements/nordic",
                ),
            )
        ),
        Table(
            (P("Action"), P("Kind"), P("By"), P("Support asked for")),
            (
                (
                    fact("Shadow the Benelux launch, six Wednesdays"),
                    P("exposure"),
                    P("March 2027"),
                    P("An introduction to Maren"),
                ),
                (
                    fact("Write the first moderation guide in Swedish"),
                    P("experience"),
                    P("May 2027"),
                    P("Half a day a week"),
                ),
                (
                    fact("Community management certificate"),
                    P("education"),
                    P("June 2027"),
                    P("The course fee, 640 €"),
                ),
            ),
            widths=(2.2, 0, 0, 1.6),
        ),
        Heading(P("Lead a small team across markets"), 2),
        Paragraph(
            (
                fact("By the end of 2029.", "goals/team"),
                fact(
                    "It serves the wish, said in the town hall of June, that markets “run themselves”.",
                    "statements/run",
                ),
            )
        ),
        Bullets(
            (
                (fact("Coach two volunteers to moderator, one each half-year."), P("Experience.")),
                (fact("Sit in on Priya’s planning, once a quarter."), P("Exposure.")),
            )
        ),
        Heading(P("What each stretch holds")),
        grid(),
        Together(
            (
                Heading(P("What I ask of you")),
                Checklist(
                    (
                        P("A word on whether this fits where you see Larkfield going"),
                        P("One introduction, to Maren"),
                        P("A date to look at this again"),
                    )
                ),
                Space(0.5),
                Rule(),
                Note((P("Nothing here is settled."), P("Change what does not fit; I will bring the next version."))),
            )
        ),
    )


def chain() -> Chain:
    near = (
        Stop(fact("Run the Nordic launch community"), P("September 2027"), P("Leads to a team across markets")),
        Stop(fact("Moderation in a second language"), P("May 2027"), P("Leads to the Nordic launch")),
    )
    mid = (Stop(fact("Lead a small team across markets", "goals/team"), P("December 2029")),)
    long = (Stop(fact("Decide how Larkfield enters a market", "goals/enter"), P("2032")),)
    return Chain(
        (
            Stage(P("Near"), P("6–12 months"), near),
            Stage(P("Mid"), P("1–3 years"), mid),
            Stage(P("Between"), P("3–5 years"), (), P("nothing yet")),
            Stage(P("Long"), P("5 years and more"), long),
        )
    )


def grid() -> Grid:
    return Grid(
        (P("Near"), P("Mid"), P("Long")),
        (
            GridRow(P("Skills"), (fact("Swedish, to moderate"), fact("Planning a budget"), ())),
            GridRow(P("Experiences, milestones"), (fact("A launch from nothing"), fact("A year of leading"), ())),
            GridRow(P("Exposure across the business"), (fact("Six Wednesdays with the Benelux launch"), (), ())),
            GridRow(P("Mentors, network"), (fact("Maren, monthly"), (), ())),
        ),
        P("still open"),
    )


def make_invite(**changes: Any) -> Invite:
    invite = Invite(
        uid="conversation-2026-12@talktrack.invalid",
        sequence=0,
        summary="Where my work could go next: Nathan and Jocelyn",
        description="Thirty minutes, apart from the review.\nTo read before: results, vision, questions.",
        start=datetime(2026, 12, 3, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam")),
        duration=timedelta(minutes=30),
        location="Room Alder",
        organizer=Mailbox("nathan@example.com", "Nathan Okafor"),
        attendees=(Mailbox("jocelyn@example.com", "Jocelyn Reyes"),),
        method="REQUEST",
    )
    return replace(invite, **changes)


def make_message(**changes: Any) -> Message:
    message = Message(
        sender=Mailbox("nathan@example.com", "Nathan Okafor"),
        to=(Mailbox("jocelyn@example.com", "Jocelyn Reyes"),),
        subject="Half an hour about where my work could go",
        body="Dear Jocelyn,\n\nmay I have thirty minutes with you?\n\nNathan",
        message_id="request-3f2a@talktrack.invalid",
        date=datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
        invite=make_invite(),
    )
    return replace(message, **changes)


def make_everything(text: str, **changes: Any) -> Document:
    """Every block there is, with this text in every place that a reader sees."""
    it = P(text)
    row = (it, it, it)
    stop = Stop(it, it, it)
    blocks: tuple[Block, ...] = (
        Heading(it),
        Heading(it, 2),
        Heading(it, 3),
        Paragraph((it, it)),
        Spoken(it, label=it, time=it),
        Note(it),
        Bullets((it, it)),
        Bullets((it, (it, it)), ordered=True),
        Checklist((it,)),
        Table(row, (row,), total=row, align=("left", "centre", "right"), widths=(1, 0, 2)),
        Ribbon((Segment(it, it, 2, 1), Segment(it, it, 3, 0.4), Segment(it, it, 1)), it, it, P(f"Agenda {text}")),
        Lines(it, 2, label=it, note=it),
        Pairs(it, it, (Pair(it, it, mark=it),)),
        Chain((Stage(it, it, (stop, stop)), Stage(it, None, (), it))),
        Grid((it, it), (GridRow(it, (it, ())),), it),
        Columns(((Heading(it), Paragraph(it)), (Note(it),)), (2, 1)),
        Together((Paragraph(it), Checklist((it,)))),
        Rule(),
        Space(),
        PageBreak(),
        Paragraph(it),
    )
    return make_plan(title=P(f"Plan {text}"), subtitle=it, footer=it, author=it, blocks=blocks, **changes)
