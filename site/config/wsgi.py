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

from django.core.wsgi import get_wsgi_application  # noqa: E402  needs the path above

application = get_wsgi_application()

# What is loaded by now stays: looking through it again and again for garbage costs a tenth of the time of a page.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
