"""The people of the tests, each made in the one place: as fixtures in `conftest.py`, all together in `tests/access/scene.py`."""

from accounts.models import Organisation, User
from tests.factories import make_organisation, make_user, make_work_group


def make_agency() -> Organisation:
    return make_organisation("Agence d’Aurelle", kind="agency")


def make_professional() -> User:
    hotel = make_organisation("Hôtel du Phare", kind="provider")
    return make_user("pro@aurelle.example", hotel, first_name="Paule", last_name="Duphare")


def make_member(office: Organisation) -> User:
    return make_user("membre@aurelle.example", office, first_name="Maria", last_name="Delmoli")


def make_group_member(office: Organisation) -> User:
    user = make_user("groupe@aurelle.example", office, first_name="Gil", last_name="Ducercle")
    make_work_group(user)
    return user


def make_secret_member(office: Organisation) -> User:
    """A colleague of the member, in a group of which nobody else knows."""
    user = make_user("secret@aurelle.example", office, first_name="Sylvain", last_name="Lombre")
    make_work_group(name="Sirocco", kind="secret", owners=[user])
    return user


def make_former_member(office: Organisation) -> User:
    """Whose account is closed, with the groups they were in: what a visitor may, and no more."""
    user = make_user("partie@aurelle.example", office, first_name="Faustine", last_name="Ladieu", is_active=False)
    make_work_group(user, name="Anciens")
    return user


def make_group_provider() -> User:
    """A provider in a group that takes providers."""
    inn = make_organisation("Auberge du Col", kind="provider")
    user = make_user("aubergiste@aurelle.example", inn, first_name="Colette", last_name="Delauberge")
    make_work_group(user, name="Accueil à vélo", kind="closed", providers_may_join=True)
    return user


def make_moderator() -> User:
    return make_user("moderation@aurelle.example", make_agency(), ["moderator"], first_name="Modeste", last_name="Lequeu")


def make_editor() -> User:
    return make_user("redaction@aurelle.example", make_agency(), ["editor"], first_name="Édith", last_name="Laplume")


def make_administrator() -> User:
    return make_user("admin@aurelle.example", is_staff=True, is_superuser=True, first_name="Ada", last_name="Minist")


def make_watcher(email="veille@aurelle.example") -> User:
    return make_user(email, make_agency(), ["watcher"], first_name="Vera", last_name="Leveil")
