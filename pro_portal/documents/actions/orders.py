"""Ordering editions: an order for each office that offers them, a mail to each, and one to who ordered; cancelling one."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.mail import send_mail_message
from notifications.actions import notify, withdraw
from pro_portal.documents.models import EditionOrder, EditionOrderLine, PortalDocument
from pro_portal.documents.notifications import OrderCancelled, OrderDone


class OrderClosed(ValueError):
    """The order is done or cancelled already."""


@dataclass(frozen=True)
class Delivery:
    """Where the copies go, for whom, until when."""

    name: str
    establishment: str
    address: str
    postcode: str
    town: str
    phone: str = ""
    needed_by: date | None = None
    message: str = ""


@transaction.atomic
def order_editions(
    person: User, token: uuid.UUID, copies: Iterable[tuple[PortalDocument, int]], delivery: Delivery
) -> list[EditionOrder]:
    """Write an order for each office that offers some of these editions, and the mails. Sent twice with the same token, it is
    ordered once: the orders that were there come back."""
    by_office: dict[int | None, list[tuple[PortalDocument, int]]] = {}
    for edition, quantity in copies:
        by_office.setdefault(edition.document.organisation_id, []).append((edition, quantity))
    orders, is_new = [], False
    for office, lines in by_office.items():
        order, created = EditionOrder.objects.get_or_create(
            key=f"{token}:{office or 0}",
            defaults={"office_id": office, "person": person, "email": person.email, **vars(delivery)},
        )
        orders.append(order)
        if created:
            is_new = True
            EditionOrderLine.objects.bulk_create(
                EditionOrderLine(order=order, edition=edition, title=edition.document.title, quantity=quantity)
                for edition, quantity in lines
            )
            _write_to_office(order, [edition for edition, _quantity in lines])
    if is_new:
        _write_to_person(person, token, orders)
    return orders


def _write_to_office(order: EditionOrder, editions: Collection[PortalDocument]) -> None:
    """That it was ordered, or cancelled by who ordered: to the office's own address; where it has none, to who looks after these
    editions."""
    address = order.office.email if order.office else ""
    people = {edition.document.responsible for edition in editions}
    addresses = [address] if address else sorted(each.email for each in people if each is not None and each.is_active)
    subject, step = _("Commande d’éditions : %(establishment)s"), "order"
    if order.cancelled_at:
        subject, step = _("Commande d’éditions annulée : %(establishment)s"), "order-cancelled"
    for to in addresses:
        send_mail_message(
            to,
            subject % {"establishment": order.establishment},
            "portal_documents/mail/order",
            {"order": order, "lines": list(order.lines.all())},
            language=settings.LANGUAGE_CODE,
            key=f"edition-{step}:{order.pk}:{to}"[:200],
            reply_to=order.email,
        )


def _write_to_person(person: User, token: uuid.UUID, orders: list[EditionOrder]) -> None:
    offices = [order.office for order in orders if order.office and order.office.email]
    send_mail_message(
        person.email,
        _("Votre commande d’éditions"),
        "portal_documents/mail/ordered",
        {"orders": [(order, list(order.lines.all())) for order in orders], "order": orders[0]},
        language=person.language,
        key=f"edition-order-copy:{token}",
        reply_to=offices[0].email if len(orders) == 1 and offices else "",
    )


@transaction.atomic
def set_done(order: EditionOrder, done: bool, person: User) -> None:
    """Carried out, which who ordered is told once, or to be carried out again; who did it first stays noted. Raises `OrderClosed`
    where it was cancelled."""
    if not done:
        EditionOrder.objects.filter(pk=order.pk).update(done_at=None, done_by=None)
        withdraw(OrderDone(order))
    elif EditionOrder.objects.waiting().filter(pk=order.pk).update(done_at=timezone.now(), done_by=person):
        notify(OrderDone(order, actor=person))
    elif EditionOrder.objects.cancelled().filter(pk=order.pk).exists():
        raise OrderClosed


@transaction.atomic
def cancel_own_order(order: EditionOrder) -> None:
    """Who ordered wants it no more: the office is written to. Raises `OrderClosed`."""
    _cancel(order, order.person)
    lines = order.lines.select_related("edition__document__author", "edition__document__keeper")
    _write_to_office(order, [line.edition for line in lines if line.edition])


@transaction.atomic
def cancel_for_office(order: EditionOrder, person: User, reason: str) -> None:
    """The office cannot carry it out: who ordered is told why. Raises `OrderClosed`."""
    _cancel(order, person, reason)
    notify(OrderCancelled(order, actor=person))


def _cancel(order: EditionOrder, person: User, reason: str = "") -> None:
    facts = {"cancelled_at": timezone.now(), "cancelled_by": person, "cancelled_because": reason}
    if not EditionOrder.objects.waiting().filter(pk=order.pk).update(**facts):
        raise OrderClosed
    for name, value in facts.items():
        setattr(order, name, value)
