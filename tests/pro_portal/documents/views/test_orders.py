"""Ordering editions: what leaves, to whom, once; what each office sees of it."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from common.templatetags.look import day_in_words
from notifications.models import Notice
from notifications.periodic import mail_held_notices
from pro_portal.documents.models import EditionOrder
from tests.factories import make_organisation
from tests.factories.portal_documents import make_edition, make_edition_order
from tests.html import read

pytestmark = pytest.mark.django_db
ORDER = "/fr/portail/documents/editions/commander/"
ORDERS = "/fr/portail/documents/commandes"
DELIVERY = {
    "name": "Clotilde Vernazobre", "establishment": "Gîte des Combes", "address": "3, chemin du Moulin", "postcode": "66500",
    "town": "Prades", "phone": "", "needed_by": "", "message": "",
}  # fmt: skip


@pytest.fixture
def send(client, professional, django_capture_on_commit_callbacks):
    client.force_login(professional)

    def send_form(quantities, token=None, **fields):
        answers = DELIVERY | {"token": token or uuid.uuid4()} | fields
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(ORDER, answers | {f"quantity-{place.pk}": number for place, number in quantities.items()})

    return send_form


def test_an_order_for_each_office_and_a_copy_once(send, professional, member):
    beach = make_organisation("Office des Plages", email="plages@aurelle.example")
    card = make_edition("Carte des plages", organisation=beach, can_be_ordered=True)
    guide = make_edition("Guide", organisation=member.organisation, author=member, can_be_ordered=True)
    member.organisation.email = ""
    member.organisation.save()
    token = uuid.uuid4()
    needed = timezone.localdate().replace(day=28).isoformat() if timezone.localdate().day < 28 else ""
    for _click in range(2):
        assert send({card: "50", guide: "3"}, token, message="Merci", needed_by=needed).status_code == 302
    orders = {order.office: order.contents for order in EditionOrder.objects.all()}
    assert orders == {beach: "50 × Carte des plages", member.organisation: "3 × Guide"}
    # To the office's address, where there is none to who looks after the edition; to who orders.
    letters = {message.to[0]: message for message in mail.outbox}
    assert len(mail.outbox) == 3 and set(letters) == {"plages@aurelle.example", member.email, professional.email}
    to_office = letters["plages@aurelle.example"]
    assert to_office.reply_to == [professional.email] and "3, chemin du Moulin" in to_office.body and "Merci" in to_office.body
    assert "Carte des plages" in to_office.body and "Guide" not in to_office.body
    copy = letters[professional.email].body
    assert "50 × Carte des plages" in copy and "3 × Guide" in copy


@pytest.mark.parametrize(
    ("number", "fields", "where"),
    [
        ("", {}, "quantity"), ("0", {}, "quantity"), ("-3", {}, "quantity"), ("trois", {}, "quantity"), ("99999999", {}, "quantity"),
        ("3", {"address": " "}, "address"), ("3", {"postcode": "ici"}, "postcode"), ("3", {"needed_by": "hier"}, "needed_by"),
        ("3", {"needed_by": "01/01/2001"}, "needed_by"), ("3", {"needed_by": "01/01/2090"}, "needed_by"),
        ("3", {"name": "x" * 300}, "name"), ("3", {"phone": "appelez-moi"}, "phone"), ("3", {"quantity-999999": "5"}, "__all__"),
        ("3", {"token": "x"}, "token"),
    ],
)  # fmt: skip
def test_bad_answers_are_told_beside_the_field_and_nothing_is_lost(send, number, fields, where):
    card = make_edition("Carte", can_be_ordered=True)
    answer = send({card: number}, **fields)
    assert answer.status_code == 422
    assert [name.split("-")[0] for name in answer.context["form"].errors] == [where]
    assert "Gîte des Combes" in answer.content.decode()
    assert not EditionOrder.objects.exists() and mail.outbox == []


def test_only_what_one_sees_and_what_is_offered_is_ordered(send):
    hidden = make_edition("Pour les membres", audience="members", can_be_ordered=True)
    not_offered = make_edition("À télécharger")
    answer = send({hidden: "3", not_offered: "3"})
    assert "Pour les membres" not in answer.content.decode() and not EditionOrder.objects.exists()


def test_an_office_carries_out_its_orders_alone(client, member, moderator, editor, administrator):
    own = make_edition_order(make_edition("Carte", organisation=member.organisation))
    client.force_login(member)
    assert "Gîte des Combes" in read(client.get(f"{ORDERS}/")).text
    assert "1" in read(client.get("/intranet/")).text and "commande d’éditions à préparer" in read(client.get("/intranet/")).text
    client.post(f"{ORDERS}/{own.pk}/faite/")
    own.refresh_from_db()
    assert own.done_by == member
    assert "Aucune commande n’attend" in read(client.get(f"{ORDERS}/")).text
    assert "Gîte des Combes" in client.get(f"{ORDERS}.csv?etat=faites").content.decode("utf-8-sig")
    client.post(f"{ORDERS}/{own.pk}/faite/", {"encore": "1"})
    own.refresh_from_db()
    assert own.done_at is None and own.done_by is None
    for stranger in (moderator, editor):
        client.force_login(stranger)
        assert "Gîte des Combes" not in client.get(f"{ORDERS}.csv").content.decode()
        assert client.post(f"{ORDERS}/{own.pk}/faite/").status_code == 404
    client.force_login(administrator)
    assert "Gîte des Combes" in client.get(f"{ORDERS}.csv").content.decode()


def test_who_ordered_follows_their_own_orders(client, professional):
    edition = make_edition("Carte")
    make_edition_order(edition, person=professional)
    make_edition_order(make_edition("Autre"))
    client.force_login(professional)
    page = read(client.get("/fr/portail/documents/editions/mes-commandes/"))
    assert "20 × Carte" in page.text and "Autre" not in page.text


def test_order_is_named_by_the_office_that_sends_it(client, member, professional):
    order = make_edition_order(make_edition("Carte", organisation=member.organisation), person=professional)
    client.force_login(professional)
    page = read(client.get("/fr/portail/documents/editions/mes-commandes/"))
    assert page.has("heading", str(member.organisation))
    assert day_in_words(order.ordered_at, "year") in page.texts("paragraph")


def test_who_ordered_is_told_once_that_it_is_done(client, member, professional, mailoutbox, django_capture_on_commit_callbacks):
    """Two minutes later, so that an office that pressed the wrong button takes it back unheard."""
    order = make_edition_order(make_edition("Carte", organisation=member.organisation), person=professional)
    client.force_login(member)
    for fields in ({}, {"encore": "1"}, {}, {}):
        client.post(f"{ORDERS}/{order.pk}/faite/", fields)
    notice = Notice.objects.get(person=professional)
    assert notice.notification.title() == "Votre commande d’éditions est prête ou envoyée"
    assert notice.notification.excerpt().endswith("20 × Carte")
    with time_machine.travel(timezone.now() + timedelta(minutes=3)), django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
    assert [(letter.to, "20 × Carte" in letter.body) for letter in mailoutbox] == [([professional.email], True)]
    client.force_login(professional)
    assert client.get(reverse("notifications:open", args=[notice.pk])).url.endswith("/mes-commandes/")


def test_who_ordered_cancels_until_it_is_done_and_the_office_is_written_to_once(
    client, member, professional, mailoutbox, django_capture_on_commit_callbacks
):
    member.organisation.email = ""
    member.organisation.save()
    edition = make_edition("Carte", organisation=member.organisation, author=member)
    order = make_edition_order(edition, person=professional)
    done, strange = make_edition_order(edition, person=professional, done_at=timezone.now()), make_edition_order(edition)
    client.force_login(professional)
    page = read(client.get("/fr/portail/documents/editions/mes-commandes/"))
    assert len(page.all_by_role("button", "Annuler cette commande")) == 1
    statuses = []
    for each in (order, order, done, strange):
        with django_capture_on_commit_callbacks(execute=True):
            statuses.append(client.post(f"/fr/portail/documents/editions/mes-commandes/{each.pk}/annuler/").status_code)
        each.refresh_from_db()
    assert statuses == [302, 302, 302, 404]
    assert [each.cancelled_by for each in (order, done, strange)] == [professional, None, None]
    assert [(letter.to, letter.subject) for letter in mailoutbox] == [
        ([member.email], "Commande d’éditions annulée : Gîte des Combes")
    ]
    assert "20 × Carte" in mailoutbox[0].body and "annule sa commande" in mailoutbox[0].body
    assert "Annulée le" in read(client.get("/fr/portail/documents/editions/mes-commandes/")).text
    client.force_login(member)
    assert Notice.objects.count() == 0 and EditionOrder.objects.waiting().count() == 1
    assert "Annulée le" in read(client.get(f"{ORDERS}/?etat=annulees")).text
    client.post(f"{ORDERS}/{order.pk}/faite/")
    order.refresh_from_db()
    assert order.done_at is None


def test_an_office_cancels_with_a_reason_of_which_who_ordered_is_told(
    client, member, professional, mailoutbox, django_capture_on_commit_callbacks
):
    edition = make_edition("Carte", organisation=member.organisation)
    order = make_edition_order(edition, person=professional)
    done = make_edition_order(edition, person=professional, done_at=timezone.now())
    client.force_login(member)
    assert client.post(f"{ORDERS}/{order.pk}/annuler/", {"reason": " "}).status_code == 422
    for each in (order, order, done):
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(f"{ORDERS}/{each.pk}/annuler/", {"reason": "Épuisée, la suite en mai"}).status_code == 302
        each.refresh_from_db()
    assert [each.cancelled_because for each in (order, done)] == ["Épuisée, la suite en mai", ""]
    notice = Notice.objects.get(person=professional)
    assert notice.notification.title() == "L’office a annulé votre commande d’éditions"
    assert [(letter.to, "Épuisée, la suite en mai" in letter.body) for letter in mailoutbox] == [([professional.email], True)]
    assert "Gîte des Combes" not in client.get(f"{ORDERS}.csv").content.decode("utf-8-sig")
    assert "Épuisée, la suite en mai" in client.get(f"{ORDERS}.csv?etat=annulees").content.decode("utf-8-sig")
    client.force_login(professional)
    assert "Épuisée, la suite en mai" in read(client.get("/fr/portail/documents/editions/mes-commandes/")).text
