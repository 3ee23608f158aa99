"""The word lists of the passive detector, read once from the text files beside this module."""

from __future__ import annotations

from pathlib import Path

from talktrack.kit.words import word_set


def _read(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] not in {"#", "["} for word in line.split())


IRREGULAR = _read("irregular.txt")
STATES = _read("states.txt")
PERSONS = _read("persons.txt")
PLACED = _read("placed.txt")
_CONTRACTED = {
    "'s": word_set("it that this what who which where here there how why when everything everyone something he she"),
    "'re": word_set("we you they these those what there"),
    "'m": word_set("i"),
}
BE = word_set("be am is are was were been being isn't aren't wasn't weren't ain't 's 're 'm").union(
    f"{word}{end}" for end, group in _CONTRACTED.items() for word in group
)
"""Forms of "be", contractions whole ("it's") and split ("'s")."""
BEFORE_S = _CONTRACTED["'s"]
"""Before a split "'s" these make "is" of it; after a noun it mostly owns."""
GET = word_set("get gets got getting gotten")
PEOPLE = word_set("i we you he she they who everyone everybody somebody someone nobody")
ADVERBS = word_set(
    "not n't never also always already still just only even now then often soon ever both all almost again once "
    "twice first later more most much well yet thus rather quite so far too perhaps maybe either neither hereby "
    "thereby therefore otherwise no longer long since in turn being been"
)
NOT_PARTICIPLES = word_set(
    "need red bed speed feed seed weed indeed hundred embed exceed proceed succeed bleed breed creed deed greed heed "
    "reed shed sled speed steed wed kindred infrared aged med"
)
FINITE = word_set("is are was were am isn't aren't wasn't weren't")
OPENERS = word_set('why how when where what who which whom whose and but so , ; : . ? ! - ( "')
"""After these, or at the start, "is" can stand before its subject: "why was the plan changed"."""
CLAUSE_ENDS = word_set(". ; : ? ! ( ) because when while which that who where but if although so")
SUBJECT_ENDS = word_set(", . ; : ? ! ( ) to of in on at for with by from that and or but if as than not n't")
NO_AGENT = word_set(
    "email e-mail mail phone post hand default mistake accident law way means chance far itself now then today "
    "tomorrow noon midnight end half least most design nature definition contract force train car bus plane large"
)
"""After "by" these say how, when or how much, not who."""
OF_TIME = word_set("end start beginning middle deadline time week month quarter year day next last first second then")
AMOUNTS = word_set(
    "reduced increased cut raised grown lowered improved extended shortened delayed exceeded missed beaten boosted "
    "halved doubled multiplied"
)
