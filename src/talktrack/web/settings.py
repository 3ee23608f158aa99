"""Django's settings. The environment is read here and nowhere else in the web app.

`TALKTRACK_HOME`: the folder of the person's data. `TALKTRACK_ORIGIN`: the one address that this server answers to,
such as "http://127.0.0.1:8471". `TALKTRACK_DATABASE_URL`: a PostgreSQL database instead of the embedded one.
`TALKTRACK_ALLOW_NETWORKS`: networks that are not public and that mail and calendars may lie in all the same.
"""

from __future__ import annotations

import os
import secrets
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from tzlocal import get_localzone_name

from talktrack.outside.networks import SETTING as NETWORKS
from talktrack.outside.networks import networks

from .database import configuration
from .home import home

HOME = home(os.environ)
ORIGIN = os.environ.get("TALKTRACK_ORIGIN", "http://127.0.0.1:8471")
DATABASES = {"default": configuration(os.environ.get("TALKTRACK_DATABASE_URL", ""), HOME)}
ALLOWED_NETWORKS = networks(os.environ.get(NETWORKS, ""))
# Before the home is made there is nothing to sign that should outlive the process.
SECRET_KEY = HOME.read_secret() or secrets.token_urlsafe(48)

DEBUG = False
ALLOWED_HOSTS = [urlsplit(ORIGIN).hostname or ""]  # the port is checked by the outermost middleware
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "template_partials",
    "lucide",
    "talktrack.web.people",
    "talktrack.web.post",
    "talktrack.web.workbook",
]
MIDDLEWARE = [
    "talktrack.web.people.middleware.exact_host",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "talktrack.web.trouble.PlainWords",
    "django.middleware.common.CommonMiddleware",
    "talktrack.web.people.middleware.own_pages_only",
    "talktrack.web.people.middleware.Doorkeeper",
    "django_htmx.middleware.HtmxMiddleware",
    "talktrack.web.workbook.queries.memory.one_look",
]
ROOT_URLCONF = "talktrack.web.urls"
WSGI_APPLICATION = "talktrack.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

STATIC_URL = "/static/"
# `talktrack start` makes this folder and lays the static files out in it, compressed and named by their content;
# without it they are served from the package as they are.
collected = HOME.static.is_dir()
STATIC_ROOT = HOME.static if collected else None
WHITENOISE_USE_FINDERS = not collected
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # no upload is ever kept as a file
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if collected
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

FILE_UPLOAD_PERMISSIONS = 0o600  # the collected static files too: nothing in the home is for others
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
# What a person brings in is read in memory and never laid down beside the database; more than this is not taken.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024
USE_TZ = True
# Times lie in the database as UTC; people see those of their own wall.
TIME_ZONE = get_localzone_name() or "UTC"
LANGUAGE_CODE = "en-gb"
USE_I18N = False

SECURE_CONTENT_TYPE_NOSNIFF = True
# "no-referrer" would make browsers send "Origin: null" with the forms of our own pages.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "talktrack.web.logs.PlaceOnly"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "place", "level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"level": "WARNING"}},
}
