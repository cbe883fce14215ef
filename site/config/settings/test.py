"""The tests: fast password hashing, tasks at once, mail in memory, everything else as in life."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="escale-test-"))

from .base import *  # noqa: E402, F403
from .base import CACHES, DATABASES, STORAGES, VAR_DIR  # noqa: E402

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default", "mail"]}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
MEDIA_ROOT = Path(VAR_DIR) / "media"
FACETS_IN_BACKGROUND = False
WEB_SIGNS_OF_LIFE = False
SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True  # look for a static file when it is asked, not before each test
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In memory, two threads (a test and its live server) get "table is locked" at once; in a file they wait, as in life.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(VAR_DIR) / "test.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{DATABASES['default']['NAME']}"}
