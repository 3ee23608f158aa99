"""The wish in the sentence that a journey begins with."""

from __future__ import annotations

import re

_WISH = re.compile(
    r"(?<!where )(?<!what )(?<!which )(?<!that )(?<!whether )"
    r"(?:\bI(?:['’]d| would)(?: really)? (?:like|love|prefer|rather)\b|"
    r"\b(?:I|me)(?: just| only| really)? want\b|"
    r"\bI(?: really)? (?:hope|wish|aim|mean|plan) (?:to|for)\b|"
    r"\bI(?:['’]m| am) (?:hoping|looking|ready) (?:to|for)\b)",
    re.IGNORECASE,
)
_TURN = re.compile(r"[.!?;\n]|,? (?:but|though|although|yet|only|because|since|however)\b|, (?:and|so)\b|$")


def wish(sentence: str) -> tuple[int, int]:
    """Where the wish stands: from "I'd like" to where the sentence turns; (0, 0) where it says none."""
    if not (found := _WISH.search(sentence)):
        return (0, 0)
    turn = _TURN.search(sentence, found.end())
    return (found.start(), len(sentence[: turn.start() if turn else None].rstrip(" ,")))
