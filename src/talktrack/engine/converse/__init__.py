"""The conversation as it is held: where one stands, what to say next, what to drop, and how one listened."""

from .address import Address, address
from .cards import Card, cards
from .listening import review
from .live import Anchor, Place, next_card, place
from .schedule import Part, Plan, Schedule, Slot, as_json, schedule
from .sheet import sheet
from .unsafe import UNSAFE

__all__ = [
    "UNSAFE",
    "Address",
    "Anchor",
    "Card",
    "Part",
    "Place",
    "Plan",
    "Schedule",
    "Slot",
    "address",
    "as_json",
    "cards",
    "next_card",
    "place",
    "review",
    "schedule",
    "sheet",
]
