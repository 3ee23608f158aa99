"""K8, which blocks: health, pregnancy, religion, age and the like in words that are about to be shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talktrack.engine.prepare.complaint import ROUTE, TRIGGERS, complaint
from talktrack.engine.story import Accomplishment, Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases
from talktrack.kit.words import any_in, word_set

_OWN = Phrases(
    "my|his|her|their health|illness|disease|disability|diagnosis|depression",
    "my|his|her|their anxiety|burnout|adhd|autism|dyslexia|cancer|diabetes",
    "my|his|her|their surgery|operation|therapy|therapist|medication",
    "my|his|her|their pregnancy|miscarriage|menopause|maternity|paternity",
    "my|his|her|their religion|faith|church|mosque|temple|synagogue",
    "my|his|her|their prayers|age|sexuality|ethnicity|nationality|visa|caste",
    "my|his|her|their addiction|divorce|childcare|retirement|migraine",
    "my|his|her|their migraines|asthma|epilepsy|ptsd|bereavement",
    "my|his|her|their mental|physical|poor|ill|own health|illness", "my|his|her|their medical|chronic|heart * ",
    "my|his|her|their sexual orientation", "my|his|her|their gender identity", "my union",
    "my|his|her|their political views", "my|his|her|their criminal record", "my|his|her|their religious",
    "my|his|her|their immigration status", "my kids|children|baby|child|toddler", "at|of my age",
    "i'm|am too old|young", "years old",
    "i'm|am a|an muslim|christian|jew|hindu|buddhist|sikh|catholic|atheist|lesbian",
    "i'm|am muslim|jewish|hindu|buddhist|sikh|catholic|gay|bisexual",
    "i'm|am trans|transgender|autistic|disabled|ill|sick|deaf|blind",
)  # fmt: skip
_STRONG = Phrases(
    "pregnant", "pregnancy", "miscarriage", "ivf", "chemotherapy", "chemo", "menopause", "transgender",
    "breastfeeding", "diagnosed with", "sick leave", "maternity leave", "paternity leave", "parental leave",
    "medical leave", "ramadan", "burned|burnt out", "mental breakdown", "rehab", "wheelchair",
    "hospitalised|hospitalized", "works council member",
)  # fmt: skip
_PERSON = word_set(
    """i i'm i've i'd i'll my me he she they he's she's they're his her their him them we we're we've our us
    your you're you"""
)
_MATTER = word_set(
    """policy policies process programme program form forms scheme cover campaign app rules data portal"""
)


def find(piece: Piece) -> Iterator[Hit]:
    record, prose = piece.value, piece.prose
    if isinstance(record, Accomplishment | Goal) and record.private:
        return
    told = piece.kind in _COMPLAINTS_IN and complaint(prose)
    if told:
        yield piece.hit(*told, ROUTE, "This may be a matter of unequal treatment, which nothing here can judge.")
        return
    hits = dict(piece.found(_OWN))
    for first, after in piece.found(_STRONG):
        if _personal(prose.words, first, after) and any_in(prose.tokens(prose.sentence(first)), _PERSON):
            hits.setdefault(first, after)
    for first, after in sorted(hits.items()):
        if _personal(prose.words, first, after):
            own = prose.written(first, after)
            yield piece.hit(first, after, f"Leave out “{own}”, or confirm that you want it to be read by others.")


def _personal(words: Sequence[str], first: int, after: int) -> bool:
    """Whether a person is meant, and not a policy or a product; "12 years old" is an age only of someone."""
    if not _MATTER.isdisjoint(words[after : after + 2]):
        return False
    return words[first] != "years" or any_in(words[max(0, first - 3) : first], _PERSON)


_COMPLAINTS_IN = ("ask", "aim", "opening", "closing", "question", "recap", "pay")

K8 = Rule(
    id="K8",
    title="Sensitive terms about to be shared",
    reads=("ask", "aim", "opening", "closing", "question", "accomplishment", "goal", "next-step", "recap", "pay"),
    triggers=_OWN.triggers | _STRONG.triggers | TRIGGERS,
    find=find,
    message="This names something sensitive about a person.",
    why="Health, family, belief, age and the like are shared only if you choose so, and cannot be called back.",
    suggestion="Leave it out, or confirm that you want it to be read by others.",
    grade="C",
    source="Practice of privacy: such terms are shared only by choice.",
    blocks=True,
    fires=(
        "Could we meet before May, because I am pregnant?",
        "My depression made the spring hard. I'd like a lighter rota until June.",
        "At my age, I would like to pass on what I know. Could you name a trainee by May?",
        "I was discriminated against in the last round.",
    ),
    passes=(
        "Could I lead the launch of the health app by May?",
        "I rewrote the parental leave policy for 300 people.",
        "Could you put the age of each system into the list by Friday?",
        Goal(id="rest", what="Ask for fewer nights until my surgery in June 2027", private=True),
    ),
)
