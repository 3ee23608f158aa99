"""Every address. A view without a declared rule cannot be reached, and the system check refuses to start."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("talktrack.web.people.urls")),
    path("", include("talktrack.web.workbook.urls")),
]
handler404 = "talktrack.web.people.views.not_there"
handler500 = "talktrack.web.people.views.broken"
