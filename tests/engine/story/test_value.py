"""What is refused at the border, so that nothing inside has to fear it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from talktrack.engine.story import Commitment


@pytest.mark.parametrize("due", ["9999-12-31", "9999", 9999, "0026-01-07", "0001"])
def test_a_day_from_which_no_days_can_be_counted_is_none(due):
    with pytest.raises(ValidationError, match="no such year"):
        Commitment.model_validate({"id": "list", "action": "Send the list", "due": due})


@pytest.mark.parametrize("due", ["1000", "1887-05", "2026-12-03", "9000-12-31", ""])
def test_any_other_is_kept_as_it_is(due):
    assert Commitment.model_validate({"id": "list", "action": "Send the list", "due": due}).due == due
