"""Evidence: the track record, its strongest parts, and how they sound."""

from .numbers import plain, with_unit
from .record import Delivery, Targets, Transfer, delivery, met, serving, targets, transfers
from .spoken import Line, spoken, unverified
from .strongest import Ranked, strongest
from .tenure import NUMBER_WORDS, tenure

__all__ = [
    "NUMBER_WORDS", "Delivery", "Line", "Ranked", "Targets", "Transfer", "delivery", "met", "plain", "serving",
    "spoken", "strongest", "targets", "tenure", "transfers", "unverified", "with_unit",
]  # fmt: skip
