"""The services that an installation may have elsewhere: the storage of files and the cache."""

from uuid import uuid4

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import storages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.caches.database import DatabaseCache
from common.health import Finding, State, probe
from common.storages import answers


@probe("storage", title=gettext_lazy("Fichiers"), order=75)
def storage() -> Finding:
    if not settings.STORAGE_URL:
        return Finding(State.OK, _("Les photos et les documents sont sur le disque de cette machine."))
    if all(answers(storages[name]) for name in ("default", "private")):
        return Finding(State.OK, _("L’espace de stockage répond."))
    sentence = _("L’espace de stockage ne répond pas : les photos manquent, et rien ne peut y être déposé.")
    return Finding(State.FAILURE, sentence, _("Vérifiez STORAGE_URL et l’état de votre hébergeur de fichiers."))


@probe("cache", title=gettext_lazy("Cache des pages"), order=78)
def cache() -> Finding:
    key, memory = f"health-{uuid4()}", caches["default"]
    if isinstance(memory, DatabaseCache):
        return Finding(State.OK, _("Il est dans la base de données."))
    memory.set(key, "here", 60)
    if memory.get(key) == "here":
        memory.delete(key)
        return Finding(State.OK, _("Il répond."))
    sentence = _("Il ne répond pas : les pages sont plus lentes, rien d’autre.")
    return Finding(State.WARNING, sentence, _("Redémarrez Redis, et vérifiez CACHE_URL."))
