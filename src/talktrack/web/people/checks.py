"""The check at start: every address has a rule."""

from __future__ import annotations

from typing import Any

from django.core.checks import Error, register

from . import rules


@register()
def every_view_has_a_rule(**_: Any) -> list[Error]:
    """An error for each address whose view does not say who may reach it."""
    return [
        Error(f"/{route} does not say who may reach it.", hint="Put @allow(...) on its view.", id="people.E001")
        for route, _pattern, rule in rules.register()
        if rule is None
    ]
