"""The web entry of the server: `config.asgi:application`."""

from config.door import Door
from config.wsgi import application as django

application = Door(django)
