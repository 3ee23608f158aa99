"""N2: no calendar date."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Commitment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.when import names_a_day

_SOME_DAY = Phrases(
    "soon", "sometime", "some time", "later", "asap", "as soon as possible", "when possible", "eventually",
    "at some point", "one day", "when there is time", "when we have time", "in the near future", "shortly",
    "in due course", "going forward", "whenever", "when i|you|we can|get", "at the earliest",
)  # fmt: skip


def find(piece: Piece) -> Iterator[Hit]:
    prose, record = piece.prose, piece.value
    if not prose.words or (isinstance(record, Commitment) and record.due) or names_a_day(prose, piece.today):
        return
    own = shortened(prose.text)
    vague = next(iter(piece.found(_SOME_DAY)), None)
    if vague:
        said = prose.written(*vague)
        yield piece.hit(*vague, f"Put a day instead of “{said}”: “{own}, by ___ (day and month).”")
    else:
        yield Hit(0, len(prose.text), f"“{own}, by ___ (day and month).”")


N2 = Rule(
    id="N2",
    title="No calendar date",
    reads=("next-step",),
    find=find,
    message="No day is named by which this is done.",
    why="“Soon” is kept by nobody. A day can be put in two calendars and asked about without reproach.",
    suggestion="“___, by ___ (day and month).”",
    grade="A",
    source="By analogy with Gollwitzer & Sheeran 2006 and Locke & Latham 2002: when, and specific.",
    fires=(
        "I send Jocelyn the draft plan soon.",
        "Jocelyn will introduce me to Ingrid at some point.",
        Commitment(id="plan", action="Send the draft plan", owner="me"),
    ),
    passes=(
        "I send Jocelyn the draft plan by 14 March.",
        "Jocelyn will introduce me to Ingrid by Friday.",
        Commitment(id="plan", action="Send the draft plan soon", owner="me", due="2027-03-14"),
    ),
)
