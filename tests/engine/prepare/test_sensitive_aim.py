"""What is sensitive in the aim of a talk, which the request quotes, waits for the person's word (K8)."""

from __future__ import annotations

from datetime import date

from makers import make_conversation, make_journey

from talktrack.engine import coach

DAY = date(2026, 11, 22)


def found(**changes):
    journey = make_journey(conversations=[make_conversation(**changes)])
    return [(f.rule, f.field) for f in coach.blocks(coach.check(journey, today=DAY))]


def test_a_sensitive_aim_or_reason_holds_the_request_until_confirmed():
    assert found(aim="Agree on fewer nights because I am pregnant") == [("K8", "aim")]
    remote = {"in_person": False, "remote_reason": "my depression makes travel hard"}
    assert found(aim="Agree on a first step", setting=remote) == [("K8", "setting.remote_reason")]
    assert found(aim="Agree on a first step") == []
