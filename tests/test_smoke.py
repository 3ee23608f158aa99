from talktrack.engine.story import Journey


def test_an_empty_journey_is_a_journey():
    assert Journey() == Journey.model_validate_json(Journey().model_dump_json())
