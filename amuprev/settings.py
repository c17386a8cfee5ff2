"""All settings of the portal; each environment variable is described in README."""

from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from amuprev import environment
from amuprev.foundation.first_view import FIRST_VIEW_HASH

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
STATE_DIR = BASE_DIR / "var"

AMUPREV_PROFILE = environment.profile()
PRODUCTION = AMUPREV_PROFILE == "production"
DEBUG = environment.flag("DEBUG", default=False)

if PRODUCTION:
    SECRET_KEY = environment.required(
        "SECRET_KEY", "a long random text that signs sessions and links."
    )
    ALLOWED_HOSTS = [
        host.strip()
        for host in environment.required(
            "ALLOWED_HOSTS", "the portal's host names, separated by commas."
        ).split(",")
    ]
    environment.required("DATABASE_URL", "the address of the PostgreSQL database.")
    environment.required("SITE_URL", "the portal's public address, which mails carry.")
else:
    SECRET_KEY = environment.text("SECRET_KEY") or environment.kept_secret(
        STATE_DIR / "secret_key"
    )
    ALLOWED_HOSTS = environment.words(
        "ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver"
    )

# Former keys: what they sealed or signed is still read.
SECRET_KEY_FALLBACKS = environment.words("SECRET_KEY_FALLBACKS")
PORT = environment.whole_number("PORT", 8000)
SITE_URL = environment.text("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, or registered models are not found
    "amuprev",
    "amuprev.site",
    "municipio_seguro",
    "experiences",
    "twinnings",
    "toolkit",
    "network",
    "amuprev.foundation",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "import_export",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks_db",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",  # its widget templates, which ours may override
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Outside all that may answer by itself: files, redirects to another language.
    "amuprev.middleware.OwnSiteMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "amuprev.middleware.EditorPolicyMiddleware",
    "amuprev.no_room.ReadingSessionMiddleware",
    "amuprev.middleware.LanguageMiddleware",
    "amuprev.middleware.OwnPagesMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "amuprev.session_guard.SessionLimitsMiddleware",
    "amuprev.session_guard.SignOutMiddleware",
    "amuprev.door_guard.SecondStepMiddleware",
    "amuprev.middleware.OwnLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "amuprev.middleware.PrivatePagesMiddleware",
    "amuprev.middleware.SparedPicturesMiddleware",
    "amuprev.door_guard.TooManyTriesMiddleware",
    "amuprev.middleware.RefusedAccessMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    # Last: it lets go of a kept form only when the form's own view has answered.
    "amuprev.session_guard.HeldPostMiddleware",
]

ROOT_URLCONF = "amuprev.urls"
WSGI_APPLICATION = "amuprev.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "amuprev.site.workspace.workspace_frame",
            ],
            "builtins": [
                "amuprev.foundation.templatetags.form_marks",
                "amuprev.foundation.templatetags.plain_filters",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
# An address typed without a scheme is taken as https, as from Django 6 on.
FORMS_URLFIELD_ASSUME_HTTPS = True

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA temp_store=MEMORY;"
)
DATABASE_URL = environment.text("DATABASE_URL")
DATABASES: dict[str, dict[str, Any]]
if DATABASE_URL:
    DATABASES = {"default": dict(dj_database_url.parse(DATABASE_URL))}
    if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
        given = DATABASES["default"].get("OPTIONS", {})
        DATABASES["default"]["OPTIONS"] = {
            **given,
            # Compiling a question takes longer than any question of the portal.
            "options": f"{given.get('options', '')} -c jit=off".strip(),
            "pool": {
                "min_size": 1,
                "max_size": environment.whole_number("DATABASE_POOL", 8),
            },
        }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": environment.text("DB_PATH", str(STATE_DIR / "amuprev.sqlite3")),
            "CONN_MAX_AGE": 600,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": SQLITE_PRAGMAS,
            },
        }
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "network.User"

AUTHENTICATION_BACKENDS = [
    "network.access.AppointmentBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": (
            "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
        ),
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspace:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "network.access.InvitedOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Passwords and codes are counted in network/tries.py. These are the library's own
# counters, of whole pages: none that an office behind one address would meet.
ACCOUNT_RATE_LIMITS = {
    "login": "",
    "login_failed": "10/15m/key",
    "reset_password": "60/h/ip,5/15m/key",
    "reset_password_from_key": "60/m/ip",
    "change_password": "10/15m/user",
    "reauthenticate": "20/15m/user",
}
ACCOUNT_FORMS = {
    "login": "network.forms.account.SignInForm",
    "change_password": "network.forms.account.ChangePasswordForm",
    "reset_password": "network.forms.account.ResetPasswordForm",
    "reset_password_from_key": "network.forms.account.NewPasswordForm",
    "reauthenticate": "network.forms.account.ConfirmPasswordForm",
    "confirm_login_code": "network.forms.second_step.MailedCodeForm",
}

# Asked of whoever sees more than one town's work: rules.needs_second_step.
SECOND_STEP_REQUIRED = environment.flag("SECOND_STEP_REQUIRED", default=PRODUCTION)
MFA_ADAPTER = "network.steps.SecondStepAdapter"
# The recovery codes are ours: services/second_step.py keeps hashes only.
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_FORMS = {
    "authenticate": "network.forms.second_step.SecondStepForm",
    "activate_totp": "network.forms.second_step.AddAppForm",
    "add_webauthn": "network.forms.second_step.AddKeyForm",
    "authenticate_webauthn": "network.forms.second_step.UseKeyForm",
    "login_webauthn": "network.forms.second_step.EnterWithKeyForm",
}
# A telephone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A mailed code stands in for the second step of whoever has to set one up.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_LOGIN_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[AMUPREV] "
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("TRUSTED_PROXY_COUNT", 0)

SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
# A message waits in the session: no cookie of its own, and it leaves with its person.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# Names who typed a form that arrives after the end of its session.
TYPIST_COOKIE_NAME = "typist"
# For which country a reader asked to read the guide; only where they asked.
COUNTRY_COOKIE_NAME = "country"
CSRF_FAILURE_VIEW = "amuprev.views.stale_form"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# Wagtail previews a page in a frame of its own site.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
if PRODUCTION:
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    TYPIST_COOKIE_NAME = "__Host-typist"
    COUNTRY_COOKIE_NAME = "__Host-country"
    SECURE_SSL_REDIRECT = environment.flag("SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, FIRST_VIEW_HASH],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
    }
}

LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("en", "English")]
# The second fills what the catalogues of other packages lack.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_of_others"]
USE_I18N = True
FORMAT_MODULE_PATH = ["amuprev.formats"]
USE_TZ = True
TIME_ZONE = "America/Guatemala"
MODELTRANSLATION_DEFAULT_LANGUAGE = "es"
MODELTRANSLATION_LANGUAGES = ("es", "en")
MODELTRANSLATION_FALLBACK_LANGUAGES = ("es",)

STATIC_URL = "static/"
STATIC_ROOT = environment.text("STATIC_ROOT", str(STATE_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = environment.text("MEDIA_ROOT", str(STATE_DIR / "media"))
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
    # Evidence is private: nothing under this folder has an address of its own.
    "evidence": {
        "BACKEND": "amuprev.foundation.private_files.PrivateStorage",
        "OPTIONS": {
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    # So are editors' pictures: a view asks at each reading whether they may be shown.
    "pictures": {
        "BACKEND": "amuprev.foundation.private_files.PrivateStorage",
        "OPTIONS": {
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
}
WHITENOISE_MAX_AGE = 60 * 60
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "amuprev.foundation.uploads.incoming.UnnamedFileHandler",
]
# How much a film may weigh; a server in front must let as much through.
FILM_MEGABYTES = environment.whole_number("FILM_MEGABYTES", 500)
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

REDIS_URL = environment.text("REDIS_URL")
CACHES: dict[str, dict[str, Any]]
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
        }
    }
else:
    # Shared by every worker process: rate limits count in the cache.
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "portal_cache",
            # Beyond this Django throws counters away that are still needed.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }
# What each process remembers by itself, for some seconds.
CACHES["near"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        # Mail has a lane of its own: it does not wait behind a long export. So have
        # films, which take minutes.
        "QUEUES": ["default", "mail", "films"],
    }
}

DEFAULT_FROM_EMAIL = environment.text(
    "DEFAULT_FROM_EMAIL", "RED-AMUPREV <portal@localhost>"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Mails are kept with the act that writes them; the worker delivers them.
EMAIL_BACKEND = "amuprev.foundation.mail_queue.QueueBackend"
if environment.text("EMAIL_HOST"):
    MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = environment.text("EMAIL_HOST")
    EMAIL_PORT = environment.whole_number("EMAIL_PORT", 587)
    EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
    EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
    EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS", default=True)
    EMAIL_TIMEOUT = 20
elif PRODUCTION:
    # They wait: their links must not be written to a log.
    MAIL_DELIVERY_BACKEND = ""
else:
    MAIL_DELIVERY_BACKEND = "django.core.mail.backends.console.EmailBackend"

WAGTAIL_SITE_NAME = "RED-AMUPREV"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = True
# Addresses are sent by WhatsApp and read aloud: no signs that browsers must encode.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAILIMAGES_IMAGE_MODEL = "foundation.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "amuprev.foundation.picture_forms.PictureForm"
WAGTAILIMAGES_RENDITION_STORAGE = "pictures"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "foundation.PortalDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "amuprev.foundation.document_forms.DocumentForm"
# Those of which the portal takes out author, place and scripts.
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt"]
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True

IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        # What was refused or not found is an answer, not a fault to trace.
        "django.request": {"level": "ERROR"},
        # What ran in the background and changed something: one line each.
        "amuprev": {"level": "INFO"},
        # The worker says which task failed, without the words of the fault.
        "django_tasks": {"handlers": ["nowhere"], "propagate": False},
    },
}

# Days between the end of an activity and its public page, unless the
# organisation says otherwise.
PUBLICATION_DELAY_DAYS = 7
INVITATION_HOURS = 72
INVITATION_LETTER_DAYS = 30
REVIEW_PATIENCE_DAYS = 10
# How long a form that arrived without a session waits for its writer.
HELD_POST_DAYS = 14
# How long what was thrown away, removed or covered can be had back.
TRASH_DAYS = 30
# How long after the answer the address and the words of whoever asked for a
# take-down are kept.
TAKE_DOWN_WORDS_DAYS = 30
# How many take-downs one connection may ask for in an hour.
TAKE_DOWNS_AN_HOUR = 10
# How many questions one connection may send in an hour, and one association receive.
QUESTIONS_AN_HOUR = 6
QUESTIONS_AN_HOUR_TO_ONE = 60
# After so many days without an answer the association is reminded and the secretariat
# finds the question; the address and the words of whoever asked are kept so many days
# after the answer, and never longer than the last.
QUESTION_PATIENCE_DAYS = 15
QUESTION_WORDS_DAYS = 30
QUESTION_MOST_DAYS = 180
# How often one connection may ask for the bulletin in an hour, and one address be
# written to because of it.
BULLETINS_ASKED_AN_HOUR = 10
BULLETIN_LETTERS_AN_HOUR = 3
# How many answers one connection may send through signed links in an hour, and how many
# links that open nothing it may try.
ANSWERS_AN_HOUR = 20
LINKS_TRIED_AN_HOUR = 30
# How many people may answer a consultation from one connection in an hour: many
# telephones of one company share theirs.
OPINIONS_AN_HOUR = 200
# The municipality hears so many days before that a consent ends.
CONSENT_WARNING_DAYS = 30
# Under which the open tables may be used: name and address of the licence.
DATA_LICENCE = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
PORTAL_TITLE = _("Network of municipal associations that prevents violence")

if AMUPREV_PROFILE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
    MAIL_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    # Tests open connections in threads of their own and copy databases between tests.
    DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
