"""M4: due dates: the shared phrases, our own set (written before the grammar), and the cases of Recognizers-Text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench import Figure, absent, data
from talktrack.kit.dates import due_date

_OWN = Path(__file__).parent.parent / "tests" / "data" / "due_phrases_own.tsv"
_RECOGNIZERS = ("DateParser", "HolidayParser", "DateTimeModel_half", "MergedParser")
_PAST = {"went", "was", "were", "has", "have", "had", "been", "happened", "bought", "did"}


@dataclass(frozen=True)
class Phrase:
    """A phrase and the days that serve as its due date; none where it has no due date."""

    text: str
    first: date | None
    last: date | None

    def read_rightly(self, today: date) -> bool:
        """Whether `due_date` gives one of those days, or none where there is none."""
        due = due_date(self.text, today=today)
        if self.first is None or self.last is None:
            return due is None
        return due is not None and self.first <= due.date <= self.last


def phrases(path: Path) -> list[Phrase]:
    """The rows of a file of phrases: text, then a day, "lo..hi" or NONE. Only the strict column counts."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [_phrase(row[0], row[1]) for row in rows]


def _phrase(text: str, expected: str) -> Phrase:
    if expected == "NONE":
        return Phrase(text, None, None)
    low, _, high = expected.partition("..")
    return Phrase(text, date.fromisoformat(low), date.fromisoformat(high or low))


def measure() -> list[Figure]:
    """The share of phrases read rightly, for each set."""
    made = []
    shared = data() / "dates" / "due_phrases.tsv"
    if shared.exists():
        made.append(_figure("due dates, the shared phrases", phrases(shared), date(2025, 1, 15), 1.0))
    else:
        made.append(absent("M4", "due dates, the shared phrases", "100 %"))
    own = phrases(_OWN)
    made.append(_figure("due dates, own sentences", [p for p in own if p.first], date(2026, 9, 8), 0.9))
    made.append(_figure("no date where there is none, own", [p for p in own if not p.first], date(2026, 9, 8), 1.0))
    return [*made, *_recognizers()]


def _figure(name: str, set_of: list[Phrase], today: date, least: float) -> Figure:
    right = sum(phrase.read_rightly(today) for phrase in set_of)
    share = right / len(set_of)
    return Figure("M4", name, f"{share:.1%} ({right} of {len(set_of)})", f"≥ {least:.0%}", met=share >= least)


def _recognizers() -> list[Figure]:
    """Its cases with one result, to come and not told as past. Some of its conventions are not ours."""
    folder = data() / "dates" / "recognizers-en"
    if not folder.exists():
        return [absent("M4", "Recognizers-Text", "")]
    cases = [case for name in _RECOGNIZERS for case in _cases(folder / f"{name}.json")]
    made = []
    for kind in ("day", "stretch"):
        chosen = [(phrase, today) for phrase, today in cases if (phrase.first == phrase.last) == (kind == "day")]
        right = sum(phrase.read_rightly(today) for phrase, today in chosen)
        figure = f"{right / len(chosen):.1%} ({right} of {len(chosen)})"
        made.append(Figure("M4", f"Recognizers-Text, one {kind} to come", figure, ""))
    return made


def _cases(path: Path) -> Iterator[tuple[Phrase, date]]:
    """Phrase and day of speaking."""
    for case in json.loads(path.read_text("utf-8-sig")):
        today = date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
        results = case["Results"]
        days = _days(results[0]) if len(results) == 1 else None
        if days and days[1] >= today and _PAST.isdisjoint(case["Input"].lower().split()):
            yield Phrase(case["Input"], *days), today


def _days(result: dict[str, Any]) -> tuple[date, date] | None:
    """The latest reading that the file gives; None for times, lengths and frequencies."""
    value = result.get("Value") or result.get("Resolution") or {}
    last = value["values"][-1] if "values" in value else value.get("FutureResolution", {})
    low = last.get("start") or last.get("startDate") or last.get("date") or last.get("value") or ""
    high = last.get("end") or last.get("endDate") or low
    try:
        return date.fromisoformat(low[:10]), date.fromisoformat(high[:10])
    except ValueError:
        return None
