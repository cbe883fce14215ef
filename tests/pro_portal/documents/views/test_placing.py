"""Members who may change a document place it; nobody places what professionals do not see."""

import pytest

from common.models import SharedDocument
from pro_portal.documents.models import PortalDocument
from pro_portal.documents.permissions import documents_to_place, may_place
from tests.factories.portal_documents import make_edition, make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db
ROOT = "/fr/portail/documents/"


def test_place_change_and_take_off(client, member, professional):
    document = make_shared_document("Chiffres 2025", author=member)
    client.force_login(member)
    assert read(client.get(f"{ROOT}placer/?q=chiffres")).get_by_role("link", "Chiffres 2025")
    client.post(f"{ROOT}{document.pk}/placer/", {"shelf": "figures", "year": "2025", "can_be_ordered": "on", "in_letter": "on"})
    place = PortalDocument.objects.get()
    # What is not an edition is not ordered, whatever a hidden box says.
    assert (place.document, place.shelf, place.year, place.can_be_ordered, place.in_letter) == (
        document,
        "figures",
        2025,
        False,
        True,
    )
    client.post(f"{ROOT}{document.pk}/placer/", {"shelf": "editions", "year": "", "can_be_ordered": "on"})
    assert list(PortalDocument.objects.values_list("pk", "shelf", "year", "can_be_ordered")) == [
        (place.pk, "editions", None, True)
    ]
    client.post(f"{ROOT}{document.pk}/retirer/")
    assert not PortalDocument.objects.exists() and SharedDocument.objects.shared().count() == 1


@pytest.mark.parametrize(
    ("sent", "field"),
    [({"year": "1789"}, "year"), ({"year": "deux"}, "year"), ({"shelf": "cave"}, "shelf"), ({"theme": "9999"}, "theme")],
)
def test_bad_answers_are_told_beside_the_field(client, member, sent, field):
    document = make_shared_document(author=member)
    client.force_login(member)
    answer = client.post(f"{ROOT}{document.pk}/placer/", {"shelf": "figures"} | sent)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert not PortalDocument.objects.exists()


def test_nobody_places_what_professionals_do_not_see(client, member):
    document = make_shared_document(author=member, audience="members")
    client.force_login(member)
    answer = client.post(f"{ROOT}{document.pk}/placer/", {"shelf": "figures"})
    assert answer.status_code == 422 and "Aucun professionnel ne voit ce document" in read(answer).text
    assert not PortalDocument.objects.exists()


def test_list_and_rule_agree_on_who_places(member, group_member, editor, professional):
    facts = {"author": member, "organisation": member.organisation}
    for people in ("author", "office", "members"):
        make_shared_document(people, changeable_by=people, **facts)
    make_shared_document("hidden", audience="members", changeable_by="members", **facts)
    make_edition("placed", changeable_by="members", **facts)
    for person in (member, group_member, editor, professional):
        offered = set(documents_to_place(person))
        allowed = {each for each in SharedDocument.objects.all() if may_place(person, each)}
        assert offered == {each for each in allowed if each.title not in ("hidden", "placed")}
    assert {each.title for each in documents_to_place(group_member)} >= {"members"}
