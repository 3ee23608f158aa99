"""Finding in a tuple of records without walking through it: indexed once for each tuple, since none ever changes.

A loop over records that looks up other records would otherwise take their product: seconds for a full workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .contact import Contact
from .link import Link
from .statement import Statement

_MOST = 16
"""Tuples that are remembered: the same few of each journey that is being looked at."""


class _Same:
    """A tuple by what it is, not by what it holds: comparing thousands of records would take longer than the walk."""

    __slots__ = ("records",)

    def __init__(self, records: tuple[Any, ...]) -> None:
        self.records = records

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.records is other.records

    def __hash__(self) -> int:
        return id(self.records)  # held by the cache for as long as it is a key, so no other tuple gets this number


def statements_by_id(statements: tuple[Statement, ...]) -> Mapping[str, Statement]:
    """Each statement under its id."""
    return _by_id(_Same(statements))


def contacts_by_id(contacts: tuple[Contact, ...]) -> Mapping[str, Contact]:
    """Each contact under its id."""
    return _by_id(_Same(contacts))


def links_of(links: tuple[Link, ...], record: str) -> tuple[Link, ...]:
    """The links of one record ("goals/nordic"), in their order."""
    return _by_record(_Same(links)).get(record, ())


@lru_cache(_MOST)
def _by_id(key: _Same) -> dict[str, Any]:
    return {record.id: record for record in reversed(key.records)}  # of two with one id the first counts


@lru_cache(_MOST)
def _by_record(key: _Same) -> dict[str, tuple[Link, ...]]:
    found: dict[str, tuple[Link, ...]] = {}
    for link in key.records:
        found[link.record] = (*found.get(link.record, ()), link)
    return found
