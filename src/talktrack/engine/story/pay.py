"""Pay: a private reason, and a case that can be said aloud (R24)."""

from __future__ import annotations

from .value import Value, Words


class Pay(Value):
    """All of it is private; `case` and `ask` are shared only with `discuss`, `life` only with `share_life`."""

    reason: Words = ""
    """Why it matters at home. Never exported by default."""
    case: Words = ""
    """The case from contribution or market."""
    ask: Words = ""
    """What the person would ask for."""
    discuss: bool = False
    """Whether pay belongs in this conversation."""
    life: Words = ""
    """How life and career goals meet, as one line to say."""
    share_life: bool = False
