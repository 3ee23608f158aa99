"""How an event counts: as taken, as perhaps taken, as away, as a public holiday, or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from .lines import Component
from .values import Shows

_OUTLOOK: dict[str, Shows] = {
    "FREE": "free",
    "WORKINGELSEWHERE": "free",
    "TENTATIVE": "tentative",
    "BUSY": "busy",
    "OOF": "away",
}
_AWAY = re.compile(
    r"\b(?:ooo|oof|out of (?:the )?office|(?:on |annual |sick |parental |maternity |paternity |study )leave|vacation|"
    r"(?:on|my) holidays?|pto|day off|time off|away|off sick|sabbatical|urlaub|abwesend|krank|elternzeit|cong[ée]s?|"
    r"vacances|vacaciones|ferie|vakantie|semester|lomalla)\b|^holidays?\b(?! part| card)",
    re.IGNORECASE,
)
_NOT_AWAY = re.compile(
    r"\b(?:birthday|geburtstag|anniversaire|cumplea[nñ]os|payday|deadline|reminder)\b", re.IGNORECASE
)
_HOLIDAYS = re.compile(
    r"\b(?:holidays?|feiertage?|jours f[ée]ri[ée]s|festivos|festivit[aà]|feestdagen)\b", re.IGNORECASE
)
_HOLIDAY = re.compile(
    r"\b(?:bank|public|national|federal|legal) holiday|"
    r"^(?:christmas day|boxing day|st\.? stephen['’]?s day|new year['’]?s day|good friday|easter monday|"
    r"thanksgiving(?: day)?|memorial day|labou?r day|independence day|juneteenth(?: .*)?|veterans day|"
    r"martin luther king,? jr\.? day|presidents['’]? day|canada day|anzac day|australia day)"
    r"(?: \(.*\)| observed| holiday)*$",
    re.IGNORECASE,
)
_OBSERVANCE = re.compile(r"\s*observance\b", re.IGNORECASE)


def shows(event: Component, *, all_day: bool, own: Collection[str], calendar: str) -> Shows:
    """How the event counts for the owner of the calendar.

    `own` are the owner's addresses in lower case, `calendar` is what the calendar is called. What lasts all day takes
    the day only where it says so, or where it is leave: a birthday or a deadline does not keep anyone from a meeting.
    """
    if event.text("STATUS").upper() == "CANCELLED":
        return "free"
    answer = _answer(event, own)
    if answer in ("DECLINED", "DELEGATED"):
        return "free"
    said = event.text("TRANSP").upper()
    outlook = _OUTLOOK.get(event.text("X-MICROSOFT-CDO-BUSYSTATUS").upper())
    if all_day:
        return _all_day(event, said, outlook, calendar)
    if said == "TRANSPARENT" or outlook == "free":
        return "free"
    if outlook in ("away", "tentative"):
        return outlook
    perhaps = event.text("STATUS").upper() == "TENTATIVE" or answer in ("TENTATIVE", "NEEDS-ACTION")
    return "tentative" if perhaps else "busy"


def _all_day(event: Component, said: str, outlook: Shows | None, calendar: str) -> Shows:
    title = event.text("SUMMARY")
    if _is_holiday(event, title, calendar):
        return "holiday"
    if outlook == "away" or _is_leave(title, said):
        return "away"
    if said == "OPAQUE" and outlook != "free" and not _NOT_AWAY.search(title):
        return outlook or "busy"
    return "free"


def _is_leave(title: str, said: str) -> bool:
    """Whether it is the owner's own leave. What takes no time and names more than that is often a colleague's."""
    if not _AWAY.search(title) or _NOT_AWAY.search(title):
        return False
    return said != "TRANSPARENT" or not re.search(r"\w", _AWAY.sub("", title))


def _is_holiday(event: Component, title: str, calendar: str) -> bool:
    """Whether it is a public holiday, by its own words or by those of the calendar that it stands in."""
    if _OBSERVANCE.match(event.text("DESCRIPTION")):
        return False  # as some calendars mark a day that has a name and is worked
    return bool(_named(title) or _HOLIDAYS.search(calendar) or _HOLIDAYS.search(event.text("CATEGORIES")))


@lru_cache(4096)
def _named(title: str) -> bool:
    return bool(_HOLIDAY.search(title))


def _answer(event: Component, own: Collection[str]) -> str:
    """What the owner answered to the invitation; "" where they are not among those invited."""
    for line in event.all("ATTENDEE") if own else ():
        if address(line.value) in own or line.parameter("EMAIL").lower() in own:
            return line.parameter("PARTSTAT").upper()
    return ""


def address(value: str) -> str:
    """The bare mail address of "mailto:Ada@example.org", in lower case."""
    return re.sub(r"^mailto:", "", value.strip(), flags=re.IGNORECASE).strip().lower()
