"""Any journey at all, for property tests: made from the fields of the story, so that a new one is covered at once."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from pydantic import ValidationError

from talktrack.engine.story import Id, Journey, Month, Number, Value, When, Words, Zone

_words = st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(
    ["", "日本語の目標", "emoji 🙂", "two\nlines", "NUL \x00 in it", 'quotes " and \\', "é as e\u0301", "<b>&amp;"]
)
_ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
_days = st.dates().map(lambda day: day.isoformat())
_known: dict[Any, st.SearchStrategy[Any]] = {
    Words: _words,
    Id: _ids,
    When: st.just("") | _days | _days.map(lambda day: day[:7]) | _days.map(lambda day: day[:4]),
    Month: st.just("") | _days.map(lambda day: day[:7]),
    Zone: st.sampled_from(["", "Europe/London", "Asia/Tokyo"]),
    Number: st.decimals(-(10**12), 10**12, places=4) | st.integers(-(10**9), 10**9).map(Decimal),
    str: st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
    int: st.integers(-(2**40), 2**40),
    float: st.floats(0, 1),
    bool: st.booleans(),
    datetime: st.datetimes(),
    NoneType: st.none(),
}


def journeys() -> st.SearchStrategy[Journey]:
    """Journeys with a few records of any nouns, in which no two of one list share an id."""
    return values(Journey)


@cache
def values(model: type[Value]) -> st.SearchStrategy[Any]:
    """Valid values of one noun."""
    hints = get_type_hints(model, include_extras=True)
    fields = {name: _of(hints[name]) for name in model.model_fields}
    needed = {name: strategy for name, strategy in fields.items() if model.model_fields[name].is_required()}
    rest = {name: strategy for name, strategy in fields.items() if name not in needed}
    made = st.fixed_dictionaries(needed, optional=rest).map(lambda found: _valid(model, found))
    return made.filter(lambda value: value is not None)


def _valid(model: type[Value], fields: dict[str, Any]) -> Value | None:
    try:
        return model.model_validate(fields)
    except ValidationError:  # a number outside the bounds of its field, words where some must stand
        return None


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _known:
        return _known[hint]
    if isinstance(hint, type) and issubclass(hint, Value):
        return values(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin in (Union, UnionType):
        return st.one_of(*map(_of, parts))
    if origin is tuple:
        inside = parts[0]
        unique = (lambda value: value.id) if "id" in getattr(inside, "model_fields", ()) else None
        return st.lists(_of(inside), max_size=3, unique_by=unique).map(tuple)
    bounds = next((m for m in getattr(hint, "__metadata__", ()) if getattr(m, "metadata", None)), None)
    if parts and parts[0] is int and bounds:
        low = next((m.ge for m in bounds.metadata if hasattr(m, "ge")), -100)
        high = next((m.le for m in bounds.metadata if hasattr(m, "le")), 100)
        return st.integers(low, high)
    return _of(parts[0])  # an annotation around something known
