"""A document as Markdown that stays readable as plain text. What a person wrote makes no structure in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from talktrack.kit import blocks as b
from talktrack.kit.documents import Document
from talktrack.kit.render.words import plain

_ANYWHERE = re.compile(r"[\\`*_\[\]<#|~$]|&(?=#|\w+;)")
_AT_START = re.compile(r"^(?:(>|[-+](?=[\s-]|$))|(\d{1,9})(?=[.)](?:\s|$)))")
_LINKED = re.compile(r":(?=//)|(?<=\w)@|(?<=www)\.", re.IGNORECASE)  # what some readers turn into a link


def render(document: Document) -> bytes:
    """The document in UTF-8, CommonMark with tables and task lists."""
    parts = [f"# {_text(document.title)}", _text(document.subtitle), *_all(document.blocks)]
    if plain(document.footer):
        parts += ["---", _text(document.footer)]
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _text(words: b.Words | None) -> str:
    """One line of text with every sign escaped that could mean something."""
    text = _LINKED.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", plain(words)))
    return _AT_START.sub(lambda start: f"\\{start[1]}" if start[1] else f"{start[2]}\\", text)


def _all(blocks: tuple[b.Block, ...]) -> list[str]:
    return [made for block in blocks if (made := _WAYS[type(block)](block))]


def _strong(words: b.Words | None) -> str:
    text = _text(words)
    return f"**{text}**" if text else ""


def _items(items: tuple[b.Words, ...], mark: str) -> str:
    return "\n".join(f"{mark} {_text(item)}" for item in items)


def _spoken(it: b.Spoken) -> str:
    head = " · ".join(filter(None, (_strong(it.label), _text(it.time))))
    return "\n\n".join(filter(None, (head, f"> {_text(it.text)}" if plain(it.text) else "")))


def _rows(header: list[str], rows: list[list[str]], align: tuple[str, ...] = ()) -> str:
    marks = {"left": "---", "right": "--:", "centre": ":-:"}
    rule = [marks[name] for name in align or ("left",) * len(header)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))


def _table(it: b.Table) -> str:
    rows = [[_text(cell) for cell in row] for row in it.rows]
    if it.total:
        rows.append([_strong(cell) for cell in it.total])
    return _rows([_text(cell) for cell in it.header], rows, it.align)


def _lines(it: b.Lines) -> str:
    head = " ".join(filter(None, (_strong(it.label), _text(it.question))))
    return "\n\n".join(filter(None, (head, _text(it.note))))


def _pairs(it: b.Pairs) -> str:
    def left(pair: b.Pair) -> str:
        return _text(pair.left) + (f" ({_text(pair.mark)})" if pair.mark else "")

    return _rows([_text(it.left), _text(it.right)], [[left(pair), _text(pair.right)] for pair in it.pairs])


def _chain(it: b.Chain) -> str:
    parts = []
    for stage in it.stages:
        span = f" ({_text(stage.span)})" if stage.span else ""
        stops = [" · ".join(filter(None, (_text(s.title), _text(s.when), _text(s.detail)))) for s in stage.stops]
        parts += [_strong(stage.name) + span, "\n".join(f"- {s}" for s in stops) or _text(stage.empty)]
    return "\n\n".join(filter(None, parts))


def _grid(it: b.Grid) -> str:
    rows = [[_strong(row.name), *(_text(cell) or _text(it.empty) for cell in row.cells)] for row in it.rows]
    return _rows(["", *map(_text, it.columns)], rows)


def _joined(blocks: tuple[b.Block, ...]) -> str:
    return "\n\n".join(_all(blocks))


_WAYS: dict[type, Callable[[Any], str]] = {
    b.Heading: lambda it: f"{'#' * (it.level + 1)} {_text(it.text)}",
    b.Paragraph: lambda it: _text(it.text),
    b.Note: lambda it: _text(it.text),
    b.Spoken: _spoken,
    b.Bullets: lambda it: _items(it.items, "1." if it.ordered else "-"),
    b.Checklist: lambda it: _items(it.items, "- [ ]"),
    b.Table: _table,
    b.Ribbon: lambda it: _text(it.alternative),
    b.Lines: _lines,
    b.Pairs: _pairs,
    b.Chain: _chain,
    b.Grid: _grid,
    b.Columns: lambda it: "\n\n".join(filter(None, map(_joined, it.columns))),
    b.Together: lambda it: _joined(it.blocks),
    b.Rule: lambda _: "---",
    b.Space: lambda _: "",
    b.PageBreak: lambda _: "",
}
