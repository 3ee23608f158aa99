from __future__ import annotations

from django.apps import AppConfig


class Workbook(AppConfig):
    name = "talktrack.web.workbook"
    label = "workbook"
