"""What the search knows of what is published."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import Basis, Kind, OnErasure, People, Recipients, register
from search.actions import forget_unused_words


@register
class SearchIndex(Kind):
    key = "search"
    title = _("Index de recherche")
    order = 115
    categories = _("Les mots de ce qui est publié, contacts compris ; rien de ce que cherchent les lecteurs")
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
