"""One page to write on while one listens: minutes, questions with room, a place for each kind of note (R36)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from talktrack.engine.prepare.agenda import TWO_MINUTE_CLOSE
from talktrack.engine.prepare.basis import Basis
from talktrack.engine.prepare.parts import ribbon, timetable
from talktrack.engine.prepare.shortened import shortened
from talktrack.kit.blocks import Block, Bullets, Checklist, Columns, Heading, Lines, Passage, Source, Space, Table
from talktrack.kit.documents import Document
from talktrack.kit.drafting import Wording, sentence
from talktrack.kit.render import pdf

_WORDING = Wording.load(files(__package__) / "wording.toml")
_WIDTHS = (1.75, 1)


@dataclass(frozen=True)
class _Room:
    """Lines to write on, and how long a text may be."""

    answer: int
    note: int
    reserve: bool = True
    longest: int | None = None


_ROOMS = (
    _Room(4, 3),
    _Room(4, 2),
    _Room(3, 2),
    _Room(3, 2, reserve=False),
    _Room(2, 2, reserve=False),
    _Room(2, 1, reserve=False),
    _Room(1, 1, reserve=False, longest=240),
    _Room(1, 1, reserve=False, longest=90),
)
"""From the most room to the least: the first that fits on one page is taken."""


@dataclass(frozen=True)
class Sheet:
    """The page and its bytes."""

    document: Document
    rendered: pdf.Pdf


def sheet(basis: Basis) -> Sheet:
    """The page with the most room for writing that is still one page of A4."""
    document = _page(basis, _ROOMS[-1])
    for room in _ROOMS:
        document = _page(basis, room)
        if pdf.pages(document) == 1:
            break
    return Sheet(document, pdf.render(document))


def _page(basis: Basis, room: _Room) -> Document:
    title = _WORDING.first(
        "sheet.title_with", "sheet.title", moment=basis.moment_said(), manager=basis.manager_name()
    )
    aim, name = basis.aim(), basis.owner_name()
    plan: list[Block] = [Heading(_WORDING.say("sheet.minutes", minutes=basis.minutes()) or (), 2), timetable(basis)]
    whole = Document(
        title=title or Passage(""),
        subtitle=Passage(sentence(aim.text), aim.sources) if aim else (),
        author=Passage(name.text, name.sources) if name else Passage("Talktrack"),
        language="en-GB",
        date=basis.today,
        kind="pocket",
        blocks=(
            ribbon(basis),
            Columns((tuple(_asked(basis, room)), (*plan, *_asks(basis), *_strokes())), _WIDTHS),
            *_heard(basis, room),
            Heading(_WORDING.frame("sheet.close")),
            *_close(),
        ),
        footer=_WORDING.frame("sheet.footer"),
    )
    return shortened(whole, room.longest) if room.longest else whole


def _asked(basis: Basis, room: _Room) -> list[Block]:
    spare = basis.questions.reserve if room.reserve else ()
    questions = [(str(n), q) for n, q in enumerate(basis.questions.included, 1)] + [("+", q) for q in spare]
    return [
        Heading(_WORDING.frame("sheet.ask")),
        *(Lines(label=Passage(mark), question=q.text, count=room.answer) for mark, q in questions),
    ]


def _asks(basis: Basis) -> tuple[Block, ...]:
    """What one asks for, to tick once it was said."""
    asks = basis.conversation.asks if basis.conversation else ()
    said = tuple(Passage(a.what, (Source(f"{basis.meeting}/asks/{a.id}", "what", a.what),)) for a in asks if a.what)
    return (Heading(_WORDING.frame("sheet.asks"), 2), Checklist(said)) if said else ()


def _strokes() -> tuple[Block, ...]:
    """Room to count how one listens, a stroke each time (R43)."""
    counted = ("paraphrased", "clarified", "interrupted", "defended")
    rows = tuple((_WORDING.frame(f"sheet.{name}"), Passage("")) for name in counted)
    header = (_WORDING.frame("sheet.listening"), Passage(""))
    return (Space(), Table(header=header, rows=rows, widths=(0, 1)))


def _heard(basis: Basis, room: _Room) -> tuple[Block, ...]:
    """A place for each kind of note, two by two: theirs at the left, one's own at the right."""
    manager = basis.manager_name()

    def place(name: str) -> tuple[Block, ...]:
        named = (f"sheet.{name}_name",) if name in ("their_promise", "reaction") else ()
        words = _WORDING.first(*named, f"sheet.{name}", manager=manager)
        return (Lines(question=words or Passage(""), count=room.note),)

    pairs = (("advice", "feedback"), ("their_promise", "my_promise"), ("agreement", "reaction"))
    heard = (Columns((place(left), place(right))) for left, right in pairs)
    return (Heading(_WORDING.frame("sheet.heard")), *heard, *place("open"))


def _close() -> tuple[Block, ...]:
    steps = tuple(Passage(step.do) for step in TWO_MINUTE_CLOSE)
    return (Bullets(steps, ordered=True),)
