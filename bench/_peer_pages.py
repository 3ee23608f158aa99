"""The addresses of the workbook, and beside them stock views of the same rows, behind the same middleware."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.generic import ListView

from talktrack.web.people.rules import OWNER, allow
from talktrack.web.people.subject import subject_of
from talktrack.web.urls import handler404, handler500
from talktrack.web.urls import urlpatterns as ours
from talktrack.web.workbook.models import Record

__all__ = ["handler404", "handler500", "urlpatterns"]


class Rows(ListView):  # type: ignore[type-arg]
    """Fifty rows of one kind, the latest first, in the simplest template there is."""

    template_name = "_peer_rows.html"
    paginate_by = 50
    kind = ""
    state = ""

    def get_queryset(self) -> QuerySet[Record]:
        rows = Record.for_subject(subject_of(self.request)).filter(kind=self.kind, deleted_at=None)
        return (rows.filter(state=self.state) if self.state else rows).order_by("-day")


def _bare(request: HttpRequest) -> HttpResponse:
    """A page without rows."""
    return render(request, "_peer_rows.html", {"object_list": [{"title": n} for n in range(50)]})


def _stock(**chosen: Any) -> Any:
    return allow(OWNER)(Rows.as_view(**chosen))


urlpatterns = [
    *ours,
    path("peer/bare/", allow(OWNER)(_bare)),
    path("peer/evidence/", _stock(kind="accomplishments")),
    path("peer/goals/", _stock(kind="goals")),
    path("peer/today/", _stock(kind="commitments", state="open")),
    path("peer/organisation/", _stock(kind="statements")),
    path("peer/alignment/", _stock(kind="links", paginate_by=34)),
]
