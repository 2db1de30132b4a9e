"""Settings of the tests: the real ones, with a fast password hash, plain static files and mail in memory."""

import os

os.environ.setdefault("KANSRIJK_SECRET_KEY", "alleen-voor-de-tests")
os.environ.setdefault("KANSRIJK_HTTPS", "0")
os.environ.setdefault("KANSRIJK_DEMO", "1")

from kansrijk.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_AUTOREFRESH = True
