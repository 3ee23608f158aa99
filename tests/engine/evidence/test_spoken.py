"""A number that was not looked up is spoken only while the person's word for it holds."""

from datetime import date

from talktrack.engine.coach import confirmed
from talktrack.engine.evidence import spoken
from talktrack.engine.story import Journey


def make_fair(value):
    measure = {"what": "sign-ups", "value": value, "unit": "sign-ups", "verified": False}
    return Journey.model_validate({"accomplishments": [{"id": "fair", "did": "Ran the fair", "measures": [measure]}]})


def told(journey):
    return " ".join(line.passage.text for line in spoken(journey.accomplishments[0], journey))


def test_r08_a_confirmed_number_is_spoken_until_it_is_another():
    first, other = make_fair(30), make_fair(40)
    decision = confirmed(first, "A11", "accomplishments/fair", today=date(2026, 11, 2))
    assert "30" not in told(first)
    assert "30" in told(first.model_copy(update={"decisions": (decision,)}))
    assert "40" not in told(other.model_copy(update={"decisions": (decision,)}))
