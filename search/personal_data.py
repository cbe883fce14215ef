"""What the search knows of what is published, and what readers missed."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import Basis, Kind, OnErasure, Outcome, People, Recipients, register
from search.actions import forget_unused_words
from search.choices import REQUEST_DAYS
from search.models import SearchRequest


@register
class SearchIndex(Kind):
    key = "search"
    title = _("Index de recherche")
    order = 115
    categories = _("Les mots de ce qui est publié, contacts compris")
    purpose = _("Trouver ce qui est publié.")
    people = People.EVERYBODY
    legal_basis = Basis.PUBLIC_TASK
    recipients = Recipients.PUBLIC
    term = _("Tant que c’est publié, un jour de plus au plus.")
    ends_by = "search.actions"
    on_erasure = OnErasure.DELETE
    erasure = _("Refait aussitôt d’après ce qui reste publié.")
    also = {"search.Entry": ("text", "text_words"), "search.Word": ("word",)}

    def expire(self, now):
        forget_unused_words()
        return 0


@register
class MissedAnswers(Kind):
    """No row speaks of a person: who asked is not stored, and what looks like an address, a number or a name is left out."""

    key = "search_requests"
    title = _("Recherches restées sans réponse")
    order = 116
    categories = _("Les mots cherchés, leur langue, combien de fois et la dernière semaine ; ni qui les a cherchés, ni d’où")
    purpose = _("Savoir ce que les visiteurs ne trouvent pas, et y répondre.")
    people = People.VISITORS
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.OFFICE
    term = _("180 jours après la dernière recherche de ces mots ; tant que la rédaction y répond.")
    lifetime = timedelta(days=REQUEST_DAYS)
    erasure = _("Effacé là où les mots sont le nom de la personne ; rien d’autre ne dit de qui il s’agit.")
    also = {"search.SearchRequest": ("words",)}

    def erase(self, person):
        named = Q(pk__in=[])
        for name in person.names:
            named |= Q(words__icontains=name)
        return Outcome(deleted=SearchRequest.objects.filter(named).delete()[0])

    def expire(self, now):
        return SearchRequest.objects.expired(timezone.localdate(now)).delete()[0]
