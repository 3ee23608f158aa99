"""Findings as a person reads them: by record, the line with its span marked, what is missing, what to try."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from talktrack.cli.terminal import say
from talktrack.engine.coach import BLOCKING
from talktrack.engine.story import Journey, walk
from talktrack.kit.checks import Finding

_AROUND = 32
"""Characters shown on either side of a span."""
_EVIDENCE = {
    "A": "strong evidence",
    "A−": "good evidence",
    "B": "some evidence",
    "C": "practice",
    "D": "the method",
}


@dataclass(frozen=True)
class Source:
    """What was read: a page of text, or a journey."""

    name: str
    page: str = ""
    journey: Journey | None = None

    def text(self, finding: Finding) -> str:
        """The text that the span of the finding counts in."""
        if self.journey is None:
            return self.page
        record = dict(walk(self.journey)).get(finding.record)
        text = getattr(record, finding.field, "") if record else ""
        return text if isinstance(text, str) else ""

    def heading(self, finding: Finding) -> str:
        """Where it stands: the record, or the line."""
        if self.journey is not None:
            return finding.record
        return f"{self.name}, line {self.page.count(chr(10), 0, finding.span[0]) + 1}"


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
    """Print them, grouped by where they stand; each reason is told once."""
    told: set[str] = set()
    for heading, group in groupby(findings, key=source.heading):
        say(heading, look="strong")
        for finding in group:
            _one(finding, source.text(finding), told)
        say()
    _summary(findings, source)


def _one(finding: Finding, text: str, told: set[str]) -> None:
    held = " Files wait until you confirm it." if finding.blocks else ""
    say(f"  {finding.rule}  {finding.message}{held}")
    for line in _marked(text, finding.span):
        say(f"      {line}", look="quiet")
    if finding.rule not in told:
        say(f"      Why: {finding.why} ({_EVIDENCE[finding.grade]})")
        told.add(finding.rule)
    say(f"      Try: {finding.suggestion}")


def _marked(text: str, span: tuple[int, int]) -> tuple[str, ...]:
    """The line that holds the span, and under it the marks; nothing where the span is empty or a whole line."""
    start, end = span
    if start >= end or (text[start - 1 : start] in ("", "\n", " ") and text[end : end + 1] in ("", "\n")):
        return ()
    begin = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    line_end = text.find("\n", start)
    stop = min(len(text) if line_end < 0 else line_end, max(end, start + 1) + _AROUND, start + 2 * _AROUND)
    before = "… " if begin and text[begin - 1] != "\n" else ""
    after = " …" if stop < len(text) and text[stop] != "\n" else ""
    marks = " " * (len(before) + start - begin) + "^" * (min(end, stop) - start)
    return f"{before}{text[begin:stop]}{after}".replace("\t", " "), marks


def _summary(findings: tuple[Finding, ...], source: Source) -> None:
    if not findings:
        say(f"Nothing to remark on in {source.name}.")
        return
    count = len(findings)
    held = sum(finding.blocks for finding in findings)
    things = "One thing" if count == 1 else f"{count} things"
    say(f"{things} to look at. It is advice, and you decide.")
    if held:
        them = "One of them holds" if held == 1 else f"{held} of them hold"
        say(f"{them} files back until you confirm: --confirm RULE:RECORD")
    say(f"More on a rule: talktrack check --explain {findings[0].rule}")
    first = next((f for f in findings if f.record and f.rule not in BLOCKING), None)
    if first:
        say(f'Not shown again: talktrack check {source.name} --dismiss {first.rule}:{first.record} --reason "…"')
