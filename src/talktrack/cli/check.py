"""`talktrack check FILE`: a kind, exact coach in the margin."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing more would cost every command its time
    from datetime import date
    from pathlib import Path

    from talktrack.cli.margin import Source
    from talktrack.engine.story import Decision, Journey
    from talktrack.kit.checks import Finding, Rule

HELP = "read your file, or any text, as a coach would: what is missing, why it matters, what to try"
KINDS = ("accomplishment", "goal", "ask", "opening", "question", "feedback", "next-step", "recap")
LARGEST = 16_000_000
"""Bytes of one text."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE and what it is; how to show it; what to remember."""
    parser.add_argument(
        "file", nargs="?", help="your file, such as me.toml, or any Markdown or text (- to read it in)"
    )
    parser.add_argument(
        "--as", dest="kind", choices=KINDS, metavar="KIND", help=f"what a text is: {', '.join(KINDS)}"
    )
    parser.add_argument("--json", action="store_true", help="the findings as JSON")
    parser.add_argument("--today", metavar="DATE", help="the day to reckon from, as 2026-11-22 (default: today)")
    parser.add_argument("--explain", metavar="RULE", help="what a rule looks for, why, and examples; or: all")
    remember = parser.add_argument_group("what is remembered beside your file")
    remember.add_argument("--dismiss", metavar="RULE:RECORD", help="do not show this again; give a --reason")
    remember.add_argument("--confirm", metavar="RULE:RECORD", help="let it out as it is; needed where files are held")
    remember.add_argument("--reason", default="", help="why, for yourself")
    remember.add_argument("--on", metavar="RULE", help="switch a rule on")
    remember.add_argument("--off", metavar="RULE", help="switch a rule off")


def run(arguments: argparse.Namespace) -> int:
    """0 where nothing was found, 1 where something was, 2 (by the door) for wrong input."""
    from pathlib import Path

    from talktrack.cli.day import today
    from talktrack.kit.errors import UserError

    if arguments.explain:
        return _explain(arguments.explain)
    if not arguments.file:
        raise UserError("Which file? For example: talktrack check me.toml")
    day, path = today(arguments.today), Path(arguments.file)
    if arguments.kind or path.suffix.lower() not in (".toml", ".json"):
        if not arguments.kind:
            raise UserError(
                f"Say what {path.name} holds, for example --as accomplishment. One of: {', '.join(KINDS)}."
            )
        findings, source = _text(arguments, day)
    else:
        if any((arguments.dismiss, arguments.confirm, arguments.on, arguments.off)):
            return _remember(arguments, path, day)
        findings, source = _journey(path, day)
    return _tell(findings, source, as_json=arguments.json)


def _text(arguments: argparse.Namespace, day: date) -> tuple[tuple[Finding, ...], Source]:
    import sys
    from pathlib import Path

    from talktrack.cli.margin import Source
    from talktrack.engine import coach
    from talktrack.kit.errors import UserError
    from talktrack.kit.files import decode, read

    if arguments.dismiss or arguments.confirm:
        raise UserError("A dismissal is remembered for a record of your own file; a bare text has none.")
    path = Path(arguments.file)
    data = sys.stdin.buffer.read(LARGEST) if arguments.file == "-" else read(path, LARGEST)
    name = "your text" if arguments.file == "-" else path.name
    page = decode(data, name)
    if not page.strip():
        raise UserError(f"There are no words in {name} yet.")
    switched = tuple(
        rule
        for rule in coach.ALL_RULES
        if (rule.on or rule is _rule(arguments.on or rule.id))
        and not (arguments.off and rule is _rule(arguments.off))
    )
    rules = switched if arguments.on or arguments.off else None
    return coach.check_page(page, arguments.kind, today=day, rules=rules), Source(name, page=page)


def _journey(path: Path, day: date) -> tuple[tuple[Finding, ...], Source]:
    from talktrack.cli.margin import Source
    from talktrack.engine import archive, coach
    from talktrack.kit.files import decode, read

    if path.suffix.lower() == ".json":
        journey = archive.from_json(decode(read(path, LARGEST), path.name), path.name)
    else:
        journey = archive.read(path)
    return coach.check(journey, today=day), Source(path.name, given=str(path), journey=journey)


def _tell(findings: tuple[Finding, ...], source: Source, *, as_json: bool) -> int:
    from talktrack.cli.margin import as_list, show

    if as_json:
        import json

        print(json.dumps(as_list(findings), indent=2, ensure_ascii=False))
    else:
        show(findings, source)
    return int(bool(findings))


def _explain(wanted: str) -> int:
    from talktrack.cli.rule_pages import every_page, page

    print(every_page() if wanted.lower() == "all" else page(_rule(wanted)), end="")
    return 0


def _rule(id: str) -> Rule:
    from talktrack.engine import coach
    from talktrack.kit.errors import UserError

    if found := coach.rule(id):
        return found
    raise UserError(f"There is no rule {id}. They are: {', '.join(rule.id for rule in coach.ALL_RULES)}.")


def _remember(arguments: argparse.Namespace, path: Path, day: date) -> int:
    from talktrack.cli.terminal import say
    from talktrack.engine import archive
    from talktrack.engine.story import walk

    journey = archive.read(path)
    decisions = _decisions(arguments, journey, day)
    known = {"goals", *dict(walk(journey))}
    for decision in decisions:
        _refuse_unknown(decision, known)
    archive.remember(path, decisions=decisions)
    for decision in decisions:
        say(f"Noted: {_told(decision)}. It is kept in {archive.sidecar_path(path).name}.")
    return 0


def _told(decision: Decision) -> str:
    if decision.record == "*":
        return f"{decision.about} is switched {'on' if decision.verdict == 'confirmed' else 'off'}"
    until = ", until you change it" if decision.of else ""
    return f"{decision.about} is {decision.verdict} for {decision.record}{until}"


def _decisions(arguments: argparse.Namespace, journey: Journey, day: date) -> tuple[Decision, ...]:
    from talktrack.engine.coach import EVERYWHERE, confirmed
    from talktrack.engine.story import Decision
    from talktrack.kit.errors import UserError

    made = []
    for verdict, given in (("dismissed", arguments.dismiss), ("confirmed", arguments.confirm)):
        if given:
            rule, colon, record = given.partition(":")
            if not (colon and record) or record == EVERYWHERE:
                raise UserError(
                    f"Write it as RULE:RECORD, for example A3:accomplishments/welcome, and not {given!r}."
                )
            id, why = _rule(rule).id, arguments.reason
            made.append(
                confirmed(journey, id, record, today=day, reason=why)
                if verdict == "confirmed"
                else Decision(about=id, record=record, verdict=verdict, reason=why, on=str(day))
            )
    for verdict, given in (("dismissed", arguments.off), ("confirmed", arguments.on)):
        if given:
            made.append(
                Decision(
                    about=_rule(given).id, record=EVERYWHERE, verdict=verdict, reason=arguments.reason, on=str(day)
                )
            )
    return tuple(made)


def _refuse_unknown(decision: Decision, known: set[str]) -> None:
    from difflib import get_close_matches

    from talktrack.kit.errors import UserError

    if decision.verdict == "dismissed":
        if _rule(decision.about).blocks:
            done = "switched off" if decision.record == "*" else "dismissed"
            record = "RECORD" if decision.record == "*" else decision.record
            raise UserError(
                f"{decision.about} holds files back and cannot be {done}. If it may go out as it is: "
                f"--confirm {decision.about}:{record}"
            )
        if not decision.reason and decision.record != "*":
            raise UserError('Give a reason, for yourself: --reason "asked for in this form"')
    if decision.record != "*" and decision.record not in known:
        near = get_close_matches(decision.record, known, 1)
        raise UserError(f"Your file has no record {decision.record}." + (f" Did you mean {near[0]}?" if near else ""))
