"""The smallest pieces of a page as tags: an icon, a state, a seal, marked words, a button.

They are tags and not parts because a list draws dozens of them; everything larger is `templates/parts/_name.html`.
"""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from ..screens.parts import Act, Seal, State
from ..screens.text import Run, Runs

register = template.Library()

STATE_ICONS = {
    "draft": "pencil-line",
    "sent": "send",
    "shared": "eye",
    "agreed": "check",
    "confirmed": "check",
    "kept": "check-check",
    "cond": "git-branch",
    "due": "calendar",
    "open": "circle-dashed",
    "late": "clock-alert",
    "declined": "minus",
    "next": "arrow-right",
}
_CLASSES = {"confirmed": "agreed", "next": "cond"}
_THEMES = ("light", "dark")


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, css: str = "") -> SafeString:
    """A lucide icon as inline SVG, hidden from screen readers: a word always stands beside it."""
    svg = lucide(name, size=24, **{"class": f"ic {css}".strip(), "aria-hidden": "true"})
    return mark_safe("".join(line.strip() for line in svg.splitlines()))


@register.simple_tag
def state(value: State | None) -> SafeString:
    """How something stands, as an icon and a word; nothing for None."""
    if value is None:
        return SafeString("")
    css = _CLASSES.get(value.kind, value.kind)
    return format_html(
        '<span class="state {}">{}<span>{}</span></span>', css, icon(STATE_ICONS[value.kind]), value.text
    )


@register.simple_tag
def seal(value: Seal) -> SafeString:
    """Who can see it."""
    return format_html(
        '<span class="seal{}">{}<span>{}</span></span>',
        " out" if value.out else "",
        icon("eye" if value.out else "lock-keyhole"),
        value.text,
    )


@register.simple_tag
def runs(value: Runs | str) -> SafeString:
    """Marked words. A plain string is drawn as it is."""
    if isinstance(value, str):
        return conditional_escape(value)
    return mark_safe("".join(_run(run) for run in value))


def _run(run: Run) -> str:
    if not run.kind:
        return conditional_escape(run.text.replace(" %", "\u00a0%"))
    if run.kind == "find":
        number = format_html(' data-n="{}"', run.number) if run.number else ""
        return format_html('<mark class="find{}"{}>{}</mark>', " on" if run.on else "", number, run.text)
    if run.kind in ("mine", "theirs"):
        return format_html('<mark class="{}">{}</mark>', run.kind, run.text)
    if run.kind == "evidence":
        number = format_html("<sup>{}</sup>", run.number) if run.number else ""
        return format_html('<a class="ev" href="{}">{}{}</a>', run.url, run.text, number)
    if run.kind == "gap":
        return format_html('<a class="gap" href="{}">{}</a>', run.url, run.text)
    return format_html("<ins>{0}</ins>" if run.kind == "new" else "<del>{0}</del>", run.text)


@register.simple_tag
def act(value: Act | None, css: str = "btn", *, swap: bool = False, own: bool = False) -> SafeString:
    """A button or a link, in the look of `css` ("btn", "btn s", "link"); nothing for None.

    `swap`: htmx puts the answer in the place of the item around it. `own`: the button belongs to the form around it,
    so that what was typed goes along; else to the page's one empty form.
    """
    if value is None:
        return SafeString("")
    words = [icon(value.icon)] if value.icon else []
    words.append(format_html("{}", value.text))
    if value.subject:
        words.append(format_html('<span class="vh">: {}</span>', value.subject))
    if value.key:
        words.append(format_html(" <kbd>{}</kbd>", value.key))
    look = css + (" go" if value.go else "") + (" danger" if value.danger else "")
    key = format_html(' data-key="{0}" aria-keyshortcuts="{0}"', value.key.lower()) if value.key else ""
    inside = mark_safe("".join(words))
    if value.get:
        here = mark_safe(' aria-current="true"') if value.pressed else ""
        return format_html('<a class="{}" href="{}"{}{}>{}</a>', look, value.url, key, here, inside)
    pressed = "" if value.pressed is None else format_html(' aria-pressed="{}"', str(value.pressed).lower())
    return format_html(
        '<button class="{}" type="submit"{} formaction="{}"{}{}{} formnovalidate>{}</button>',
        look,
        "" if own else mark_safe(' form="acts"'),
        value.url,
        format_html(' hx-post="{}"', value.url) if swap else "",
        key,
        pressed,
        inside,
    )


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> SafeString:
    """The look that the person chose on this device, as an attribute of `<html>`; nothing where they chose none."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme") if request else context.get("theme")
    return format_html(' data-theme="{}"', chosen) if chosen in _THEMES else SafeString("")
