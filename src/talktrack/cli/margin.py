"""Findings as a person reads them: by record, the line with its span marked, what is missing, what to try."""

from __future__ import annotations

import shlex
import shutil
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from talktrack.cli.terminal import WIDEST, say
from talktrack.engine.coach import BLOCKING
from talktrack.engine.story import Journey, Value, walk
from talktrack.kit.checks import Finding
from talktrack.kit.text import clean

_AROUND = 28
"""Characters shown before a span, and after it at least."""
_INDENT = 6
_MOST = 200
"""Findings shown at once: nobody reads more, and `--json` has them all."""
_EVIDENCE = {
    "A": "strong evidence",
    "A−": "good evidence",
    "B": "some evidence",
    "C": "practice",
    "D": "the method",
}
_SAID_BY = {"A1": {"A4"}, "A2": {"A1", "A4"}, "K2": {"K1"}}
"""At one place the first of these adds nothing for a reader to what the others say already."""


@dataclass(frozen=True)
class Source:
    """What was read: a page of text, or a journey."""

    name: str
    page: str = ""
    journey: Journey | None = None
    given: str = ""
    """The file as the person named it, for a command that they may type next."""

    @cached_property
    def _records(self) -> dict[str, Value]:
        return dict(walk(self.journey)) if self.journey else {}

    @cached_property
    def _line_ends(self) -> list[int]:
        return [i for i, character in enumerate(self.page) if character == "\n"]

    def text(self, finding: Finding) -> str:
        """The text that the span of the finding counts in."""
        if self.journey is None:
            return self.page
        record = self._records.get(finding.record)
        text = getattr(record, finding.field, "") if record else ""
        return text if isinstance(text, str) else ""

    def heading(self, finding: Finding) -> str:
        """Where it stands: the record, or the line."""
        if self.journey is not None:
            return finding.record
        return f"{self.name}, line {bisect_left(self._line_ends, finding.span[0]) + 1}"


def as_list(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    """The findings as plain values for JSON."""
    return [
        {
            "rule": f.rule,
            "record": f.record,
            "field": f.field,
            "span": list(f.span),
            "message": f.message,
            "why": f.why,
            "try": f.suggestion,
            "grade": f.grade,
            "blocks": f.blocks,
        }
        for f in findings
    ]


def show(findings: tuple[Finding, ...], source: Source) -> None:
    """Print them, grouped by where they stand; each reason is told once, and what says the same only once."""
    shown = [f for _, group in groupby(findings, key=source.heading) for f in _folded(list(group))]
    told: set[str] = set()
    for heading, group in groupby(shown[:_MOST], key=source.heading):
        say(clean(heading), look="strong")
        for finding in group:
            _one(finding, source, told)
        say()
    _summary(shown, source)


def _folded(group: Sequence[Finding]) -> list[Finding]:
    there = {finding.rule for finding in group}
    return [finding for finding in group if there.isdisjoint(_SAID_BY.get(finding.rule, ()))]


def _one(finding: Finding, source: Source, told: set[str]) -> None:
    held = " Files wait until you confirm it." if finding.blocks and source.journey else ""
    say(f"  {finding.rule}  {clean(finding.message)}{held}")
    for line in _marked(source.text(finding), finding.span):
        say(" " * _INDENT + line, look="quiet")
    if finding.rule not in told:
        say(f"      Why: {finding.why} ({_EVIDENCE[finding.grade]})")
        told.add(finding.rule)
    say(" " * _INDENT + clean(f"Try: {finding.suggestion}"))


def _marked(text: str, span: tuple[int, int]) -> tuple[str, ...]:
    """The line that holds the span, and under it the marks; nothing where the span is empty or a whole line.

    Only the neighbourhood is looked at, so that a line of megabytes costs no more than a short one.
    """
    start, end = span
    room = max(min(shutil.get_terminal_size().columns, WIDEST) - _INDENT - 6, 2 * _AROUND)
    if start >= end or (text[start - 1 : start] in ("", "\n", " ") and text[end : end + 1] in ("", "\n")):
        return ()
    begin = max(text.rfind("\n", max(0, start - _AROUND), start) + 1, start - _AROUND, 0)
    stop = text.find("\n", start, begin + room)
    stop = stop if stop >= 0 else min(len(text), begin + room)
    if begin and text[begin - 1] != "\n":
        begin = min(text.find(" ", begin - 1, start) + 1 or begin, start)
    if text[stop : stop + 1] not in ("", "\n"):
        stop = max(text.rfind(" ", end, stop), min(end, stop))
    before = "… " if begin and text[begin - 1] != "\n" else ""
    after = " …" if text[stop : stop + 1] not in ("", "\n") else ""
    line = "".join(c if c.isprintable() else " " for c in text[begin:stop])
    marks = " " * (len(before) + _columns(text[begin:start])) + "^" * _columns(text[start : min(end, stop)])
    return f"{before}{line}{after}", marks


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: an emoji or a Chinese character two, an accent none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text
    )


def _summary(findings: Sequence[Finding], source: Source) -> None:
    if not findings:
        say(f"Nothing to remark on in {source.name}.")
        return
    count = len(findings)
    things = "One thing" if count == 1 else f"{count:,} things"
    say(f"{things} to look at. It is advice, and you decide.")
    if count > _MOST:
        say(f"The first {_MOST} are shown; --json gives them all.")
    held = [finding for finding in findings if finding.blocks]
    if held and source.journey:
        them = "One of them holds" if len(held) == 1 else f"{len(held)} of them hold"
        say(f"{them} files back until you confirm: {_command(source, '--confirm', held[0])}")
    say(f"More on a rule: talktrack check --explain {findings[0].rule}")
    first = next((f for f in findings if f.record and f.rule not in BLOCKING), None)
    if first:
        say(f'Not shown again: {_command(source, "--dismiss", first)} --reason "…"')


def _command(source: Source, option: str, finding: Finding) -> str:
    return f"talktrack check {shlex.quote(source.given)} {option} {finding.rule}:{finding.record}"
