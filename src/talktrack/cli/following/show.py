"""What `talktrack follow` prints: 80 columns, no colour needed."""

from __future__ import annotations

import shlex
import shutil
import sys
import textwrap
from argparse import Namespace
from datetime import date

from talktrack.cli.terminal import say
from talktrack.engine.follow_through import carry, check_ins, handover, nudges, put_off
from talktrack.engine.follow_through import ledger as book_of
from talktrack.engine.follow_through import responses as answers
from talktrack.engine.follow_through import viability as reading
from talktrack.engine.follow_through.days import said, short
from talktrack.engine.follow_through.goalposts import goalposts
from talktrack.engine.follow_through.ledger import Entry
from talktrack.engine.follow_through.verbs import find
from talktrack.engine.story import Journey
from talktrack.kit.blocks import Passage
from talktrack.kit.text import clean, quoted

COLUMNS = 80


def ledger(journey: Journey, day: date, file: str) -> None:
    """Both sides, what it depended on, the check-ins, and what to do next."""
    book = book_of.ledger(journey, day)
    say(f"{day:%A} {day.day} {day:%B} {day.year}", look="quiet")
    if not book.entries:
        say("")
        say("Nothing is promised yet. What each of you does next is noted after the talk:")
        say("write it as [[commitments]] in your file, or take it from your notes.")
        return
    sides = [("You", book.mine), *((s.name, s.entries) for s in book.theirs), ("Nobody yet", book.nobody)]
    for name, entries in sides:
        if entries:
            say("")
            say(name, look="strong")
            for entry in entries:
                _entry(entry)
    _goalposts(journey, day)
    _check_ins(journey, day)
    _next(journey, book, day, file)


def _entry(e: Entry) -> None:
    name = f"[{e.commitment.id}]"
    _line(f"{e.commitment.action} {name}", 2)
    told = [f"{e.stand.text}."]
    if e.waits and e.commitment.done_test:
        told.append(f"Done when: {e.commitment.done_test.rstrip('.')}.")
    told += [m.text.text for m in e.moves]
    told += [f"What shows it: {e.evidence.did.rstrip('.')}."] if e.evidence else []
    _line(" ".join(told), 6)


def _line(text: str, indent: int, hang: int | None = None) -> None:
    """One thing, in lines of 80 columns at most, whatever is printed to."""
    columns = COLUMNS
    if sys.stdout.isatty():
        columns = max(40, min(COLUMNS, shutil.get_terminal_size().columns))
    first, rest = " " * indent, " " * (indent if hang is None else hang)
    for row in textwrap.wrap(clean(text).replace("\n", " "), columns, initial_indent=first, subsequent_indent=rest):
        print(row)


def _goalposts(journey: Journey, day: date) -> None:
    moved = [m for posts in goalposts(journey, day) for m in posts.moves]
    if moved:
        say("")
        say("What changed from talk to talk", look="strong")
        for passage in moved:
            _line(passage.text, 2)


def _check_ins(journey: Journey, day: date) -> None:
    agreed, thought = check_ins.coming(journey), check_ins.proposed(journey, day)
    if not agreed and not thought:
        return
    say("")
    say("Check-ins", look="strong")
    for c in agreed:
        at = f", {c.at:%H:%M}" if c.at else ""
        row = f"{short(c.on, day)}{at}, {c.minutes} minutes{f': {c.about}' if c.about else ''} [{c.id}]"
        _line(f"{row}; was it held?" if check_ins.over(c, day) else row, 2, 6)
    for c in thought:
        about = f": {c.about}" if c.about else ""
        _line(f"{short(c.on, day)}, agreed to look again; not in a check-in yet{about}", 2, 6)


def _next(journey: Journey, book: book_of.Ledger, day: date, file: str) -> None:
    command = f"talktrack follow {shlex.quote(file)}"
    rows: list[tuple[str, str]] = []
    for e in book:
        if e.over and e.side == "mine":
            action = e.commitment.action.rstrip(".")
            rows.append((f"{action}: done, or another day?", f"{command} --keep {e.commitment.id}"))
        elif e.over and (word := nudges.nudge(journey, e, day)).ready:
            about = f"One friendly word to {e.name} about [{e.commitment.id}]"
            rows.append((about, f"{command} --nudge {e.commitment.id}"))
        elif e.over and word.instead and e.stand.kind != "snoozed":
            rows.append((word.instead.text, ""))
    changed = handover.changed(journey, day)
    if changed:
        rows.append((f"{changed.left.name} has moved on: a page of facts for who comes", f"{command} -o follow/"))
    rows += _about_check_ins(journey, day, command)
    if not carry.carried(journey, day).empty:
        rows.append(("A longer talk that begins with what is open", f"{command} --next"))
    say("")
    say("What to do next", look="strong")
    for text, how in rows[:4] or [("Nothing is waiting for you. That is a good place to be.", "")]:
        _line(text, 2)
        if how:
            print(f"      {how}")


def _about_check_ins(journey: Journey, day: date, command: str) -> list[tuple[str, str]]:
    """Whether a past one was held; the next one on a page."""
    agreed = check_ins.coming(journey)
    past = [c for c in agreed if check_ins.over(c, day)]
    rows = [(f"Was the check-in of {said(c.on, day)} held?", f"{command} --held {c.id}") for c in past]
    if len(agreed) > len(past):
        rows.append(("The next check-in on a page, with its invitation", f"{command} -o follow/"))
    return rows


def viability(journey: Journey, day: date) -> None:
    """The four lines, what would change them, one small test, both ways on."""
    read = reading.viability(journey, day)
    say("Only you, always. Nothing of this goes into a file for anybody else.", look="quiet")
    say("")
    say(f"{read.state_text.text}.", look="strong")
    _line(" ".join([*(r.text for r in read.reasons), read.dated.text]), 0)
    for one in read.lines:
        say("")
        say(f"{one.title.text}: {one.state_text.text.lower()}", look="strong")
        for label, rows in (("For", one.support), ("Against", one.contrary), ("Not known", one.unknowns)):
            _labelled(label, tuple(s.text for s in rows))
    say("")
    if read.changes:
        _labelled("What would change this", read.changes, width=24)
    if read.test:
        _labelled("Next small test", (read.test,), width=24)
    _labelled("Inside", read.inside, width=24)
    _labelled("Outside", read.outside, width=24)
    for past in read.earlier[:3]:
        _labelled("Kept reading", (Passage(f"{short(past.on, day)}: {past.state}. {past.note}".strip()),), width=24)


def _labelled(label: str, rows: tuple[Passage, ...], width: int = 13) -> None:
    for at, passage in enumerate(rows or (Passage("nothing noted"),)):
        head = label if at == 0 else ""
        text = textwrap.wrap(clean(passage.text), COLUMNS - width - 2)
        for row in text:
            print(f"  {head:<{width}}{row}")
            head = ""


def reactions(journey: Journey) -> None:
    """Each observed act with both readings, the class and what to do."""
    rows = answers.responses(journey)
    say("Only you, always. What you saw comes first; what it means is yours to say.", look="quiet")
    if not rows:
        say("")
        say("No reaction is noted yet. Write what you saw as [[reactions]] in your file, with act = “…”.")
    names = {c.id: c.name for c in answers.classes()}
    for row in rows:
        r = row.reaction
        say("")
        _line(f"{r.act} [{r.id}]", 0, 2)
        _pair("My reading", r.my_reading)
        _pair("Another reading", r.another_reading)
        if row.could_be:
            _line(row.could_be.text.text, 2)
        if r.reading:
            _line(f"You read it as: {names[r.reading].lower()}.", 2)
        for at, step in enumerate(row.do, 1):
            _line(f"{at}. {step.text}", 4, 7)
        if row.say:
            _line(f"To say: “{row.say.text}”", 4, 4)


def _pair(label: str, text: str) -> None:
    if text:
        _line(f"{label}: {text}", 2, 4)


def nudge(journey: Journey, name: str, day: date, file: str) -> None:
    """The draft of a friendly word, or what to do in its place."""
    find(journey, name)
    found = book_of.entry(journey, name.removeprefix("commitments/"), day)
    word = nudges.nudge(journey, found, day) if found else None
    if word is None or not word.ready:
        _line(word.instead.text if word and word.instead else "", 0)
        return
    say(word.letter().rstrip())
    say("")
    say(f"When it has gone out: talktrack follow {shlex.quote(file)} --nudged {name}", look="quiet")


def did(told: str, journey: Journey, day: date, given: Namespace) -> None:
    """What happened, and the way on."""
    say(told)
    if given.put_off:
        meeting = next(c for c in journey.conversations if c.id == given.put_off)
        word = put_off.word(journey, meeting, day)
        say("")
        say(f"{word.subject.text}\n\n{word.text()}".rstrip())
        say("")
        _line(word.reading.text, 0)
    elif given.next:
        _began(journey, day, given.file)
    else:
        say(f"See how it stands: talktrack follow {shlex.quote(given.file)}", look="quiet")


def _began(journey: Journey, day: date, file: str) -> None:
    """What the next conversation begins with. One that stands in the file is the person's: they copy it there."""
    found = carry.carried(journey, day)
    made = carry.start_next(journey, day).conversation
    there = next(c for c in journey.conversations if c.id == made.id)
    say("")
    say("From last time", look="strong")
    for passage in carry.lines(found):
        _line(passage.text, 2, 4)
    say("")
    _line(f"Aim: {made.aim}", 0)
    for ask in made.asks:
        _line(f"Ask: {ask.what}", 0, 2)
    missing = [a for a in made.asks if a not in there.asks], [q for q in made.questions if q not in there.questions]
    say("")
    if any(missing):
        say(f"It stands in your file, which stays as it is. Copy this below [[conversations]] “{made.id}”:")
        for ask in missing[0]:
            print(f"\n[[conversations.asks]]\nwhat = {quoted(ask.what)}\ndecider = {quoted(ask.decider)}")
        for question in missing[1]:
            print(f"\n[[conversations.questions]]\ntext = {quoted(question.text)}")
        say("")
    say(f"Prepare it: talktrack prepare {shlex.quote(file)} -o pack/")
