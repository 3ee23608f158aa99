"""When words tell of unequal treatment. The coach does not judge those: it says who is qualified to help."""

from __future__ import annotations

from talktrack.kit.text import Phrases, Prose

_COMPLAINT = Phrases(
    "discriminated|discriminating|discriminates against", "is|was|be|of|and|or discrimination", "discriminatory",
    "racist|sexist|ageist|homophobic|transphobic|antisemitic|islamophobic|ableist",
    "racism|sexism|ageism|homophobia|transphobia|ableism",
    "am|was|been|being|be|felt|feel|got harassed|bullied|victimised|victimized", "is|was|of|for|and harassment",
    "sexual|sexually harassed|harassment", "retaliated|retaliating|retaliation",
    "because|account of my age|race|gender|sex|religion|faith|disability|pregnancy|accent",
    "because|account of my nationality|ethnicity|colour|color|sexuality|origin|illness|skin|hair",
    "because i'm a|an woman|man|mother|father|parent|immigrant",
    "because i'm a|an foreigner|muslim|jew|christian|hindu|lesbian",
    "because i'm black|brown|white|asian|muslim|jewish|gay",
    "because i'm trans|disabled|pregnant|old|older|young|younger|foreign",
    "treated differently|worse because|for|as|due", "unequal|equal pay", "paid less than|because",
)  # fmt: skip

TRIGGERS = _COMPLAINT.triggers
"""Words of which a complaint holds at least one."""
ROUTE = (
    "Before you share it, talk to someone qualified: a union or works council, the body for equal treatment at "
    "work, or an employment lawyer. Note what happened, with dates, in a place of your own."
)
"""Where to turn. Not legal advice, and no judgement of the matter."""


def complaint(prose: Prose) -> tuple[int, int] | None:
    """Where the words tell of unequal treatment: first token, and token after; None where they do not."""
    return next(iter(prose.find(_COMPLAINT)), None)
