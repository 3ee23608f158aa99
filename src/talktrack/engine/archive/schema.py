"""The JSON Schema of the TOML file, for editors: completion, checks while typing, and what each field is for.

Draft 7, which the TOML plug-ins of editors read. The words are those that stand beside the fields in `story`.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from typing import Any

from pydantic.fields import FieldInfo

from talktrack.engine.story import Journey, Value
from talktrack.engine.story.references import REFERENCES
from talktrack.engine.story.value import DATE_FORM, MONTH_FORM

from .records import nests

_OPENING = (
    "One person's journey to one career conversation. Every field may stay empty. A record needs no id; "
    "give it one to point at it from elsewhere."
)


def schema() -> dict[str, Any]:
    """The schema as JSON values. A little stricter than `parse` about forms; references are beyond it."""
    made = Journey.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs")
    for model in _models(Journey):
        _explain(made if model is Journey else definitions[model.__name__], model)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A journey in Talktrack",
        **made,
        "description": _OPENING,
        "definitions": definitions,
    }


def _models(model: type[Value]) -> set[type[Value]]:
    return {model}.union(*(_models(inner) for inner, _ in nests(model).values()))


def _explain(part: dict[str, Any], model: type[Value]) -> None:
    """The part of one noun: ids may be absent, and every field says what it is for."""
    part.pop("title", None)
    part["description"] = _plain(model.__doc__ or "")
    part["required"] = [name for name in part.pop("required", ()) if name != "id"]
    words, inner = _field_words(model), nests(model)
    for name, field in part["properties"].items():
        said = words.get(name) or (_plain(inner[name][0].__doc__ or "") if name in inner else "")
        made = _as_written(field, name in REFERENCES.get(model, {})) | _dated(model.model_fields[name])
        part["properties"][name] = {**made, "description": said} if said else made


def _as_written(field: dict[str, Any], reference: bool) -> dict[str, Any]:
    """The form of one field as it is written in TOML, which has no null."""
    kinds = [kind for kind in field.get("anyOf", [field]) if kind.get("type") != "null"]
    kind = next((k for k in kinds if k.get("type") in ("number", "integer")), kinds[0])
    made = {name: value for name, value in kind.items() if name not in ("title", "default")}
    if field.get("default") not in (None, "", []) and not isinstance(field["default"], dict):
        made["default"] = field["default"]
    made.pop("format", None)  # editors take a time without its zone for none
    if reference:  # the words of a record do as well as its id
        made.pop("pattern", None)
        made.get("items", {}).pop("pattern", None)
    if "$ref" in made:  # in draft 7 a reference silences its neighbours
        made = {"allOf": [{"$ref": made.pop("$ref")}], **made}
    return made


def _dated(field: FieldInfo) -> dict[str, Any]:
    """The forms of a date, which pydantic leaves out of a schema."""
    forms = {getattr(mark, "pattern", None) for mark in field.metadata}
    if MONTH_FORM in forms:
        return {"pattern": MONTH_FORM}
    return {"type": ["string", "integer"], "pattern": DATE_FORM} if DATE_FORM in forms else {}


def _field_words(model: type[Value]) -> dict[str, str]:
    """Field → the text that stands below it in the source of the noun."""
    found = {"id": "The name by which other records point at this one. Left out, it is made of the record's words."}
    noun = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    for above, below in itertools.pairwise(noun.body if isinstance(noun, ast.ClassDef) else ()):
        match above, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = _plain(words)
    return found


def _plain(words: str) -> str:
    return inspect.cleandoc(words).replace("`", "").replace("\n", " ")
