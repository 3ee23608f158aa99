"""Nathan six weeks after the talk in December: what both promised, what moved, and how it was answered."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from makers import EXAMPLES

from talktrack.engine import archive
from talktrack.engine.story import (
    Agreement,
    Change,
    CheckIn,
    Commitment,
    Feedback,
    Journey,
    OpenQuestion,
    Reaction,
)

LATER = date(2027, 1, 27)


def make_commitment(**changes: Any) -> Commitment:
    whole = {"id": "seat", "action": "Ask Ingrid about the seat", "owner": "jocelyn", "due": "2026-12-11"}
    return Commitment(**{**whole, "conversation": "december", "goal": "denmark", **changes})


def make_reaction(**changes: Any) -> Reaction:
    return Reaction(**{"id": "nod", "conversation": "december", "act": "Nodded, and said “go on”", **changes})


def make_agreement(**changes: Any) -> Agreement:
    whole = {"id": "launch", "conversation": "december", "goal": "denmark", "state": "conditional"}
    return Agreement(**{**whole, "condition": "ok if Sofia takes over Tue and Thu posts", **changes})


def six_weeks_later(**changes: Any) -> Journey:
    """The example of Nathan with all that came of the talk on 3 December 2026."""
    start = archive.parse((EXAMPLES / "nathan.toml").read_text("utf-8"))
    held = start.conversations[0].model_copy(update={"state": "held", "at": datetime(2026, 12, 3, 10)})
    fields: dict[str, Any] = {
        "conversations": (held,),
        "commitments": _commitments(),
        "check_ins": (
            CheckIn(
                id="february", conversation="december", on="2027-02-02", at=datetime(2027, 2, 2, 10),
                timezone="Europe/London", about="the launch, and what it depends on",
            ),
            CheckIn(id="april", conversation="december", on="2027-04-30"),
        ),
        "agreements": (
            make_agreement(review_on="2027-01-29"),
            make_agreement(id="team", goal="region", state="not discussed", condition=""),
        ),
        "feedback": (
            Feedback(id="presence", conversation="december", text="a bit more presence in the big meetings"),
        ),
        "open_questions": (
            OpenQuestion(id="comments", conversation="december", text="Who covers the comments while I travel?"),
        ),
        "reactions": (
            make_reaction(
                id="wrote-down", act="Wrote down 33 %, and asked twice about the 38 evenings", reading="support",
                my_reading="She had not known", another_reading="She was surprised that I brought numbers",
            ),
            make_reaction(
                id="see-how-the-year-goes", act="“Let’s see how the year goes”, then went on to the campaign",
                my_reading="Three years is too far for her", another_reading="The campaign was on her mind",
            ),
        ),
    }  # fmt: skip
    return start.model_copy(update=fields | changes)


def _commitments() -> tuple[Commitment, ...]:
    return (
        make_commitment(
            id="list", action="Send her the hand-over list for the daily posting", owner="me", due="2026-12-11",
            done_test="She has said which three days Sofia takes", status="done", kept_on="2026-12-09",
            goal="hand-over",
        ),
        make_commitment(
            id="ninety-days", action="Write one page on the first 90 days in Denmark", owner="me", due="2027-02-12"
        ),
        make_commitment(id="join", action="Take me into the launch meeting from January", due="2027-01-15",
                        status="done", kept_on="2027-01-12"),
        make_commitment(
            due="2027-01-15",
            history=(
                Change(on="2026-12-10", field="due", was="2026-12-11", what="2027-01-15", by="jocelyn",
                       because="Ingrid was away until the new year"),
            ),
        ),
        make_commitment(id="course", action="Look at the budget for the finance course", due="2027-02-05"),
        make_commitment(id="cover", action="Find who answers the comments in February", owner="", due=""),
    )  # fmt: skip


def as_of(day: date) -> Journey:
    """The same with every day of it moved, so that it is six weeks after the talk on that day."""
    apart = day - LATER

    def moved(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + apart).isoformat()

    return archive.from_json(re.sub(r"\b20\d\d-[01]\d-[0-3]\d", moved, archive.to_json(six_weeks_later())), "later")
