"""Talks as they stand once the person has confirmed what came of them: the three examples, and some trades more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from makers import EXAMPLES

from talktrack.engine import archive
from talktrack.engine.story import Journey, Note

HELD = "december"


def outcome(**kinds: list[dict[str, Any]]) -> dict[str, Any]:
    """Records of each kind, of one conversation, with ids."""
    made: dict[str, Any] = {}
    for kind, rows in kinds.items():
        made[kind] = [{"id": f"{kind[:2]}{n}", "conversation": HELD, **row} for n, row in enumerate(rows)]
    return made


def _sourced(kinds: dict[str, list[dict[str, Any]]], notes: str) -> dict[str, list[dict[str, Any]]]:
    """With the line of the notes in which the words of a record begin."""
    return {
        kind: [
            {**row, **_source(str(row.get("action") or row.get("text") or row.get("words") or ""), notes)}
            for row in rows
        ]
        for kind, rows in kinds.items()
    }


def _source(text: str, notes: str) -> dict[str, Any]:
    at = notes.find(text.strip('"')[:18]) if text else -1
    if at < 0:
        return {}
    start, end = notes.rfind("\n", 0, at) + 1, notes.find("\n", at)
    return {"source": {"note": "page", "start": start, "end": end if end > 0 else len(notes)}}


def held(journey: Journey, notes: str = "", **kinds: list[dict[str, Any]]) -> Journey:
    """The journey after its conversation, with those records."""
    talks = [{**c.model_dump(), "state": "held"} for c in journey.conversations]
    page = [Note(id="page", conversation=HELD, text=notes).model_dump()] if notes else []
    return Journey.model_validate({**journey.model_dump(), "conversations": talks, "notes": page, **outcome(**kinds)})


def example(name: str) -> Journey:
    journey = archive.read(EXAMPLES / f"{name}.toml")
    notes = (EXAMPLES / f"{name}-notes.md").read_text("utf-8")
    return held(journey, notes, **_sourced(TALKS[name], notes))


TALKS: dict[str, dict[str, list[dict[str, Any]]]] = {
    "nathan": {
        "commitments": [
            {"action": "ask Ingrid about the seat", "owner": "jocelyn", "due": "2026-12-11", "goal": "denmark"},
            {"action": "let me know about the finance course", "owner": "jocelyn", "due": "2026-12-18"},
            {"action": "send her the hand-over list for the daily posting", "owner": "me", "due": "2026-12-11",
             "goal": "denmark", "done_test": "she has the list"},
            {"action": "one page \"what I'd do in Denmark in the first 90 days\"", "owner": "me", "due": "2027-01-15",
             "goal": "denmark"},
            {"action": "write to the founders once a month", "owner": "me", "goal": "denmark", "advice": "ad0"},
        ],
        "agreements": [
            {"goal": "denmark", "state": "agreed", "words": "launch mtg: yes, she agrees I join it from January"},
            {"goal": "denmark", "state": "conditional", "words": "travel 3 days: ok if Sofia takes over Tue and Thu posts",
             "condition": "Sofia takes over Tue and Thu posts", "review_on": "2027-01-31"},
            {"goal": "denmark", "state": "conditional", "words": "finance course - J wants to see the budget first"},
            {"goal": "region", "state": "not discussed"},
        ],
        "feedback": [
            {"text": "\"be more strategic\"", "situation": "price thread in Oct", "category": "leadership",
             "behaviour": "I answered 60 people one by one", "impact": "founders heard about it from members",
             "better": "tell her and Tomas within the hour, then post"},
            {"text": "\"a bit more presence in the big meetings\""},
            {"text": "keep: the Monday member digest, she forwards it to both founders"},
        ],
        "advice": [
            {"text": "write to the founders once a month, one page, don't wait until they ask"},
            {"text": "talk to Dele about how he got his budget, he had to fight for it"},
            {"text": "don't call it a promotion yet"},
        ],
        "check_ins": [{"on": "2027-02-02", "at": datetime(2027, 2, 2, 10), "timezone": "Europe/London"}],
        "open_questions": [{"text": "who covers the comments while I travel??"}],
        "reactions": [{"act": "closed the laptop"}],
    },
    "emily": {
        "commitments": [
            {"action": "send him the list of the 41 things", "owner": "me", "due": "2026-12-09"},
            {"action": "talk to Helen before Christmas and copy me in", "owner": "rafael", "due": "2026-12-24",
             "goal": "audit-lead"},
            {"action": "form to Priti", "owner": "me", "due": "2026-12-11", "goal": "audit-lead"},
            {"action": "get me on the agenda of the client leads' call for March", "owner": "rafael", "goal": "audit-lead"},
            {"action": "find out who decides on step 4", "owner": "rafael", "due": "2027-02-28", "goal": "craft-owner"},
            {"action": "remind him of step 4", "owner": "me", "due": "2027-02-15", "goal": "craft-owner"},
            {"action": "write to staffing so that my two fixed days are blocked from Jan 11", "owner": "rafael",
             "due": "2026-12-11", "goal": "audit-lead"},
            {"action": "send the invite for 19 January", "owner": "me"},
        ],
        "agreements": [
            {"goal": "audit-lead", "state": "agreed", "words": "R agrees that I lead it, for the first two apps"},
            {"goal": "audit-lead", "state": "conditional", "condition": "Northwater's January release is out first",
             "words": "trial on the field app: 5 days Jan/Feb ok, provided Northwater's January release is out first"},
            {"goal": "tender-room", "state": "agreed", "words": "wants me in the rail depot talk on the 14th of January"},
            {"goal": "craft-owner", "state": "conditional", "condition": "one paid check by 30 June",
             "words": "if the trial brings one paid check by summer he will take step 4 to the partners",
             "review_on": "2027-07"},
        ],
        "feedback": [
            {"text": "\"You could be a bit more visible\"", "situation": "Sept 30 all-hands",
             "behaviour": "Helen asked who can say what happens w/o network, I was in the call & kept quiet",
             "impact": "Tunde answered, half wrong. Client lead repeated it in the tender",
             "better": "say it in the room or write in the chat straight away"},
            {"text": "when I give estimates they hold, but they come late", "category": "technical",
             "situation": "on the hospital app two days after he'd promised a date",
             "better": "a rough range the same day"},
            {"text": "\"you're too much of a perfectionist\""},
        ],
        "advice": [
            {"text": "talk to Ines before pricing anything"},
            {"text": "do fewer things in parallel, one check finished beats three begun", "decision": "act"},
            {"text": "show the van video to the partners"},
        ],
        "check_ins": [{"on": "2027-01-19", "at": datetime(2027, 1, 19, 15), "timezone": "Europe/London", "minutes": 20}],
        "open_questions": [{"text": "what's the 80 % rule after March?"}],
    },
    "megan": {
        "commitments": [
            {"action": "tell Greta", "owner": "colin", "due": "2026-12-11", "goal": "supplier-checks"},
            {"action": "get him the quote for the course", "owner": "me", "due": "2026-12-16", "goal": "supplier-checks"},
            {"action": "sign the quote", "owner": "colin", "goal": "supplier-checks"},
            {"action": "teach Denise, Mondays and Thursdays", "owner": "me", "due": "2027-01-04", "goal": "plan-shared"},
            {"action": "talk to me first before Greta's post is filled", "owner": "colin", "goal": "quality-bought"},
            {"action": "ask Ruth about half the pay step from April", "owner": "colin", "due": "2027-02-15"},
            {"action": "bring him the list of complaints since 2024", "owner": "me", "due": "2026-12-11"},
            {"action": "tell Denise himself", "owner": "colin", "due": "2026-12-14"},
        ],
        "agreements": [
            {"goal": "supplier-checks", "state": "agreed", "words": "agreed: I go along with Greta in January, both visits"},
            {"goal": "supplier-checks", "state": "conditional", "words": "course: yes if we stay under 1,500 all in"},
            {"goal": "supplier-checks", "state": "conditional", "review_on": "2027-03-31",
             "words": "own checks from spring? only once Denise can do a week of planning alone"},
            {"goal": "supplier-checks", "state": "disagreed", "words": "Monday round w/ Ruth: he'd rather report himself"},
        ],
        "feedback": [
            {"text": "\"you can be a bit hard on people\"", "situation": "the Tuesday in November w/ the sales lad, in front of the shift",
             "behaviour": "I read his promise out loud", "impact": "The lad stopped bringing orders to me, they came late",
             "better": "Should have taken him aside"},
            {"text": "Wants bad news sooner, not with the solution already attached",
             "situation": "Furnace 2 in Aug: told him on day 3, customer rang him on day 2"},
            {"text": "\"more of an overview\""},
        ],
        "advice": [
            {"text": "let Greta do the talking on the first visit"},
            {"text": "take figures to Ruth, not opinions"},
            {"text": "get the second shift on your side before you touch intake again"},
        ],
        "check_ins": [{"on": "2027-03-05"}],
    },
}  # fmt: skip
