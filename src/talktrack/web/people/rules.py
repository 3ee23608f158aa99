"""Who may ask for what. A view says so with `@allow`; a view that says nothing cannot be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.urls import URLPattern, URLResolver, get_resolver

ANYONE = "anyone"
OWNER = "owner"

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Rule:
    """The roles that may reach a view, and the methods it answers."""

    roles: frozenset[str]
    methods: frozenset[str]

    def admits(self, role: str | None) -> bool:
        """Whether someone of that role (None for someone unknown) may pass."""
        return ANYONE in self.roles or role in self.roles


def allow(*roles: str, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """Declare who may reach a view, and how. HEAD comes with GET."""
    every = {*methods, "HEAD"} if "GET" in methods else {*methods}
    rule = Rule(frozenset(roles), frozenset(every))

    def declare(view: View) -> View:
        view.rule = rule  # type: ignore[attr-defined]
        return view

    return declare


def rule_of(view: Callable[..., Any]) -> Rule | None:
    """The rule that the view declares, or None."""
    found = getattr(view, "rule", None)
    return found if isinstance(found, Rule) else None


def register() -> Iterator[tuple[str, URLPattern, Rule | None]]:
    """Every address of the site as a route, with its pattern and its rule (None where none is declared)."""
    yield from _below("", get_resolver().url_patterns)


def _below(prefix: str, patterns: Any) -> Iterator[tuple[str, URLPattern, Rule | None]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _below(route, pattern.url_patterns)
        else:
            yield route, pattern, rule_of(pattern.callback)
