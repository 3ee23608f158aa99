"""S2 and M7: how fast the checks read, beside other checkers of prose, and whom they trouble without need."""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from platformdirs import user_cache_path

from bench import Figure, _peer_prose, absent, data
from talktrack.engine.coach import ALL_RULES, KINDS, RULES_BY_KIND, check_page, check_text, holds
from talktrack.kit.checks import Piece, run
from talktrack.kit.page import pieces
from talktrack.kit.text import Prose

TODAY = date(2026, 11, 2)
ROUNDS = 5
TOLD = Path(__file__).parents[1] / "tests" / "data"
CLEAN = {
    "the author's": Path(__file__).parent / "data" / "clean_lines.tsv",
    "by another hand, on which the rules were tuned": TOLD / "career_clean.tsv",
    "kept aside, read since": TOLD / "career_clean_held_out.tsv",
    "written last, read since": TOLD / "career_clean_unseen.tsv",
}
"""Whose lines. All have been read by now, so none of these rows says how the rules do on lines they have not seen."""
FAULTY = {
    "by another hand, on which the rules were tuned": TOLD / "career_faulty.tsv",
    "kept aside, read since": TOLD / "career_faulty_held_out.tsv",
    "written last, read since": TOLD / "career_faulty_unseen.tsv",
}
MOST_CLEAN = 2 / 36
"""The share of clean lines that may be flagged."""
LEAST_HIT = 0.8
"""The share of faulty lines that the rule meant for them must meet."""


def measure() -> list[Figure]:
    """Speed, examples, clean lines, and what fires on real retrospectives."""
    folder = data() / "accomplishments" / "mtlynch-retrospectives"
    pages = [path.read_text("utf-8") for path in sorted(folder.glob("*.md"))]
    rows = [_examples(), *map(_clean, CLEAN), *map(_faulty, FAULTY)]
    if not pages:
        return [absent("S2", "checks over prose", "≥ 2 ×"), *rows, absent("M7", "checks on retrospectives", "")]
    return [*_speed(pages), *rows, *_retrospectives(pages, folder.parent / "goal_grades_to_2022.json")]


def endure() -> list[Figure]:
    """Growth up to 10 MB: some minutes."""
    return _growth()


# --- speed ----------------------------------------------------------------------------------------


def _speed(pages: list[str]) -> list[Figure]:
    text = "\n\n".join(pages)
    words = len(text.split())
    folder = user_cache_path("talktrack") / "bench" / "prose"
    if not _peer_prose.prepare(folder):
        mine = words / median(_cpu(lambda: _by_kind(pages)) for _ in range(ROUNDS))
        return [Figure("S2", "checks over prose", f"{mine:,.0f} words/s", "≥ 2 ×", "peers could not be installed")]
    with tempfile.TemporaryDirectory() as place:
        page, empty = Path(place) / "page.md", Path(place) / "empty.md"
        page.write_text(text, "utf-8")
        empty.write_text("", "utf-8")
        rounds = [
            (
                _cpu(lambda: _by_kind(pages)),
                _cpu(lambda: _every_rule(text)),
                _peer_prose.node(folder, "write-good", page),
            )
            for _ in range(ROUNDS)
        ]
        others = {
            "retext": _peer_prose.node(folder, "retext", page),
            "proselint": _peer_prose.process(folder, "proselint", page, empty),
            "harper": _peer_prose.process(folder, "harper", page, empty),
        }
    beside = f"write-good {words / median(r[2] for r in rounds):,.0f}, " + ", ".join(
        f"{name} {words / max(spent, 0.001):,.0f}" for name, spent in others.items()
    )
    return [
        _speed_row(
            "checks, an eighth of the text as each kind, all its rules", words, [(r[0], r[2]) for r in rounds], beside
        ),
        _speed_row(
            "checks, every prose rule on every paragraph", words, [(r[1], r[2]) for r in rounds], "write-good", ""
        ),
    ]


def _speed_row(
    name: str, words: int, rounds: list[tuple[float, float]], beside: str, target: str = "≥ 2 × write-good"
) -> Figure:
    mine = words / median(spent for spent, _ in rounds)
    ratio = median(theirs / spent for spent, theirs in rounds)
    met = ratio >= 2 if target else None
    return Figure("S2", name, f"{mine:,.0f} words per CPU second", target, beside, f"{ratio:.2f}", met)


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _by_kind(pages: list[str]) -> None:
    """The pages dealt out to the eight kinds in turn, each part read with every rule of its kind."""
    for i, kind in enumerate(KINDS):
        check_page("\n\n".join(pages[i :: len(KINDS)]), kind, today=TODAY, rules=ALL_RULES)


def _every_rule(text: str) -> None:
    """Each paragraph tokenised once and read with every rule that reads prose, once."""
    for start, end in pieces(text):
        prose = Prose(text[start:end])
        for kind, rules in RULES_BY_KIND.items():
            for _ in run(rules, (Piece(kind, prose, TODAY),)):
                pass


# --- growth ---------------------------------------------------------------------------------------

_SEEDS = {
    "paragraphs": "We rebuilt the weekly report by 30 %. I think you deserve it, right?\n\n",
    "one line without end": "responsible for from my as much as possible or i'll leave because you agreed % ",
    "marks only": "?!.…%,;: ",
    "one word": "a",
}


def _growth() -> list[Figure]:
    rows = []
    for name, seed in _SEEDS.items():
        seconds = []
        for size in (1_000_000, 10_000_000):
            page = (seed * (size // len(seed) + 1))[:size]
            seconds.append(min(_cpu(lambda page=page: _all_kinds(page)) for _ in range(2 if size < 2_000_000 else 1)))
        ratio = seconds[1] / seconds[0] / 10
        rows.append(
            Figure("S2", f"checks, growth to 10 MB: {name}", f"{seconds[1]:.1f} s for 10 MB, all kinds",
                   "per MB ≤ 1.5 × that of 1 MB", f"{seconds[0]:.2f} s for 1 MB", f"{ratio:.2f}", ratio <= 1.5)
        )  # fmt: skip
    return rows


def _all_kinds(page: str) -> None:
    for kind in KINDS:
        check_page(page, kind, today=TODAY, rules=ALL_RULES)


# --- whom they trouble ----------------------------------------------------------------------------


def _examples() -> Figure:
    kept = sum(
        all(holds(rule, x, TODAY) for x in rule.fires) and not any(holds(rule, x, TODAY) for x in rule.passes)
        for rule in ALL_RULES
    )
    count = sum(len(rule.fires) + len(rule.passes) for rule in ALL_RULES)
    return Figure("M7", f"rules that keep their examples ({count} of them)", f"{kept} of {len(ALL_RULES)}", "all",
                  met=kept == len(ALL_RULES))  # fmt: skip


def _clean(whose: str) -> Figure:
    lines = _table(CLEAN[whose])
    flagged = sum(bool(check_text(text, kind, today=TODAY)) for kind, text in lines)
    return Figure("M7", f"clean career lines flagged ({whose})", f"{flagged} of {len(lines)}", "≤ 2 in 36",
                  met=flagged / len(lines) <= MOST_CLEAN)  # fmt: skip


def _faulty(whose: str) -> Figure:
    lines = _table(FAULTY[whose])
    hit = sum(any(f.rule == rule for f in check_text(text, kind, today=TODAY)) for kind, rule, text in lines)
    return Figure("M7", f"faulty career lines met by their rule ({whose})", f"{hit} of {len(lines)}", "≥ 80 %",
                  met=hit / len(lines) >= LEAST_HIT)  # fmt: skip


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]


def _retrospectives(pages: list[str], grades: Path) -> list[Figure]:
    """What fires on one founder's highlights, goals and results, by rule. There is no target: it is to be read."""
    goals = json.loads(grades.read_text("utf-8"))
    parts = {
        "highlights": [("accomplishment", line) for page in pages for line in _highlights(page)],
        "results": [("accomplishment", entry["result"]) for entry in goals],
        "goals": [("goal", entry["goal"]) for entry in goals],
    }
    rows = []
    for name, lines in parts.items():
        found = Counter(f.rule for kind, text in lines for f in check_text(text, kind, today=TODAY))
        told = " ".join(f"{rule}:{count}" for rule, count in sorted(found.items()))
        rows.append(Figure("M7", f"checks on {len(lines)} {name} of retrospectives", told, "to be read"))
    return rows


def _highlights(page: str) -> list[str]:
    part = re.search(r"^## Highlights\n([^#]*)", page, re.MULTILINE)
    return [part[1][slice(*span)] for span in pieces(part[1])] if part else []
