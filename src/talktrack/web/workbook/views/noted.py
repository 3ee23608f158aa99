"""How a talk stands in one's own calendar, in words, with what can be done about it."""

from __future__ import annotations

from django.utils import timezone

from talktrack.engine.story import Conversation
from talktrack.web.post.entries import Standing

from ..screens.parts import Act, State
from ..screens.times import Noted


def noted_as(name: str, meeting: Conversation, standing: Standing | None, *, chosen: bool) -> Noted | None:
    """As a page draws it; None where no calendar takes talks (`chosen` False) and none was ever noted."""
    url = f"/prepare/{name}/time/"
    put = Act(text="Put it into my calendar", url=f"{url}noted/put/")
    if standing is None:
        missing = chosen and meeting.at and meeting.state in ("planned", "asked", "booked")
        return Noted(state=State("open", "Not in your calendar"), acts=(put,)) if missing else None
    where, again = f"“{standing.calendar}”", f"{url}noted/"
    if standing.state in ("waiting", "writing") and not standing.trouble:
        doing = "Being taken out of" if standing.going else "Being written to"
        return Noted(state=State("draft", f"{doing} {where}"), again=again)
    if standing.state == "written":
        at = timezone.localtime(standing.written_at) if standing.written_at else None
        since = f" since {at:%a} {at.day} {at:%b}, {at:%H:%M}" if at else ""
        return Noted(state=State("kept", f"In {where}{since}"))
    if standing.state == "left":
        rest = (Act(text="Write it there again", url=f"{url}noted/insist/"),)
        return Noted(state=State("open", f"As you keep it in {where}"), acts=rest)
    return _in_trouble(standing, where, url, again)


def _in_trouble(standing: Standing, where: str, url: str, again: str) -> Noted:
    retry = Act(text="Try again", url=f"{url}noted/retry/", icon="refresh-cw")
    if standing.state == "conflict":
        return Noted(
            state=State("cond", f"Changed in {where}"),
            told="It was changed or deleted there since Talktrack wrote it. Which one is right?",
            acts=(
                Act(text="Keep what is there", url=f"{url}noted/leave/"),
                Act(text="Write it as it stands here", url=f"{url}noted/insist/"),
            ),
        )
    due = timezone.localtime(standing.due_at)
    next_try = "" if standing.state == "failed" else f" Tries again at {due:%H:%M}."
    what = "Still in" if standing.going else "Not in"
    return Noted(
        state=State("open", f"{what} {where} yet" if not standing.going else f"{what} {where}"),
        told=f"{standing.trouble}{next_try}",
        acts=(retry,),
        again=again if standing.state != "failed" else "",
    )
