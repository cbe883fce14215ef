"""`make run` and `make office`: one machine, no service. The secret key is made once and kept beside the database, where a file
`.env` may stand too: no program that reads one starts these processes."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key

from config import environment

VARIABLES_FILE = environment.folder("VAR_DIR", Path(__file__).resolve().parents[3] / "var") / ".env"
environment.read_file(VARIABLES_FILE)

from .base import *  # noqa: E402, F403 - what the file says is a variable by now
from .base import SECRET_KEY, VAR_DIR  # noqa: E402

VAR_DIR.mkdir(parents=True, exist_ok=True)
if not SECRET_KEY:
    key_file = VAR_DIR / "secret_key"
    if not key_file.exists():
        key_file.write_text(get_random_secret_key())
        key_file.chmod(0o600)
    SECRET_KEY = key_file.read_text().strip()
# The demo is read over plain http on 127.0.0.1; second factors are tried by whoever wishes.
SECOND_FACTOR_REQUIRED_FOR_ADMINISTRATORS = False
