"""What is private by nature is in no paper for others, whatever the journey holds (R24, R52, method §8)."""

from __future__ import annotations

from datetime import date

from lock import text_of
from makers import EXAMPLES

from talktrack.engine import archive
from talktrack.engine.prepare.pack import prepare
from talktrack.engine.story import Goal, Journey, shareable
from talktrack.kit.similarity import offline

CANARY = "zqcanary"


def _planted_goal(goal: Goal) -> Goal:
    obstacles = tuple(o.model_copy(update={"what": f"{CANARY}obstacle"}) for o in goal.obstacles)
    return goal.model_copy(update={"why": f"{CANARY}why", "if_then": f"{CANARY}if", "obstacles": obstacles})


def planted() -> Journey:
    """Nathan's journey with a canary in every private field."""
    j = archive.read(EXAMPLES / "nathan.toml")
    lens = j.lenses[0]
    return j.model_copy(
        update={
            "answers": tuple(a.model_copy(update={"text": f"{a.text} {CANARY}answer"}) for a in j.answers),
            "pay": j.pay.model_copy(
                update={"reason": f"{CANARY}reason", "case": f"{CANARY}case", "life": f"{CANARY}life"}
            ),
            "goals": (
                *(_planted_goal(g) for g in j.goals),
                j.goals[0].model_copy(update={"id": "hidden", "what": f"{CANARY}goal", "private": True}),
            ),
            "accomplishments": (
                *j.accomplishments,
                j.accomplishments[0].model_copy(update={"id": "hidden", "did": f"{CANARY}did", "private": True}),
            ),
            "lenses": (
                lens.model_copy(
                    update={
                        "facts": tuple(f.model_copy(update={"text": f"{CANARY}fact"}) for f in lens.facts),
                        "guesses": tuple(g.model_copy(update={"text": f"{CANARY}guess"}) for g in lens.guesses),
                        "unknowns": (f"{CANARY}unknown",),
                    }
                ),
            ),
            "interviews": tuple(i.model_copy(update={"finding": f"{CANARY}said"}) for i in j.interviews),
            "paths": tuple(p.model_copy(update={"name": f"{CANARY}path"}) for p in j.paths),
            "learning": (
                *j.learning,
                j.learning[0].model_copy(update={"id": "own", "what": f"{CANARY}own", "share": False}),
            ),
            "conversations": tuple(
                c.model_copy(update={"opening": f"{CANARY}opening.", "closing": f"{CANARY}closing."})
                for c in j.conversations
            ),
        }
    )


def test_no_private_word_reaches_a_paper_for_others() -> None:
    pack = prepare(planted(), today=date(2026, 11, 22), closeness=offline)
    shared = [f for f in pack.files if f.for_others]
    assert {f.name for f in shared} == {"request.eml", "request.txt", "invite.ics", "plan.pdf", "plan.docx"}
    for file in shared:
        assert CANARY not in text_of(file.name, file.content).casefold(), file.name
        assert not [p.text for p in file.passages if CANARY in p.text.casefold()]


def test_the_private_reason_for_pay_is_in_no_paper_at_all() -> None:
    pack = prepare(planted(), today=date(2026, 11, 22), closeness=offline)
    for file in pack.files:
        assert f"{CANARY}reason" not in text_of(file.name, file.content).casefold(), file.name


def test_sharing_twice_shares_no_more() -> None:
    once = shareable(planted())
    assert shareable(once) == once
    assert CANARY not in once.model_dump_json()
