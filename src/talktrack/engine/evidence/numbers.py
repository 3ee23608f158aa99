"""Numbers as one writes and says them."""

from __future__ import annotations

from decimal import Decimal


def plain(number: Decimal) -> str:
    """The number without trailing zeros, thousands apart: 41200 gives "41,200", 3.10 gives "3.1"."""
    text = f"{number.normalize():,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(number: Decimal, unit: str) -> str:
    """The number with its unit: "65%", "£40,000", "40 minutes"."""
    if unit.startswith("%"):
        return f"{plain(number)}{unit}"
    if unit in ("£", "$", "€"):
        return f"{unit}{plain(number)}"
    return f"{plain(number)} {unit}".strip()
