"""The components of the talk and after: notes, takings, turns, sharing."""

from __future__ import annotations

from samples.around import deciding
from talktrack.web.workbook.screens.parts import Act, Seal, State
from talktrack.web.workbook.screens.spoken import Jotting, Shared, Taking, Tap, Turn
from talktrack.web.workbook.screens.text import Run, plain

JOTTINGS = (
    Jotting(
        id="j1",
        at="10:04",
        words=plain("She nodded at 65 %, asked who posts at night"),
        hint="Observed. Your reading stays with you.",
    ),
    Jotting(id="j2", at="10:09", words=(Run("I’d back you if the evenings are covered.", "theirs"),)),
    Jotting(id="j3", at="10:25", words=(Run("I send the evening plan soon", "mine"),)),
)
TAKINGS = (
    Taking(
        id="t2",
        kind="Agreement, with a condition",
        source="from 10:09",
        icon="git-branch",
        words=plain("Jocelyn backs the second forum if the evenings are covered."),
        hint="The recap says “if”, not “agreed”.",
        acts=deciding("Confirm", go=True),
    ),
    Taking(
        id="t3",
        kind="You will",
        source="from 10:25",
        icon="hand",
        theirs=False,
        words=(Run("Send the evening plan "), Run("soon", "find"), Run(".")),
        hint="“Soon” has no day.",
        repairs=(Act(text="Tue 8 Dec", url="/day/"), Act(text="Fri 11 Dec", url="/day/")),
        acts=deciding("Confirm"),
    ),
    Taking(
        id="t4",
        kind="Advice",
        source="from 10:20",
        icon="lightbulb",
        words=plain("Talk to Sanne before the budget closes."),
        state=State("confirmed", "Confirmed"),
    ),
)
TURNS = (
    Turn(
        who="You, purpose",
        words=plain("I’d like to talk about opening a second forum."),
        me=True,
        again=Act(text="Try again from here", url="/again/"),
    ),
    Turn(who="Manager", words=plain("You’re doing fine where you are.")),
    Turn(
        who="You",
        words=plain("So it is not whether, but when. What would you have to see first?"),
        me=True,
        did="Said back, then asked",
    ),
)
TAPS = (
    Tap(text="Feedback", icon="message-square-quote", value="feedback"),
    Tap(text="Advice", icon="lightbulb", value="advice", open=True),
    Tap(text="She will", icon="handshake", value="their-promise"),
    Tap(text="I will", icon="hand", value="my-promise", whose="you"),
    Tap(text="Agreed", icon="check-check", value="agreement", whose="you"),
    Tap(text="She did", icon="eye", value="reaction", whose="seen"),
)
SHARED = (
    Shared(id="aim", name="Aim for the talk", words=plain("A yes, a no or an “if” on the second forum."), on=True),
    Shared(id="far", name="Goal, 2032", words=plain("Look after a house of forums."), on=False),
)
OUT = Seal("Jocelyn sees 6 of 14 fields", out=True)
STATES = tuple(
    State(kind, word)
    for kind, word in (
        ("draft", "Draft"),
        ("sent", "Sent"),
        ("shared", "Jocelyn has seen it"),
        ("agreed", "Agreed"),
        ("kept", "Kept 12 Nov"),
        ("cond", "If evenings are covered"),
        ("due", "Fri 27 Nov"),
        ("open", "Not discussed"),
        ("late", "3 days over"),
        ("declined", "Declined"),
    )
)
