"""Settings, all from the environment, with the safe choice as the default.

KANSRIJK_SECRET_KEY    required, except where DEBUG or DEMO makes one up
KANSRIJK_HOSTS         host names, separated by commas
KANSRIJK_BASE_URL      address for links in mails, e.g. https://kansrijk.school.example
KANSRIJK_HTTPS         "0" only where the site is served without TLS (`make run` on your own machine)
KANSRIJK_DEMO          "1": demo world and its login page; refused together with https
KANSRIJK_TOTP          "0": no second step at logging in for who reads layer zorg (default "1", in the demo "0")
KANSRIJK_DEBUG         "1": Django's debug pages; never in production
KANSRIJK_PROXIES       number of trusted proxies before the server (default 0)
DATABASE_URL           postgres://…; without it SQLite in var/kansrijk.sqlite3
KANSRIJK_VAR           folder for SQLite and the collected static files (default var/ in the project)
KANSRIJK_FROM          sender of mails, e.g. Kansrijk <kansrijk@school.example>
KANSRIJK_SMTP_URL      smtp://user:password@host:port (smtps:// for TLS, smtp+tls:// for STARTTLS)
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from kansrijk.settings_login import *  # noqa: F403


def flag(name: str, default: str = "0") -> bool:
    """Whether an environment variable says yes."""
    return os.environ.get(name, default).lower() in {"1", "true", "yes", "ja"}


BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("KANSRIJK_VAR", BASE_DIR / "var"))
CONTENT_DIR = BASE_DIR / "fixtures"

DEBUG = flag("KANSRIJK_DEBUG")
DEMO = flag("KANSRIJK_DEMO")
HTTPS = flag("KANSRIJK_HTTPS", default="1")
if DEMO and HTTPS:
    raise ImproperlyConfigured(
        "De demowereld hoort niet bij een site met https. "
        "Zet KANSRIJK_DEMO uit, of KANSRIJK_HTTPS=0 op je eigen machine."
    )

SECRET_KEY = os.environ.get("KANSRIJK_SECRET_KEY", "")
if not SECRET_KEY:
    if not (DEBUG or DEMO):
        raise ImproperlyConfigured(
            "KANSRIJK_SECRET_KEY ontbreekt. Maak er een met: "
            "python -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    SECRET_KEY = secrets.token_urlsafe(50)

ALLOWED_HOSTS = [host for host in os.environ.get("KANSRIJK_HOSTS", "localhost,127.0.0.1").split(",") if host]
BASE_URL = os.environ.get("KANSRIJK_BASE_URL", "http://localhost:8000")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_tasks_db",
    "kern",
    "begeleiders",
    "students",
    "checklists",
    "stageplekken",
    "cases",
    "collaboration",
    "kansrijk",
]

MIDDLEWARE = [
    # First, so that a redirect to https carries them too.
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "kansrijk.middleware.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kern.receipt.ReceiptMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kansrijk.middleware.session.SessionMiddleware",
    "kansrijk.middleware.session.LoginMiddleware",
    "kansrijk.middleware.session.HandoverMiddleware",
    "kansrijk.middleware.viewer.ViewerMiddleware",
    "kansrijk.middleware.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "kansrijk.urls"
WSGI_APPLICATION = "kansrijk.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kansrijk.context.house",
            ],
            "builtins": ["kern.templatetags.kansrijk"],
        },
    }
]

# Databases ------------------------------------------------------------------------------------------------
# SQLite: IMMEDIATE takes the write lock at BEGIN (no failing lock upgrades), WAL lets readers go on,
# FULL keeps an acknowledged answer also through a power cut.
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000; PRAGMA cache_size=-20000; "
        "PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864; "
        "PRAGMA secure_delete=ON;"
    ),
}


def database() -> dict[str, Any]:
    """The default database: PostgreSQL by DATABASE_URL, else the embedded SQLite file."""
    config: dict[str, Any] = dict(dj_database_url.config(default=f"sqlite:///{VAR_DIR / 'kansrijk.sqlite3'}"))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        config["OPTIONS"] = SQLITE_OPTIONS
        config["CONN_MAX_AGE"] = None
    else:
        config["OPTIONS"] = {"pool": {"min_size": 2, "max_size": 8, "timeout": 10}}
        config["CONN_MAX_AGE"] = 0  # the pool keeps the connections
    return config


DATABASES: dict[str, dict[str, Any]] = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Shared by all processes, so that the limits on guessing hold for the site and not for one worker.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kansrijk_cache"}}

# People ---------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "begeleiders.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
# A second step at logging in, by an app, for who reads layer zorg.
TOTP = flag("KANSRIJK_TOTP", default="0" if DEMO else "1")
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KANSRIJK_PROXIES", "0"))

# Sessions: staff are logged out after 30 minutes without a touch, and warned after 25.
SESSION_IDLE_SECONDS = 30 * 60
SESSION_WARN_SECONDS = 25 * 60
SESSION_COOKIE_AGE = SESSION_IDLE_SECONDS
# A praktijkbegeleider or student on a device of their own.
SESSION_STAY_SECONDS = 30 * 24 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessie" if HTTPS else "sessie"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# What a message says stays on the server: a cookie can be read on a shared computer.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "begeleiders.views.csrf_failure"

# Language and time ----------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
USE_I18N = True
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Static files ---------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Forms ----------------------------------------------------------------------------------------------------
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024  # a whole step with every field full stays far below it
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

# Background work and mail ---------------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


def mailer() -> dict[str, Any]:
    """The mail server from KANSRIJK_SMTP_URL; without one, a server on this machine."""
    url = urlsplit(os.environ.get("KANSRIJK_SMTP_URL", "smtp://localhost:25"))
    options: dict[str, Any] = {"host": url.hostname or "localhost", "port": url.port or 25, "timeout": 10}
    if url.username:
        options |= {"username": unquote(url.username), "password": unquote(url.password or "")}
    if url.scheme == "smtps":
        options["use_ssl"] = True
    if url.scheme == "smtp+tls":
        options["use_tls"] = True
    return {"BACKEND": "kern.post.smtp.EmailBackend", "OPTIONS": options}


MAILERS = {"default": mailer()}
if DEMO and not os.environ.get("KANSRIJK_SMTP_URL"):
    # The demo world mails nobody: its mails can be read as files.
    MAILERS["default"] = {
        "BACKEND": "kern.post.files.EmailBackend",
        "OPTIONS": {"file_path": VAR_DIR / "mail"},
    }
DEFAULT_FROM_EMAIL = os.environ.get("KANSRIJK_FROM", "Kansrijk <kansrijk@localhost>")
# All in seconds; docs/decisions/0013 tells how they hang together: prelude + answer < hold.
POST: dict[str, Any] = {
    "prelude": 60,  # all of the conversation before the mail itself
    "answer": 180,  # waiting for the answer to the mail itself
    "hold": 270,  # a worker that wrote nothing down after this is taken for dead; also for other tasks
    "queued": 3600,  # a task in the queue that has not begun after this is taken for lost
    "pauses": [60, 120, 300, 600, 900],  # after the first, second, … failed attempt; the last one goes on
    "note": 1,  # between two tries to write down that a mail was sent
    "give_up": 5 * 24 * 3600,
    "keep": 90 * 24 * 3600,  # what is done stays so long, without its text
}
# `manage.py werk`: tasks at once, seconds between looks, and how often a task that fails is tried.
WERK: dict[str, Any] = {"hands": 2, "interval": 1, "sweep": 10, "clock": 30, "attempts": 8}
# What comes back by the clock: name -> seconds, management command and its arguments. Each may be done twice.
KLOK: dict[str, tuple[Any, ...]] = {
    "zegel": (300, "zegel"),
    "herinner": (300, "herinner"),
    "stilte": (3600, "herinner", "--stilte"),
    "toestemming": (3600, "verlopen"),
    "sessies": (86_400, "clearsessions"),
    "taken": (86_400, "prune_db_task_results", "--queue-name=*", "--min-age-days=3", "--verbosity=0"),
    "post": (86_400, "ruim_post"),
}

# Safety ---------------------------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # What is refused stands in our own log, by id; a traceback of a 403 would hold its reason, with names.
    "loggers": {"django.request": {"level": "ERROR"}},
}
