from __future__ import annotations

import pytest
from cast import browser

from talktrack.engine import archive as files
from talktrack.examples import example
from talktrack.web.workbook.actions import archive
from talktrack.web.workbook.queries import merge


@pytest.fixture
def client(nathan):
    """The owner's browser."""
    return browser(nathan)


@pytest.fixture
def filled(nathan):
    """The whole of the sample journey, in the owner's workbook."""
    journey = files.read(example("nathan"))
    archive.merge(subject=nathan, incoming=journey, revision=merge.preview(nathan, journey).revision)
    return nathan
