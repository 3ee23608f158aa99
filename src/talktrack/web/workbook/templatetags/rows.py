"""Rows of the long lists, drawn in Python: a page may have fifty of them, and a template takes ten times as long."""

from __future__ import annotations

from html import escape

from django import template
from django.utils.safestring import SafeString

from ..screens.evidence import Entry
from ..screens.parts import Undone
from .design import icon, runs, state

register = template.Library()


@register.simple_tag
def undone(value: Undone) -> SafeString:
    """Instead of something dismissed or deleted: what it was, and the way back."""
    return SafeString(
        f'<p class="undone"><span>{escape(value.text)}</span><button class="link" type="submit" form="acts"'
        f' formaction="{escape(value.undo)}">{icon("undo-2", "flip")}Undo</button></p>'
    )


@register.simple_tag
def entries(value: tuple[Entry, ...]) -> SafeString:
    """Lines of the log of evidence; one alone is swapped in by its id."""
    return SafeString("".join(map(_entry, value)))


def _entry(e: Entry) -> str:
    start = f'<li id="{escape(e.id)}" data-item>'
    if e.undone:
        return f"{start}{undone(e.undone)}</li>"
    facts = [f"<span>{escape(fact)}</span>" for fact in e.facts]
    if e.serves:
        facts.insert(0, f"<span>Serves “{escape(e.serves)}”</span>")
    elif e.ask:
        facts.insert(0, f'<a href="{escape(e.ask)}">Which objective did it serve?</a>')
    return (
        f'{start}<div class="entry"><p class="fig num">{escape(e.figure) or "–"}<small>{escape(e.when)}</small></p>'
        f'<div class="stack-s"><p class="said"><a href="{escape(e.url)}">{runs(e.words)}</a></p>'
        f'<p class="parts-of">{"".join(facts)}</p>{state(e.state)}</div></div></li>'
    )
