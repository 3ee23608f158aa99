"""The addresses of the workbook: the stages in the order of the journey, each in the words of `engine.STAGES`.

Order within a stage: fixed words ("new/", "draft/") before names of records.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from .views import accomplishment, evidence, margin, start, today, undoing

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
_EVIDENCE: list[URLPattern | URLResolver] = [
    path("evidence/", evidence.evidence, name="evidence"),
    path("evidence/draft/", evidence.draft),
    path("evidence/use/<slug:rule>/", evidence.use),
    path("evidence/dismiss/<slug:rule>/", evidence.dismiss),
    path("evidence/<slug:name>/", accomplishment.one, name="accomplishment"),
    path("evidence/<slug:name>/draft/", accomplishment.draft),
    path("evidence/<slug:name>/say/<slug:verb>/", evidence.say),
    path("evidence/<slug:name>/delete/", accomplishment.delete),
    path("evidence/<slug:name>/history/", accomplishment.history),
    path("evidence/<slug:name>/history/<int:version>/", accomplishment.again),
    path("margin/<slug:rule>/<path:about>/", margin.decide),
]
_ORGANISATION_TO_PREPARE: list[URLPattern | URLResolver] = []
_AROUND: list[URLPattern | URLResolver] = []
"""Finding, history, bringing in and taking away, who can see what, the person."""

urlpatterns = [*_BEGINNING, *_EVIDENCE, *_ORGANISATION_TO_PREPARE, *_AROUND]
