"""People of a journey, as one calls them."""

from __future__ import annotations

import pytest

from talktrack.engine.story import Contact


@pytest.mark.parametrize(
    ("name", "called"), [("Jocelyn Adeyemi", "Jocelyn"), ("Cher", "Cher"), ("", ""), ("   ", "")]
)
def test_somebody_is_called_by_the_first_name_and_nobody_without_one(name, called):
    assert Contact(id="jocelyn", name=name).first_name == called
