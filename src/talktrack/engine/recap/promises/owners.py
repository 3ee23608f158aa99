"""Who would do it, as notes name people: "Ann", "@ann", "AB", "Ann and Bo", "JZ / BN", "all", "she"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from talktrack.engine.recap.promises.deeds import did, is_deed, third
from talktrack.kit.words import MONTHS, WEEKDAYS, word_set

I = word_set("i me myself")  # noqa: E741
OTHERS = word_set("he she they")
WE = word_set("we both us")
GROUP = word_set("all everyone everybody team group others")
_PRONOUN = re.compile(
    r"(?:(?:[Ii]|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|me|ME|Me|myself|[Bb]oth of us|[Bb]oth)(?![\w@-]|\.\w)"
    r"|[Ii](?=(?:ll|m|ve)\b)|(?:[Tt]hey)(?=(?:ll|re)\b)|(?:[Hh]e|[Ss]he)(?=s\b))"
)
_HANDLE = re.compile(r"@\w[\w-]*(?:\.\w[\w-]*)*|\w[\w-]*(?:\.\w+)*@(?![\w.])")
_GROUP = re.compile(r"(?:[Aa]ll|[Ee]veryone|[Ee]verybody)(?![\w-])")
_NAME = re.compile(r"[^\W\d_a-z][\w'-]*(?<!')")
_SMALL = re.compile(r"[a-z][a-z0-9]*(?:[-_]?[a-z0-9]+)*(?:(?='s )|(?='ll )|(?![\w'@.-]))")
_IS_DOING = re.compile(r"'s (?:gonna|going|also |\w+ing\b|to \w)")
_BODY = re.compile(
    r"(?:(?:[Mm]y|[Tt]he|[Oo]ur) )?(?:manager|boss|supervisor|team lead|line manager)(?!['’\w-])"
    r"|(?:[Tt]he |[Oo]ur )?(?:HR|IT|[Pp]ayroll|[Ff]inance|[Ll]egal|[Ff]acilities|[Aa]ccounts|[Rr]ecruiting)(?= (?:will|to|is going)\b|'ll\b)"
    r"|[Tt]he (?:agency|founders|partners|board|office|recruiter|supplier|admin|union|bank|school|college)(?= (?:will|to|are|is)\b|'ll\b)"
)
"""People who are called by their post or their place."""
_FROM = re.compile(r" (?:from|in|at|of) (?:the )?[A-Z][\w-]*(?= (?:will|to|is|has)\b|'ll\b|:)")
_INITIAL = re.compile(r"[A-Z]\.(?= (?:to|will|is|has)\b|:|'ll\b)")
_PARTICLE = re.compile(r"(?:de|van|von|der|den|la|del|di|da|al|el|bin|ter) (?=[A-Z])")
_JOIN = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*[&/+]\s*|\s+(?=@)")
_ALSO_VERBS = word_set(
    "mark grant chase bill rob will sue jack frank pat ray drew dean victor grace hope pierce ward"
)
_DOES = re.compile(r"(?:'ll|:| to| will| and| &| /|,) ")
_WISHES = word_set("tends wants needs has seems likes hopes plans intends expects gonna prefers doesn't didn't won't")
_NO_NAME = re.compile(
    r".{3,}(?:ing|ness|ment|ments|tion|tions|ity|ities|able|ible|ous|ful|less|ive|ally|ward|ance|ence|wise)$"
)
"""Endings of words that are no names, in small letters or at the beginning of a sentence."""
_LONGEST_NAME = 4
_MOST_JOINED = 8

NO_PERSON = (
    word_set(
        """a able about above according action actions after again agenda agreed agreement aim all-hands also although always an
    and another any anyone april as ask at attempt august because before being below best both but by call can chance
    comment comments concern consensus currently data date day december decided decision depending desire did
    discussed discussion do does during each easy effort either else et etc even every everything example february
    feedback few final finally first for free friday from further general goal goals good great had happy hard has
    have hence here hope how however idea ideas if in instead intent interested into is issue issues it item items its
    january july june just last later least less let link links long looking lot lots march maybe meeting minutes
    monday month more most motion much my need needs never new next nice no nobody none not note notes nothing november now
    number october of off ok okay old on once one only open opportunity option or other our out over own people perhaps
    permission phase plan please poll possible pr problem proposal q question questions quick re ready reason regarding
    related request required resolution result results right roll same saturday see september several should similar
    simple since so some somebody someone something soon space still stuff such suggestion sunday sure tbd thank thanks that the
    their them then there these they thing things this those though three thursday thus time timeline to today todo tomorrow
    too topic topics tuesday two under until up update updates use very via view volunteer vote want was way ways
    we wednesday week welcome well were what when where whether which while who why will wish with work would year yes
    yesterday you your agreed deal done due decision fyi nb ps asap eod outcome status background summary conclusion
    proposed presentation intro introduction overview scope purpose context motivation details description version
    example examples pros cons case cases step steps warning important reminder attendees present regrets
    location host dates times contact wifi where logistics registration minute moderator notetaker scribe chair lead
    facilitator recording links present url api ui ux cli
    advice asap ask ask background better budget careful case close closing course deadline decisions duration end fyi help
    home impact keep main money opening outcome pay personal place points praise priority problem project projects re
    reaction reactions remember reminder risk salary second situation start stop strengths strong subject summary task tasks tip
    tips title topic training travel urgent warning weak we worry thoughts office company team it"""
    )
    | MONTHS
    | WEEKDAYS
)
"""What begins a line with a capital and names nobody."""


@dataclass(frozen=True)
class Owner:
    """Where the name of who would do it stands."""

    start: int
    end: int
    kind: str
    """"i", "other" (a pronoun), "you", "we", "group", "body" (a post or a department), "handle", "known", "initials", "name"
    or "small"."""
    count: int = 1


def owner_at(text: str, at: int, known: Collection[str]) -> Owner | None:
    """The owner that is named exactly there, several joined ones included; None where nobody is."""
    first = _one(text, at, known)
    if not first:
        return None
    end, kind = first
    count = 1
    while count < _MOST_JOINED and (join := _JOIN.match(text, end)):
        more = _one(text, join.end(), known)
        if not more or more[1] in {"small", "group"}:
            break
        end, count = more[0], count + 1
    return Owner(at, end, kind, count)


def _one(text: str, at: int, known: Collection[str]) -> tuple[int, str] | None:
    """End and kind of the one person named there."""
    if at >= len(text):
        return None
    char = text[at]
    if found := _PRONOUN.match(text, at):
        low = found[0].lower()
        kind = "i" if low in I else "other" if low in OTHERS else "you" if low == "you" else "we"
        return found.end(), kind
    if found := _HANDLE.match(text, at):
        return found.end(), "handle"
    if found := _GROUP.match(text, at):
        return found.end(), "group"
    if found := _BODY.match(text, at):
        return found.end(), "body"
    if found := _INITIAL.match(text, at):
        return found.end(), "initials"
    if char.isupper():
        name = _name(text, at, known)
        place = _FROM.match(text, name[0]) if name else None
        return (place.end(), name[1]) if place and name else name
    if (found := _SMALL.match(text, at)) and found[0] in known:
        return found.end(), "known"
    if found and len(found[0]) > 2 and at == 0 and not _common(found[0]):
        return found.end(), "small"
    return None


def _common(word: str) -> bool:
    """Whether a word in small letters is surely no handle."""
    return (
        word in NO_PERSON
        or word in _WISHES
        or is_deed(word)
        or word.endswith("ed")
        or did(word)
        or bool(third(word) or _NO_NAME.match(word))
    )


def _name(text: str, at: int, known: Collection[str]) -> tuple[int, str] | None:
    words: list[tuple[str, int]] = []
    place = at
    while len(words) < _LONGEST_NAME and (found := _NAME.match(text, place)):
        word, end = found[0], found.end()
        if word.endswith("'s"):
            word, end = word[:-2], end - 2
            if not _IS_DOING.match(text, end):
                break
        if words and word.lower() in NO_PERSON:
            break
        if words and is_deed(word) and word.lower() not in known:
            break
        words.append((word, end))
        if text[end : end + 1] != " ":
            break
        place = end + 1
        if particle := _PARTICLE.match(text, place):
            place = particle.end()
    if not words:
        return None
    first = words[0][0]
    low = first.lower()
    whole = text[at : words[-1][1]]
    if low in known or whole.lower() in known:
        return words[-1][1], "known"
    if low in NO_PERSON or did(low) or low in _WISHES or (len(words) == 1 and (third(low) or _NO_NAME.match(low))):
        return None
    if is_deed(first) and len(words) == 1 and not (low in _ALSO_VERBS and _DOES.match(text, words[0][1])):
        return None
    if len(first) <= 3 and first[:2].isupper() and len(words) == 1:
        return words[0][1], "initials"
    return words[-1][1], "name"
