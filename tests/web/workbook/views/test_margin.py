"""The margin: what is tried, what is used, and where a note leads."""

from __future__ import annotations

import pytest

from talktrack.kit.checks import Finding
from talktrack.web.workbook.queries.margin import Advice
from talktrack.web.workbook.views import margin


def advice(
    suggestion: str = "Try: “I ___ it”.", *, span: tuple[int, int] = (0, 4), field: str = "did", **more: object
):
    finding = Finding("A4", "accomplishments/x", field, span, "Message.", "Why it matters.", suggestion, "C", **more)
    return Advice(finding, "Begins with a duty", "Practice")


@pytest.mark.parametrize(
    ("suggestion", "wording"),
    [
        ("Begin with what you did: “I ___ the forum”.", "I ___ the forum"),
        ("“Plan the weeks, by ___.” Roughly is fine.", "Plan the weeks, by ___."),
        ("Link it to a need, such as “Keep gear”; or name it: “Calmed it, because ___”.", "Calmed it, because ___"),
        ("“Plan the weeks myself.”", "Plan the weeks myself."),
        ("Look up “the number” and mark it.", ""),
        ("Leave it out.", ""),
    ],
)
def test_the_wording_of_a_suggestion(suggestion, wording):
    assert margin.tried(suggestion) == wording


def test_a_note_without_a_wording_says_what_to_do_instead():
    (note,) = margin.notes((advice("Look it up."),), form="/evidence/x/")
    assert note.tries == ()
    assert note.why == "Why it matters. Look it up."
    assert note.use.url == "#id_did"


def test_what_is_used_takes_the_place_of_what_it_rewrites_and_loses_nothing():
    text = "Helped with onboarding"
    whole = advice("“Helped with onboarding, from ___ to ___”", span=(0, len(text)))
    assert margin.used(text, whole, 0) == "Helped with onboarding, from ___ to ___"
    assert margin.used(text, advice(span=(0, 6)), 0) == f"{text}\nI ___ it"


def test_waves_stand_under_what_a_note_is_about_in_each_field():
    runs = margin.waves(
        "One. Two.", (advice(span=(0, 3)), advice(span=(0, 3), field="result")), {"did": 0, "result": 5}
    )
    assert [(r.text, r.number) for r in runs if r.kind == "find"] == [("One", "1"), ("Two", "2")]


def test_what_holds_files_back_is_confirmed_and_not_dismissed():
    (note,) = margin.notes((advice(blocks=True),))
    assert note.dismiss.text == "It is right as it is"
