from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    name = "talktrack.web.people"
    label = "people"

    def ready(self) -> None:
        from . import checks  # noqa: F401  registers the system check
