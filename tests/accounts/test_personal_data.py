from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Invitation, Profile
from accounts.personal_data import Accounts, Invitations, Profiles
from common.personal_data import Person
from tests.factories import make_user, make_work_group
from tests.factories.accounts import make_full_profile

pytestmark = pytest.mark.django_db


def test_old_invitations_expire():
    now = timezone.now()
    ages = {"new": 36, "old": 38, "accepted": 300, "settled": 400}
    for name, days in ages.items():
        invitation = Invitation.objects.create(email=f"{name}@aurelle.example", sent_at=now - timedelta(days=days))
        if days > 100:
            Invitation.objects.filter(pk=invitation.pk).update(accepted_at=invitation.sent_at)
    Invitations().expire(now)
    assert sorted(Invitation.objects.values_list("email", flat=True)) == ["accepted@aurelle.example", "new@aurelle.example"]


def test_profile_is_given_out_and_erased_with_its_files(member, office, django_capture_on_commit_callbacks):
    profile = make_full_profile(member, themes=["labels"], portrait=True, about="Les écrans")
    other = make_full_profile(make_user(organisation=office), stand_in=member)
    person = Person.of(member)
    mine, replaced = Profiles().of_person(person)
    assert {"Conseillère en séjour", "Les écrans", "+33 6 39 98 00 01", "Labels et qualité", profile.handle} <= set(
        mine.values.values()
    )
    assert len(mine.files) == 2
    assert list(replaced.values.values()) == [str(other)]
    files = [(file.storage, file.path) for file in mine.files]
    with django_capture_on_commit_callbacks(execute=True):
        Profiles().erase(person)
    assert [storage.exists(path) for storage, path in files] == [False, False]
    other.refresh_from_db()
    assert (other.stand_in, Profile.objects.filter(pk=profile.pk).exists()) == (None, False)


def test_who_wrote_an_invitation_is_given_their_words_and_neither_the_group_nor_the_person(member, editor, secret_member):
    """They may have left the group since."""
    group = make_work_group(name="Sirocco", kind="secret", owners=[secret_member])
    group.join_requests.create(person=editor, is_invitation=True, invited_by=member, words="Viens demain !")

    def given(person) -> str:
        return str(list(Accounts().of_person(Person.of(person))))

    assert "Viens demain !" in given(member)
    assert "Sirocco" not in given(member) and editor.email not in given(member)
    assert "Sirocco" in given(editor)
