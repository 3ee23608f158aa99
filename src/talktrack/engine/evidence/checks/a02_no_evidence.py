"""A2: no number, and nothing that another person could have seen."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.clauses import others_act
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import past_verb, quantities, word_set

_SEEN = word_set(
    """ever record debuted independently adopted adopt adopts approved accepted signed renewed awarded award
    awards asked asks requested thanked praised told cited quoted wrote published launched shipped released won
    win passed certified earned first none now still since without never stopped no nobody
    everyone chose chosen selected elected invited returned recommended sold ordered bought paid recommends
    recommend referred live presented opened closed merged reused reuse uses copied ended replaced retired moved
    hired trained taught introduced promoted kept instead complaint complaints said says say named"""
)
_USED = Phrases(
    "use it", "used by", "now use|used|uses", "use this", "in use", "in production", "in place",
    "from * * to", "from * to", "from * * * to", "no longer|more",
)  # fmt: skip
_CLAIMS = word_set(
    """improved enhanced strengthened streamlined boosted optimised optimized supported helped assisted managed
    developed increased reduced decreased grew raised lowered led drove ensured fostered facilitated enabled
    contributed coordinated handled maintained provided delivered performed worked participated attended
    collaborated communicated liaised oversaw monitored transformed modernised modernized made was were
    became gained learned showed demonstrated cultivated nurtured championed promoted
    advanced elevated empowered leveraged maximised maximized minimised minimized simplified accelerated deepened
    expanded broadened enriched used needed wanted liked related involved motivated skilled experienced dedicated
    based focused focussed appreciated valued engaged encouraged shaped influenced felt
    organised organized addressed updated"""
)
"""Verbs that claim a change or name a part, and show nothing by themselves."""
_OWN = _CLAIMS | word_set("did had took got gave built created served saw kept")
"""These show nothing of oneself; of others, they do: "he got the job"."""
_TOLD_IN = 7
"""Words, names aside, from which on a deed is told with enough about it that others could have seen it done."""


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    if not prose.words or not prose.have.isdisjoint(_SEEN) or quantities(prose.words):
        return
    if '"' in prose.text or "“" in prose.text or prose.holds(_USED):
        return
    if others_act(prose, _CLAIMS) or (
        sum(word[0].islower() for word in prose.text.split()) >= _TOLD_IN and past_verb(prose, _OWN)
    ):
        return
    record = piece.value
    if isinstance(record, Accomplishment) and (record.measures or record.kpis or record.proof):
        return
    own = shortened(prose.text.split("\n", 1)[0])
    yield Hit(
        0,
        len(prose.text),
        f"Add a number you can stand by, or what someone saw: “{own}, from ___ to ___ between ___ and ___”, "
        f"or “… after which ___ said / did ___”.",
    )


A2 = Rule(
    id="A2",
    title="No number and nothing observable",
    reads=("accomplishment",),
    find=find,
    message="There is no number here yet, and nothing that somebody else could have seen.",
    why="Evidence that a listener can check carries further than a claim; what people said or did counts as much "
    "as a number.",
    suggestion="Add a number you can stand by, or what someone saw: “… after which ___ said / did ___”.",
    grade="B",
    source="Studies of concrete against abstract claims; qualitative evidence passes on purpose.",
    fires=(
        "Improved the onboarding of new colleagues.",
        "Strengthened the relationship with our suppliers.",
        "Streamlined the monthly report.",
        "Fostered a culture of trust and openness between the warehouse and the shop floor.",
        Accomplishment(id="report", did="Improved the monthly report", result="It is much better"),
    ),
    passes=(
        "Improved the onboarding of new colleagues: they now reach full speed in six weeks instead of ten.",
        "Wrote the checklist that the night shift uses.",
        "Calmed a dispute with a supplier, who renewed for a year.",
        "Restored trust with the Leeds team: they joined our stand-up again in June.",
        "Backed up, wiped and rebuilt the till server between closing and opening time.",
        Accomplishment(id="report", did="Improved the monthly report", proof="Mail from the board, 3 May"),
    ),
)
