"""A1: nothing in the words says what changed."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.story import Accomplishment
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.clauses import others_act
from talktrack.kit.passive.words import IRREGULAR
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import past_verb, quantities, word_set

_ACTIVITY = word_set(
    """attended participated worked helped assisted supported involved handled tried continued included joined
    acted served contributed needed wanted liked used related dedicated experienced motivated skilled talented
    detailed tasked assigned required interested committed exposed based located focused focussed engaged was
    were been had did said saw went met spent sat read
    felt heard"""
)
_STATE = word_set("was were been located based involved used interested required related")
"""Verbs that tell no deed of others either."""
_RESULTS = word_set(
    """became becomes strongest best biggest highest lowest record growth jump increase reduction savings
    success achieve achieves achieving attain automate automates automating build builds building bring brings
    bringing close closes closing complete completes completing coach coaches coaching create creates creating
    cut cuts cutting deliver delivers delivering design designs designing develop develops developing double
    doubles earn earns eliminate eliminates establish establishes expand expands finish finishes fix fixes
    fixing found free frees gain gains generate generates grow grows growing halve halves hire hires improve
    improves improving increase increases increasing introduce introduces introducing launch launches launching
    leading lower lowers make makes making mentor mentors mentoring migrate migrates negotiate
    negotiates negotiating open opens organise organises organize organizes prevent prevents produce produces
    publish publishes publishing raise raises raising rebuild rebuilds recover reduce reduces reducing replace
    replaces resolve resolves retain rise rises rising run runs running save saves saving secure secures set
    sets settle shape ship ships shipping shorten shortens simplify simplifies solve solves solving speed start
    starts starting stop stops streamline streamlines teach teaches teaching train trains training turn turns
    turning win wins winning write writes writing done seen up down fell dropped now instead fewer faster"""
)

_PART = Phrases("took|taken part")
_USED = Phrases("used|read|copied by")


def find(piece: Piece) -> Iterator[Hit]:
    words = piece.prose.words
    if not words or not piece.prose.have.isdisjoint(_RESULTS):
        return
    activity = _ACTIVITY | {"took"} if piece.prose.holds(_PART) else _ACTIVITY
    if past_verb(piece.prose, activity) or len(quantities(words)) > 1 or others_act(piece.prose, _STATE):
        return
    if piece.prose.holds(_USED) or not piece.prose.have.isdisjoint(IRREGULAR - _ACTIVITY):
        return
    record = piece.value
    if isinstance(record, Accomplishment) and any(m.change or m.result is not None for m in record.measures):
        return
    own = shortened(piece.prose.text.split("\n", 1)[0])
    yield Hit(0, len(piece.prose.text), f"Add what came of it: “{own}, which cut / raised / ended ___”.")


A1 = Rule(
    id="A1",
    title="No verb says what changed",
    reads=("accomplishment",),
    find=find,
    message="This says what you were busy with, and not yet what came of it.",
    why="A manager can pass on a change to others; an activity alone is soon forgotten.",
    suggestion="Add what came of it: “… which cut / raised / ended ___”.",
    grade="C",
    source="Practice of résumé and appraisal writing: open with the verb of the result.",
    fires=(
        "Weekly meetings with the suppliers.",
        "Attended the product council and participated in planning.",
        "Good with customers and always on time.",
        "Attended all safety briefings and supported the shift lead.",
        Accomplishment(id="calls", did="Customer calls on Mondays"),
    ),
    passes=(
        "Cut the onboarding from ten days to six.",
        "I reduce the waiting time from 5 to 3 day.",
        "Attended the planning rounds and settled the dispute about the release date.",
        "Weekly active members are up 65 % since January.",
        "Every new nurse on our floor learns the pump from my video.",
        "Average in chemistry: 62 points in 2025, 71 points in 2026.",
    ),
)
