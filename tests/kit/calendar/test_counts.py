"""Real calendars of four projects: none crashes, and we see what those projects' own tests say is there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bench import data
from bench._calendars import EXPLAINED, count, expectations
from talktrack.kit.calendar.reading import read
from talktrack.kit.errors import UserError

FOLDER = data() / "calendars"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the calendars are not at {FOLDER}")


def test_each_expectation_is_met_or_explained() -> None:
    wrong = [e.file for e in expectations() if count((FOLDER / e.file).read_bytes(), e) != e.count]
    assert wrong == list(EXPLAINED)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*/*.ics")), ids=lambda file: file.stem)
def test_no_real_calendar_crashes(file: Path) -> None:
    data = file.read_bytes()
    days = date(2019, 1, 1), date(2020, 12, 31), ZoneInfo("Europe/Berlin")
    if re.search(rb"(?i)begin:(vcalendar|vevent|vfreebusy|vtimezone)", data):
        assert read(data, *days).entries >= 0
    else:
        with pytest.raises(UserError, match="not a calendar file"):
            read(data, *days)
