"""N4: promises, and no day to look at them again."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Conversation, Journey
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases

_AGAIN = Phrases(
    "check|checks|checking in", "check|checks|checking back",
    "meet|meets|talk|talks|speak|speaks|look|looks|sit again", "meet|talk|speak on|in", "catch|catches up",
    "review|reviews|reviewed", "follow|follows up", "come back", "touch base", "one to one", "progress on",
    "next meeting|talk|conversation", "report|reports back", "revisit", "looks|look at it|them|this again",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    meeting, journey = piece.value, piece.whole
    if isinstance(meeting, Conversation) and isinstance(journey, Journey):
        open_ = [c for c in journey.commitments if c.conversation == meeting.id and c.status == "open"]
        if meeting.state == "held" and open_ and not any(not c.held for c in journey.check_ins):
            yield Hit(suggestion=f"“We look at these {len(open_)} next steps again on ___ (day and month).”")
    elif piece.kind == "next-steps" and not piece.prose.holds(_AGAIN):
        yield Hit()


def _held(*check_ins: dict[str, object]) -> Journey:
    return Journey.model_validate(
        {
            "conversations": [{"id": "autumn", "state": "held"}],
            "commitments": [{"id": "plan", "conversation": "autumn", "action": "Send the plan", "owner": "me"}],
            "check_ins": list(check_ins),
        }
    )


N4 = Rule(
    id="N4",
    title="No check-in",
    reads=("next-steps", "conversation"),
    find=find,
    message="No day is agreed on which to look at the next steps again.",
    why="Knowing that somebody will look again helps people keep what they promised, on both sides.",
    suggestion="“We look at these next steps again on ___ (day and month).”",
    grade="A−",
    source="Harkin and others 2016: meta-analysis of monitoring goal progress.",
    fires=(
        "I send the plan by 14 March. Jocelyn books the course by 20 March.",
        _held(),
        _held({"id": "old", "on": "2026-10-01", "held": True}),
    ),
    passes=(
        "I send the plan by 14 March. We check in on 28 March.",
        _held({"id": "spring", "on": "2027-01-15"}),
        Conversation(id="autumn", state="planned"),
    ),
)
