"""A document of which every long text is cut: the last resort where a page must hold it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from talktrack.kit.blocks import Passage

Part = TypeVar("Part")


def shortened(part: Part, longest: int) -> Part:
    """The same with no passage beyond that many characters; what is cut ends in " …" and cites what it did."""
    if isinstance(part, Passage):
        return replace(part, text=_cut(part.text, longest))
    if isinstance(part, tuple):
        return tuple(shortened(one, longest) for one in part)  # type: ignore[return-value]
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: shortened(getattr(part, f.name), longest) for f in fields(part) if f.init})
    return part


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = text[:longest]
    return f"{(head.rsplit(maxsplit=1)[0] if ' ' in head else head).rstrip('.,;: ')} …"
