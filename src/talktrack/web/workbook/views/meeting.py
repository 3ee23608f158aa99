"""One conversation as a record, and what can be decided about it: time, place, questions, order, the other side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from talktrack.engine.story import Conversation, Lens
from talktrack.kit.errors import UserError
from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of

from ..actions import draft as drafting
from ..actions import prepare as acting
from ..actions.done import Conflict, Done
from ..forms.prepare import ConversationForm, PlaceForm, SideForm
from ..queries import findings
from ..queries import prepare as preparing
from ..queries.journey import journey
from ..queries.prepare import TITLES
from ..screens.evidence import Record
from ..screens.parts import Act, Head, Link
from ..screens.prepare import Questions
from ..screens.text import plain
from . import clock, keeping, margin, page
from .editing import Sheet
from .filing import Filed
from .prepare import show
from .speaking import groups

_BOTH = ("GET", "POST")
_IDS = {name.replace(" ", "-"): name for name in TITLES}


@dataclass(frozen=True)
class _Meeting(Sheet[Conversation]):
    """Its form lies behind the page of the preparation."""

    def url(self, name: str) -> str:
        """Where the form lies."""
        return f"{self.home}{name}/edit/"


def _sheet(request: HttpRequest) -> Sheet[Conversation]:
    whole = journey(subject_of(request))
    return _Meeting(
        noun=Conversation,
        form=partial(ConversationForm, contacts=whole.contacts, goals=whole.goals),
        stage="prepare",
        home="/prepare/",
        what="this conversation",
        title=lambda value: value.aim or "A conversation without an aim yet",
    )


FILED = Filed(
    sheet=_sheet,
    home="/prepare/",
    edit="edit/",
    new_title="The talk that you are getting ready for",
    lede="Every field may stay empty. With one sentence of aim there is a first agenda.",
    after=lambda name: f"/prepare/{name}/",
    also=lambda kept: (
        Act(text="Back to the preparation", url=f"/prepare/{kept.name}/", get=True),
        Act(text="Pay", url="/you/pay/", get=True),
    ),
)


@allow(OWNER, methods=("POST",))
def arrange(request: HttpRequest, name: str) -> HttpResponse:
    """Keep the place."""
    form = PlaceForm(request.POST)
    done = keeping.attempt(
        form,
        lambda: acting.arrange(subject=subject_of(request), name=name, setting=form.setting()),
    )
    if not isinstance(done, Done):
        words = next((str(errors[0]) for errors in form.errors.values()), "")
        return show(request, name, wrong_place=words, status=422)
    return page.went(request, f"/prepare/{name}/#arrange", said="The place is kept.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def order(request: HttpRequest, name: str) -> HttpResponse:
    """Keep the agenda by hand: `part` and `minutes` line by line, or `move` = "up:<part>" from a button."""
    try:
        parts = _moved(_parts(request), request.POST.get("move", ""))
        done = acting.order(subject=subject_of(request), name=name, parts=parts)
    except UserError as error:
        told = error.message
        if any(p.where == "minutes" for p in error.problems):
            told = "The minutes have to add up to 10 at least, and 90 at most."
        return show(request, name, wrong_order=told, status=422)
    return page.went(request, f"/prepare/{name}/#agenda", said="The agenda is yours now.", undo=done.undo)


@allow(OWNER, methods=("POST",))
def usual_order(request: HttpRequest, name: str) -> HttpResponse:
    """Back to the agenda that the length gives."""
    done = acting.order(subject=subject_of(request), name=name, parts=())
    return page.went(request, f"/prepare/{name}/#agenda", said="Back to the usual order.", undo=done.undo)


def _parts(request: HttpRequest) -> list[tuple[str, int]]:
    ids, minutes = request.POST.getlist("part"), request.POST.getlist("minutes")
    if len(ids) != len(minutes) or not ids or any(one not in _IDS for one in ids):
        raise UserError("The agenda came in pieces. Load the page again, and change it once more.")
    if not all(m.isascii() and m.isdigit() and int(m) <= 90 for m in minutes):
        raise UserError("Write the minutes of each part as a whole number, 90 at most.")
    return [(_IDS[one], int(m)) for one, m in zip(ids, minutes, strict=True)]


def _moved(parts: list[tuple[str, int]], move: str) -> tuple[tuple[str, int], ...]:
    way, _, name = move.partition(":")
    places = [i for i, (part, _) in enumerate(parts) if part == _IDS.get(name)]
    if not places:
        return tuple(parts)
    to = places[0] + (-1 if way == "up" else 1)
    if 0 <= to < len(parts):
        parts.insert(to, parts.pop(places[0]))
    return tuple(parts)


@allow(OWNER)
def questions(request: HttpRequest, name: str) -> HttpResponse:
    """Every question of the bank, in or out, with its reason."""
    made = preparing.prepared(subject_of(request), name, clock.today(request))
    url = f"/prepare/{name}/"
    screen = Questions(
        head=Head(
            stage="Prepare", title="What you could ask", lede=plain("Each with the reason why it is in, or out.")
        ),
        back=Link("Back to the preparation", f"{url}#ask"),
        groups=groups(made, url),
    )
    return page.page(request, "pages/questions.html", screen, current="prepare")


@allow(OWNER, methods=("POST",))
def question(request: HttpRequest, name: str, about: str, verb: str) -> HttpResponse:
    """Put a question of the bank in, or leave it out."""
    subject = subject_of(request)
    picked = preparing.prepared(subject, name, clock.today(request)).basis.questions
    known = {
        c.id
        for c in (*picked.included, *picked.reserve, *picked.deferred, *picked.dropped)
        if not c.own or verb == "leave"
    }
    if about not in known or verb not in ("want", "leave"):
        raise Http404
    act = acting.want if verb == "want" else acting.leave
    done = act(subject=subject, name=name, question=about)
    said = "It is in. The others make room for it." if verb == "want" else "Left out."
    return page.went(request, f"/prepare/{name}/#ask", said=said, undo=done.undo)


@allow(OWNER, methods=("POST",))
def asked(request: HttpRequest, name: str) -> HttpResponse:
    """The request has gone out."""
    done = acting.stand(subject=subject_of(request), name=name, state="asked")
    return page.went(request, f"/prepare/{name}/", said="Noted: the request is out.", undo=done.undo)


@allow(OWNER, methods=_BOTH)
def side(request: HttpRequest, name: str) -> HttpResponse:
    """The other side: facts apart from guesses, what may be said, and the bridge back."""
    subject = subject_of(request)
    made = preparing.prepared(subject, name, clock.today(request))
    url = f"/prepare/{name}/side/"
    told = journey(subject).accomplishments
    place = f"lenses/{made.lens.id}" if made.lens else "lenses/new"
    if "theirs" in request.GET and request.method == "POST":
        drafting.drop(subject=subject, place=place)
        return page.went(request, url, said="Left as it is there.")
    if request.method != "POST":
        return _side_page(
            request, name, made.lens, SideForm(initial=_side_initial(subject, made.lens), accomplishments=told)
        )
    form = SideForm(data=request.POST, accomplishments=told)
    done = keeping.attempt(
        form,
        lambda: acting.side(
            subject=subject, name=name, fields=form.story(), version=keeping.version_of(request, form)
        ),
    )
    if isinstance(done, Done):
        return page.went(request, f"/prepare/{name}/#side", said="Kept. It stays with you.", undo=done.undo)
    if isinstance(done, Conflict):
        conflict = keeping.both(form, done, what="this side", url=url)
        return _side_page(request, name, made.lens, form, conflict=conflict, status=409)
    return _side_page(request, name, made.lens, form, status=422)


def _side_initial(subject: object, lens: Lens | None) -> dict[str, object]:
    from ..queries import records

    if lens is None:
        return {}
    kept = records.one(subject, Lens, lens.id)  # type: ignore[arg-type]
    return {**SideForm.initial_of(kept.value), "version": kept.version}


def _side_page(
    request: HttpRequest, name: str, lens: Lens | None, form: SideForm, *, conflict: object = None, status: int = 200
) -> HttpResponse:
    advice = findings.about(subject_of(request), clock.today(request), f"lenses/{lens.id}") if lens else ()
    screen = Record(
        head=Head(
            stage="Prepare",
            title="The other side",
            lede=plain(
                "What was said or done stands apart from what you suppose. Nothing of this is in a file for others."
            ),
        ),
        action=f"/prepare/{name}/side/",
        notes=margin.notes(advice),
        also=(Act(text="Back to the preparation", url=f"/prepare/{name}/#side", get=True),),
    )
    return page.page(
        request, "pages/record.html", screen, current="prepare", form=form, conflict=conflict, status=status
    )
