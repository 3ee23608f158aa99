"""How a clause is meant: an order, a wish, a thing of the past, a habit; by verb forms and modal verbs."""

from __future__ import annotations

import re
from functools import lru_cache

from talktrack.engine.recap.promises.deeds import is_deed
from talktrack.kit.verbs import is_base, is_past
from talktrack.kit.words import word_set

_WORD = re.compile(r"[^\W_][\w'-]*")
_OPENER = re.compile(
    r"(?:(?:please|pls|always|just|also|and|then|first|maybe|perhaps|better|so|next time|in future|from now on"
    r"|rather|simply"
    r"|instead|really|plus|only|definitely|at least|try to|in the meantime|meanwhile|until then|for now"
    r"|ideally|for a start)[,:]?\s+)*",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:don't|dont|do not|never|stop|avoid|quit|no more|not to)\s+(?P<verb>[^\W\d_][\w'-]*)", re.IGNORECASE
)
_ORDERS = word_set(
    """
    ask say cook record pick shadow read speak wait start stop count breathe smile look watch own push talk
    tell use try learn write take get go put keep let make show be do don't have give bring build come sit
    stand step think listen pause ring phone call drop save note name wear walk sleep eat leave turn trust
    block delegate practise practice prioritise prioritize document spend stick stay pace aim warm cut quote
    split shorten log mind speak share involve find check send add remember forget focus begin open close
    lead join meet draft raise offer accept answer reply thank hold help train teach plan prepare present
    invite introduce book visit observe volunteer apply choose decide explain repeat follow pass pay post
    print quit reduce remind report review run set sign sort test trim type walk warn"""
)
_AFTER_ORDER = re.compile(
    r"(?:the|a|an|my|your|her|his|their|its|our|this|that|these|those|it|them|him|me|us|people|others?|someone"
    r"|somebody|everyone|all|"
    r"every|each|any|some|more|less|fewer|one|two|three|four|five|\d+|what|when|how|where|who|why|whether|if"
    r"|yes|no|not|to|for|"
    r"with|at|in|on|up|down|out|back|off|over|about|before|after|by|from|into|through|around|away|first|last"
    r"|earlier|sooner|later|louder|"
    r"slower|faster|once|twice|again|early|often|never|always|clear|open|calm|kind|patient|small|big|simple"
    r"|strong|better|things|questions|feedback|help|[^\W_]+ly)\b"
    r"|w/",
    re.IGNORECASE,
)
_NOT_ORDER = re.compile(
    r"(?:of|is|are|was|were|be|has|have|had|will|would|can|could|should|left|and|or|went|did|does|ok|fine"
    r"|yes)\b|[:=?]|$",
    re.IGNORECASE,
)
_NOUNS = word_set(
    """
    help support call report review test plan lead contact post record note use change offer start end work
    look step open answer share train type sign set run show check visit love hope lunch book walk sort
    phone pay ring"""
)
_PLAIN = word_set(
    """
    ask tell say take let give bring send keep make go get be have do learn write read listen speak choose
    teach build avoid stop begin prepare follow invite introduce explain decide remember forget find think
    add join meet shadow hold pick ring count cook thank tell send don't sit become propose attend organise
    organize prioritise practise"""
)
"""Verbs that are hardly ever nouns: what stands after them need not be looked at."""
_SHORTEST = 3
"""Words of an order: "go on" and "ask Helen" are too short to be taken as advice by themselves."""
_WHEN = re.compile(r"(?:when|whenever|if|before|once|after|as soon as)\b[^,]{3,60}?(?:,| just)\s+", re.IGNORECASE)
_IRREAL = re.compile(
    r"\b(?:wish|wished|dream|hopefully|would love|would be (?:great|nice|lovely|cool) (?:if|to have)|i hope"
    r"|if only|one day(?! (?:a|per|in|of|this|each|every|next|off|at|from|upstairs)\b)|some ?day"
    r"|would have (?!been better)|could have been|ha ?ha|lol|jok(?:e|ed|ing)|kidding|lottery|i guess)\b"
    r"|\b(?:if|suppose) i (?:were(?! you)|was|had|win|ever|will be|become)",
    re.IGNORECASE,
)
_WAS = word_set(
    """
    was were did didn't wasn't weren't had hadn't went said asked told came got gave took saw knew thought
    felt left let"""
)
_OWN_VERB = re.compile(
    r"(?:and |but |also |that |then |so )*(?:i|you|he|she|they|we) (?:(?:also|always|often|never|then|just"
    r"|only|really|\w+ly) )*(\w+)",
    re.IGNORECASE,
)
_AUXILIARY = word_set(
    """
    is are am will would can could should must may might shall do does don't doesn't i'll she'll he'll
    they'll we'll it's i'm he's she's you're has have"""
)


@lru_cache(maxsize=8_000)
def is_order(body: str) -> bool:
    """Whether the clause tells somebody to do something: "ask Ingrid first", "don't wait", "next time say it"."""
    if when := _WHEN.match(body):
        return is_order(body[when.end() :])
    opener = _OPENER.match(body)
    rest = body[opener.end() :] if opener else body
    if len(rest.split()) < _SHORTEST:
        return False
    if negated := _NEGATED.match(rest):
        verb = negated["verb"].lower()
        if verb.endswith("ing"):
            return rest.lower().startswith(("stop ", "avoid ", "quit ", "no more "))
        return _verb(verb) or (not is_past(verb) and bool(_AFTER_ORDER.match(rest[negated.end() :].lstrip())))
    word = _WORD.match(rest)
    if not word or not _verb(word[0].lower()):
        return False
    low, after = word[0].lower(), rest[word.end() :].lstrip()
    if not after or _NOT_ORDER.match(after) or (after[0] == "," and low in _NOUNS):
        return False
    if low == "have" and (is_past(after.split(maxsplit=1)[0]) or after.startswith("been")):
        return False
    return bool(_AFTER_ORDER.match(after)) or low in _PLAIN or after[0] in "\"'"


def _verb(word: str) -> bool:
    return word in _ORDERS or is_deed(word) or is_base(word)


def is_irreal(text: str) -> bool:
    """Whether it is wished, dreamt, joked or supposed, and not meant to happen."""
    return bool(_IRREAL.search(text))


@lru_cache(maxsize=8_000)
def is_told(body: str) -> bool:
    """Whether its first verb stands in the past: what was done, not what is to be done."""
    own = _OWN_VERB.match(body)
    if own and own[1].lower() not in _AUXILIARY:
        return own[1].lower() in _WAS or (is_past(own[1]) and own[1].lower() not in _NOT_TOLD)
    for at, word in enumerate(_WORD.findall(body.lower())[:9]):
        if at < 2 and not own and (_verb(word) or word in _SEEMS) and not is_past(word):
            return False
        if at == 0 and word in ("let", "put", "read", "set", "cut"):
            return False
        if word in _AUXILIARY:
            return False
        if word in _WAS:
            return True
        if is_past(word) and word not in _NOT_TOLD:
            return True
    return False


_SEEMS = word_set("sound look seem feel come tend appear")
_NOT_TOLD = word_set(
    """
    agreed put let cut read set hit cast shut split approved supposed interested used left lost lit lead
    based needed related detailed organised organized focused dated closed"""
)
