"""What commands keep beside the file: laid over it, written all or nothing, never lost."""

import multiprocessing
import os
from pathlib import Path

import pytest

from talktrack.engine import archive
from talktrack.engine.story import Commitment, Decision, Journey, Link
from talktrack.kit.errors import UserError

FILE = '[[goals]]\nid = "nordic"\nwhat = "Lead the launch"\n[[commitments]]\nid = "intro"\naction = "Introduce me"\n'


def make_file(folder: Path) -> Path:
    path = folder / "me.toml"
    path.write_text(FILE)
    return path


def make_decision(**changes: str) -> Decision:
    return Decision(**{"about": "A3", "record": "accomplishments/welcome", "verdict": "dismissed", **changes})


def test_it_lies_beside_the_file():
    assert archive.sidecar_path(Path("a/me.toml")) == Path("a/me.talktrack.json")
    assert archive.sidecar_path(Path("a/me.v2")) == Path("a/me.v2.talktrack.json")


def test_nothing_is_kept_at_first_and_reading_makes_no_file(tmp_path):
    path = make_file(tmp_path)
    assert archive.recall(path) == Journey()
    archive.read(path)
    assert [p.name for p in tmp_path.iterdir()] == ["me.toml"]


def test_what_is_remembered_is_laid_over_the_file_and_the_file_is_not_touched(tmp_path):
    path = make_file(tmp_path)
    before = path.stat()
    archive.remember(path, decisions=(make_decision(),))
    archive.remember(path, commitments=(Commitment(id="intro", action="Introduce me", status="done"),))
    archive.remember(path, commitments=(Commitment(id="date", action="Name a date"),))
    journey = archive.read(path)
    assert journey.decisions == (make_decision(),)
    assert [(c.id, c.status) for c in journey.commitments] == [("intro", "done"), ("date", "open")]
    assert path.read_text() == FILE
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_later_decision_takes_the_place_of_an_earlier_one(tmp_path):
    path = make_file(tmp_path)
    archive.remember(path, decisions=(make_decision(reason="no"), make_decision(about="A4")))
    archive.remember(path, decisions=(make_decision(verdict="confirmed"),))
    assert [(d.about, d.verdict) for d in archive.recall(path).decisions] == [
        ("A3", "confirmed"),
        ("A4", "dismissed"),
    ]


def test_a_link_is_the_same_one_where_it_joins_the_same_two(tmp_path):
    path = make_file(tmp_path)
    for state in ("proposed", "confirmed"):
        archive.remember(path, links=(Link(record="goals/nordic", statement="growth", state=state),))
    assert [link.state for link in archive.read(path).links] == ["confirmed"]


def test_change_takes_away_too(tmp_path):
    path = make_file(tmp_path)
    archive.remember(path, decisions=(make_decision(),))
    archive.change(path, lambda kept: kept.model_copy(update={"decisions": ()}))
    assert archive.read(path).decisions == ()


def test_too_many_together_are_told(tmp_path):
    path = make_file(tmp_path)
    path.write_text("".join(f"[[commitments]]\naction = 'a{n}'\n" for n in range(1_999)))
    archive.remember(path, commitments=tuple(Commitment(id=f"b{n}", action="x") for n in range(5)))
    with pytest.raises(UserError, match="with what is kept beside it, holds one thing") as told:
        archive.read(path)
    assert "2,004 commitments" in told.value.problems[0].what


def test_only_its_owner_can_read_it(tmp_path):
    path = make_file(tmp_path)
    archive.remember(path, decisions=(make_decision(),))
    assert archive.sidecar_path(path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": "talktrack journey", "version": 9}', "\0\0"])
def test_a_damaged_one_is_told_and_never_lost(tmp_path, damage):
    path = make_file(tmp_path)
    kept = archive.sidecar_path(path)
    kept.write_text(damage)
    for use in (archive.read, archive.recall, lambda p: archive.remember(p, decisions=(make_decision(),))):
        with pytest.raises(UserError) as told:
            use(path)
        assert "me.talktrack.json" in str(told.value)
        assert "backup" in str(told.value)
    assert kept.read_text() == damage


def test_a_failed_write_leaves_what_was_there(tmp_path):
    path = make_file(tmp_path)
    archive.remember(path, decisions=(make_decision(),))
    before = archive.sidecar_path(path).read_bytes()

    def stopped(kept: Journey) -> Journey:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.change(path, stopped)
    assert archive.sidecar_path(path).read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def _write(path: Path, writer: int) -> None:
    for number in range(10):
        archive.remember(path, decisions=(make_decision(record=f"goals/w{writer}-{number}"),))


def test_writers_at_the_same_time_lose_nothing_of_each_other(tmp_path):
    path = make_file(tmp_path)
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=_write, args=(path, number)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    assert len(archive.recall(path).decisions) == 40


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path):
    path = make_file(tmp_path)
    archive.remember(path, decisions=(make_decision(),))
    fork = multiprocessing.get_context("fork")
    for _ in range(20):
        writer = fork.Process(target=_write, args=(path, 0))
        writer.start()
        writer.join(timeout=int.from_bytes(os.urandom(1)) / 5_000)
        writer.kill()
        writer.join()
        assert make_decision() in archive.recall(path).decisions


TALK = '[[conversations]]\nid = "december"\naim = "{aim}"\nat = {at}\n'


def test_of_a_conversation_only_what_happened_to_it_lies_over_the_file(tmp_path):
    path = tmp_path / "me.toml"
    path.write_text(TALK.format(aim="Agree a step", at="2026-12-03T10:00:00"))
    talk = archive.read(path).conversations[0]
    archive.remember(path, conversations=(talk.model_copy(update={"state": "held"}),))
    path.write_text(TALK.format(aim="Agree a first step", at="2026-12-03T10:00:00"))
    assert [(c.state, c.aim) for c in archive.read(path).conversations] == [("held", "Agree a first step")]


def test_a_talk_put_off_has_no_time_until_the_person_writes_a_later_one(tmp_path):
    path = tmp_path / "me.toml"
    path.write_text(TALK.format(aim="x", at="2026-12-03T10:00:00"))
    talk = archive.read(path).conversations[0]
    off = talk.model_copy(update={"state": "postponed", "at": None, "postponed_on": ("2026-12-03",)})
    archive.remember(path, conversations=(off,))
    assert [(c.state, c.at) for c in archive.read(path).conversations] == [("postponed", None)]
    path.write_text(TALK.format(aim="x", at="2026-12-15T10:00:00"))
    again = archive.read(path).conversations[0]
    assert (again.state, again.at.day, again.postponed_on) == ("planned", 15, ("2026-12-03",))
