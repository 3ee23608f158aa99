"""K6: an ask for pay that rests on private need alone."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.words import any_in, quantities, word_set

_PAY = word_set("""pay raise salary rise bonus wage wages compensation payrise increase money income paid""")
_NEED = word_set(
    """family kids children child baby mortgage loan loans debt debts rent house flat apartment wedding bills
    nursery childcare tuition fees wife husband mother father parents divorce afford inflation"""
)
_CASE = word_set(
    """market benchmark benchmarks median survey results result led lead delivered deliver grew grown saved save
    raised won cut built trained responsibility responsibilities scope contribution contributed target targets
    level band criteria took taken over exceeded revenue customers members closed opened launched improved
    reduced role offer offers value work performance"""
)


def find(piece: Piece) -> Iterator[Hit]:
    prose = piece.prose
    if not any_in(prose.words, _PAY) or any_in(prose.words, _CASE):
        return
    at = next(i for i, word in enumerate(prose.words) if word in _NEED)
    if len(quantities(prose.words)) > 1:
        return
    yield piece.hit(at, at + 1)


K6 = Rule(
    id="K6",
    title="Pay for a private need",
    reads=("ask", "pay"),
    triggers=_NEED,
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
        "Rent is up, and the market median for this work is 42,000; could my pay follow by May?",
    ),
)
