"""What a rule looks for, as a page of Markdown; all pages together are docs/rules.md."""

from __future__ import annotations

import json

from talktrack.engine.coach import ALL_RULES
from talktrack.engine.story import Value
from talktrack.kit.checks import Rule

_GROUPS = {
    "A": "Accomplishments",
    "G": "Goals",
    "L": "Benefit to others",
    "K": "Asks",
    "O": "Opening",
    "Q": "Questions",
    "F": "Feedback as noted",
    "N": "Next steps",
    "M": "Recap",
    "W": "The whole preparation",
}
_GRADES = {
    "A": "A: a meta-analysis, or findings that were replicated",
    "A−": "A−: a meta-analysis with open questions",
    "B": "B: few or mixed studies",
    "C": "C: what practitioners advise; not tested",
    "D": "D: the method of this tool itself; no evidence is claimed",
}
_HEAD = f"""# The rules

This page is made by `talktrack check --explain all`; a test keeps it in step.

{len(ALL_RULES)} rules read what you prepare, note and send. Each is advice that you can dismiss with a reason. Four
(A11, K8, M3, M4) hold files back until you confirm. None of them scores you, and none guesses who you are:
texts that differ only in a name, a pronoun, a nationality or a dialect get the same findings. Team credit is welcome,
and so is any grammar.

How good the evidence is stands with every rule, and most of it is modest:

"""


def page(rule: Rule) -> str:
    """One rule, from what it looks for to its examples."""
    reads = ", ".join(kind.replace("-", " ") for kind in rule.reads)
    notes = [
        *(["It holds files back until you confirm."] if rule.blocks else []),
        *(["It is off; `--on " + rule.id + "` switches it on."] if not rule.on else []),
    ]
    lines = [
        f"### {rule.id} · {rule.title}",
        "",
        f"{rule.message} {' '.join(notes)}".strip(),
        "",
        f"- Why: {rule.why}",
        f"- Try: {rule.suggestion}",
        f"- Evidence: {_GRADES[rule.grade]}. {rule.source}",
        f"- Reads: {reads}",
        "- Fires on:",
        *(f"  - {_example(example)}" for example in rule.fires),
        "- Not on:",
        *(f"  - {_example(example)}" for example in rule.passes),
        "",
    ]
    return "\n".join(lines)


def every_page() -> str:
    """All rules in their order, under a heading for each group."""
    parts = [_HEAD, *(f"- {grade}\n" for grade in _GRADES.values()), "\n"]
    group = ""
    for rule in ALL_RULES:
        if rule.id[0] != group:
            group = rule.id[0]
            parts.append(f"## {_GROUPS[group]}\n\n")
        parts.append(page(rule) + "\n")
    return "".join(parts).rstrip("\n") + "\n"


def _example(example: object) -> str:
    if isinstance(example, Value):
        held = example.model_dump(mode="json", exclude_defaults=True)
        return f"{type(example).__name__.lower()} `{json.dumps(held, ensure_ascii=False)[:300]}`"
    return f"“{example}”"
