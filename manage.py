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
    from django.core.management import execute_from_command_line  # needs the path above

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
