"""The web entry of the server: `config.asgi:application`."""

from config.door import Door
from config.wsgi import application as django

application = Door(django)

from common.processes import start_web_signs  # noqa: E402  a model, which `config.wsgi` has made ready

start_web_signs()
