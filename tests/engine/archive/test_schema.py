"""The schema says what a file can hold, in the words that stand beside the fields."""

import json
import re
import tomllib

from makers import EXAMPLES

from talktrack.engine import archive
from talktrack.engine.archive.vocabulary import FIELDS


def parts() -> dict:
    return archive.schema()["definitions"]


def test_every_part_and_field_is_there_and_described():
    made = archive.schema()
    known = {name for part in (made, *made["definitions"].values()) for name in part["properties"]}
    assert known == set(FIELDS)
    assert all(part["description"] for part in made["definitions"].values())


def test_the_words_beside_a_field_are_its_description():
    assert parts()["Goal"]["properties"]["target"]["description"].startswith("The month by which")
    assert parts()["Goal"]["properties"]["benefit"]["description"].startswith("Why the organisation gains")


def test_ids_may_be_absent_and_references_may_be_words():
    assert all("id" not in part["required"] for part in parts().values())
    assert "pattern" not in parts()["Lens"]["properties"]["contact"]
    assert parts()["Goal"]["required"] == ["what"]


def test_dates_have_their_form():
    assert re.search(parts()["Goal"]["properties"]["target"]["pattern"], "2027-08")
    assert not re.search(parts()["Goal"]["properties"]["target"]["pattern"], "2027")
    assert "integer" in parts()["Person"]["properties"]["started"]["type"]


def test_it_is_plain_draft_7_that_editors_read():
    text = json.dumps(archive.schema())
    assert archive.schema()["$schema"].endswith("draft-07/schema#")
    assert set(re.findall(r'"\$ref": "#/definitions/(\w+)"', text)) <= set(parts())
    assert '"null"' not in text
    assert '"format"' not in text


def _fits(value: object, part: dict, whole: dict) -> bool:
    """Whether the value passes the few words of JSON Schema that ours uses."""
    for inner in part.get("allOf", []):
        part = {**part, **inner}
    if "$ref" in part:
        part = whole["definitions"][part["$ref"].rsplit("/", 1)[1]]
    kinds = {"string": str, "number": (int, float), "integer": int, "boolean": bool, "array": list, "object": dict}
    asked = part.get("type", [])
    shown = value.isoformat() if hasattr(value, "isoformat") else value
    if asked and not any(isinstance(shown, kinds[kind]) for kind in ([asked] if isinstance(asked, str) else asked)):
        return False
    if isinstance(shown, str):
        return bool(re.search(part.get("pattern", ""), shown)) and shown in part.get("enum", [shown])
    if isinstance(shown, list):
        return all(_fits(item, part["items"], whole) for item in shown)
    if isinstance(shown, dict):
        known = part["properties"]
        return set(part["required"]) <= set(shown) and all(
            name in known and _fits(inner, known[name], whole) for name, inner in shown.items()
        )
    return True


def test_the_examples_pass_it_and_slips_do_not():
    whole = archive.schema()
    for path in sorted(EXAMPLES.glob("*.toml")):
        assert _fits(tomllib.loads(path.read_text("utf-8")), whole, whole), path.name
    for slip in ({"sentense": "x"}, {"person": {"ladder": "no"}}, {"goals": [{}]}, {"goals": {"what": "x"}}):
        assert not _fits(slip, whole, whole), slip
