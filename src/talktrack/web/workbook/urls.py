"""The addresses of the workbook: the stages in the order of the journey, each in the words of `engine.STAGES`.

Order within a stage: fixed words ("new/", "draft/") before names of records.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import today, undoing

_BEGINNING: list[URLPattern | URLResolver] = [
    path("", today.home, name="home"),
    path("today/", today.today, name="today"),
    path("today/refuse/<slug:step>/", today.refuse),
    path("undo/<str:token>/", undoing.undo, name="undo"),
]
_ORGANISATION_TO_PREPARE: list[URLPattern | URLResolver] = []
_AROUND: list[URLPattern | URLResolver] = []
"""Finding, history, bringing in and taking away, who can see what, the person."""

urlpatterns = [*_BEGINNING, *_ORGANISATION_TO_PREPARE, *_AROUND]
