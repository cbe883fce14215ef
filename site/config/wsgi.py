"""The web entry: `config.wsgi:application`, with `site/` and the root on the import path."""

import gc
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in (ROOT, ROOT / "site"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

from django.conf import settings  # noqa: E402  needs the path above
from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from common.call_stack import with_room  # noqa: E402

LARGE_BODY = 100_000  # bytes

try:
    settings.DATABASES  # noqa: B018  the settings are read now
except ImproperlyConfigured as problem:
    sys.exit(f"The installation cannot start. {problem}")
if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A library of the CMS loads PostgreSQL's driver wherever it is installed: 9 MB that nobody here will use.
    sys.modules["psycopg"] = None
# Django REST framework loads Django's pages about an admin's own code, which load this wherever it is installed.
sys.modules["docutils"] = None
answer = get_wsgi_application()


def application(environ, start_response):
    """Django's own. A request is a knot of references that the collector must undo, and it holds what it brought: before another
    large one is taken in, what the last ones left is let go, or a hundred pieces of a file would be a hundred megabytes."""
    if environ.get("CONTENT_LENGTH", "").isdecimal() and int(environ["CONTENT_LENGTH"]) > LARGE_BODY:
        gc.collect(0)
    return with_room(answer, environ, start_response)


# What is loaded by now stays: looking through it again and again for garbage costs a tenth of the time of a page.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
