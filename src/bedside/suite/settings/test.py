"""Settings of the tests: everything in a directory of its own, the clock stopped."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("BEDSIDE_DATA", tempfile.mkdtemp(prefix="bedside-test-"))
os.environ.setdefault("BEDSIDE_INSECURE_HTTP", "1")

from bedside.suite.settings.base import *  # noqa: F403
from bedside.suite.settings.base import DATA, DATABASES

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in an installation: in memory, connections share one cache and wait for nobody.
    DATABASES["default"]["TEST"] = {"NAME": DATA.path / "test.sqlite3"}

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": []}}
ACCOUNT_RATE_LIMITS = False
WHITENOISE_AUTOREFRESH = True
