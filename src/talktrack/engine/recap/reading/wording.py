"""The words of a taking as they may stand in a sentence of their own: the person's words, tidied."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_EDGES = " \t\n,;:–—-"
_MARKUP = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_DOTS = re.compile(r"\s*(?:\.{2,}|…)\s*$")
_SMALL_I = re.compile(r"\bi\b(?!\.)")
_MORE = re.compile(r"(?:!{2,}|\?{2,}|[?!]{2,})")


def tidy(words: str, *, ends: str = "") -> str:
    """The words on one line, with a capital, without loose marks at the edges; `ends` is put behind them."""
    text = _MARKUP.sub("", _SPACE.sub(" ", words)).strip(_EDGES)
    text = _MORE.sub(lambda found: "?" if "?" in found[0] else "", text)
    text = _DOTS.sub("", text).strip(_EDGES)
    text = _unquoted(text).rstrip(".!,;: " + ("?" if ends else ""))
    text = _closed(_SMALL_I.sub("I", text))
    first = next((i for i, c in enumerate(text) if c.isalnum()), -1)
    if first >= 0 and not _mixed(text[first:]):
        text = text[:first] + text[first].upper() + text[first + 1 :]
    return text + ends if text else ""


def _mixed(text: str) -> bool:
    """Whether the first word is written so on purpose: "iPhone"."""
    word = text.split(maxsplit=1)[0]
    return word[:1].islower() and any(c.isupper() for c in word[1:])


def _unquoted(text: str) -> str:
    """Without the quotation marks around the whole."""
    if len(text) > 1 and text[0] in '"“„' and text[-1] in '"”“' and not any(c in '"“”' for c in text[1:-1]):
        return text[1:-1].strip()
    return text


def _closed(text: str) -> str:
    """Without a mark or bracket whose other half was cut off."""
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = text.strip('"“”') if text[:1] in '"“”' or text[-1:] in '"“”' else text.replace('"', "")
    if text.count("(") > text.count(")"):
        text = text + ")" if text.rfind("(") > 0 else text.lstrip("(")
    if text.count(")") > text.count("("):
        text = text.rstrip(")")
    return text.strip()
