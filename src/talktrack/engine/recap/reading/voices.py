"""Who may stand as the subject of a clause in these notes, as patterns: the manager, the owner, anybody else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from talktrack.engine.recap.people import People

_SAYS = (
    r"said|says|say|told(?: (?:me|us|that)|(?=:| (?:i|my|the)\b))|tells? me|thinks?|thought|reckons?|reckoned"
    r"|feels?|felt|believes?"
    r"|believed|mentioned|mentions|"
    r"added|adds|explained|explains|noted|notes|meant|means|pointed out|points out|noticed|notices|repeated"
    r"|confirmed|complained|complains|named|names|wishes|"
    r"confirms|answered|replied|admitted|admits|stressed|stresses|sees|was like|goes|knew|knows|heard|hears"
    r"|remarked|remembered|"
    r"wrote|asked|asks|wonders|wondered|hopes|hoped"
)


@dataclass(frozen=True)
class Voices:
    """The patterns of one conversation, each to be put into a larger one."""

    manager: str
    """Whoever sits across the table: name, initials, any pronoun."""
    other: str
    """Anybody else by name; a pattern that never fits where nobody is known."""
    frame: re.Pattern[str]
    """What reports words in front of them: "she said that", "J thinks", "told me"."""
    view: re.Pattern[str]
    """What says whose view follows: "in her view", "according to J"."""
    after: re.Pattern[str]
    """What reports words behind them: ", she said"."""
    subject: re.Pattern[str]
    """Who does it, at the beginning of a clause: `me`, `manager` or `other` as the group that fits."""


def voices(people: People) -> Voices:
    """The patterns for these people."""
    manager = frozenset(form for form, who in people.called.items() if who == people.manager and who)
    other = frozenset(form for form, who in people.called.items() if who not in ("me", people.manager))
    return _voices(manager, other, people.cut_short(people.manager))


@lru_cache(maxsize=64)
def _voices(manager: frozenset[str], other: frozenset[str], short: frozenset[str]) -> Voices:
    titles = r"(?:my |the )?(?:boss|manager)|sir|madam|ma'am"
    across = rf"(?:he|she|they|{titles}|(?:mr|mrs|ms|dr|miss)\.? \w+{_forms(manager, '|')}{_cut_short(short)})"
    others = f"(?:{_forms(other) or '(?!)'})"
    frame = re.compile(
        rf"(?:(?:and|but|also|then|so|again|though|because|overall|generally|mostly|apparently|finally"
        rf"|in general|in the end|at the end"
        r"|as an? \w+|of course|at the same time"
        r"|(?:first|one more|another|the (?:first|last|other|next)|last|other) thing"
        r"|um+|uh|oh|well|regarding [^,]{3,40}"
        r"|on the (?:other|one|plus|positive|negative|whole)(?: hand| side)?),? )*"
        rf"(?:(?P<who>{across}|i|we"
        rf"|{others})"
        rf"(?:'s| is| has|'d| had| also| then| even| just| always| once"
        rf"| only)* )?(?P<verb>(?:(?!to\b)\w+ ){{0,4}}to say|{_SAYS})"
        r"(?: (?:to me|again|also|then|straight away|clearly|once more))*(?P<that> that|,|:)?\s+",
        re.IGNORECASE,
    )
    subject = re.compile(
        rf"(?:and |but |so |then |also )*(?:(?P<me>i|we|my)|(?P<manager>{across})|(?P<other>{others}|the"
        rf"|people|nobody))\b",
        re.IGNORECASE,
    )
    after = re.compile(
        rf"[\",]*\s+(?P<who>{across}|{others})(?: (?:also|then))? (?:said|says|thinks|thought|reckons|reckoned"
        rf"|finds|feels)\b"
        r"(?=\s*(?:$|[.,;:!?)–—-]))",
        re.IGNORECASE,
    )
    view = re.compile(
        rf"(?:and |but )*(?:in (?:his|her|their|{across}'s) (?:view|opinion|eyes)"
        rf"|according to (?:him|her|them|{across})),?\s+",
        re.IGNORECASE,
    )
    return Voices(across, others, frame, view, after, subject)


def _cut_short(starts: frozenset[str]) -> str:
    """Beginnings of a name, which count only with a capital, the longest first."""
    words = [w for s in sorted(starts, key=lambda s: (-len(s), s)) for w in (s.capitalize(), s.upper())]
    return f"|(?-i:{'|'.join(map(re.escape, words))})" if words else ""


def _forms(forms: frozenset[str], lead: str = "") -> str:
    """Names in any case, initials only as capitals, the longest first."""
    long = [re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)) if len(f) > 3 or " " in f]
    short = [re.escape(f.upper()) for f in sorted(forms, key=lambda f: (-len(f), f)) if len(f) <= 3]
    short += [re.escape(f.capitalize()) for f in sorted(forms) if 1 < len(f) <= 3]
    parts = [*long, *([f"(?-i:{'|'.join(short)})"] if short else [])]
    return lead + "|".join(parts) if parts else ""
