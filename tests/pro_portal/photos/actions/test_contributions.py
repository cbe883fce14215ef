"""The text of the transfer has a version; when somebody leaves, a colleague answers for the pictures they gave."""

from hashlib import sha256

import pytest
from django.urls import reverse

from accounts.actions import hand_over
from accounts.forms.handover import HandoverForm
from common.access import can_see
from notifications.models import Notice
from pro_portal.photos.actions.contributions import TRANSFER_VERSION, _paragraphs
from pro_portal.photos.actions.moderation import accept
from pro_portal.photos.models import Contribution
from tests.factories.photos import make_contribution
from tests.html import read

pytestmark = pytest.mark.django_db
#: version → what its words come to; a line is added for each new text, none is changed.
TEXTS = {1: "17bce85edeefc06b"}


def test_who_takes_gifts_over_sees_them_and_is_told_while_the_givers_name_stays(client, member, group_member, editor):
    lot = make_contribution(member, 2)
    make_contribution(member, state=Contribution.State.OPEN)
    assert HandoverForm(person=member).fields["codes"].choices == [("photos", "Dons de photos (1)")]
    address = reverse("photos:gift", args=[lot.pk])
    client.force_login(group_member)
    assert client.get(address).status_code == 404
    assert hand_over(member, group_member, ["photos"]) == {"photos": 1}
    page = read(client.get(address))
    assert f"Donné par {member}. Vous en répondez à sa place." in page.text
    assert str(member) in read(client.get(reverse("photos:gifts"))).text
    waiting = lot.photos.select_related("picture").first().picture
    assert (can_see(group_member, waiting), can_see(member, waiting)) == (True, False)
    client.force_login(editor)
    assert f"Suivi par {group_member}" in read(client.get(reverse("photos:lot", args=[lot.pk]))).text
    lot = Contribution.objects.get(pk=lot.pk)
    accept(lot, [photo.pk for photo in lot.photos.all()], editor, audience="professionals", offered=True)
    assert [notice.person for notice in Notice.objects.filter(code="photos_accepted")] == [group_member]
    assert (lot.author, lot.signed_name) == (member, str(member))
    client.force_login(member)
    assert client.get(address).status_code == 404
    hand_over(group_member, member, ["photos"])
    assert Contribution.objects.get(pk=lot.pk).keeper is None and client.get(address).status_code == 200


def test_another_text_is_another_version():
    """Where this fails, the words changed: raise TRANSFER_VERSION and add its line."""
    whole = {"licence": "all_rights", "changes_allowed": True, "offered": True, "valid_until": "2027-01-01", "people": "yes"}
    words = "\n".join(str(part) for answers in (whole, {"licence": "cc_by"}) for part in _paragraphs(answers))
    assert TEXTS[TRANSFER_VERSION] == sha256(words.encode()).hexdigest()[:16]
