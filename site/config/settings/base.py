"""What every installation shares. With no variable set: SQLite, local files, database search, mail to files."""

import tomllib
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from common.request_log import logging_settings
from config import environment

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = environment.folder("VAR_DIR", BASE_DIR / "var")
VERSION = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["project"]["version"]

DEBUG = False
SECRET_KEY = environment.text("SECRET_KEY")
DOMAIN = environment.domain()
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS", [DOMAIN] if DOMAIN else ["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS", [f"https://{DOMAIN}"] if DOMAIN else [])
BASE_URL = environment.address("BASE_URL", f"https://{DOMAIN}" if DOMAIN else "http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = BASE_URL

INSTALLED_APPS = [
    "demo",
    "installation",
    "health",
    "search",
    "intranet.home",
    "intranet.submissions",
    "intranet.articles",
    "intranet.documents",
    "intranet.comments",
    "intranet.mentions",
    "intranet.groups",
    "intranet.people",
    "pro_portal.documents",
    "pro_portal.home",
    "pro_portal.photos",
    "pro_portal.tutorials",
    "pro_portal.watch",
    "destination.pages",
    "destination.agenda",
    "destination.places",
    "destination.base_map",
    "backups",
    "privacy",
    "notifications",
    "accounts",
    "common",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.apps.PeopleAdminConfig",  # wagtail.users, with our forms
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_prose_editor",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "leaflet",
    "intranet.comments.apps.ThreadsConfig",  # django_comments_xtd, without its signal
    "django_comments",
    "django.contrib.sites",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "common.middleware.AccessLogMiddleware",
    "health.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "common.middleware.CompressTextMiddleware",
    "csp.middleware.CSPMiddleware",
    "common.middleware.AdminContentSecurityPolicyMiddleware",
    "common.middleware.NulByteMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "common.middleware.PrivateAnswersMiddleware",
    "common.middleware.LanguageMiddleware",
    "installation.middleware.SetupMiddleware",
    "common.middleware.SignInMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "common.middleware.CmsAccessMiddleware",
    "common.middleware.StorageAwayMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "destination.pages.context_processors.destination",
                "common.navigation.work_context",
                "notifications.context_processors.unread",
            ],
            "builtins": ["common.templatetags.authored_forms"],
        },
    }
]

# ---- data -------------------------------------------------------------------------------------------------------
DATABASES = {"default": environment.database(f"sqlite:///{VAR_DIR / 'escale.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # IMMEDIATE takes the write lock at the start of a transaction: two writers wait instead of failing half-way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["CONN_MAX_AGE"] = 60  # seconds; opening one costs 2 ms, on SQLite too
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A list that must be read whole is read by a thread while readers get its last state (see `common.facets.index`).
FACETS_IN_BACKGROUND = True

DATABASE_CACHE = {
    "BACKEND": "common.caches.database.DatabaseCache",
    "LOCATION": "cache_entries",
    "OPTIONS": {"MAX_ENTRIES": 50_000},
}
CACHES = {
    "default": environment.cache() or DATABASE_CACHE,
    # What hardly ever changes and is needed on many pages, kept by each process for a minute.
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 60},
    # Wagtail would ask here before it asks for the rendition's row: one query more where the cache is in the database.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
if CACHES["default"]["BACKEND"] == "django_redis.cache.RedisCache":
    CACHES["default"]["BACKEND"] = "common.caches.redis.RedisCache"  # which may be away
    waiting = {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1}  # seconds
    CACHES["default"]["OPTIONS"] = waiting | CACHES["default"].get("OPTIONS", {})
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]}}

SEARCH_URL = environment.text("SEARCH_URL")  # empty: the database; else as `search.engines.address` reads it
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": True}}

# All that must last is in the database or in these two; every process reads and writes both (`docs/storage.md`).
STORAGE_URL = environment.text("STORAGE_URL")  # empty: local files; else s3://key:secret@host/bucket
STORAGES = {
    "default": {"BACKEND": "common.storages.LocalStorage"},
    "staticfiles": {"BACKEND": "common.storages.StaticFiles"},
    # What no address serves but a view of ours: signed agreements, zips, the pieces of what is being sent.
    "private": {"BACKEND": "common.storages.LocalStorage", "OPTIONS": {"location": VAR_DIR / "private"}},
}
if STORAGE_URL:
    from common.storages import PRIVATE_PREFIX, s3_options  # only where it is used

    for name, options in {"default": {}, "private": {"location": PRIVATE_PREFIX}}.items():
        STORAGES[name] = {"BACKEND": "common.storages.bucket.BucketStorage", "OPTIONS": s3_options(STORAGE_URL) | options}
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Nothing serves this folder: every picture and file leaves through a guarded view.
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"

# Where backups lie, off the disk of what is backed up: a folder, or s3://key:secret@host/bucket; empty: none is made.
BACKUP_URL = environment.backup_address("BACKUP_URL")
if BACKUP_URL.startswith("s3:"):
    from common.storages import s3_options  # only where it is used

    s3_options(BACKUP_URL, "BACKUP_URL")  # for the sentence of what is wrong with it
BACKUP_KEY = environment.age_key("BACKUP_KEY")  # empty: they are in clear
# LibreOffice, for pictures of the pages of office documents; empty: their text is shown.
LIBREOFFICE = environment.program("LIBREOFFICE")
# The virus scanner clamd, which looks at what people share before others get it; empty: none.
CLAMD_URL = environment.scanner("CLAMD_URL")
# A web process says each minute that it lives (`common.processes`).
WEB_SIGNS_OF_LIFE = True

# ---- mail -------------------------------------------------------------------------------------------------------
mail = environment.mail(VAR_DIR / "mail")
vars().update(mail)
# Where no sender is given, who signs in to the mail server: few servers let anybody write in another name.
SENDER_FOLLOWS_SERVER = not environment.text("DEFAULT_FROM_EMAIL")
DEFAULT_FROM_EMAIL = environment.sender(
    "DEFAULT_FROM_EMAIL",
    mail["EMAIL_HOST_USER"] if "@" in mail.get("EMAIL_HOST_USER", "") else "Office de tourisme <bonjour@aurelle.example>",
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 20

# ---- people -----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.EmailBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/intranet/"
LOGOUT_REDIRECT_URL = "/"
WAGTAILADMIN_LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account is born from an invitation sent to that very address
ACCOUNT_SESSION_REMEMBER = True
# allauth counts in the cache, which may be emptied or away: tries are counted in the database (`accounts.limits`).
ACCOUNT_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": "accounts.forms.sign_in.SignInForm",
    "reset_password": "accounts.forms.sign_in.ForgottenPasswordForm",
    "reset_password_from_key": "accounts.forms.sign_in.NewPasswordForm",
    "change_password": "accounts.forms.sign_in.ChangePasswordForm",
    "reauthenticate": "accounts.forms.sign_in.ConfirmIdentityForm",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody gets mail from us because a stranger typed their address
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the other devices are signed out, this one stays
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "accounts.forms.sign_in.CodeForm",
    "reauthenticate": "accounts.forms.sign_in.ConfirmIdentityByCodeForm",
    "activate_totp": "accounts.forms.sign_in.ActivateSecondFactorForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address is verified by the invitation that was sent to it
SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS = environment.yes("SECOND_FACTOR_REQUIRED", True)
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "common.views.site.csrf_failure"

# ---- language and time ------------------------------------------------------------------------------------------
LANGUAGE_CODE = "fr"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    (code, {"fr": "Français", "en": "English", "ca": "Català"}.get(code, code))  # each by its own name
    for code in environment.languages("SITE_LANGUAGES", ["fr", "en", "ca"])
]
TIME_ZONE = "Europe/Paris"
WAGTAIL_I18N_ENABLED = True
FORMAT_MODULE_PATH = ["config.formats"]

# ---- comments: the models of django-comments-xtd, none of its addresses (`docs/comments.md`) ----------------------
SITE_ID = 1
COMMENTS_APP = "django_comments_xtd"
COMMENTS_XTD_MODEL = "intranet.comments.models.MemberComment"
COMMENTS_XTD_MAX_THREAD_LEVEL = 2  # counted from 0: a comment, its answers, and theirs
COMMENTS_XTD_CONFIRM_EMAIL = COMMENTS_XTD_THREADED_EMAILS = COMMENTS_XTD_SEND_HTML_EMAIL = False

# ---- Wagtail ----------------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Escale"
WAGTAILIMAGES_IMAGE_MODEL = "common.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pro_portal.photos.forms.cms.LibraryPictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"heic": "jpeg", "avif": "jpeg"}
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100 * 1024 * 1024
# 120 megapixels hold every camera an office meets; beyond, decoding would fill the memory of a small server.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 120_000_000
PICTURE_SMALLEST_SIDE = 200  # pixels; below, nothing good can be shown
WAGTAILDOCS_DOCUMENT_MODEL = "common.SharedDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "accounts.forms.audience.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 100 * 1024 * 1024
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Passwords and addresses are changed under /compte/, by invitation or by an administrator: never in two places.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
# A page or a document is open to people and groups, never to whoever knows a password.
WAGTAIL_PRIVATE_PAGE_OPTIONS = WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TAGGIT_CASE_INSENSITIVE = True

# ---- safety -----------------------------------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # ten megabytes of text get an answer of ours, not a broken connection
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
MAP_TILES_URL = environment.tiles("MAP_TILES_URL")  # empty: the communes' outlines, and no outside request
MAP_TILES_ATTRIBUTION = environment.text("MAP_TILES_ATTRIBUTION")
if MAP_TILES_URL:
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"].append("/".join(MAP_TILES_URL.replace("{s}", "*").split("/")[:3]))
OUTSIDE_ALLOWED_HOSTS = environment.hosts_with_ports("OUTSIDE_ALLOWED_HOSTS")

LOGGING = logging_settings(
    environment.one_of("LOG_FORMAT", "line", ("line", "json")), with_access=environment.yes("ACCESS_LOG", False)
)
