"""What a page is made of. Every string that a reader sees is a Passage, which can be asked what it rests on.

A passage without sources is *frame*: it states no fact. One with sources is *fact*: what it says stands in those
records. A block holds no bare visible string; its fields stand in reading order, which `passages_in` relies on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Literal, TypeAlias

from talktrack.kit.text import clean


@dataclass(frozen=True)
class Source:
    """What a passage rests on: one field of one record, and how the words came from it."""

    record: str
    """The record, as "accomplishments/welcome"."""
    field: str = ""
    """The field of it, as "number"; empty where the whole record is meant."""
    value: str = ""
    """The stored value as text."""
    how: str = ""
    """What was computed from it, as "tenure on 2026-11-22: two years"; empty where it is quoted."""


@dataclass(frozen=True)
class Passage:
    """One sentence, label or cell that a reader sees, with what it rests on."""

    text: str
    sources: tuple[Source, ...] = ()

    @property
    def is_fact(self) -> bool:
        return bool(self.sources)


Words: TypeAlias = Passage | tuple[Passage, ...]
"""Prose: one passage, or several that run on in one paragraph, parted by a space."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 stands under the title of the document, levels 2 and 3 below it."""

    text: Words
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError(f"a heading has level 1 to 3, not {self.level}")


@dataclass(frozen=True)
class Paragraph:
    text: Words


@dataclass(frozen=True)
class Spoken:
    """Words to say aloud, in serif. The label and the time stand at the left: "Purpose", "75 seconds"."""

    label: Passage | None = field(default=None, kw_only=True)
    time: Passage | None = field(default=None, kw_only=True)
    text: Words


@dataclass(frozen=True)
class Note:
    """Small and soft: a remark beside the matter."""

    text: Words


@dataclass(frozen=True)
class Bullets:
    items: tuple[Words, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Checklist:
    """Items with an empty box to tick by hand."""

    items: tuple[Words, ...]


Align: TypeAlias = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Table:
    """A header row and rows under it, all of the same length; `total` is a last row set apart."""

    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    total: tuple[Words, ...] | None = None
    align: tuple[Align, ...] = ()
    """One for each column; left where it is empty."""
    widths: tuple[float, ...] = ()
    """Shares of the width, one for each column; 0 takes what the text needs. Empty: all by their text."""

    def __post_init__(self) -> None:
        columns = len(self.header)
        lengths = {len(row) for row in self.rows} | {len(self.total or self.header)}
        if (
            not columns
            or lengths != {columns}
            or {len(self.align or self.header), len(self.widths or self.header)} != {columns}
        ):
            raise ValueError("a table has columns, and as many cells in every row")


@dataclass(frozen=True)
class Segment:
    """One stretch of a timed agenda."""

    label: Passage
    time: Passage
    """The minutes as they are shown, such as "9"."""
    minutes: int
    share: float | None = None
    """The owner's share of the talking, 0 to 1; the rest is listening. None: nobody's, such as spare minutes."""

    def __post_init__(self) -> None:
        if self.minutes < 0 or not 0 <= (self.share or 0) <= 1:
            raise ValueError("a segment has 0 or more minutes and a share from 0 to 1")


@dataclass(frozen=True)
class Ribbon:
    """An agenda to scale: width is minutes, height is who talks. The caller puts its text twin, a Table, by it."""

    segments: tuple[Segment, ...]
    mine: Passage
    """What the filled part means: "You speak"."""
    theirs: Passage
    """What the open part means: "Jocelyn speaks"."""
    alternative: Passage
    """Said in place of the picture by a screen reader, and written where there are no pictures. Not blank."""

    def __post_init__(self) -> None:
        if not clean(self.alternative.text):
            raise ValueError("a picture has words that stand for it")


@dataclass(frozen=True)
class Lines:
    """A question, and room under it to write the answer by hand."""

    label: Passage | None = field(default=None, kw_only=True)
    """What stands at the left, such as "1" or "Core"."""
    question: Words
    count: int = 2
    note: Words = ()
    """Small, under the question: why it is asked."""


@dataclass(frozen=True)
class Pair:
    left: Words
    mark: Passage | None = field(default=None, kw_only=True)
    """A word under the left side, such as "fact" or "guess"."""
    right: Words


@dataclass(frozen=True)
class Pairs:
    """Two columns that answer each other: what the other side may say, and the bridge from there."""

    left: Passage
    right: Passage
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Stop:
    """One goal on a chain."""

    title: Words
    when: Passage | None = None
    detail: Words = ()
    """What it serves, or "Leads to ..."; a goal may lead to several."""


@dataclass(frozen=True)
class Stage:
    """One horizon of a chain. Where it has no stops, `empty` is shown in their place."""

    name: Passage
    span: Passage | None
    """"6–12 months"."""
    stops: tuple[Stop, ...]
    empty: Passage | None = None


@dataclass(frozen=True)
class Chain:
    """Goals from near to long, side by side, in the order given."""

    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class GridRow:
    name: Passage
    cells: tuple[Words, ...]
    """One for each column of the grid; an empty tuple is an empty cell."""


@dataclass(frozen=True)
class Grid:
    """A table of kinds by horizons whose empty cells stay visible: they show `empty`."""

    columns: tuple[Passage, ...]
    rows: tuple[GridRow, ...]
    empty: Passage

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"every row of this grid has {len(self.columns)} cells")


@dataclass(frozen=True)
class Columns:
    """Blocks side by side. Read column after column."""

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...] = ()
    """Shares of the width, one for each column; equal where it is empty."""

    def __post_init__(self) -> None:
        if self.widths and len(self.widths) != len(self.columns):
            raise ValueError("one width for each column")


@dataclass(frozen=True)
class Together:
    """Blocks that no page end may part."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Rule:
    """A hairline across the page."""


@dataclass(frozen=True)
class Space:
    """Room; 1 is the height of a line of text."""

    lines: float = 1


@dataclass(frozen=True)
class PageBreak:
    """What follows starts a page."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Spoken
    | Note
    | Bullets
    | Checklist
    | Table
    | Ribbon
    | Lines
    | Pairs
    | Chain
    | Grid
    | Columns
    | Together
    | Rule
    | Space
    | PageBreak
)


def run(words: Words) -> tuple[Passage, ...]:
    """The passages of a piece of prose, one or many."""
    return (words,) if isinstance(words, Passage) else words


def passages_in(value: object) -> Iterator[Passage]:
    """Every passage of a block, or of blocks, in reading order."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from passages_in(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from passages_in(getattr(value, each.name))
