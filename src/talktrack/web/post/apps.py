from __future__ import annotations

from django.apps import AppConfig


class Post(AppConfig):
    name = "talktrack.web.post"
    label = "post"
