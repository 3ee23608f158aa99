"""An auditor of packs: it knows the journey and nothing of how the pack was drafted."""

from __future__ import annotations

import email
import email.policy
import html
import io
import json
import re
import unicodedata
import zipfile
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar
import pypdf

from talktrack.engine.prepare.agenda import agenda
from talktrack.engine.story import Journey, walk

NUMBER_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
LABELS = {
    *("1", "2", "3", "4", "5", "6", "7"),  # the questions on the brief are numbered
    *("In one to three years", "In three to five years", "In five years or more", "One to three years"),
    "Three accomplishments to choose from",
    "Add accomplishments until you have three. What did people thank you for?",
    "Settle two next steps at most, and send the others afterwards.",
    "Keep two questions, and send the others afterwards.",
}
"""Frames with a number that is the method's own and says nothing about the person."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@lru_cache(64)
def text_of(name: str, content: bytes) -> str:
    """The text that a reader of that file sees."""
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [n for n in archive.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", n)]
            xml = " ".join(archive.read(n).decode() for n in sorted(parts))
        runs = re.findall(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|(</w:p>)|(<w:tab/>)", xml)
        return html.unescape("".join(run or " " for run, _, _ in runs))
    if name.endswith(".eml"):
        message = email.message_from_bytes(content, policy=email.policy.default)
        body = message.get_body(preferencelist=("plain",))
        assert body is not None
        return f"{message['subject']}\n{body.get_content()}"
    if name.endswith(".ics"):
        event = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
        return f"{event['SUMMARY']}\n{event['DESCRIPTION']}"
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!|<>~=:$^&\"'@])", r"\1", content.decode())


def squeezed(text: str) -> str:
    """Letters and digits only: what is left when layout, punctuation and ligatures are taken away."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def unexplained(name: str, content: bytes, sentences: list[dict]) -> str:
    """What the file says beyond its listed sentences."""
    left = squeezed(text_of(name, content))
    for text in sorted({squeezed(s["text"]) for s in sentences}, key=len, reverse=True):
        if text:
            left = left.replace(text, "\x00")
    return left.replace("\x00", "")


def stored(journey: Journey, records: dict[str, object], record: str, field: str) -> str:
    """The value at a field, read from the journey itself; KeyError where there is no such record."""
    value: object = journey if record == "journey" else records[record]
    for name, place in re.findall(r"(\w+)(?:\[(\d+)\])?", field):
        value = getattr(value, name)
        if place:
            value = value[int(place)]
    return value.model_dump_json().replace('\\"', '"') if hasattr(value, "model_dump_json") else str(value)


def derived(source: dict, journey: Journey, today: date) -> str:
    """What follows from a stored value, worked out here a second time."""
    value, how = source.get("value", ""), source.get("how", "")
    if how.startswith("the years of"):
        return {"one_year": "One", "three_years": "Three", "five_years": "Five"}[source["field"]]
    if how.startswith("targets met"):
        return _targets(journey)
    return _dates(value, how, today, journey) or _counts(value, how, journey)


def _dates(value: str, how: str, today: date, journey: Journey) -> str:
    if how.startswith("tenure on "):
        return _tenure(value, date.fromisoformat(how[10:20]))
    if how == "day in words" or (how == "in words" and "-" in value and ":" not in value):
        day = date.fromisoformat((value + "-01-01")[:10])
        return f"{day:%A} {day.day} {day:%B %Y}"
    if how == "on both clocks":
        return _clocks(datetime.fromisoformat(value), journey)
    if how in ("month in words", "date in words") or (how == "in words" and "T" not in value and " " not in value):
        day = date.fromisoformat((value + "-01-01")[:10])
        return f"{day.day} {day:%B %Y}"
    if how == "in words":
        at = datetime.fromisoformat(value)
        return f"{at:%A} {at.day} {at:%B} {at:%H:%M}"
    if found := re.fullmatch(r"(\S+ \S+) in (\S+), on the clock there", how):
        at = datetime.fromisoformat(found[1]).replace(tzinfo=ZoneInfo(found[2])).astimezone(ZoneInfo(value))
        return f"{at:%A} {at.day} {at:%B} {at:%H:%M}"
    if how.startswith("ten days ahead"):
        days = [today + timedelta(days=n) for n in range(7, 15)]
        return " ".join(f"{d:%A} {d.day} {d:%B}" for d in days) + " 10:00"
    return ""


def _clocks(at: datetime, journey: Journey) -> str:
    """The time on the clock of everybody in the journey, with the place."""
    here = at.replace(tzinfo=ZoneInfo(journey.person.timezone or "UTC"))
    zones = {c.timezone for c in journey.contacts if c.timezone}
    there = " ".join(f"{here.astimezone(ZoneInfo(z)):%H:%M} {z.rpartition('/')[2]}" for z in sorted(zones))
    return f"{at:%H:%M} {there}"


def _tenure(started: str, on: date) -> str:
    months = round((on - date.fromisoformat((started + "-01-01")[:10])).days / 30.44)
    years, rest = divmod(months, 12)
    words = ["no", "one", *NUMBER_WORDS]
    near = words[years + 1] if rest >= 10 else words[years]
    return f"{near} {words[months] if months < 20 else ''} half year years months nearly"


def _targets(journey: Journey) -> str:
    met = [
        k.actual <= k.target if k.lower_is_better else k.actual >= k.target
        for a in journey.accomplishments
        if not a.private
        for k in a.kpis
        if k.actual is not None and k.target is not None
    ]
    return f"{sum(met)} of {len(met)}"


def _counts(value: str, how: str, journey: Journey) -> str:
    if found := re.fullmatch(r"minutes of ([\w ]+): (\d+)", how):
        plan = agenda(int(value), pay=journey.pay.discuss)
        assert sum(s.minutes for s in plan.segments) == int(value)
        return str(plan.minutes if found[1] == "all" else plan.minutes_of(found[1]))
    if found := re.fullmatch(r"(\d+) words at (\d+) a minute: (\d+) seconds", how):
        assert round(int(found[1]) * 60 / int(found[2])) == int(found[3])
        assert found[2] == value
        return found[3]
    if found := re.fullmatch(r"closeness of meaning to statements/\S+: (0\.\d\d|1\.00)", how):
        return f"{found[1]} of 1"
    found = re.fullmatch(r"\d+ minutes in: (.*)", how)  # the start stands beside it; the sums are tested elsewhere
    return found[1] if found else ""


def numbers(text: str) -> set[str]:
    return {n.replace(",", "").rstrip(".") for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def number_words(text: str) -> set[str]:
    return {w for w in _WORD.findall(text.casefold()) if w in NUMBER_WORDS}


def names(text: str) -> set[str]:
    """Capitalised words that do not begin a sentence."""
    found = re.findall(r"(?<=[a-z0-9,;)] )([A-Z][\w’']+)", text)
    return {re.sub(r"['’]s$", "", n) for n in found} - {"I", "I'd", "I'll", "I’d", "I’ll"}


def unbacked(sentence: dict, journey: Journey, today: date, minutes: int) -> set[str]:
    """Numbers and names of a sentence that stand in no record that it cites."""
    sources = sentence.get("sources", [])
    if sentence["text"] in LABELS and not sources:
        return set()
    said = " ".join(f"{s.get('value', '')} {derived(s, journey, today)}" for s in sources)
    said += " " + " ".join(str(dict(walk(journey)).get(s["record"], "")) for s in sources if "lens" in s["record"])
    text = sentence["text"]
    backing = numbers(said) | {str(float(n)).removesuffix(".0") for n in numbers(said)}
    missing = {n for n in numbers(text) if n not in backing and str(abs(float(n))).removesuffix(".0") not in backing}
    missing |= number_words(text) - number_words(said)
    words = {w.casefold() for w in re.findall(r"\w+", said)}
    return missing | {n for n in names(text) if not {w.casefold() for w in re.findall(r"\w+", n)} <= words}


def audit(files: dict[str, bytes], journey: Journey, today: date, name: str = "pack.json") -> list[str]:
    """Everything that is wrong with a pack or a recap; empty where the lock holds."""
    ledger, records = json.loads(files[name]), dict(walk(journey))
    faults = []
    for name, entry in ledger["files"].items():
        left = unexplained(name, files[name], entry["sentences"])
        if re.sub(r"\d", "", left):
            faults.append(f"{name}: says more than it lists: {left[:80]!r}")
        for sentence in entry["sentences"]:
            faults += [f"{name}: {fault}" for fault in _faults(sentence, journey, records, today)]
    return faults


def _faults(sentence: dict, journey: Journey, records: dict[str, object], today: date) -> list[str]:
    faults = []
    for s in sentence.get("sources", []):
        if s["record"] == "run":
            continue
        try:
            value = stored(journey, records, s["record"], s.get("field", ""))
        except KeyError:
            faults.append(f"cites {s['record']}, which is not there: {sentence['text']!r}")
            continue
        if not s.get("how", "").startswith("targets met") and s.get("value", "") not in value:
            faults.append(f"cites {s['record']}.{s.get('field')} as {s.get('value')!r}, but it holds {value!r}")
    if missing := unbacked(sentence, journey, today, 30):
        kind = sentence["kind"]
        faults.append(f"{kind} with nothing behind {sorted(missing)}: {sentence['text']!r}")
    return faults
