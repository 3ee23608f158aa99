"""Local mode's way in: a one-time token from the terminal, exchanged for a cookie.

Every program on a machine can reach a loopback port, those of its other users too. So an address alone opens
nothing: the token proves that whoever holds the browser could read the owner's terminal or home folder.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from .models import Launch
from .subject import Subject

TOKEN_LASTS = timedelta(hours=1)
COOKIE_LASTS = timedelta(days=30)
_SALT = "talktrack.people.cookie"


def issue(subject: Subject) -> str:
    """A new launch token for this subject; good once, for an hour."""
    Launch._all.filter(made_at__lt=timezone.now() - TOKEN_LASTS).delete()
    token = secrets.token_urlsafe(32)
    Launch._all.create(token_hash=_hash(token), account_id=subject.account, made_at=timezone.now())
    return token


def redeem(token: str) -> Subject | None:
    """Who the token lets in, or None where it is unknown, used or older than an hour. It cannot be used again."""
    found = Launch._all.filter(token_hash=_hash(token)).first()
    if not found or not Launch._all.filter(pk=found.pk).delete()[0]:
        return None
    return Subject(found.account_id) if found.made_at >= timezone.now() - TOKEN_LASTS else None


def remember(response: HttpResponse, subject: Subject) -> None:
    """Set the cookie by which this browser is known for 30 days. Scripts and other sites never get it."""
    response.set_cookie(
        cookie_name(),
        signing.dumps(subject.account, salt=_SALT),
        max_age=COOKIE_LASTS,
        httponly=True,
        samesite="Strict",
        secure=settings.ORIGIN.startswith("https:"),
    )


def recognise(request: HttpRequest) -> Subject | None:
    """Who the request's cookie names, or None."""
    try:
        kept = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=_SALT, max_age=COOKIE_LASTS)
    except signing.BadSignature:
        return None
    return Subject(int(kept))


def cookie_name() -> str:
    """One for each port: browsers give the cookies of one port of a machine to all its others."""
    return f"talktrack-{urlsplit(settings.ORIGIN).port or 'home'}"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
