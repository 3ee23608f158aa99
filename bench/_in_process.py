"""The web app called as a server calls it, in this process, so that its CPU time can be read."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import django
from django.conf import settings


class App:
    """The app, asked by a browser that is let in as the subject."""

    def __init__(self) -> None:
        """Set Django up on the home of the environment, with the peer's pages beside the workbook's."""
        settings.ROOT_URLCONF = "bench._peer_pages"
        settings.TEMPLATES[0]["DIRS"] = ["bench"]
        django.setup()
        from django.core.wsgi import get_wsgi_application
        from django.http import HttpResponse

        from talktrack.web import schema
        from talktrack.web.people import launch
        from talktrack.web.people.subject import local_owner

        schema.bring_up_to_date()
        self.subject = local_owner()
        letting_in = HttpResponse()
        launch.remember(letting_in, self.subject)
        cookie = letting_in.cookies.output(attrs=[], header="").strip()
        self._ask: Callable[..., Any] = get_wsgi_application()
        self._around = {
            "REQUEST_METHOD": "GET",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": str(urlsplit(settings.ORIGIN).port),
            "HTTP_HOST": urlsplit(settings.ORIGIN).netloc,
            "HTTP_COOKIE": cookie,
            "HTTP_ACCEPT_ENCODING": "gzip",
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "wsgi.url_scheme": "http",
        }

    def get(self, path: str) -> bytes:
        """The body of the page, as it goes over the wire. Raises RuntimeError unless it answers 200."""
        answered: list[str] = []
        asked = {**self._around, "PATH_INFO": path, "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO()}
        response = self._ask(asked, lambda status, *_: answered.append(status))
        body = b"".join(response)
        response.close()
        if not answered[0].startswith("200"):
            raise RuntimeError(f"{path} answered {answered[0]}")
        return body

    def forget(self) -> None:
        """Let the workbook look changed, as after a write."""
        from talktrack.web.workbook.models import Workbook

        Workbook._all.get(pk=self.subject.account).touch()

    def milliseconds(self, path: str) -> float:
        """CPU time of one request."""
        start = time.process_time()
        self.get(path)
        return (time.process_time() - start) * 1000

    def queries(self, path: str) -> int:
        """How many queries one request takes."""
        from django.db import connection

        number = 0

        def count(execute: Callable[..., Any], *arguments: Any) -> Any:
            nonlocal number
            number += 1
            return execute(*arguments)

        with connection.execute_wrapper(count):
            self.get(path)
        return number
