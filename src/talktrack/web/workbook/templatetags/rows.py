"""Rows of the long lists, drawn in Python: a page may have fifty of them, and a template takes ten times as long."""

from __future__ import annotations

from html import escape

from django import template
from django.utils.safestring import SafeString

from ..screens.chains import Card
from ..screens.evidence import Entry
from ..screens.organisation import Statement
from ..screens.parts import Note, Said, Undone
from .design import act, icon, runs, state

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


@register.simple_tag
def goals(value: tuple[Card, ...]) -> SafeString:
    """The goals of one column, with the names of those that each leads to."""
    return SafeString("".join(f"<li>{_goal(card)}</li>" for card in value))


def _goal(card: Card) -> str:
    g = card.goal
    note = f'<p class="fine"><b>{escape(g.note)}</b></p>' if g.note else ""
    because = f'<p class="small soft">{escape(g.because)}</p>' if g.because else ""
    names = ", ".join(f'<a href="{escape(lead.url)}">{escape(lead.text)}</a>' for lead in card.leads)
    drawn = " drawn" if card.all_drawn else ""
    leads = f'<p class="fine soft leads{drawn}">Leads to {names}</p>' if names else ""
    return (
        f'<article class="goal{" thin" if g.thin else ""}" id="{escape(g.id)}">{note}'
        f'<p class="said"><a href="{escape(g.url)}">{runs(g.words)}</a></p>{because}'
        f'<p class="flow"><span class="fine num soft">{escape(g.when)}</span>{state(g.state)}</p>{leads}</article>'
    )


@register.simple_tag
def note(value: Note, *, own: bool = False) -> SafeString:
    """A note of the coach; `own` where it stands inside the form that it is about."""
    number = f'<span class="n num">{escape(value.number)}</span>' if value.number else ""
    why = f'<p class="why">{escape(value.why)}</p>' if value.why else ""
    tries = f'<p class="try">“{runs(value.tries)}”</p>' if value.tries else ""
    acts = act(value.use, "link", swap=True, own=own) + act(value.dismiss, "link", swap=True, own=own)
    return SafeString(
        f'<div class="note" role="note" data-item id="note-{escape(value.id)}" hx-target="this" hx-swap="outerHTML">'
        f'<h3>{number}{escape(value.title)}</h3>{why}{tries}<div class="acts">{acts}{_reason(value)}</div></div>'
    )


def _reason(value: Note) -> str:
    if not value.reason:
        return ""
    grade = f"{escape(value.grade)}. " if value.grade else ""
    rule = f"Rule {escape(value.rule)}" if value.rule else ""
    rule = f'<a href="{escape(value.about)}">{rule}</a>' if value.about else rule
    return (
        f'<details class="reason"><summary class="link">Why this?</summary><p class="why">{escape(value.reason)}</p>'
        f'<p class="fine soft">{grade}{rule}</p></details>'
    )


@register.simple_tag
def said(value: Said) -> SafeString:
    """Someone's words, with whose they are and where they stand."""
    theirs = value.whose == "theirs"
    sign = icon("building-2" if theirs else "user") if value.who else ""
    who = f'<p class="who{" them" if theirs else ""}">{sign}{escape(value.who)}</p>' if value.who else ""
    old = f' · <span class="nowrap">{icon("history")} {escape(value.old)}</span>' if value.old else ""
    source = f'<p class="src">{escape(value.source)}{old}</p>' if value.source or value.old else ""
    big = " big" if value.big else ""
    return SafeString(f'{who}<p class="said{big} {value.whose}">“{runs(value.words)}”</p>{source}')


@register.simple_tag
def statements(value: tuple[Statement, ...]) -> SafeString:
    """What the organisation says, a line each."""
    return SafeString("".join(map(_statement, value)))


def _statement(s: Statement) -> str:
    start = f'<li class="stack-s" id="{escape(s.id)}" data-item hx-target="this" hx-swap="outerHTML">'
    if s.undone:
        return f"{start}{undone(s.undone)}</li>"
    meets = f'<span class="small soft">{escape(s.meets)}</span>'
    how = f'<p class="flow">{"".join(map(state, s.states))}{meets}</p>' if s.states or s.meets else ""
    known = f'<p class="small">{escape(s.known)}</p>' if s.known else ""
    asks = " ".join(f"“{escape(question)}”" for question in s.asks)
    asked = f'<p class="hint">You could ask: {asks}</p>' if asks else ""
    acts = "".join(act(a, "link") for a in s.acts)
    return f'{start}{said(s.said)}{how}{known}{asked}<div class="acts">{acts}</div></li>'
