"""What is wrong with names, headings, ids and references, in a person's words."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from talktrack.engine.story import Journey
from talktrack.engine.story.value import LONGEST_TEXT, MOST_RECORDS
from talktrack.kit.text import slug

from .faults import Fault
from .records import nests
from .vocabulary import around, choices, either, form, head, names, noun, quote, subject

Told = tuple[str, str]
"""What is wrong, and what would be right."""

_MANAGER = 'A manager is one of the contacts: [[contacts]] with relation = "manager".'
_DUE = "The date by which something is done is target for a goal, and by for an action or an ask."
_MEANT = {"manager": _MANAGER, "boss": _MANAGER, "deadline": _DUE, "due": _DUE}
"""Names that people try first, where the nearest spelling would not help."""


def _unknown(fault: Fault) -> Told:
    key, model = names(fault.path)[-1], around(fault.path)[0]
    what = f"{quote(key)} is not a name that Talktrack knows here."
    known = list(model.model_fields)
    near = get_close_matches(key[:80].lower().replace(" ", "_").replace("-", "_"), known, n=1, cutoff=0.7)
    elsewhere = [name for name, (inner, _) in nests(model).items() if key in inner.model_fields]
    if near:
        return what, f"Did you mean {near[0]}?"
    if key in _MEANT:
        return what, _MEANT[key]
    if elsewhere:
        return what, f"It belongs under {head((*names(fault.path[:-1]), elsewhere[0]))}."
    if len(fault.path) == 1:
        return what, "Everything but sentence stands under a heading, such as [person] or [[goals]]."
    return what, f"Known here: {', '.join(known)}."


def _missing(fault: Fault) -> Told:
    key, words = names(fault.path)[-1], choices(around(fault.path)[1])
    what = f"{key} is {'empty' if fault.found == '' else 'missing'}."
    return what, f"It can be {either(words)}." if words else f'It has to say something: {key} = "…"'


def _too_many(fault: Fault) -> Told:
    key = names(fault.path)[-1]
    if isinstance(fault.found, str):
        return (
            f"{key} holds {len(fault.found):,} characters, and a field holds at most {LONGEST_TEXT:,}.",
            "Keep the document beside this file, and write down here what matters of it.",
        )
    return (
        f"There are {len(fault.found):,} {key.replace('_', ' ')}, and a journey holds at most {MOST_RECORDS:,}.",
        "Keep those that matter for the next conversations.",
    )


def _listed(fault: Fault) -> Told:
    key = names(fault.path)[-1]
    if key in nests(around(fault.path)[0]):
        return f"{key} is a list with a part for each {noun(key)}.", f"Head each of them {head(names(fault.path))}."
    return f"{key} is {form(fault.found)}, and a list belongs here.", f'Write {key} = ["…", "…"]'


def _table(fault: Fault) -> Told:
    if not fault.path:
        return "This is not a journey.", ""
    key, above = fault.path[-1], head(names(fault.path))
    if isinstance(fault.found, list) and isinstance(key, str):
        return f"There is only one {key}.", f"Head it {above}, in single brackets."
    return (
        f"{subject(fault.path)} is {form(fault.found)}, and it has fields of its own.",
        f"Write them below {above}.",
    )


def _same_id(fault: Fault) -> Told:
    what = noun(names(fault.path[:-1])[-1])
    return f"The id {quote(fault.found)} belongs to another {what}.", "Give this one an id of its own."


def _nobody(fault: Fault) -> Told:
    kind, known = fault.context["kind"], fault.context["known"]
    if kind not in nests(Journey):
        return f"{quote(fault.found)} is no record.", 'Write its kind and its id: "goals/nordic".'
    what = f"No {noun(kind)} is called {quote(fault.found)}."
    called = slug(str(fault.found)[:200])
    near = get_close_matches(called, list(known), n=1, cutoff=0.5)
    ids = sorted(set(known.values()))
    if near:
        return what, f'Did you mean "{known[near[0]]}"?'
    if ids:
        return what, f"Those there are: {', '.join(ids[:8])}{' …' if len(ids) > 8 else ''}."
    return what, f'Add one: [[{kind}]] with id = "{called}"'


TELL: dict[str, Callable[[Fault], Told]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "too_long": _too_many,
    "string_too_long": _too_many,
    "tuple_type": _listed,
    "model_type": _table,
    "model_attributes_type": _table,
    "same_id": _same_id,
    "no_such_record": _nobody,
}
"""By kind of fault."""
