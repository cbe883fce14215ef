#!/usr/bin/env python
"""Escale's command line."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    # `site/` cannot be a package (Python has a module of that name): it stands on the import path instead.
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.exceptions import ImproperlyConfigured  # needs the path above
    from django.core.management import execute_from_command_line

    from common.call_stack import with_room

    try:
        with_room(execute_from_command_line, sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(f"The installation cannot start. {problem}")


if __name__ == "__main__":
    main()
