"""Settings of the suite. What differs between installations comes from BEDSIDE_* variables."""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from bedside.suite.data_directory import DataDirectory

DATA = DataDirectory(Path(os.environ.get("BEDSIDE_DATA", "var")).resolve())

SECRET_KEY = DATA.secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("BEDSIDE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("BEDSIDE_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "bedside.suite",
    "bedside.web",
    "bedside.posts",
    "bedside.library",
    "bedside.consents",
    "bedside.outbox",
    "bedside.rulebook",
    "bedside.orgs",
    "bedside.records",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "bedside.work",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "bedside.suite.urls"
WSGI_APPLICATION = "bedside.suite.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "bedside.web.context.shell",
            ],
            "builtins": ["bedside.web.templatetags.bedside"],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", f"sqlite:///{DATA.path / 'bedside.sqlite3'}"),
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # FULL, not NORMAL: an attempt row that was committed before a request must survive a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;"
            "PRAGMA foreign_keys=ON; PRAGMA cache_size=-8000; PRAGMA mmap_size=268435456;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA.path / "static"
MEDIA_ROOT = DATA.path / "media"
# What lies in plain words for a moment, videos above all, is on the disk of the data.
PRIVATE_ROOT = DATA.path / "private"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_USER_MODEL = "orgs.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "bedside.orgs.sign_in.InvitedOnly"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Bedside"
# Addresses are vouched for by the owner who invites, not by a mail that may never be set up.
MFA_ALLOW_UNVERIFIED_EMAIL = True
SOCIALACCOUNT_ONLY = False
# A form may lead to no other origin (form-action), so single sign-on begins with a plain link.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS: dict[str, object] = {}
if os.environ.get("BEDSIDE_OIDC_URL"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": os.environ.get("BEDSIDE_OIDC_NAME", "Single sign-on"),
                "client_id": os.environ.get("BEDSIDE_OIDC_CLIENT_ID", ""),
                "secret": os.environ.get("BEDSIDE_OIDC_SECRET", ""),
                "settings": {"server_url": os.environ["BEDSIDE_OIDC_URL"]},
            }
        ]
    }

SECURE = os.environ.get("BEDSIDE_INSECURE_HTTP", "") != "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "blob:", "data:"],
        "media-src": [SELF, "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

TASKS = {
    "default": {
        "BACKEND": "bedside.work.threads.ThreadBackend",
        "QUEUES": ["default", "videos"],
        "OPTIONS": {"threads": int(os.environ.get("BEDSIDE_THREADS", "10")), "alone": ["videos"]},
    }
}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
if os.environ.get("BEDSIDE_SMTP_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = os.environ["BEDSIDE_SMTP_HOST"]
    EMAIL_PORT = int(os.environ.get("BEDSIDE_SMTP_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("BEDSIDE_SMTP_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("BEDSIDE_SMTP_PASSWORD", "")
    EMAIL_USE_TLS = True
DEFAULT_FROM_EMAIL = os.environ.get("BEDSIDE_FROM", "bedside@localhost")

LOGGING_CONFIG = "bedside.suite.logs.configure"
LOGGING = {"level": os.environ.get("BEDSIDE_LOG_LEVEL", "INFO")}
