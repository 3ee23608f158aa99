"""The smallest pieces of a page as tags: an icon, a state, a seal, marked words, a button.

They are tags and not parts because a page draws dozens of them, and Python draws them ten times as fast.
Everything larger is `templates/parts/_name.html`.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

from ..screens.parts import Act, Seal, State
from ..screens.shell import Shell, Stop
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
_MARKS = {
    "mine": ("mark", ' class="mine"'),
    "theirs": ("mark", ' class="theirs"'),
    "new": ("ins", ""),
    "gone": ("del", ""),
}
_THEMES = ("light", "dark")


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, css: str = "") -> SafeString:
    """A lucide icon as inline SVG, hidden from screen readers: a word always stands beside it."""
    svg = lucide(name, size=24, **{"class": f"ic {css}".strip(), "aria-hidden": "true"})
    return SafeString("".join(line.strip() for line in svg.splitlines()))


@register.simple_tag
def state(value: State | None) -> SafeString:
    """How something stands, as an icon and a word; nothing for None."""
    if value is None:
        return SafeString("")
    css = _CLASSES.get(value.kind, value.kind)
    sign = icon(STATE_ICONS[value.kind])
    return SafeString(f'<span class="state {css}">{sign}<span>{escape(value.text)}</span></span>')


@register.simple_tag
def seal(value: Seal) -> SafeString:
    """Who can see it."""
    css, sign = ("seal out", icon("eye")) if value.out else ("seal", icon("lock-keyhole"))
    return SafeString(f'<span class="{css}">{sign}<span>{escape(value.text)}</span></span>')


@register.simple_tag
def runs(value: Runs | str, *, exact: bool = False) -> SafeString:
    """Marked words; a plain string is drawn too. A number keeps its per cent sign on its line, unless `exact`:
    the copy under a field has to break where the field does."""
    drawn = escape(value) if isinstance(value, str) else "".join(_run(run) for run in value)
    return SafeString(drawn if exact else drawn.replace(" %", "\u00a0%"))


def _run(run: Run) -> str:
    text, number = escape(run.text), escape(run.number)
    if not run.kind:
        return text
    if run.kind == "find":
        numbered = f' data-n="{number}"' if number else ""
        return f'<mark class="find{" on" if run.on else ""}"{numbered}>{text}</mark>'
    if run.kind == "evidence":
        return f'<a class="ev" href="{escape(run.url)}">{text}{number and f"<sup>{number}</sup>"}</a>'
    if run.kind == "gap":
        return f'<a class="gap" href="{escape(run.url)}">{text}</a>'
    tag, css = _MARKS[run.kind]
    return f"<{tag}{css}>{text}</{tag}>"


@register.simple_tag
def act(value: Act | None, css: str = "btn", *, swap: bool = False, own: bool = False) -> SafeString:
    """A button or a link, in the look of `css` ("btn", "btn s", "link"); nothing for None.

    `swap`: htmx puts the answer in the place of the item around it. `own`: the button belongs to the form around it,
    so that what was typed goes along; else to the page's one empty form.
    """
    if value is None:
        return SafeString("")
    look = css + (" go" if value.go else "") + (" danger" if value.danger else "")
    url, key = escape(value.url), escape(value.key)
    rest = f' data-key="{key.lower()}" aria-keyshortcuts="{key.lower()}"' if key else ""
    inside = (icon(value.icon) if value.icon else "") + escape(value.text)
    if value.subject:
        inside += f'<span class="vh">: {escape(value.subject)}</span>'
    if key:
        inside += f" <kbd>{key}</kbd>"
    if value.get:
        rest += ' aria-current="true"' if value.pressed else ""
        return SafeString(f'<a class="{look}" href="{url}"{rest}>{inside}</a>')
    if value.pressed is not None:
        rest += f' aria-pressed="{str(value.pressed).lower()}"'
    rest += ("" if own else ' form="acts"') + (f' hx-post="{url}"' if swap else "")
    return SafeString(
        f'<button class="{look}" type="submit" formaction="{url}"{rest} formnovalidate>{inside}</button>'
    )


@register.simple_tag
def track(shell: Shell) -> SafeString:
    """The stages of the rail, in their groups. Drawn on every page, so it is drawn fast."""
    return SafeString("".join(f"<h2>{escape(g.name)}</h2>{''.join(map(_stop, g.stops))}" for g in shell.groups))


def _stop(stop: Stop) -> str:
    css = " next" if stop.next else " has" if stop.has else ""
    here = ' aria-current="page"' if stop.current else ""
    count = f'<small class="num">{escape(stop.count)}</small>' if stop.count else ""
    if not count and not stop.has:
        count = '<small class="vh">, empty</small>'
    return f'<a class="stop{css}" href="{escape(stop.url)}"{here}>{escape(stop.name)}{count}</a>'


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> SafeString:
    """The look that the person chose on this device, as an attribute of `<html>`; nothing where they chose none."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme") if request else context.get("theme")
    return SafeString(f' data-theme="{chosen}"' if chosen in _THEMES else "")
