"""The way to a view: the right host, our own pages, someone who may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers

from .launch import recognise
from .rules import rule_of
from .views import refused, typed_in, wrong_host

Next = Callable[[HttpRequest], HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def exact_host(get_response: Next) -> Next:
    """Outermost: answer only under the one host and port of this server.

    A page elsewhere can point a name of its own at this machine (DNS rebinding); its requests carry that name.
    """
    expected = urlsplit(settings.ORIGIN).netloc

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.META.get("HTTP_HOST") != expected:
            return wrong_host()
        return get_response(request)

    return middleware


def own_pages_only(get_response: Next) -> Next:
    """Writes come from our own pages; reads from our own pages or from a person who opens an address."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not (_reads(request) if request.method in SAFE else _writes(request)):
            return refused("This was asked for by another page, so nothing was shown or changed.")
        response = get_response(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware


def _writes(request: HttpRequest) -> bool:
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None and site != "same-origin":
        return False
    # "null" comes with forms of pages that send no referrer; then Sec-Fetch-Site alone must vouch.
    return origin == settings.ORIGIN or (site is not None and origin in (None, "null"))


def _reads(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site", "none")
    opened = request.headers.get("Sec-Fetch-Mode") == "navigate" and (
        request.headers.get("Sec-Fetch-Dest") == "document"
    )
    return site in ("same-origin", "none") or opened


class Doorkeeper:
    """Says who is asking, and lets nobody through to a view that does not admit them."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.subject = recognise(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        patch_vary_headers(response, ["Cookie", "HX-Request"])
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        rule = rule_of(view)
        if rule is None:
            raise Http404
        subject = request.subject  # type: ignore[attr-defined]
        if not rule.admits(subject.role if subject else None):
            return refused("This workbook opens for its owner only.", typed=typed_in(request))
        if request.method not in rule.methods:
            return HttpResponseNotAllowed(sorted(rule.methods))
        return None
