"""A process inside the installation that answers the drills: a line in, [module, function, arguments] as JSON, a line out."""

import json
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    from django.db import connections  # settings first

    for line in sys.stdin:
        module, name, arguments = json.loads(line)
        answer = getattr(import_module(module), name)(*arguments)
        connections.close_all()
        print("\n" + json.dumps(answer, default=str), flush=True)
        print("END", flush=True)
