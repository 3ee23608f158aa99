"""K6: an ask for pay that rests on private need alone."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import any_in, quantities, word_set

_PAY = word_set("raise salary rise bonus wage wages compensation payrise increase")
_MY_PAY = Phrases(
    "my|base|higher|more|better|in|of|for pay|money|income", "pay me|us|rise|review|increase|grade|band", "paid more"
)
_PRIVATE = word_set("kids children child baby mortgage debts wedding nursery childcare tuition wife husband divorce")
_OWN = word_set("family loan loans debt rent house flat apartment bills fees mother father parents afford")
"""These are private where they are one's own: "my loan", but not "the loan desk"."""
_MINE = word_set("my our i i've i'm we we've we're")
_NEAR = 4
"""Words before, among which "my" or "we" makes it one's own."""
_CASE = word_set(
    """market benchmark benchmarks median survey results result led lead delivered deliver grew grown saved save
    raised won cut built trained responsibility responsibilities scope contribution contributed target targets
    level band criteria took taken over exceeded revenue customers members closed opened launched improved
    reduced role offer offers value work performance"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    words = prose.words
    asks = any_in(words, _PAY) or prose.holds(_MY_PAY)
    if not asks or any_in(words, _CASE) or len(quantities(words)) > 1:
        return
    for at, word in enumerate(words):
        if word in _PRIVATE or (word in _OWN and not _MINE.isdisjoint(words[max(0, at - _NEAR) : at])):
            yield piece.hit(at, at + 1)
            return


K6 = Rule(
    id="K6",
    title="Pay for a private need",
    reads=("ask", "pay"),
    triggers=_PRIVATE | _OWN,
    find=find,
    message="This ask for pay rests on a private need, and no case from your work or the market stands beside it.",
    why="The need is yours to tell or not. A manager can argue for pay only from your work or the market.",
    suggestion="“I have ___ (result or wider duty), and the market for this work is ___; so I ask for ___.”",
    grade="C",
    source="Practice of pay negotiation.",
    fires=(
        "Could you raise my salary by May? We have bought a house.",
        "I need a pay rise because my rent has gone up.",
        "With a second child I ask for a raise of 5 %.",
    ),
    passes=(
        "I ask for a raise of 5 % by May, since I took over the Nordic accounts.",
        "Could I work from home on Fridays from May, because of my children?",
        "Could the team pay the exam fees before 1 May? With the certificate we test in house.",
        "Rent is up, and the market median for this work is 42,000; could my pay follow by May?",
    ),
)
