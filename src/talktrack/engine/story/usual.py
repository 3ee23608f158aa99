"""Which fields a plan and a recap usually share: what the owner is offered, and may take away from or add to."""

from __future__ import annotations

from .journey import Journey, manager
from .seal import values
from .share import OUTCOME, PAY, sendable

_PLAN = {
    "person": "name role organisation",
    "vision": "one_year three_years five_years",
    "goals": """what target horizon interest leads_to serves benefit skills experiences exposure mentors progress
        learning_goal""",
    "goals/actions": "what kind by support done_test status",
    "wants": "kind what problem serves benefit",
    "learning": "what kind status date cost share",
    "statements": "kind quote source date owner skills window",
    "links": "record statement state",
    "contacts": "name",
    "pay": "case ask discuss life share_life",
}
_RECAP = {
    "person": "name",
    "contacts": "name relation pronoun timezone",
    "conversations": "contact state at timezone",
    "goals": "what target",
    "agreements": "conversation goal state words condition review_on",
    "commitments": "conversation action owner due done_test status goal advice",
    "check_ins": "conversation on about at timezone minutes",
    "advice": "conversation text decision",
    "feedback": "conversation text category situation behaviour impact better",
    "open_questions": "conversation text",
}


def plan_fields(journey: Journey) -> tuple[str, ...]:
    """What a plan shows: the vision, the goals with their actions, and the needs that they serve."""
    return _filled(journey, _PLAN)


def recap_fields(journey: Journey, conversation: str) -> tuple[str, ...]:
    """What a recap of that conversation tells: what came of it, on which goals, and who was meant.

    Advice that the person declined is left out.
    """
    of = {f"conversations/{conversation}"}
    goals: set[str] = set()
    other = manager(journey)
    people = {f"contacts/{c.contact or (other and other.id)}" for c in journey.conversations if c.id == conversation}
    for name in OUTCOME:
        for record in getattr(journey, name):
            if record.conversation == conversation and getattr(record, "decision", "") != "decline":
                of.add(f"{name}/{record.id}")
                goals.add(f"goals/{getattr(record, 'goal', None)}")
                people.add(f"contacts/{getattr(record, 'owner', None)}")
    told = {word for path, value in values(journey) if path.rpartition(".")[0] in of for word in str(value).split()}
    told = {word.strip(",.;:!?()\"'“”").removesuffix("'s").removesuffix("’s") for word in told}
    people |= {f"contacts/{c.id}" for c in journey.contacts if c.name.split()[:1] and c.name.split()[0] in told}
    wanted = of | goals | people | {"person"}
    pay = ("pay.discuss",) if f"goals/{PAY}" in goals and journey.pay.discuss else ()
    return (*(path for path in _filled(journey, _RECAP) if path.rpartition(".")[0] in wanted), *pay)


def _filled(journey: Journey, chosen: dict[str, str]) -> tuple[str, ...]:
    """The chosen fields that hold something, of the records that may be shared."""
    names = {kind: frozenset(fields.split()) for kind, fields in chosen.items()}
    return tuple(
        path
        for path, value in values(sendable(journey))
        if value not in ("", (), None) and (at := path.rpartition("."))[2] in names.get(_kind(at[0]), ())
    )


def _kind(record: str) -> str:
    """ "goals/denmark/actions/course" gives "goals/actions"; the two ends of a link are its name."""
    first, *rest = record.split("/")
    return first if first == "links" else "/".join([first, *rest[1::2]])
