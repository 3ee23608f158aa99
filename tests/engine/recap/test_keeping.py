"""What the person says to each taking is kept, and nothing is asked or kept twice."""

from __future__ import annotations

from datetime import date

from makers import make_conversation, make_journey

from talktrack.engine.recap import keeping
from talktrack.engine.recap.takings import Takings
from talktrack.engine.recap.talk import day_in, talk_of
from talktrack.engine.story import Advice, Commitment, Journey, Note, Span

DAY = date(2026, 12, 3)
SPAN = Span(note="page", start=0, end=3)


def make_promise(**changes: object) -> Commitment:
    whole = {"id": "list", "conversation": "december", "action": "Send the list", "owner": "me", "source": SPAN}
    return Commitment.model_validate({**whole, **changes})


ADVICE = Advice(id="call", conversation="december", text="Call Ana", source=SPAN)
READ = Takings(commitments=(make_promise(),), advice=(ADVICE,))


def test_taken_as_read_it_is_there_and_still_asked_about() -> None:
    kept = keeping.as_read(Journey(), Journey(), "december", READ)
    assert kept.commitments == READ.commitments
    assert len(keeping.undecided(kept, READ)) == 2
    assert keeping.as_read(kept, kept, "december", READ) == kept


def test_an_edit_is_what_is_kept_and_a_word_is_asked_for_once() -> None:
    kept = keeping.kept(Journey(), "commitments", make_promise(action="Send both lists"), on=DAY)
    kept = keeping.dropped(kept, "advice", ADVICE, on=DAY)
    assert keeping.undecided(kept, READ) == ()
    again = keeping.as_read(kept, kept, "december", READ)
    assert [c.action for c in again.commitments] == ["Send both lists"]
    assert again.advice == ()


def test_better_notes_take_away_what_only_the_worse_ones_said() -> None:
    kept = keeping.as_read(Journey(), Journey(), "december", READ)
    kept = keeping.kept(kept, "advice", ADVICE, on=DAY)
    better = keeping.as_read(kept, kept, "december", Takings(commitments=(make_promise(id="other"),)))
    assert [c.id for c in better.commitments] == ["other"]
    assert better.advice == (ADVICE,)


def test_a_promise_that_was_acted_on_or_made_elsewhere_is_never_taken_away() -> None:
    done, other = make_promise(status="done"), make_promise(id="mine", source=None)
    kept = Journey(commitments=(done, other, make_promise(id="may", conversation="may")))
    assert keeping.as_read(kept, kept, "december", Takings()) == kept


def test_a_page_replaces_the_page_before_and_no_single_jotting() -> None:
    page, tapped = Note(id="page", conversation="december", text="a"), Note(id="tap", conversation="december",
                                                                            speaker="manager", text="b")  # fmt: skip
    other = Note(id="may", conversation="may", text="c")
    journey = Journey(notes=(page, tapped, other))
    new = page.model_copy(update={"id": "page-2", "text": "better"})
    assert keeping.with_notes(journey, "december", (new,)).notes == (tapped, other, new)


def test_the_day_in_the_first_line_is_that_of_the_talk() -> None:
    for heading in ("# Thu 3 Dec, small room, 10.00", "Thu 3/12 10:00", "3 December"):
        assert day_in(f"{heading}\nsee her tomorrow", DAY) == DAY
    assert day_in("Tue 8/12 15:00-15:40 video", DAY) == date(2026, 12, 8)
    assert day_in("notes of our talk", DAY) is None
    assert day_in("she asked about 4 May 2031", DAY) is None


def test_the_talk_is_the_one_of_that_day_then_the_next_then_the_last() -> None:
    old = make_conversation(id="old", state="held", at="2026-06-01T10:00:00")
    coming = make_conversation(id="coming", at="2026-12-03T10:00:00")
    far = make_conversation(id="far", at="2027-02-01T10:00:00")
    journey = make_journey(conversations=(old, coming, far))
    assert talk_of(journey, "", "1 Feb, again", DAY).id == "far"
    assert talk_of(journey, "", "no heading", DAY).id == "coming"
    over = make_journey(conversations=(old, make_conversation(id="just", state="held")))
    assert talk_of(over, "", "no heading", DAY).id == "just"
    assert talk_of(make_journey(), "", "3 Dec", DAY).id == "talk-2026-12-03"
    noted = make_journey(conversations=(old, coming), notes=(Note(id="n", conversation="old", text="She nodded."),))
    assert talk_of(noted, "", "She nodded. And more", DAY).id == "old"
