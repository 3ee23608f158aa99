"""Promises and check-ins as the pages draw them: how each stands, what was moved, what can be done about it."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse

from ..queries.follow_through import Entry, Follow, Sheet, first_name, short
from ..screens.follow_through import AgendaPart, Party, Pledge
from ..screens.parts import Act, Link, Promise, State, StateKind
from .sourcing import sourced

HOME = "/follow-through/"
_KINDS: dict[str, StateKind] = {
    "over": "late",
    "due": "due",
    "open": "open",
    "snoozed": "open",
    "kept": "kept",
    "declined": "declined",
    "let go": "declined",
}


def state(entry: Entry) -> State:
    """How it stands, as an icon and words."""
    return State(_KINDS[entry.stand.kind], entry.stand.text)


def url(name: str) -> str:
    """Below which everything about one promise lies."""
    return f"{HOME}promises/{name}/"


def parties(found: Follow, today: date, wrong: tuple[str, str] = ("", "")) -> tuple[Party, ...]:
    """Both sides and what nobody took; `wrong` is the name of a promise and what could not be done with it."""

    people = _people(found)

    def rows(entries: tuple[Entry, ...]) -> tuple[Pledge, ...]:
        return tuple(
            pledge(found, e, today, wrong[1] if e.commitment.id == wrong[0] else "", people) for e in entries
        )

    who = first_name(found.read.who) or "Your manager"
    theirs = [Party(name=s.name, pledges=rows(s.entries), them=True) for s in found.book.theirs]
    sides = [Party(name="You", pledges=rows(found.book.mine)), *(theirs or [Party(name=who, pledges=(), them=True)])]
    if found.book.nobody:
        sides.append(Party(name="Nobody yet", pledges=rows(found.book.nobody), nobody=True))
    return tuple(sides)


def pledge(
    found: Follow, entry: Entry, today: date, error: str = "", people: tuple[tuple[str, str], ...] = ()
) -> Pledge:
    """One promise with its verbs. `people` may take it over: those of the whole ledger unless given."""
    made = entry.commitment
    shown = entry.evidence
    return Pledge(
        id=made.id,
        action=made.action,
        url=url(made.id),
        state=state(entry),
        theirs=entry.side == "theirs",
        waits=entry.waits,
        done_test=made.done_test if entry.waits else "",
        moves=tuple((m.before, _after(m.before, m.text.text)) for m in entry.moves),
        shown=Link(shown.did, f"/evidence/{shown.id}/") if shown else None,
        acts=_acts(found, entry, today),
        due=made.due if len(made.due) == 10 else "",
        today=today.isoformat(),
        people=people or _people(found),
        error=error,
    )


def _after(before: str, text: str) -> str:
    """The sentence that follows the struck words: they need not be said twice."""
    return text.removeprefix(f"Was {before}, ").removeprefix(f"Was “{before}”; ").removeprefix(f"Was “{before}”.")


def _people(found: Follow) -> tuple[tuple[str, str], ...]:
    who = found.read.who
    near = {e.who.id: first_name(e.who) for e in found.book if e.who} | ({who.id: first_name(who)} if who else {})
    return (("me", "Me"), *near.items())


def _acts(found: Follow, entry: Entry, today: date) -> tuple[Act, ...]:
    name, about = entry.commitment.id, entry.commitment.action[:60]
    if not entry.waits:
        again = Act(text="Open it again", url=f"{url(name)}do/reopen/", subject=about)
        return () if entry.stand.kind == "kept" else (again,)
    acts = [Act(text="Done" if entry.side == "mine" else "It is done", url=f"{url(name)}do/keep/", subject=about)]
    if entry.side == "theirs":
        acts += _of_theirs(found, entry, today)
    elif entry.side == "nobody":
        acts.append(Act(text="I take it", url=f"{url(name)}do/take/?owner=me", subject=about))
    return tuple(acts)


def _of_theirs(found: Follow, entry: Entry, today: date) -> list[Act]:
    name, about = entry.commitment.id, entry.commitment.action[:60]
    left, now = found.changed.left if found.changed else None, found.changed.now if found.changed else None
    if left and entry.who == left:
        asked = (
            Act(text=f"Ask {first_name(now)} for it", url=f"{url(name)}do/take/?owner={now.id}", subject=about)
            if now
            else None
        )
        return [asked] if asked else []
    acts = []
    if entry.over:
        acts.append(Act(text="Draft a friendly word", url=f"{url(name)}word/", get=True, subject=about))
    coming = next((c for c in found.coming if len(c.on) == 10 and c.on > today.isoformat()), None)
    if coming and entry.stand.kind == "over":
        day = date.fromisoformat(coming.on)
        near = f"{day:%A}" if (day - today).days < 7 else short(coming.on, today)
        acts.append(Act(text=f"Bring it on {near}", url=f"{url(name)}do/bring/?until={coming.on}", subject=about))
    return acts


def brief(entry: Entry) -> Promise:
    """The same on the page of the day: no verbs, a way to the ledger."""
    last = entry.moves[-1] if entry.moves else None
    return Promise(
        action=entry.commitment.action,
        url=f"{HOME}#p-{entry.commitment.id}",
        state=state(entry),
        done_test=entry.commitment.done_test,
        was=last.before if last else "",
        moved=_after(last.before, last.text.text) if last else "",
    )


def agenda_parts(sheet: Sheet, only: tuple[str, ...] = ()) -> tuple[AgendaPart, ...]:
    """The parts of a check-in; `only` those of these names."""
    return tuple(
        AgendaPart(title=p.title.text, minutes=p.minutes, lines=tuple(sourced((line,)) for line in p.lines))
        for p in sheet.parts
        if not only or p.name in only
    )


def file(name: str, kind: str, content: bytes) -> HttpResponse:
    """A file to keep."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
