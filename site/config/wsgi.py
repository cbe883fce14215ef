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
from django.core.wsgi import get_wsgi_application  # noqa: E402

if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A library of the CMS loads PostgreSQL's driver wherever it is installed: 9 MB that nobody here will use.
    sys.modules["psycopg"] = None

application = get_wsgi_application()

# What is loaded by now stays: looking through it again and again for garbage costs a tenth of the time of a page.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
