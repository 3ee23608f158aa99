"""The slips that people make in a line of TOML: how it looks, what it is, what to write instead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from difflib import get_close_matches

from talktrack.kit.text import quoted

from .vocabulary import FIELDS

Slip = tuple[str, str, Callable[[str], str] | str]
"""How the line looks; what is wrong; what to write: the value put right, or a sentence in which {key} may stand."""

_LONGEST = 2_000
"""Characters of a line that is looked at this closely."""


def loads(text: str) -> None:
    """Read TOML only to see whether it is TOML: raises ValueError, ArithmeticError or RecursionError where not."""
    tomllib.loads(text, parse_float=Decimal)


def line(text: str) -> tuple[str, str]:
    """What is wrong in a line that is not TOML, and what would be right."""
    if len(text) > _LONGEST:
        return "This line is not TOML, and it is very long.", "Look at its quotes: one at each end, none between."
    for looks, what, right in _SLIPS:
        if found := re.match(looks, text):
            said = found.groupdict()
            key = said.get("key") or ""
            if isinstance(right, str):
                return what, right.replace("{key}", key)
            return what, f"Write {key} = {right(said.get('value') or '')}"
    if found := re.match(r"^([^=\"']+?)\s*=", text):
        name = found[1].strip()
        key = re.sub(r"\W+", "_", name.lower()).strip("_")
        near = get_close_matches(key, FIELDS, n=1, cutoff=0.8)
        return f"“{name}” cannot be a name: names are one plain word.", f"Write {near[0] if near else key}"
    return "There is no equals sign in this line.", 'A line reads name = "text"; a remark begins with #.'


def _as_it_stands(value: str) -> str:
    return value


def _text(value: str) -> str:
    return quoted(value.strip(" \"“”„‘’'").rstrip(",; "))


def _fixed(value: str) -> str:
    """The value where it is TOML already, else as text."""
    try:
        loads(f"x = {value}")
    except (ValueError, ArithmeticError, RecursionError):
        return _text(value)
    return value.strip()


def _single(value: str) -> str:
    return f"'{value}'" if "'" not in value else quoted(value)


def _digits(value: str) -> str:
    return re.sub(r"[,.' ]", "", value)


def _point(value: str) -> str:
    return value.replace(",", ".")


def _full(value: str) -> str:
    return f"0{value}" if value.startswith(".") else f"{value}0"


def _stripped(value: str) -> str:
    return value.lstrip("0") or "0"


def _listed(value: str) -> str:
    return f"[{value.strip().rstrip(',')}]"


def _clock(value: str) -> str:
    return f"{value.replace(' ', 'T')}:00"


_KEY = r"^(?P<key>[^\W\d][\w-]*+)\s*+"
_IS = _KEY + r"=\s*+"
_END = r"\s*(?:#.*)?$"
_ALONE = "A number stands alone; what it counts belongs in unit."
_AFTER = "Something stands after the closing quote."

_SLIPS: tuple[Slip, ...] = (
    (_IS + r"[“”„«‘’‚](?P<value>[^“”„«»‘’‚]*)", "Curly quotes stand around the text.", _text),
    (_KEY + r":\s*+(?P<value>.+)$", "A colon stands where an equals sign belongs.", _fixed),
    (_KEY + r"==+\s*+(?P<value>.+)$", "One equals sign is enough.", _fixed),
    (_KEY + r"(?P<value>[\"'].+)$", "The equals sign is missing.", _fixed),
    (_IS + r"(?:#.*)?$", "Nothing stands after the equals sign.", "Leave the line out until you know."),
    (_IS + r"(?P<value>\d{4}-\d{2})" + _END, "A month without its day stands in quotes.", _text),
    (_IS + r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", "A date has its year first.", "Write it as {key} = 2026-12-03"),
    (_IS + r"\d{4}-\d{1,2}-\d{1,2}" + _END, "There is no such day.", "Write a day as {key} = 2026-12-03"),
    (_IS + r"(?P<value>\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2})" + _END, "A time has seconds too.", _clock),
    (_IS + r"(?i:yes|y|on|true)" + _END, "Yes is written as true.", "Write {key} = true"),
    (_IS + r"(?i:no|n|off|false)" + _END, "No is written as false.", "Write {key} = false"),
    (_IS + r"(?i:none|null|nil|n/a|\?+|-)" + _END, "That says nothing.", "Leave the line out until you know."),
    (_IS + r"(?P<value>[-+]?\d{1,3}(?:[,.' ]\d{3})+)" + _END, "The digits of a number stand together.", _digits),
    (_IS + r"(?P<value>[-+]?\d+,\d+)" + _END, "A number has a point, not a comma.", _point),
    (_IS + r"(?P<value>0+\d+)" + _END, "A number does not begin with 0.", _stripped),
    (_IS + r"(?P<value>\.\d+|\d+\.)" + _END, "Digits stand on both sides of the point.", _full),
    (_IS + r"[£$€¥]\s*(?P<value>[-+]?\d+(?:\.\d+)?)" + _END, _ALONE, _as_it_stands),
    (_IS + r"(?P<value>[-+]?\d+(?:\.\d+)?)\s*[%£$€¥]" + _END, _ALONE, _as_it_stands),
    (_IS + r"(?P<value>\"[^\"]*\"\s*(?:,\s*\"[^\"]*\"\s*)+,?)" + _END, "A list stands in square brackets.", _listed),
    (_IS + r"(?P<value>\"[^\"]*\"|'[^']*')\s*[;,.]" + _END, _AFTER, _as_it_stands),
    (_IS + r'"(?P<value>[^"]*\\[^"]*)"' + _END, "A backslash means something else in double quotes.", _single),
    (_IS + r'"(?P<value>.*".*)"' + _END, "There are quotes inside the quotes.", _single),
    (_IS + r"'(?P<value>.*'.*)'" + _END, "There is an apostrophe inside single quotes.", _text),
    (_IS + r"(?:\"[^\"]*\"|'[^']*')", _AFTER, "Take it away, or put all of it inside the quotes."),
    (_IS + r"\"(?P<value>[^\"]*)$", "The closing quote is missing.", _text),
    (_IS + r"'(?P<value>[^']*)$", "The closing quote is missing.", _text),
    (_IS + r"(?P<value>[^\"'\[{#][^\"]*\")$", "The opening quote is missing.", _text),
    (_IS + r"\[", "This list is not written as it should be.", 'Write {key} = ["one", "two"]'),
    (_IS + r"\{", "This table is not written as it should be.", 'Write {key} = { name = "text", other = 1 }'),
    (_IS + r"(?P<value>[^\"'\[{#][^#]*)", "Text stands in quotes.", _text),
    (r"^(?:-|\*|//|--|;|<!--|/\*)", "A remark begins with #.", "Put # at the beginning of the line."),
)
"""The first that fits is told."""
