"""A document as HTML: everything escaped, no script, no style attribute, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from importlib.resources import files
from typing import Any

from talktrack.kit import blocks as b
from talktrack.kit.documents import Document
from talktrack.kit.render.words import plain, right_to_left

_HEIGHT = 24  # of a ribbon, in its own units; a minute is 10 wide


def render(document: Document) -> bytes:
    """A whole page in UTF-8 that stands alone; its style stands in its head."""
    style = files("talktrack.kit.render").joinpath("paper.css").read_text(encoding="utf-8")
    direction = ' dir="rtl"' if right_to_left(document.language) else ""
    page = (
        f'<!doctype html>\n<html lang="{document.language}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{_text(document.title)}</title>\n<meta name="author" content="{_text(document.author)}">\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n{fragment(document)}</body>\n</html>\n"
    )
    return page.encode()


def fragment(document: Document) -> str:
    """The article alone, for a page that brings its own style."""
    return (
        f'<article class="paper {document.kind}">\n<header>\n<h1>{_text(document.title)}</h1>\n'
        f"{_p(document.subtitle, 'subtitle')}</header>\n{_all(document.blocks)}"
        + (f"<footer>{_p(document.footer)}</footer>\n" if plain(document.footer) else "")
        + "</article>\n"
    )


def _text(words: b.Words | None) -> str:
    return escape(plain(words))


def _in(tag: str, words: b.Words | None, name: str = "") -> str:
    """The words in an element; nothing where there are none."""
    text = _text(words)
    return f"<{tag}{_class(name)}>{text}</{tag}>\n" if text else ""


_p = partial(_in, "p")


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _all(blocks: tuple[b.Block, ...]) -> str:
    return "".join(_WAYS[type(block)](block) for block in blocks)


def _spoken(it: b.Spoken) -> str:
    head = _p(it.label, "label") + _p(it.time, "time")
    return f'<div class="spoken">\n{head}{_p(it.text, "said")}</div>\n'


def _items(items: tuple[b.Words, ...], tag: str = "ul", name: str = "") -> str:
    made = "".join(f"<li>{_text(item)}</li>\n" for item in items)
    return f"<{tag}{_class(name)}>\n{made}</{tag}>\n"


def _row(tag: str, cells: tuple[b.Words, ...], align: tuple[str, ...] = (), scope: str = "") -> str:
    names = align or ("left",) * len(cells)
    made = "".join(
        f'<{tag}{scope} class="{name}">{_text(cell)}</{tag}>' for cell, name in zip(cells, names, strict=True)
    )
    return f"<tr>{made}</tr>\n"


def _table(it: b.Table) -> str:
    head = _row("th", it.header, it.align, ' scope="col"')
    body = "".join(_row("td", row, it.align) for row in it.rows)
    foot = f"<tfoot>{_row('td', it.total, it.align)}</tfoot>\n" if it.total else ""
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{body}</tbody>\n{foot}</table>\n"


def _ribbon(it: b.Ribbon) -> str:
    bars, x = "", 0
    for segment in it.segments:
        width, mine = segment.minutes * 10, round((segment.share or 0) * _HEIGHT, 2)
        whole = "spare" if segment.share is None else "theirs"
        for name, height in ((whole, float(_HEIGHT)), ("mine", mine)):
            if height and width:
                title = f"<title>{_text((segment.label, segment.time))}</title>"
                bars += f'<rect class="{name}" x="{x}" width="{width - 1}" height="{height:g}">{title}</rect>'
        x += width
    picture = (
        f'<svg role="img" aria-label="{_text(it.alternative)}" viewBox="0 0 {max(x, 1)} {_HEIGHT}"'
        f' preserveAspectRatio="none">{bars}</svg>\n'
    )
    key = f'<span class="mine">{_text(it.mine)}</span> <span class="theirs">{_text(it.theirs)}</span>'
    return f'<figure class="ribbon">\n{picture}<figcaption>{key}</figcaption>\n</figure>\n'


def _lines(it: b.Lines) -> str:
    label = f'<span class="label">{_text(it.label)}</span> ' if it.label else ""
    room = '<div class="line"></div>\n' * it.count
    return (
        f'<div class="lines">\n<p class="said">{label}{_text(it.question)}</p>\n{_p(it.note, "note")}{room}</div>\n'
    )


def _pairs(it: b.Pairs) -> str:
    rows = "".join(
        f'<tr><td class="said">{_text(pair.left)}{" " + _in("small", pair.mark) if pair.mark else ""}</td>'
        f'<td class="said">{_text(pair.right)}</td></tr>\n'
        for pair in it.pairs
    )
    head = f'<th scope="col" class="theirs">{_text(it.left)}</th><th scope="col" class="mine">{_text(it.right)}</th>'
    return f'<table class="pairs">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


def _stop(it: b.Stop) -> str:
    return f"<li>{_p(it.title, 'said')}{_p(it.when, 'note')}{_p(it.detail, 'note')}</li>\n"


def _chain(it: b.Chain) -> str:
    stages = ""
    for stage in it.stages:
        made = "".join(map(_stop, stage.stops))
        stops = f"<ul>\n{made}</ul>\n" if made else _p(stage.empty, "empty")
        stages += f"<li>\n{_p(stage.name, 'label')}{_p(stage.span, 'note')}{stops}</li>\n"
    return f'<ol class="chain">\n{stages}</ol>\n'


def _grid(it: b.Grid) -> str:
    head = "<td></td>" + "".join(f'<th scope="col">{_text(name)}</th>' for name in it.columns)
    body = ""
    for row in it.rows:
        cells = "".join(
            f"<td>{_text(cell)}</td>" if plain(cell) else f'<td class="empty">{_text(it.empty)}</td>'
            for cell in row.cells
        )
        body += f'<tr><th scope="row">{_text(row.name)}</th>{cells}</tr>\n'
    return f'<table class="grid">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n'


def _columns(it: b.Columns) -> str:
    made = "".join(f"<div>\n{_all(column)}</div>\n" for column in it.columns)
    return f'<div class="columns">\n{made}</div>\n'


_WAYS: dict[type, Callable[[Any], str]] = {
    b.Heading: lambda it: _in(f"h{it.level + 1}", it.text),
    b.Paragraph: lambda it: _p(it.text),
    b.Note: lambda it: _p(it.text, "note"),
    b.Spoken: _spoken,
    b.Bullets: lambda it: _items(it.items, "ol" if it.ordered else "ul"),
    b.Checklist: lambda it: _items(it.items, name="checklist"),
    b.Table: _table,
    b.Ribbon: _ribbon,
    b.Lines: _lines,
    b.Pairs: _pairs,
    b.Chain: _chain,
    b.Grid: _grid,
    b.Columns: _columns,
    b.Together: lambda it: f'<section class="together">\n{_all(it.blocks)}</section>\n',
    b.Rule: lambda _: "<hr>\n",
    b.Space: lambda _: "",
    b.PageBreak: lambda _: '<hr class="page-break">\n',
}
