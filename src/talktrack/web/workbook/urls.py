"""The addresses of the workbook: the stages in the order of the journey, each in the words of `engine.STAGES`.

Order within a stage: fixed words ("new/", "draft/") before names of records.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import start, today, undoing

_BEGINNING: list[URLPattern | URLResolver] = [
    path("", today.home, name="home"),
    path("start/", start.start, name="start"),
    path("start/agenda/", start.agenda, name="first-agenda"),
    path("start/agenda/<slug:question>/", start.answer),
    path("start/agenda/<slug:question>/skip/", start.pass_by),
    path("today/", today.today, name="today"),
    path("today/refuse/<slug:name>/", today.refuse),
    path("journey/", today.walk, name="journey"),
    path("undo/<str:token>/", undoing.undo, name="undo"),
]
_ORGANISATION_TO_PREPARE: list[URLPattern | URLResolver] = []
_AROUND: list[URLPattern | URLResolver] = []
"""Finding, history, bringing in and taking away, who can see what, the person."""

urlpatterns = [*_BEGINNING, *_ORGANISATION_TO_PREPARE, *_AROUND]
