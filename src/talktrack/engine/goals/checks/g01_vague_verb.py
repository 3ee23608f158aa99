"""G1: a vague verb with nothing that it would be done to, or by which one could tell that it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from talktrack.engine.goals.horizons import horizon
from talktrack.engine.story import Goal
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, shortened
from talktrack.kit.words import by_doing, is_year, quantities, word_set

_VAGUE = Phrases(
    "become|becoming|be a better|stronger|greater|smarter|calmer|wiser",
    "get|getting|become|becoming|be more better", "improve|improving",
    "get|getting better", "become|becoming|be better", "grow|growing", "develop|developing", "work|working on",
    "enhance|enhancing", "strengthen|strengthening", "explore|exploring", "learn|learning more|about",
    "understand|understanding", "gain|gaining", "progress|advance", "be|become|get|getting more", "do more",
    "deepen", "boost",
    "expand my", "step up", "broaden", "build my|on", "be good at", "up my", "level up", "get into", "look into",
)  # fmt: skip
_ABSTRACT = word_set(
    """communication communications leadership skill skills knowledge performance presence visibility network
    networking career role myself abilities ability competence competencies confidence experience expertise
    understanding management teamwork collaboration productivity strategy thinking mindset potential profile
    development productivity person professional professionally english language writing speaking listening
    technical soft people business"""
)
_GLUE = word_set(
    """i i'd i'm i'll want to like would my our the a an and or of in on at with for as more better further much
    this that next own new overall general very really also become be get improve improving grow growing develop
    developing work working enhance enhancing strengthen strengthening explore exploring learn learning about
    understand understanding gain gaining progress advance do deepen boost expand broaden build level up step by
    good well it them goal is will am going try plan should hope need . ! , ; : ? year month quarter end within
    around january february march april may june july august september october november december spring summer
    autumn winter q1 q2 q3 q4"""
)
_CRITERION = Phrases(
    "so that", "such that", "until i|we|it|they|the|everyone|all|nobody", "enough to", "to the point",
    "able to", "measured|shown|proven|seen by|in",
    "can", "without help", "on my own", "as|until agreed", "from * to", "passed|pass|certified|certificate",
    "signed off", "in order to",
)  # fmt: skip

_ALWAYS = Phrases(
    "get|getting|become|becoming|be better|good at", "become|be a better|stronger|greater|smarter|calmer|wiser",
    "gain|gaining more|experience",
    "improve|improving|develop|developing|strengthen|strengthening my",
    "enhance|enhancing|boost|grow|growing|deepen my", "work|working on my", "learn|learning more about",
    "become|be|get|getting more",
)  # fmt: skip
"""Vague whatever follows, as long as no criterion does."""


def find(piece: Piece) -> Iterator[Hit]:
    prose, goal = piece.prose, piece.value
    strict = False
    if isinstance(goal, Goal):
        where = horizon(goal, piece.today)
        if where in ("between", "long") or goal.progress:
            return
        strict = where == "near"
    elif not _soon(prose.words, piece.today):
        return
    for first, after in piece.found(_VAGUE):
        sentence = prose.sentence(first)
        words = prose.tokens(sentence)
        if quantities(words) or by_doing(words) or prose.holds(_CRITERION, sentence):
            continue
        concrete = [w for w in words if w not in _GLUE and w not in _ABSTRACT and not is_year(w)]
        always = prose.holds(_ALWAYS, range(first, sentence.stop))
        if concrete and not always and not (strict and len(concrete) < 2):
            continue
        own = shortened(prose.written(first, sentence.stop))
        yield piece.hit(
            first, after, f"Say on what, and how one would know: “{own}, so that I can ___”, or “from ___ to ___”."
        )
        return


def _soon(words: list[str], today: date) -> bool:
    """Whether a bare goal lies within a few years, as far as its words tell; a far one may be vague."""
    return not any(is_year(word) and int(word[:4]) - today.year >= 4 for word in words)


G1 = Rule(
    id="G1",
    title="A vague verb and nothing to see it by",
    reads=("goal",),
    triggers=_VAGUE.triggers,
    find=find,
    message="One could not tell from these words when this goal is reached.",
    why="Specific goals with a criterion lead to better performance than vague ones. Far goals may stay vague.",
    suggestion="Say on what, and how one would know: “so that I can ___”, or “from ___ to ___”.",
    grade="A",
    source="Locke & Latham 2002: specific, difficult goals against vague ones.",
    fires=(
        "Improve my communication.",
        "I want to grow as a professional.",
        "Be a stronger leader by next summer.",
        "Work on my time management until Christmas.",
        "Develop leadership skills by June 2027",
        Goal(id="talk", what="Get better at presenting", target="2027-04"),
    ),
    passes=(
        "Improve the first answer of the help desk from 19 hours to 6.",
        "Learn more Swedish, enough to run a call with the Malmö shop by June 2027.",
        Goal(id="talk", what="Get better at presenting", target="2033-04"),
        Goal(
            id="talk", what="Get better at presenting", target="2027-04", progress="Three talks, with notes each time"
        ),
    ),
)
