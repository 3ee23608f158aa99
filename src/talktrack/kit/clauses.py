"""Who is told to do something: the clauses of a text, as far as marks and joining words show them."""

from __future__ import annotations

from talktrack.kit.passive.words import IRREGULAR
from talktrack.kit.text import Prose
from talktrack.kit.verbs import is_base, is_past, is_third
from talktrack.kit.words import word_set

_JOINS = word_set(""", ; : . ! ? … and but so who which before until because when after while since""")
_RELATIVE = word_set("who which")
_SELF = word_set("i i've i'd i'm i'll we we've we'd we're we'll")
_YOU = word_set("you you've you'd you're you'll")
_BE = word_set("is are was were been being")
_THEY = word_set(
    """people customers clients patients colleagues users members teams drivers nurses teachers pupils students
    parents managers visitors suppliers guests they who"""
)
"""After these a verb has no ending of its own: "customers ask for me"."""
_HELPS = word_set("has have had")
_STARTS = word_set(
    """the a an our their two three four both all some many most few everyone everybody nobody people somebody someone
    he she they it we customers clients patients colleagues"""
)
_TELLS = word_set(
    """can can't cannot could couldn't won't will would didn't doesn't don't isn't aren't wasn't weren't hasn't
    haven't hadn't"""
)


def others_act(prose: Prose, but: frozenset[str], *, then: bool = False) -> bool:
    """Whether a clause says what somebody or something other than the writer does or did: "..., and they joined".

    `but` holds the verbs that tell nothing. "Planned and wrote it" has no other doer, "she was happy" no deed.
    With `then`, what follows upon a first deed is meant, and "you" is no other; there a clause that begins with a
    noun or with "they" will do, whatever its verb. Linear.
    """
    return prose.once(_others_act, but, then)


def _others_act(prose: Prose, but: frozenset[str], then: bool) -> bool:
    words = prose.words
    begins = [0, *(i + 1 for i, word in enumerate(words) if word in _JOINS)]
    own = _SELF
    if then:
        deed = next((i for i, word in enumerate(words) if is_past(word) or is_third(word) or word in _BE), len(words))
        begins, own = [at for at in begins if at > deed], _SELF | _YOU
        if any(words[at : at + 1] and words[at] in _STARTS and at + 2 < len(words) for at in begins):
            return True
    return any(_acts(prose, at, but, own) for at in begins)


def _acts(prose: Prose, begin: int, but: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a verb follows a subject in the clause that begins there; after "who" it may come first."""
    words = prose.words
    for i in range(begin, len(words)):
        word, follows = words[i], words[i + 1] if i + 1 < len(words) else ""
        if word in _JOINS or word in own:
            return False
        if i == begin and not (begin and words[begin - 1] in _RELATIVE):
            continue
        if word in _BE and (is_past(follows) or follows in IRREGULAR):
            return follows not in but
        if words[i - 1] in _THEY and i > begin and is_base(word):
            return word not in but
        if word in _HELPS:
            return follows not in but
        if word in but:
            return False
        if (word in _TELLS or is_third(word) or is_past(word)) and not prose.named(i):
            return True
    return False
