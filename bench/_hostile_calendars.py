"""Calendars that lie, hang, explode or are cut off: made by hand, made large, and fuzzed from a sound one."""

from __future__ import annotations

import random
from collections.abc import Iterator

SOUND = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Somebody//EN\r
X-WR-TIMEZONE:Europe/London\r
BEGIN:VTIMEZONE\r
TZID:Office time\r
BEGIN:STANDARD\r
DTSTART:19701025T020000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0000\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:19700329T010000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r
TZOFFSETFROM:+0000\r
TZOFFSETTO:+0100\r
END:DAYLIGHT\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:weekly@example.org\r
SUMMARY:Team meeting\\, with coffee\r
DTSTART;TZID="Office time":20251201T100000\r
DTEND;TZID="Office time":20251201T110000\r
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20271231T000000Z\r
EXDATE;TZID="Office time":20261207T100000\r
ATTENDEE;PARTSTAT=ACCEPTED;CN="Nathan, B":mailto:nathan@example.org\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:weekly@example.org\r
RECURRENCE-ID;TZID="Office time":20261209T100000\r
SUMMARY:Team meeting, later\r
DTSTART;TZID="Office time":20261209T150000\r
DURATION:PT1H\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:leave@example.org\r
SUMMARY:Annual leave\r
DTSTART;VALUE=DATE:20261221\r
DTEND;VALUE=DATE:20270104\r
END:VEVENT\r
BEGIN:VFREEBUSY\r
FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261210T090000Z/PT2H,20261211T090000Z/20261211T100000Z\r
END:VFREEBUSY\r
END:VCALENDAR\r
"""


def event(*lines: str, start: str = "DTSTART:20261201T100000Z") -> bytes:
    """One event with these lines, in a calendar."""
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:x", start, *lines, "END:VEVENT", "END:VCALENDAR", ""]
    ).encode()


def _rules() -> Iterator[tuple[str, bytes]]:
    rules = {
        "each second": "FREQ=SECONDLY",
        "each minute": "FREQ=MINUTELY;INTERVAL=1",
        "each hour": "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "interval of nothing": "FREQ=DAILY;INTERVAL=0",
        "interval below nothing": "FREQ=DAILY;INTERVAL=-5",
        "interval beyond time": f"FREQ=DAILY;INTERVAL={10**40}",
        "count beyond time": f"FREQ=DAILY;COUNT={10**40}",
        "count below nothing": "FREQ=DAILY;COUNT=-1",
        "a day that never comes, daily": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "a day that never comes, weekly": "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
        "a day that never comes, monthly": "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
        "a day that never comes, yearly": "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "a month that is none": "FREQ=YEARLY;BYMONTH=13",
        "a week that is none": "FREQ=YEARLY;BYWEEKNO=99",
        "a weekday out of step": "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "all seconds": "FREQ=DAILY;BYHOUR={h};BYMINUTE={m};BYSECOND={m}".format(
            h=",".join(map(str, range(24))), m=",".join(map(str, range(60)))
        ),
        "a place that is none": "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=400",
        "a long list": "FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 367))) * 20,
        "no frequency": "COUNT=5",
        "no rule": "",
        "no sense": "FREQ=;;;===",
        "twice the same": "FREQ=DAILY;FREQ=SECONDLY",
        "until nonsense": "FREQ=DAILY;UNTIL=99999999T999999Z",
        "until before": "FREQ=DAILY;UNTIL=10000101",
        "easter": "FREQ=YEARLY;BYEASTER=0",
        "skips": "RSCALE=CHINESE;FREQ=YEARLY;SKIP=OMIT",
    }
    for name, rule in rules.items():
        yield name, event(f"RRULE:{rule}")
    yield "daily since the year one", event("RRULE:FREQ=DAILY", start="DTSTART:00010101T000000Z")
    yield "daily before time", event("RRULE:FREQ=DAILY", start="DTSTART:00000101T000000Z")
    yield "until the end of time", event("RRULE:FREQ=YEARLY", start="DTSTART:99991231T235959Z")
    yield "lasting for ever", event("DURATION:P999999999W")
    yield (
        "lasting ten thousand days, daily",
        event("RRULE:FREQ=DAILY", "DURATION:P10000D", start="DTSTART:19900101T000000Z"),
    )
    yield "ending before it begins", event("DTEND:19000101T000000Z")
    yield "many rules", event(*["RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"] * 500)
    yield "rules that cost much", event(*["RRULE:FREQ=DAILY"] * 400, start="DTSTART:19700101T000000Z")


def _large() -> Iterator[tuple[str, bytes]]:
    days = ",".join(f"2026{m:02}{d:02}T{h:02}0000Z" for m in range(1, 13) for d in range(1, 29) for h in range(24))
    yield "ten thousand added dates", event(f"RDATE:{days}")
    yield "ten thousand taken dates", event("RRULE:FREQ=DAILY", f"EXDATE:{days}")
    many = "".join(f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20261201T100000Z\r\nEND:VEVENT\r\n" for n in range(60_000))
    yield "sixty thousand events", f"BEGIN:VCALENDAR\r\n{many}END:VCALENDAR\r\n".encode()
    rules = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:19700101T100000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
        for n in range(5_000)
    )
    yield "five thousand daily events since 1970", f"BEGIN:VCALENDAR\r\n{rules}END:VCALENDAR\r\n".encode()
    moved = "".join(
        f"BEGIN:VEVENT\r\nUID:x\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261201T{n % 24:02}{n % 60:02}00Z\r\n"
        f"DTSTART:20261201T{n % 24:02}0000Z\r\nEND:VEVENT\r\n"
        for n in range(1_900)
    )
    series = "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20200101T100000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    yield "two thousand changes that hold on", f"BEGIN:VCALENDAR\r\n{series}{moved}END:VCALENDAR\r\n".encode()
    yield "five megabytes of one line", event("SUMMARY:" + "x" * 4_900_000)
    yield "more than five megabytes", event("SUMMARY:" + "x" * 5_100_000)
    yield "a million quotes", event('ATTENDEE;CN="' + '";X="' * 400_000)
    yield "a million folds", event("SUMMARY:" + "x\r\n " * 400_000)
    yield "a million semicolons", event("DTEND" + ";" * 1_000_000 + ":20261201T110000Z")
    yield "components in components", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 49_000
    yield "strangers in strangers", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X-A\r\n" * 300_000
    zone = (
        "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ={f}\r\n"
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\n"
    )
    for often in ("SECONDLY", "YEARLY;INTERVAL=0", "YEARLY;BYMONTH=2;BYMONTHDAY=30", "DAILY"):
        rules = zone.format(f=often)
        head = f"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Odd\r\n{rules}END:VTIMEZONE\r\n"
        body = (
            "BEGIN:VEVENT\r\nUID:x\r\nDTSTART;TZID=Odd:20261201T100000\r\nRRULE:FREQ=DAILY;COUNT=9\r\nEND:VEVENT\r\n"
        )
        yield f"a time zone that changes {often.lower()}", f"{head}{body}END:VCALENDAR\r\n".encode()
    busy = ",".join("20261201T100000Z/PT1H" for _ in range(200_000))
    yield (
        "two hundred thousand busy times",
        f"BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nFREEBUSY:{busy}\r\nEND:VFREEBUSY\r\nEND:VCALENDAR".encode(),
    )


def _odd() -> Iterator[tuple[str, bytes]]:
    yield "nothing", b""
    yield "blanks", b" \r\n\t\r\n"
    yield "a null", b"\0"
    yield "nulls between", SOUND.replace(b"\r\n", b"\r\n\0")
    yield "random bytes", random.Random(1).randbytes(100_000)
    yield "a web page", b"<!DOCTYPE html><html><body>Sign in</body></html>"
    yield "an address book", b"BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n"
    yield "a packed file", b"PK\x03\x04" + bytes(1000)
    yield "UTF-16", SOUND.decode().encode("utf-16")
    yield "UTF-16, odd length", SOUND.decode().encode("utf-16") + b"\x01"
    yield "UTF-32", SOUND.decode().encode("utf-32")
    yield "Latin-1", SOUND.replace(b"coffee", b"caf\xe9")
    yield "half a letter", SOUND.replace(b"coffee", b"caf\xc3\r\n \xa9")
    yield "only carriage returns", SOUND.replace(b"\r\n", b"\r")
    yield "only line feeds", SOUND.replace(b"\r\n", b"\n")
    yield "doubled returns", SOUND.replace(b"\r\n", b"\r\r\n")
    yield "a byte order mark", b"\xef\xbb\xbf" + SOUND
    yield "small letters", SOUND.lower()
    yield "no ends", b"\r\n".join(line for line in SOUND.split(b"\r\n") if not line.startswith(b"END"))
    yield "no beginnings", b"\r\n".join(line for line in SOUND.split(b"\r\n") if not line.startswith(b"BEGIN"))
    yield "backwards", b"\r\n".join(reversed(SOUND.split(b"\r\n")))
    for zone in (
        "../../etc/passwd",
        "/etc/localtime",
        "Europe",
        "",
        "\ud800".encode("utf-8", "replace").decode(),
        "a" * 10_000,
    ):
        yield f"a time zone called {zone[:20]!r}", event(start=f"DTSTART;TZID={zone}:20261201T100000")
    for start in (
        "2026-13-45",
        "20261201T250000",
        "20261201T240000Z",
        "20261201T235960Z",
        "00000000",
        "²⁰²⁶¹²⁰¹",
        "9" * 5_000,
    ):
        yield f"starting at {start[:20]}", event(start=f"DTSTART:{start}")


def _fuzzed(number: int) -> Iterator[tuple[str, bytes]]:
    """The sound one with bytes flipped, lines dropped, doubled, swapped or cut: the same on every run."""
    for seed in range(number):
        chance = random.Random(seed)
        lines = SOUND.split(b"\r\n")
        for _ in range(chance.randint(1, 12)):
            at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            what = chance.randrange(5)
            if what == 0:
                lines[at] = lines[at][: chance.randint(0, len(lines[at]))]
            elif what == 1:
                lines[at], lines[other] = lines[other], lines[at]
            elif what == 2:
                lines.insert(at, lines[other])
            elif what == 3 and lines[at]:
                spot = chance.randrange(len(lines[at]))
                lines[at] = lines[at][:spot] + chance.randbytes(1) + lines[at][spot + 1 :]
            else:
                lines[at] = lines[at].replace(b"20", chance.choice((b"00", b"99", b"-1", b"")))
        yield f"fuzzed {seed}", b"\r\n".join(lines)


def hostile(fuzzed: int = 60) -> Iterator[tuple[str, bytes]]:
    """Every one of them, with a name: more than a hundred."""
    yield from _rules()
    yield from _large()
    yield from _odd()
    yield from _fuzzed(fuzzed)
