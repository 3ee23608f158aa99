from __future__ import annotations

import pytest
from cast import owner

from talktrack.web.people.subject import Subject


@pytest.fixture
def nathan(db: None) -> Subject:
    """The owner."""
    return owner()
