"""The options of `talktrack follow` that change something, each as words and a change to a journey."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from talktrack.engine.follow_through import carry, check_ins, put_off, verbs, viability
from talktrack.engine.follow_through.days import said
from talktrack.engine.story import Journey, When
from talktrack.kit.errors import UserError

Deed = tuple[str, Callable[[Journey], Journey]]


def _keep(given: Namespace, day: date) -> Deed:
    on, shown = _day(given.on, day) if given.on else "", given.shown_by
    return "Kept.", lambda j: verbs.keep(j, given.keep, today=day, on=on, shown_by=shown)


def _move(given: Namespace, day: date) -> Deed:
    name, to = given.move[0], _day(given.move[1], day)
    told = f"Its day is now {said(to, day)}; the old one stays in sight."
    return told, lambda j: verbs.move(j, name, to, today=day, by=given.by, because=given.because)


def _reword(given: Namespace, day: date) -> Deed:
    name, words = given.reword
    return "Put in other words; the old ones stay in sight.", lambda j: verbs.reword(j, name, today=day, action=words)


def _decline(given: Namespace, day: date) -> Deed:
    return "Declined. That is a fair answer.", lambda j: verbs.decline(
        j, given.decline, today=day, because=given.because
    )


def _let_go(given: Namespace, day: date) -> Deed:
    return "Let go.", lambda j: verbs.let_go(j, given.let_go, today=day, because=given.because)


def _snooze(given: Namespace, day: date) -> Deed:
    name, until = given.snooze[0], _day(given.snooze[1], day)
    return f"Quiet until {said(until, day)}.", lambda j: verbs.snooze(j, name, until, today=day)


def _reopen(given: Namespace, day: date) -> Deed:
    return "It waits again.", lambda j: verbs.reopen(j, given.reopen, today=day)


def _take(given: Namespace, day: date) -> Deed:
    name, who = given.take
    return f"Taken by {'you' if who == 'me' else who}.", lambda j: verbs.take(j, name, who, today=day)


def _nudged(given: Namespace, day: date) -> Deed:
    return "Noted: a friendly word went out today.", lambda j: verbs.nudged(j, given.nudged, today=day)


def _put_off(given: Namespace, day: date) -> Deed:
    return "Noted: it did not take place.", lambda j: put_off.put_off(j, given.put_off, today=day)


def _held(given: Namespace, day: date) -> Deed:
    return "Noted: it was held.", lambda j: check_ins.held(j, given.held)


def _keep_reading(_: Namespace, day: date) -> Deed:
    told = f"The reading of {said(day.isoformat(), day)} is kept."
    return told, lambda j: viability.keep_review(j, viability.viability(j, day))


def _next(_: Namespace, day: date) -> Deed:
    return "The next conversation stands beside your file.", lambda j: carry.start_next(j, day).journey


VERBS: dict[str, Callable[[Namespace, date], Deed]] = {
    "keep": _keep,
    "move": _move,
    "reword": _reword,
    "decline": _decline,
    "let_go": _let_go,
    "snooze": _snooze,
    "reopen": _reopen,
    "take": _take,
    "nudged": _nudged,
    "held": _held,
    "put_off": _put_off,
    "keep_reading": _keep_reading,
    "next": _next,
}


def _day(words: str, today: date) -> When:
    """A date as 2027-01-29, or a day to come as people say it: "Friday", "in two weeks". Raises UserError."""
    from talktrack.engine.story import earliest
    from talktrack.kit.dates import due_date

    try:
        earliest(words)
        return words
    except ValueError as error:
        if found := due_date(f"by {words}", today=today):
            return found.date.isoformat()
        raise UserError(f"“{words}” names no day. Write it as 2027-01-29.") from error
