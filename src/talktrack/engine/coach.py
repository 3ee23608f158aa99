"""The coach in the margin: every rule in one tuple, and the two ways to ask them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

from talktrack.engine.alignment import checks as alignment
from talktrack.engine.evidence import checks as evidence
from talktrack.engine.goals import checks as goals
from talktrack.engine.pieces import pieces
from talktrack.engine.prepare import checks as prepare
from talktrack.engine.recap import checks as recap
from talktrack.engine.story import Decision, Journey, mark, walk
from talktrack.kit.checks import Finding, Piece, Rule, run
from talktrack.kit.page import pieces as cut
from talktrack.kit.text import Prose

ALL_RULES: tuple[Rule, ...] = (
    evidence.A1, evidence.A2, evidence.A3, evidence.A4, evidence.A6, evidence.A7, evidence.A8, evidence.A10,
    evidence.A11, evidence.A12,
    goals.G1, goals.G2, goals.G3, goals.G4, goals.G5, goals.G6, goals.G7, goals.G8, goals.G9, goals.G10, goals.G11,
    goals.G12, goals.G14, alignment.G15,
    alignment.L1, alignment.L2,
    prepare.K1, prepare.K2, prepare.K4, prepare.K5, prepare.K6, prepare.K8,
    prepare.O1, prepare.O3, prepare.O4, prepare.O5,
    prepare.Q1, prepare.Q2, prepare.Q3, prepare.Q4, prepare.Q5, prepare.Q6,
    recap.F1, recap.F2, recap.F3, recap.F4, recap.F5, recap.F6,
    recap.N1, recap.N2, recap.N3, recap.N4,
    recap.M1, recap.M3, recap.M4, recap.M5,
    prepare.W1, prepare.W2, prepare.W3, prepare.W4,
)  # fmt: skip
"""Every rule, in the order in which their findings are told."""

KINDS = ("accomplishment", "goal", "ask", "opening", "question", "feedback", "next-step", "recap")
"""What a bare text can be read as."""
BLOCKING = frozenset(rule.id for rule in ALL_RULES if rule.blocks)
"""Rules whose findings may hold files back; they are confirmed, never dismissed."""
RULES_BY_KIND = {
    kind: tuple(rule for rule in ALL_RULES if rule.reads[0] == kind)
    for kind in dict.fromkeys(rule.reads[0] for rule in ALL_RULES)
}
"""Each rule once, under the kind that it reads first."""
WHOLE = ("opening", "recap")
"""The kinds of which a page holds one; of the others it holds one in each list entry or paragraph."""
EVERYWHERE = "*"
"""Stands for the record in a decision that switches a rule on or off altogether."""


def rule(id: str) -> Rule | None:
    """The rule with that id, however it is written ("a3", "A03"); None where there is none."""
    wanted = id[:1].upper() + id[1:].lstrip("0")
    return next((r for r in ALL_RULES if r.id == wanted), None)


def rules_of(journey: Journey) -> tuple[Rule, ...]:
    """The rules that this person wants: all that are on, but for those switched by a decision about "*".

    A rule that blocks cannot be switched off.
    """
    said = {d.about: d.verdict == "confirmed" for d in journey.decisions if d.record == EVERYWHERE}
    return tuple(r for r in ALL_RULES if r.blocks or said.get(r.id, r.on))


def _chosen(rules: tuple[Rule, ...] | None, journey: Journey | None) -> tuple[Rule, ...]:
    return rules_of(journey or Journey()) if rules is None else rules


def check(
    journey: Journey, *, today: date, rules: tuple[Rule, ...] | None = None, only: str = ""
) -> tuple[Finding, ...]:
    """What the rules find in a journey, record by record, without what the person has already decided.

    A dismissal silences advice; a confirmation silences advice too, and lifts a block until the record is changed.
    `rules` are those of `rules_of` unless given. `only` keeps to one record ("goals/nordic"): what a page needs
    while somebody types.
    """
    decided = {(d.about, d.record): d for d in journey.decisions}
    return tuple(
        finding
        for finding in run(_chosen(rules, journey), pieces(journey, today, only))
        if only in ("", finding.record)
        and not _settled(finding, decided.get((finding.rule, finding.record)), journey)
    )


def _settled(finding: Finding, decision: Decision | None, journey: Journey) -> bool:
    if decision is None or not finding.blocks:
        return decision is not None
    return decision.verdict == "confirmed" and decision.holds_for(dict(walk(journey)).get(finding.record))


def confirmed(journey: Journey, rule: str, record: str, *, today: date, reason: str = "") -> Decision:
    """The decision that what a rule says of a record is right as it stands.

    For a rule that holds files back it stands for those words only: once the record is changed, it is asked again.
    """
    value = dict(walk(journey)).get(record) if rule in BLOCKING else None
    of = mark(value) if value else ""
    return Decision(about=rule, record=record, verdict="confirmed", reason=reason, on=str(today), of=of)


def check_text(
    text: str,
    kind: str,
    *,
    today: date,
    rules: tuple[Rule, ...] | None = None,
    journey: Journey | None = None,
) -> tuple[Finding, ...]:
    """What the rules find in one bare text of one of `KINDS`; spans are characters of `text`.

    The text is one piece: one accomplishment, one goal, one recap. `journey` is what a recap is held against: what
    was agreed, what is private.
    """
    piece = Piece(kind, Prose(text), today, whole=journey)
    return tuple(run(_chosen(rules, journey), (piece,)))


def check_page(
    page: str,
    kind: str,
    *,
    today: date,
    rules: tuple[Rule, ...] | None = None,
    journey: Journey | None = None,
) -> tuple[Finding, ...]:
    """What the rules find on a page of Markdown or plain text; spans are characters of `page`.

    An opening or a recap is the whole page. Of everything else, each list entry and each paragraph is one; a list of
    next steps is also looked at as a whole.
    """
    if kind in WHOLE:
        return check_text(page, kind, today=today, rules=rules, journey=journey)
    found = run(_chosen(rules, journey), _cut(page, kind, today, journey))
    return tuple(sorted(found, key=lambda finding: finding.span[0]))


def _cut(page: str, kind: str, today: date, journey: Journey | None) -> Iterator[Piece]:
    count = 0
    for start, end in cut(page):
        count += 1
        yield Piece(kind, Prose(page[start:end]), today, offset=start, whole=journey)
    if kind == "next-step" and count > 1:
        yield Piece("next-steps", Prose(page), today, whole=journey)


def blocks(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that hold files back until the person confirms them."""
    return tuple(finding for finding in findings if finding.blocks)


def holds(rule: Rule, example: object, today: date) -> bool:
    """Whether the rule fires on an example: a text, a record, or a journey."""
    if isinstance(example, str):
        return bool(check_text(example, rule.reads[0], today=today, rules=(rule,)))
    return any(True for _ in run((rule,), pieces(_around(example), today)))


def _around(example: object) -> Journey:
    if isinstance(example, Journey):
        return example
    for name, field in Journey.model_fields.items():
        if type(example) in get_args(field.annotation):
            return Journey(**{name: (example,)})
        if type(example) is field.annotation:
            return Journey(**{name: example})
    raise ValueError(f"no place in a journey for {type(example).__name__}")
