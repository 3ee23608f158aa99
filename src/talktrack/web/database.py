"""Which database holds the rows: the embedded one in the home, or a team's PostgreSQL."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from talktrack.kit.errors import UserError

from .home import Home


def configuration(url: str, home: Home) -> dict[str, Any]:
    """Django's settings for the database at `url` ("postgresql://user@host/name"); the embedded one where it is "".

    Raises UserError for an address of another kind.
    """
    if not url:
        return {
            "ENGINE": "talktrack.web.sqlite",
            "NAME": home.database,
            "CONN_MAX_AGE": None,
            "TEST": {"NAME": ":memory:"},
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise UserError(
            "TALKTRACK_DATABASE_URL is not the address of a PostgreSQL database. "
            "Write it as postgresql://user:password@host/name, or leave it unset for the embedded database."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "talktrack",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "TEST": {"CHARSET": "UTF8", "TEMPLATE": "template0"},  # whatever language the server was set up in
    }
