"""M1: a recap without thanks, agreements, actions or a check-in."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Conversation, Journey
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.when import names_a_day

_THANKS = Phrases("thank", "thanks", "grateful", "appreciate", "appreciated")
_AGREED = Phrases(
    "agree", "agreed", "agreement|agreements", "settled", "decided", "understood", "understand",
    "what i took|heard|noted", "you see|back|backed|told|want|wanted", "is|are open|possible|clear|fine",
    "took from it|our|the|this", "clear to me", "understanding", "you said",
    "you would|will", "you'll", "we said|concluded", "you support|supported", "common ground",
)  # fmt: skip
_ACTIONS = Phrases(
    "i'll", "i'd", "you'll", "action|actions", "next step|steps", "to do",
    "will send|book|write|introduce|share|prepare|ask|check|set",
    "will draft|give|take|arrange|talk|present|join|plan|bring|meet", "i send|book|write|share|prepare|draft|ask",
    "todo",
)  # fmt: skip
_CHECK_IN = Phrases(
    "check|checking in", "check|checks back", "meet|talk|speak|look|sit again", "catch up",
    "look at it|this|them|these again", "look at it|this|them|these together", "review", "follow up",
    "next meeting|talk|conversation|look", "look at all", "again", "together on|in", "come back",
    "come back to", "touch base", "see where we", "revisit",
)  # fmt: skip
_PARTS = {"thanks": _THANKS, "what was agreed": _AGREED, "actions": _ACTIONS, "a check-in": _CHECK_IN}


def find(piece: Piece) -> Iterator[Hit]:
    meeting, journey = piece.value, piece.whole
    if isinstance(meeting, Conversation) and isinstance(journey, Journey):
        missing = _missing_in_ledger(meeting, journey)
    elif piece.kind == "recap" and piece.prose.words:
        missing = [part for part, phrases in _PARTS.items() if not piece.prose.holds(phrases)]
        if "actions" in missing and names_a_day(piece.prose, piece.today):
            missing.remove("actions")
    else:
        return
    if missing:
        what = ", ".join(missing[:-1]) + (" and " if len(missing) > 1 else "") + missing[-1]
        add = "; ".join(f"{part}: ___" for part in missing)
        yield Hit(message=f"The recap has no place yet for {what}.", suggestion=f"Add {add}.")


def _missing_in_ledger(meeting: Conversation, journey: Journey) -> list[str]:
    """What a recap of a held meeting could not tell from the ledger; nothing as long as there are no notes."""
    if meeting.state != "held" or not any(note.conversation == meeting.id for note in journey.notes):
        return []
    known = {
        "what was agreed": any(a.conversation == meeting.id for a in journey.agreements),
        "actions": any(c.conversation == meeting.id for c in journey.commitments),
    }
    return [part for part, there in known.items() if not there]


def _held(**ledger: list[dict[str, object]]) -> Journey:
    notes = [{"id": "n1", "conversation": "autumn", "text": "Talked about Denmark"}]
    return Journey.model_validate({"conversations": [{"id": "autumn", "state": "held"}], "notes": notes, **ledger})


M1 = Rule(
    id="M1",
    title="A part of the recap is missing",
    reads=("recap", "conversation"),
    find=find,
    message="A part of the recap is missing.",
    why="Thanks, agreements, who does what, when you look again: with all four, the mail becomes the record.",
    suggestion="Add thanks: ___; what was agreed: ___; actions: ___; a check-in: ___.",
    grade="D",
    source="The method itself: the recap (R50–R52).",
    fires=(
        "Hi Jocelyn, thank you for your time today.",
        "You said that Denmark is open. I'll send the plan by Friday, and we check in on 3 May.",
        _held(agreements=[{"id": "a", "conversation": "autumn", "goal": "denmark", "state": "conditional"}]),
    ),
    passes=(
        "Thank you. As I understood it, Denmark is open. I'll send the plan by Friday. We check in on 3 May.",
        _held(
            agreements=[{"id": "a", "conversation": "autumn", "goal": "denmark", "state": "conditional"}],
            commitments=[{"id": "c", "conversation": "autumn", "action": "Send the plan"}],
        ),
        Conversation(id="autumn", state="held"),
    ),
)
