"""What counts as taken: by the words of the calendar, as its owner would say it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from talktrack.kit.calendar import Busy, busy
from talktrack.kit.calendar.reading import read
from talktrack.kit.errors import UserError

LONDON = ZoneInfo("Europe/London")
FIRST, LAST = date(2026, 11, 30), date(2026, 12, 31)


def calendar(*lines: str, head: tuple[str, ...] = ()) -> bytes:
    """One event with these lines; `head` stands in the calendar before it."""
    return "\r\n".join(["BEGIN:VCALENDAR", *head, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def seen(*lines: str, head: tuple[str, ...] = (), own: tuple[str, ...] = ()) -> Busy:
    return read(calendar(*lines, head=head), FIRST, LAST, LONDON, own)


def starts(found: Busy) -> list[str]:
    return [f"{block.start:%d %H:%M}" for block in found.blocks]


MEETING = ("UID:a", "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z")
DAY = ("UID:a", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202")


def test_a_meeting_takes_its_time_and_its_title_is_not_kept() -> None:
    (block,) = seen(*MEETING, "SUMMARY:About my raise").blocks
    assert (block.start, block.end) == (datetime(2026, 12, 1, 10, tzinfo=UTC), datetime(2026, 12, 1, 11, tzinfo=UTC))
    assert (block.shows, block.name) == ("busy", "")


@pytest.mark.parametrize(
    "line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "transp:Transparent"]
)
def test_what_says_that_it_takes_no_time_takes_none(line: str) -> None:
    assert not seen(*MEETING, line).blocks


def test_an_invitation_that_the_owner_declined_takes_no_time_and_anothers_no_changes_nothing() -> None:
    declined = 'ATTENDEE;CN="A: B";PARTSTAT=DECLINED:MAILTO:Nathan@Example.org'
    assert not seen(*MEETING, declined, own=("nathan@example.org",)).blocks
    assert seen(*MEETING, declined, own=("jocelyn@example.org",)).blocks
    assert not seen(*MEETING, declined, head=("X-WR-CALNAME:nathan@example.org",)).blocks
    waiting = seen(*MEETING, declined.replace("DECLINED", "NEEDS-ACTION"), own=("nathan@example.org",))
    assert waiting.blocks[0].shows == "tentative"


@pytest.mark.parametrize(
    ("lines", "shows"),
    [
        (("SUMMARY:Mum's birthday",), None),
        (("SUMMARY:Mum's birthday", "TRANSP:OPAQUE"), None),
        (("SUMMARY:Payday",), None),
        (("SUMMARY:Offsite", "TRANSP:OPAQUE"), "busy"),
        (("SUMMARY:Out of office",), "away"),
        (("SUMMARY:Annual leave", "TRANSP:TRANSPARENT"), "away"),
        (("SUMMARY:Marta on leave", "TRANSP:TRANSPARENT"), None),
        (("SUMMARY:Holiday: Crete",), "away"),
        (("SUMMARY:Urlaub",), "away"),
        (("SUMMARY:x", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"), "away"),
        (("SUMMARY:x", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "TRANSP:OPAQUE"), None),
        (("SUMMARY:Christmas Day", "TRANSP:TRANSPARENT"), "holiday"),
        (("SUMMARY:Early May bank holiday",), "holiday"),
        (("SUMMARY:Leave the keys at reception",), None),
    ],
)
def test_what_lasts_all_day_takes_the_day_only_where_its_owner_is_away(
    lines: tuple[str, ...], shows: str | None
) -> None:
    blocks = seen(*DAY, *lines).blocks
    assert [b.shows for b in blocks] == ([shows] if shows else [])


def test_a_calendar_of_holidays_marks_days_off_by_name_but_not_days_that_are_only_observed() -> None:
    head = ("X-WR-CALNAME:Holidays in Denmark",)
    (block,) = seen(*DAY, "SUMMARY:Store bededag", "TRANSP:TRANSPARENT", head=head).blocks
    assert (block.shows, block.name, block.all_day) == ("holiday", "Store bededag", True)
    assert not seen(*DAY, "SUMMARY:Valentine's Day", "DESCRIPTION:Observance\\nTo hide it", head=head).blocks


def test_published_free_and_busy_lists_are_read_and_free_times_in_them_are_free() -> None:
    data = (
        b"BEGIN:VCALENDAR\nMETHOD:PUBLISH\nBEGIN:VFREEBUSY\n"
        b"FREEBUSY:20261201T090000Z/PT1H\n"
        b"FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261202T090000Z/20261202T100000Z\n"
        b"FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261203T090000Z/PT15M,20261204T090000Z/PT15M\n"
        b"FREEBUSY;FBTYPE=FREE:20261205T090000Z/PT1H\nEND:VFREEBUSY\nEND:VCALENDAR\n"
    )
    found = read(data, FIRST, LAST, LONDON)
    assert [b.shows for b in found.blocks] == ["busy", "away", "tentative", "tentative"]


ZONE = (
    *("BEGIN:VTIMEZONE", "TZID:{name}", "BEGIN:STANDARD", "DTSTART:16010101T030000"),
    *("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD"),
    *("BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
    *("TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE"),
)


@pytest.mark.parametrize(
    "name",
    [
        *("W. Europe Standard Time", "Europe/Berlin", "/mozilla.org/20050126_1/Europe/Berlin"),
        *("(UTC+01:00)", "GMT+01:00", "Customized Time Zone"),
    ],
)
def test_T11_time_zones_are_known_by_the_worlds_names_by_windows_names_and_by_their_rules(name: str) -> None:
    head = tuple(line.format(name=name) for line in ZONE) if "Zone" in name else ()
    found = seen("UID:a", f'DTSTART;TZID="{name}":20261201T110000', "DURATION:PT1H", head=head)
    assert starts(found) == ["01 10:00"]
    assert not found.left_out


def test_T11_rules_of_the_calendar_itself_change_its_clocks_in_summer() -> None:
    head = tuple(line.format(name="Customized Time Zone") for line in ZONE)
    lines = (
        "UID:a",
        "DTSTART;TZID=Customized Time Zone:20260324T110000",
        "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    found = read(calendar(*lines, head=head), date(2026, 3, 1), date(2026, 4, 30), LONDON)
    assert starts(found) == ["24 10:00", "31 09:00"]


def test_an_unknown_time_zone_is_told_and_its_times_are_read_as_the_owners() -> None:
    found = seen("UID:a", "DTSTART;TZID=Narnia:20261201T110000", "DURATION:PT1H")
    assert starts(found) == ["01 11:00"]
    assert "Narnia" in found.left_out[0]


def test_a_place_of_which_only_the_offset_is_known_is_told() -> None:
    found = seen("UID:a", 'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20261201T110000', "DURATION:PT1H")
    assert starts(found) == ["01 10:00"]
    assert "only the offset is known" in found.left_out[0]


def test_floating_times_are_those_of_the_calendar_else_of_its_owner() -> None:
    lines = ("UID:a", "DTSTART:20261201T110000", "DURATION:PT1H")
    assert starts(read(calendar(*lines), FIRST, LAST, ZoneInfo("America/New_York"))) == ["01 16:00"]
    assert starts(seen(*lines, head=("X-WR-TIMEZONE:Asia/Tokyo",))) == ["01 02:00"]


def test_moved_taken_out_and_added_times_of_a_series_are_followed() -> None:
    data = (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:s\nDTSTART;TZID=Europe/London:20261201T100000\nDURATION:PT1H\n"
        b"RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/London:20261208T100000\n"
        b"RDATE;TZID=Europe/London:20261203T160000\nEND:VEVENT\n"
        b"BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;TZID=Europe/London:20261215T100000\n"
        b"DTSTART;TZID=Europe/London:20261216T140000\nDURATION:PT2H\nEND:VEVENT\n"
        b"BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261222T100000\n"
        b"DTSTART;TZID=Europe/London:20261222T120000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    found = read(data, FIRST, LAST, LONDON)
    assert starts(found) == ["01 10:00", "03 16:00", "16 14:00", "22 12:00", "29 12:00"]


def test_of_one_id_the_latest_version_counts_and_equal_ones_at_different_times_all_do() -> None:
    def version(day: int, sequence: int) -> bytes:
        return calendar("UID:same", f"DTSTART:202612{day:02}T100000Z", "DURATION:PT1H", f"SEQUENCE:{sequence}")

    assert starts(read(version(1, 0) + version(2, 1), FIRST, LAST, LONDON)) == ["02 10:00"]
    assert starts(read(version(1, 0) + version(1, 0) + version(2, 0), FIRST, LAST, LONDON)) == [
        "01 10:00",
        "02 10:00",
    ]


def test_one_cancelled_time_of_a_series_is_free_again() -> None:
    data = (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:s\nDTSTART:20261201T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"
        b"END:VEVENT\nBEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20261208T100000Z\nDTSTART:20261208T100000Z\nDURATION:PT1H\n"
        b"STATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert starts(read(data, FIRST, LAST, LONDON)) == ["01 10:00", "15 10:00"]


def test_one_broken_event_is_told_by_its_title_and_the_others_count() -> None:
    data = (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Heartbeat\nDTSTART:20261201T100000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
        b"BEGIN:VEVENT\nSUMMARY:No start\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Nonsense\nDTSTART:soon\nEND:VEVENT\n"
        b"BEGIN:VEVENT\nDTSTART:20261202T100000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    found = read(data, FIRST, LAST, LONDON)
    assert starts(found) == ["02 10:00"]
    assert [told.split("”")[0] for told in found.left_out] == ["“Heartbeat", "“No start", "“Nonsense"]


def test_a_rule_that_repeats_what_the_start_says_is_followed() -> None:
    lines = ("UID:a", "DTSTART:20261201T090000Z", "DURATION:PT30M", "RRULE:FREQ=DAILY;BYHOUR=9;BYMINUTE=0;COUNT=3")
    assert starts(seen(*lines)) == ["01 09:00", "02 09:00", "03 09:00"]


def test_a_series_of_times_that_runs_until_a_day_runs_to_the_end_of_it() -> None:
    lines = (
        "UID:a",
        "DTSTART;TZID=Europe/London:20261201T090000",
        "DURATION:PT30M",
        "RRULE:FREQ=DAILY;UNTIL=20261203",
    )
    assert starts(seen(*lines)) == ["01 09:00", "02 09:00", "03 09:00"]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "Export your calendar again"),
        (b"<!doctype html><title>Sign in</title>", "Use the address"),
        (b"PK\x03\x04....", "Unpack it"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "Export the calendar itself"),
        (b"Dear all,\nsee you on Monday", "Export your calendar as an .ics file"),
        (b"BEGIN:VCALENDAR\n" + b"x" * 5_000_001, "Export only the last few months"),
    ],
)
def test_what_is_no_calendar_is_refused_with_what_to_do(data: bytes, advice: str) -> None:
    with pytest.raises(UserError, match=advice):
        busy(data, FIRST, LAST, LONDON)


def test_the_process_of_its_own_says_what_the_reader_says() -> None:
    data = calendar(*MEETING, "SUMMARY:Ünïcode") + calendar(*DAY, "SUMMARY:Christmas Day")
    found = busy(data, FIRST, LAST, LONDON, own=("nathan@example.org",))
    assert found == read(data, FIRST, LAST, LONDON, own=("nathan@example.org",))
    assert found.blocks[0].name == "Christmas Day"
