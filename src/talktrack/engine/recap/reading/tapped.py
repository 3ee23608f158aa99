"""Notes of the live mode: their kind was tapped, so half a sentence is enough."""

from __future__ import annotations

from .agreements import Stand, stand
from .units import Unit
from .voices import Voices


def stand_of(read: tuple[Unit, ...], voice: Voices) -> Stand:
    """Where the manager stands by a note that was tapped as an agreement: agreed, unless its words say otherwise."""
    found = [one for unit in read if (one := stand(unit, voice, goes_on=True))]
    worst = next((one for one in found if one.state == "disagreed"), None)
    return worst or next((one for one in found if one.state == "conditional"), None) or Stand("agreed")
