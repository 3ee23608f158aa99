"""Where each kind of record can be looked at, and what it is called."""

from __future__ import annotations

KINDS: dict[str, tuple[str, str, bool]] = {
    # kind: what one is called, where it lies, whether each has a page of its own
    "sentence": ("Your sentence", "/start/", False),
    "person": ("You", "/you/", False),
    "answers": ("Reflection", "/reflect/", True),
    "vision": ("Vision", "/reflect/vision/", False),
    "accomplishments": ("Evidence", "/evidence/", True),
    "skills": ("Skill", "/more/skills/", True),
    "wants": ("Want", "/more/wants/", True),
    "learning": ("Learning", "/more/learning/", True),
    "pay": ("Pay", "/you/pay/", False),
    "statements": ("They say", "/organisation/", True),
    "opportunity_facts": ("Opportunity", "/more/facts/", True),
    "framework": ("Ladder", "/paths/", False),
    "contacts": ("Person", "/paths/people/", True),
    "interviews": ("What somebody said", "/paths/said/", True),
    "paths": ("Path", "/paths/", True),
    "goals": ("Goal", "/goals/", True),
    "links": ("Link", "/alignment/", False),
    "lenses": ("The other side", "/prepare/", False),
    "conversations": ("Conversation", "/prepare/", True),
    "notes": ("Note of the talk", "/recap/of/notes/", True),
    "advice": ("Advice", "/recap/of/advice/", True),
    "feedback": ("Feedback", "/recap/of/feedback/", True),
    "agreements": ("Agreement", "/recap/of/agreements/", True),
    "reactions": ("Reaction", "/follow-through/reactions/", True),
    "open_questions": ("Open question", "/recap/of/open_questions/", True),
    "commitments": ("Promise", "/follow-through/promises/", True),
    "check_ins": ("Check-in", "/follow-through/check-ins/", True),
    "reviews": ("A look ahead", "/follow-through/viability/", False),
    "snapshots": ("Sealed copy", "/follow-through/", False),
    "decisions": ("Your word", "/today/", False),
}


def called(kind: str) -> str:
    """What one record of that kind is called."""
    return KINDS[kind][0]


def url_of(reference: str) -> str:
    """Where a record lies: "goals/nordic/actions/course" leads to the goal; "" for a kind that is not known."""
    kind, _, rest = reference.partition("/")
    name = rest.split("/")[0]
    if kind not in KINDS:
        return ""
    _, home, own = KINDS[kind]
    return f"{home}{name}/" if own and name else home
