"""Out of one's own notes: what each side promised, agreed, advised; each with its place (R44–R50)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bench.notes import KINDS as MARKED
from bench.notes import PAGES, judged, pages, scored
from talktrack.engine.archive import read
from talktrack.engine.recap.notes import notes_from
from talktrack.engine.recap.takings import KINDS, Takings, dismissed, not_discussed, take, unread, waiting
from talktrack.engine.story import Decision, Journey
from talktrack.kit.similarity import offline

EXAMPLES = Path(__file__).parents[3] / "examples"
DAY = date(2026, 12, 3)


def make_journey(*notes: str | dict[str, str], **changes: object) -> Journey:
    made = [n if isinstance(n, dict) else {"text": n} for n in notes]
    return Journey.model_validate(
        {
            "person": {"name": "Nathan Brooks", "timezone": "Europe/London"},
            "contacts": [
                {"id": "jocelyn", "name": "Jocelyn Adeyemi", "relation": "manager", "pronoun": "she",
                 "timezone": "America/Toronto"},
                {"id": "ingrid", "name": "Ingrid Solberg"},
            ],
            "goals": [{"id": "denmark", "what": "Run the Danish launch"}, {"id": "team", "what": "Lead a team"}],
            "conversations": [
                {"id": "december", "contact": "jocelyn", "at": "2026-12-03T10:00", "timezone": "Europe/London"}
            ],
            "notes": [{"id": f"n{i}", "conversation": "december", **note} for i, note in enumerate(made)],
            **changes,
        }
    )  # fmt: skip


def taken(*notes: str | dict[str, str]) -> Takings:
    return take(make_journey(*notes), "december", DAY)


def example(name: str) -> Journey:
    notes = notes_from((EXAMPLES / f"{name}-notes.md").read_text("utf-8"), "december")
    return read(EXAMPLES / f"{name}.toml").model_copy(update={"notes": notes})


def test_the_notes_of_the_example_say_who_does_what_by_when() -> None:
    found = take(example("nathan"), "december", DAY)
    steps = {(c.action, c.owner, c.due) for c in found.commitments}
    assert ("Ask Ingrid about the seat", "jocelyn", "2026-12-11") in steps
    assert ("Send Jocelyn the hand-over list for the daily posting", "me", "2026-12-11") in steps
    assert ("Let me know (finance course)", "jocelyn", "2026-12-18") in steps
    states = {(a.goal, a.state, a.condition, a.review_on) for a in found.agreements}
    assert ("denmark", "conditional", "Sofia takes over Tue and Thu posts", "2027-01-31") in states
    assert ("denmark", "agreed", "", "") in states
    assert [a.text for a in found.advice] == [
        "Write to the founders once a month, one page, don't wait until they ask",
        "Talk to Dele about how he got his budget",
        "Don't call it a promotion yet",
    ]
    assert [(k.on, str(k.at), k.timezone) for k in found.check_ins] == [
        ("2027-02-02", "2027-02-02 10:00:00", "Europe/London")
    ]
    assert [q.text for q in found.open_questions] == ["Who covers the comments while I travel?"]


def test_feedback_is_told_as_situation_behaviour_impact_and_better() -> None:
    [card] = [f for f in take(example("megan"), "december", DAY).feedback if "hard on people" in f.text]
    assert card.situation.startswith("The Tuesday in November")
    assert card.behaviour == "I read his promise out loud"
    assert card.impact.startswith("The lad stopped bringing orders")
    assert card.better == "Should have taken him aside"
    assert card.category == "interpersonal"


@pytest.mark.parametrize("name", ["nathan", "emily", "megan"])
def test_every_word_of_a_taking_stands_in_the_notes(name: str) -> None:
    """Evidence-locked: beside the names of the two and a few frame words nothing is added."""
    journey = example(name)
    texts = {note.id: note.text for note in journey.notes}
    written = set(re.findall(r"\w+", " ".join(texts.values()).lower()))
    frame = {"don", "t", *re.findall(r"\w+", " ".join(c.name for c in journey.contacts).lower())}
    for kind, record in take(journey, "december", DAY):
        source = record.source
        assert source is not None, kind
        assert texts[source.note][source.start : source.end].strip(), kind
        for field in ("text", "action", "words", "condition", "act", "about", "better", "situation", "impact"):
            assert set(re.findall(r"\w+", getattr(record, field, "").lower())) <= written | frame


def test_ids_stay_when_the_notes_are_read_again_or_edited_elsewhere() -> None:
    first = {(kind, record.id) for kind, record in taken("J asks Ingrid about the seat by Friday")}
    later = taken("Good coffee today.\n\nJ asks Ingrid about the seat by Friday\nI send her the list by Monday")
    assert first
    assert first <= {(kind, record.id) for kind, record in later}


def test_the_same_words_twice_are_two_takings_with_two_ids() -> None:
    found = taken("ADVICE\n- write to the founders\n\nADVICE\n- write to the founders").advice
    assert len({a.id for a in found}) == 2


def test_due_days_count_from_the_talk_and_not_from_today() -> None:
    [step] = take(make_journey("J sends me the plan by Friday"), "december", date(2027, 5, 1)).commitments
    assert step.due == "2026-12-04"


def test_silence_is_no_agreement_and_is_listed() -> None:
    """R32."""
    journey = make_journey("We talked about the weather.")
    assert take(journey, "december", DAY).agreements == ()
    assert not_discussed(journey, "december") == ("Run the Danish launch", "Lead a team")
    assert not_discussed(make_journey("# Danish launch\n- yes, from January"), "december") == ("Lead a team",)
    assert "Lead a team" in not_discussed(make_journey("leading a team: not talked about, no time"), "december")


@pytest.mark.parametrize(
    ("line", "state", "condition"),
    [
        ("Danish launch: she agrees", "agreed", ""),
        ("Danish launch: yes if Sofia covers the posts", "conditional", "Sofia covers the posts"),
        ("Danish launch: not this year", "disagreed", ""),
        ("Danish launch - J wants to see the budget first", "conditional", "Wants to see the budget first"),
    ],
)
def test_yes_no_and_yes_if(line: str, state: str, condition: str) -> None:
    [found] = taken(f"We met.\n\n{line}").agreements
    assert (found.goal, found.state, found.condition) == ("denmark", state, condition)


@pytest.mark.parametrize(
    "line",
    [
        "J sent the list last week",
        "I would love to run a country one day",
        "Will she ever answer?",
        "If I win the lottery I'll buy her a car",
        "Ingrid always sends the reports on Fridays",
        "on the tram: felt good, she'll help me I think",
        'asked whether she supports me. she said "let\'s see"',
        "everybody should read that book",
    ],
)
def test_what_is_past_wished_joked_or_usual_is_nobodys_taking(line: str) -> None:
    found = taken(f"We met.\n\n{line}")
    assert [kind for kind, _ in found if kind not in ("reactions", "open_questions")] == []


def test_what_was_seen_is_an_act_and_never_a_reading() -> None:
    [act] = taken("We met.\n\nJ closed the laptop. good sign, she likes me").reactions
    assert (act.act, act.my_reading, act.reading) == ("J closed the laptop", "", "")


def test_a_tap_is_enough_for_half_a_sentence() -> None:
    found = taken(
        {"kind": "promise", "speaker": "manager", "text": "tells Ingrid, by 11 Dec"},
        {"kind": "promise", "speaker": "me", "text": "list"},
        {"kind": "advice", "speaker": "manager", "text": "Ingrid first"},
        {"kind": "agreement", "speaker": "manager", "text": "launch, if budget"},
        {"kind": "reaction", "text": "frowned"},
    )
    assert [(c.owner, c.due) for c in found.commitments] == [("jocelyn", "2026-12-11"), ("me", "")]
    assert [a.text for a in found.advice] == ["Ingrid first"]
    assert [(a.state, a.condition) for a in found.agreements] == [("conditional", "Budget")]
    assert [r.act for r in found.reactions] == ["Frowned"]


def test_the_next_talk_has_day_time_length_and_clock() -> None:
    [met] = taken("We met.\n\nnext talk: 20 min on 19 Jan, 3 pm her time").check_ins
    assert (met.on, str(met.at), met.minutes, met.timezone) == (
        "2027-01-19", "2027-01-19 15:00:00", 20, "America/Toronto"
    )  # fmt: skip


def test_what_was_kept_or_dismissed_waits_no_more() -> None:
    journey = make_journey("J sends me the plan by Friday\nI send her the list by Monday")
    proposed = take(journey, "december", DAY)
    kept, refused = proposed.commitments
    decided = journey.model_copy(
        update={
            "commitments": (kept,),
            "decisions": (Decision(about="taking", record=f"commitments/{refused.id}", verdict="dismissed"),),
        }
    )
    assert len(waiting(journey, proposed)) == 2
    assert waiting(decided, proposed) == ()
    assert dismissed(decided) == {f"commitments/{refused.id}"}


def left(journey: Journey) -> list[str]:
    notes = {note.id: note.text for note in journey.notes}
    spans = unread(journey, "december", take(journey, "december", DAY))
    return [notes[s.note][s.start : s.end] for s in spans]


def test_lines_that_nothing_was_read_from_are_told_as_they_stand() -> None:
    journey = make_journey(
        "Talk with J\n\n## Denmark\n\n- me: asked who built it -> told her, Dele's team\n"
        "- J asks Ingrid about the seat by Friday\n\nBEGIN\n"
        "  * rain all day\n\n---\nshe laughed at the plan, and then",
        {"text": "the canteen was full"},
        {"text": "another day", "conversation": "may"},
    )
    assert left(journey)[0] == "me: asked who built it -> told her, Dele's team"
    assert left(journey)[-1] == "the canteen was full"
    assert "rain all day" in left(journey)
    assert not {"", "Talk with J", "## Denmark", "BEGIN", "---", "another day"} & set(left(journey))
    assert not any("Ingrid" in line for line in left(journey))


def test_what_tells_more_of_a_piece_of_feedback_was_read() -> None:
    found = left(example("nathan"))
    assert "asked who built the triggers -> told her, Dele's team" in found
    assert not any("price thread" in line or "within the hour" in line for line in found)
    rows = example("nathan").notes[0].text.splitlines()
    places = [next(i for i, row in enumerate(rows) if line in row) for line in found]
    assert places == sorted(places)


def test_notes_of_other_talks_are_left_alone() -> None:
    journey = make_journey({"text": "J sends me the plan by Friday", "conversation": "may"})
    assert list(take(journey, "december", DAY)) == []


def test_the_marked_pages_are_read_as_marked() -> None:
    """M6, on the pages that were tuned on; `bench/notes.py` states those kept apart as well."""
    held = scored(pages(PAGES))
    assert held.precision(*MARKED) >= 0.95
    assert held.recall(*MARKED) >= 0.90


def test_pages_that_nobody_tuned_on_are_read_about_as_well_as_is_said() -> None:
    """M6, on the pages kept for judging; a little below what `python -m bench notes` states."""
    held = scored(judged(), lambda: offline(threads=1))
    assert held.precision(*MARKED) >= 0.87
    assert held.recall(*MARKED) >= 0.76


def test_the_marked_samples_are_the_samples() -> None:
    for page in pages(PAGES / "samples"):
        assert page.journey.notes[0].text == (EXAMPLES / f"{page.name}-notes.md").read_text("utf-8").strip()


def test_single_lines_are_read_as_marked() -> None:
    letters = dict(zip(KINDS, ("c", "g", "f", "a", "k", "", ""), strict=True))
    rows = [row.split("\t") for row in (PAGES / "lines.tsv").read_text("utf-8").splitlines() if row[:1] != "#"]
    people = {
        "contacts": [
            {"id": "ruth", "name": "Ruth Adler", "relation": "manager", "pronoun": "she"},
            {"id": "ben", "name": "Ben Ode"},
            {"id": "mia", "name": "Mia Falk"},
        ],
        "conversations": [{"id": "december", "contact": "ruth", "at": "2026-12-03T10:00"}],
    }
    right = 0
    for kind, text in rows:
        found = take(make_journey(f"We sat in her office.\n\n{text}", **people), "december", DAY)
        got = {letters[name] for name, _ in found} - {""}
        right += not got if kind == "-" else bool(got and got <= set(kind))
    assert right >= 0.9 * len(rows)
