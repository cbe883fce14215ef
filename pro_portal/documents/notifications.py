"""What professionals are told of their orders."""

from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from notifications.registry import UNDO_TIME, Notification, register, shorten


class AboutOrder(Notification):
    """To who ordered."""

    subject_model = "portal_documents.EditionOrder"
    reads = ("lines", "office")
    group = pgettext_lazy("réglages des notifications", "Espace pro")
    addressee = "person_id"
    audience_checked = False  # an order is its office's and its own person's
    is_answer = True

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_professional

    def excerpt(self) -> str:
        office = f"{self.subject.office}\N{NO-BREAK SPACE}: " if self.subject.office else ""
        return shorten(f"{office}{self.subject.contents}")

    def url(self) -> str:
        return reverse("portal_documents:my_orders")


@register
class OrderDone(AboutOrder):
    """Once the office sent the copies or has them ready; undone within two minutes, it is told to nobody."""

    code = "edition_order_done"
    label = gettext_lazy("Ma commande d’éditions est prête ou envoyée")
    headline = gettext_lazy("Votre commande d’éditions est prête ou envoyée")
    held_for = UNDO_TIME


@register
class OrderCancelled(AboutOrder):
    """The office cannot carry it out; the reason is its own words."""

    code = "edition_order_cancelled"
    label = gettext_lazy("Ma commande d’éditions est annulée par l’office")
    headline = gettext_lazy("L’office a annulé votre commande d’éditions")

    def excerpt(self) -> str:
        return shorten(f"{super().excerpt()} — {self.subject.cancelled_because}")
