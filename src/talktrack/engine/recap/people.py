"""Who is who in the notes of one meeting: the owner, the one across the table, and whoever else is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from talktrack.engine.story import Contact, Conversation, Journey, contact, manager
from talktrack.kit.similarity.words import content_words
from talktrack.kit.words import word_set

_ME = word_set("i me my mine myself i'll i'd i'm i've self")
_PRONOUNS = {
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themself", "themselves"), "they"),
}
_MANAGER = word_set("manager boss supervisor lead chef gaffer sir madam ma'am")
_ALSO_WORDS = word_set(
    """will may mark grace hope faith joy rose bill pat sue art dawn drew rob jack penny frank rich max ray guy gene
    page chase june april august summer dean miles victor iris ivy olive ruby pearl violet jade amber sandy crystal
    daisy heather holly lily robin jay lance nick peg skip wade mei ben an do so even long young may lin son in"""
)
"""Names that are words too: those count only with their capital."""
_SHORTEST = 3
"""Letters of a name cut short."""
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|dr|prof|sir|herr|frau)\.?\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ARTICLE = re.compile(r"(?:my|the|our)\s+(?:line\s+)?")
_TO_DO = (
    r"to[- ]?do(?:'?s|(?:'s)? list)?|actions?(?: (?:items?|points?|list))?|ais?|tasks?|homework|next steps?"
    r"|promises|commitments"
)
_DOER = r"(?P<who>(?:(?:my|the) )?[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*)?)"
_LISTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_TO_DO})\W+(?:(?:for|of|on|by) )?{_DOER}",
        rf"{_DOER}(?:'s?)?\W+(?:{_TO_DO}|side|part|list|jobs?|will(?: do)?)",
        rf"for {_DOER}(?: to do)?",
        rf"what {_DOER} (?:do|does|will do|is to do|(?:has|have|needs?|is going) to do|must do|promised|promises)",
    )
)
"""What names whose list it is, and nothing else: "TODO Ann", "her actions", "for me", "what Ann does"."""
_LONGEST_LIST = 40


@dataclass(frozen=True)
class People:
    """The people of one conversation, as far as their names tell them apart."""

    owner: str = ""
    """The name of the one whose notes these are."""
    manager: str = ""
    """The id of the contact across the table; "" where none is known."""
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """"she", "he" or "they" by id, where it was entered."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The full name by id."""
    called: Mapping[str, str] = field(default_factory=dict)
    """By lower-cased name or initials, the id of the only one who has them; "me" for the owner."""

    def resolve(self, word: str, named: Iterable[str] = ()) -> str:
        """Who is meant by a word of the notes: "me", the id of a contact, or "" where it is not certain.

        An initial or a name counts where only one has it. A pronoun counts where it was entered for the manager, or
        for one of those `named` nearby (ids), and for only one of them.
        """
        plain = word.strip().replace("’", "'")
        plain = plain[:-2] if plain.endswith(("'s", "'S")) else plain
        low = plain.lower()
        if low in _ME:
            return "me"
        if low in _PRONOUNS:
            near = {self.manager, *named} - {"", "me"}
            fitting = [who for who in near if self.pronouns.get(who) == _PRONOUNS[low]]
            return fitting[0] if len(fitting) == 1 else ""
        if _ARTICLE.sub("", low) in _MANAGER:
            return self.manager
        plain = _TITLE.sub("", plain)
        if plain.islower() and (len(plain) < 3 or low in _ALSO_WORDS):
            return ""
        found = self.called.get(plain.lower().replace(".", ""), "")
        return found or (
            self._short(plain.lower()) if plain[:1].isupper() and plain.lower() not in _ALSO_WORDS else ""
        )

    def whose(self, words: str) -> str:
        """The name of the one whose list of things to do those words name, "me" for the owner; "" where they do not.

        A pronoun is the manager's where the one entered for the manager fits, or none was entered.
        """
        plain = words.replace("’", "'").strip(" \t#*_:–—-()[].") if len(words) <= _LONGEST_LIST else ""
        for pattern in _LISTS:
            if found := pattern.fullmatch(plain):
                who = self.resolve(found["who"])
                if not who and found["who"].lower() in _PRONOUNS and not self.pronouns.get(self.manager):
                    who = self.manager
                if who:
                    return "me" if who == "me" else self.names[who]
        return ""

    def _short(self, word: str) -> str:
        """Whose name it is the beginning of, as "Gill" of "Gillian"; "" where several or nobody's."""
        if len(word) < _SHORTEST:
            return ""
        long = {who for form, who in self.called.items() if form.startswith(word) and " " not in form}
        return next(iter(long)) if len(long) == 1 else ""

    def cut_short(self, who: str) -> frozenset[str]:
        """The beginnings of somebody's first name that may stand for it in a sentence: "shaz" of "shazia"."""
        name = self.name(who).lower()
        starts = (name[:n] for n in range(_SHORTEST + 1, len(name)))
        return frozenset(s for s in starts if self._short(s) == who and s not in _ALSO_WORDS and content_words(s))

    def named(self, text: str) -> tuple[str, ...]:
        """Whoever is named in the text, in order, each once; pronouns are left out."""
        found: dict[str, None] = {}
        for word in _WORD.findall(text):
            low = word.lower()
            if not (low in _ME or low in _PRONOUNS or low in _MANAGER) and (who := self.resolve(word)):
                found[who] = None
        return tuple(found)

    def name(self, who: str) -> str:
        """The first name of a contact or of the owner; "" for nobody."""
        full = self.owner if who == "me" else self.names.get(who, "")
        return full.split()[0] if full else ""


def people(journey: Journey, conversation: Conversation | str) -> People:
    """The people of that conversation of the journey."""
    held = conversation
    if isinstance(held, str):
        held = next((c for c in journey.conversations if c.id == conversation), Conversation(id=held))
    across: Contact | None = contact(journey, held.contact) or manager(journey)
    owners: dict[str, set[str]] = {}
    everyone = [("me", journey.person.name), *((c.id, c.name) for c in journey.contacts)]
    for who, name in everyone:
        for form in _forms(name) | ({who.replace("-", " ")} if len(who) >= _SHORTEST else set()):
            owners.setdefault(form, set()).add(who)
    return People(
        owner=journey.person.name,
        manager=across.id if across else "",
        pronouns={c.id: c.pronoun for c in journey.contacts if c.pronoun},
        names={c.id: c.name for c in journey.contacts},
        called={form: next(iter(ids)) for form, ids in owners.items() if len(ids) == 1},
    )


def _forms(name: str) -> set[str]:
    """What somebody of that name is called: whole, by each part, by initials."""
    parts = [part.strip(".,") for part in name.lower().split() if part.strip(".,")]
    if not parts:
        return set()
    initials = "".join(part[0] for part in parts)
    forms = {" ".join(parts), parts[0], parts[0][0], initials, *parts}
    return forms | ({parts[0][0] + parts[-1][0], f"{parts[0]} {parts[-1][0]}"} if len(parts) > 1 else set())
