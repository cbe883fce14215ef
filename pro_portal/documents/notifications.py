"""What professionals are told of their orders."""

from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from notifications.registry import UNDO_TIME, Notification, register, shorten


@register
class OrderDone(Notification):
    """To who ordered, once the office sent the copies or has them ready; undone within two minutes, it is told to nobody."""

    code = "edition_order_done"
    subject_model = "portal_documents.EditionOrder"
    reads = ("lines", "office")
    group = pgettext_lazy("réglages des notifications", "Espace pro")
    label = gettext_lazy("Ma commande d’éditions est prête ou envoyée")
    headline = gettext_lazy("Votre commande d’éditions est prête ou envoyée")
    addressee = "person_id"
    audience_checked = False  # an order is its office's and its own person's
    held_for = UNDO_TIME
    is_answer = True

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_professional

    def excerpt(self) -> str:
        office = f"{self.subject.office}\N{NO-BREAK SPACE}: " if self.subject.office else ""
        return shorten(f"{office}{self.subject.contents}")

    def url(self) -> str:
        return reverse("portal_documents:my_orders")
