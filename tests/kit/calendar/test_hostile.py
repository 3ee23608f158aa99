"""T4: calendars that lie, hang or explode: always a clear error or a good result, in bounded steps."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench._hostile_calendars import SOUND, event, hostile
from talktrack.kit.calendar import Busy
from talktrack.kit.calendar.guard import MOST_STEPS, Budget, TooMuch, bounded
from talktrack.kit.calendar.reading import MOST_OCCURRENCES, MOST_TOLD, read
from talktrack.kit.confined import confined
from talktrack.kit.errors import UserError

LONDON = ZoneInfo("Europe/London")
FIRST, LAST = date(2026, 11, 1), date(2027, 1, 31)


def outcome(data: bytes) -> Busy | str:
    try:
        return read(data, FIRST, LAST, LONDON)
    except UserError as error:
        return error.message


@pytest.mark.parametrize(("name", "data"), [pytest.param(n, d, id=n) for n, d in hostile(fuzzed=60)])
def test_T4_each_is_a_result_or_a_sentence(name: str, data: bytes) -> None:
    found = outcome(data)
    if isinstance(found, str):
        assert found.endswith("."), name
        return
    assert len(found.left_out) <= MOST_TOLD + 1
    assert len(found.blocks) <= 2 * MOST_OCCURRENCES
    assert all(block.start < block.end for block in found.blocks)


def test_T4_there_are_more_than_a_hundred() -> None:
    assert len(list(hostile(fuzzed=0))) >= 80
    assert len(list(hostile(fuzzed=60))) >= 140


@pytest.mark.parametrize(
    "data",
    [
        *(SOUND, SOUND.replace(b"\r\n", b"\r"), SOUND.replace(b"\r\n", b"\n"), SOUND.replace(b"\r\n", b"\r\r\n")),
        *(
            b"\xef\xbb\xbf" + SOUND,
            SOUND.decode().encode("utf-16"),
            SOUND.replace(b"coffee", b"caf\xe9"),
            SOUND.lower(),
        ),
        b"\r\n".join(line for line in SOUND.split(b"\r\n") if not line.startswith(b"END:VEVENT")),
        SOUND.replace(b"20270104\r\n", b"20270104\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\n"),  # and no end to it
    ],
)
def test_a_sound_calendar_in_a_broken_wrapping_says_the_same(data: bytes) -> None:
    assert read(data, FIRST, LAST, LONDON).blocks == read(SOUND, FIRST, LAST, LONDON).blocks


def test_a_calendar_that_was_cut_off_gives_what_is_there_and_says_so() -> None:
    found = read(SOUND[: SOUND.index(b"BEGIN:VFREEBUSY") - 30], FIRST, LAST, LONDON)
    assert found.blocks
    assert any("cut off" in told for told in found.left_out)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2_000))
def test_T4_any_bytes_are_a_result_or_a_sentence(data: bytes) -> None:
    outcome(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(-1, 400),
    st.lists(st.sampled_from(["MO", "TU", "-1SU", "5FR", "53MO"]), max_size=3),
    st.lists(st.integers(-32, 32), max_size=3),
    st.lists(st.integers(0, 14), max_size=2),
)
def test_T4_no_rule_is_followed_that_costs_more_than_is_allowed(often, interval, days, dates, months) -> None:
    parts = [f"FREQ={often}", f"INTERVAL={interval}"]
    parts += [f"BYDAY={','.join(days)}"] if days else []
    parts += [f"BYMONTHDAY={','.join(map(str, dates))}"] if dates else []
    parts += [f"BYMONTH={','.join(map(str, months))}"] if months else []
    found = outcome(event("DURATION:PT1H", "RRULE:" + ";".join(parts), start="DTSTART:20200229T100000Z"))
    assert isinstance(found, Busy)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYSECOND=1,2,3,4;BYMINUTE=0,9,8,7,6,5,4"],
)
def test_the_guard_refuses_what_has_no_end_in_sight(rule: str) -> None:
    with pytest.raises(TooMuch):
        bounded(rule, date(2026, 1, 1), LAST, Budget())


def test_the_guard_spends_its_steps_on_all_rules_together() -> None:
    budget, daily = Budget(), (LAST - date(1990, 1, 1)).days + 1
    for _ in range(MOST_STEPS // daily):
        assert bounded("FREQ=DAILY", date(1990, 1, 1), LAST, budget)
    with pytest.raises(TooMuch, match="one calendar"):
        bounded("FREQ=DAILY", date(1990, 1, 1), LAST, budget)
    assert bounded("FREQ=YEARLY", date(2020, 1, 1), LAST, budget)


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=13", "FREQ=DAILY;INTERVAL=7;BYDAY=MO"]
)
def test_the_guard_finds_out_a_rule_that_never_meets_a_day(rule: str) -> None:
    assert bounded(rule, date(2026, 1, 1), LAST, Budget()) is None


def test_T4_a_reader_that_takes_too_long_comes_to_an_end() -> None:
    assert confined("talktrack.kit.calendar.child", SOUND, seconds=0.01) is None


def test_T4_a_reader_that_fails_gives_nothing() -> None:
    assert confined("talktrack.kit.calendar.child", b"no question at all") is None


@pytest.mark.skipif(sys.platform != "linux", reason="only there is memory bounded")
def test_T4_a_confined_process_gets_no_more_memory_and_writes_no_file(tmp_path) -> None:
    bound = "from talktrack.kit.confined import confine; confine(megabytes=200); "
    for more in ("bytearray(300 << 20)", f"open({str(tmp_path / 'x')!r}, 'w').write('x' * 9999)"):
        ran = subprocess.run([sys.executable, "-c", bound + more], capture_output=True, check=False)
        assert ran.returncode != 0
