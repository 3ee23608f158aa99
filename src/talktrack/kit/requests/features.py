"""What the model sees of a sentence: runs of one to three known words. Never who is named, and never of what kind.

Every word that the model does not know, every name and every pronoun of a third person is one and the same sign, and
a row of them counts once. So sentences that differ only in a name, a pronoun or a nation give the same features.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from talktrack.kit.words import word_set

SOMEBODY = "_"
START, END = "^", "$"
LONGEST_RUN = 3
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[0-9]+|[?!.:]")
_SAME = {
    "pls": "please",
    "plz": "please",
    "ya": "you",
    "u": "you",
    "y'all": "you",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "ain't": "isn't",
    "whilst": "while",
}
"""How some people write what others write otherwise."""
_NAMES_TOO = word_set("will may hope")
_AFTER_VERB = word_set("you i we it this that there the these those all to my your our anyone someone somebody")
"""Between a capital "Will" and what he does, none of these stands."""
_STOPS = "?!.:"
_FIRST_PERSON = re.compile(r"I(?:['’]|$)")


def features(sentence: str, known: Collection[str]) -> list[str]:
    """Every run of up to three signs of the sentence, its start and end among them."""
    signs = [START, *signs_of(sentence, known), END]
    runs = list(signs[1:-1])
    for length in range(2, LONGEST_RUN + 1):
        runs += [" ".join(signs[i : i + length]) for i in range(len(signs) - length + 1)]
    return runs


def signs_of(sentence: str, known: Collection[str]) -> list[str]:
    """The known words of the sentence in lower case, 0 for a number, ? and !, and one sign for whatever else."""
    words = TOKEN.findall(sentence)
    if sentence.isupper():
        words = [word.lower() for word in words]
    signs: list[str] = []
    for i, word in enumerate(words):
        for sign in _sign(words, i, word, known):
            if sign != SOMEBODY or not signs or signs[-1] != SOMEBODY:
                signs.append(sign)
    return signs


def _sign(words: list[str], i: int, word: str, known: Collection[str]) -> list[str]:
    if word[0].isdigit():
        return ["0"]
    if word in _STOPS:
        return [word] if word in "?!" else []
    small = word.lower().replace("’", "'")
    if word[0].isupper() and not _FIRST_PERSON.match(word):
        inside = i > 0 and words[i - 1] not in _STOPS
        if inside or (small in _NAMES_TOO and words[i + 1 : i + 2] and words[i + 1].lower() not in _AFTER_VERB):
            return [SOMEBODY]
    return [part if part in known else SOMEBODY for part in _SAME.get(small, small).split()]
