"""Somebody is erased, then looked for: in every table, file, search entry and waiting mail."""

import json
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from accounts.actions import LastAdministrator
from accounts.models import User
from common.models import Picture
from common.outbox import OutgoingMail
from common.personal_data import Person, kinds
from destination.agenda.models import Event
from destination.pages.models import ContactMessage
from intranet.submissions.actions import decisions
from notifications.models import Notice
from privacy.actions import erase, erase_again, erase_closed_accounts
from privacy.models import Act, digest_of, private_storage
from pro_portal.photos.models import Bundle, Consent, Contribution, Taking
from pro_portal.tutorials.models import Question
from search.models import Entry
from tests.factories import make_user
from tests.factories.photos import make_consent
from tests.privacy.conftest import EMAIL, FIRST, LAST, VISITOR, leave_address
from tests.privacy.everywhere import in_database, in_files

pytestmark = pytest.mark.django_db

#: What the table of terms says is retained: who signed the transfer of rights, the contact of a consent of somebody else.
PROOFS = {"photos_contribution": {"signed_name"}, "photos_consent": {"contact"}}


@pytest.fixture(autouse=True)
def _files_of_this_test_alone(own_folders, tmp_path):
    own_folders(tmp_path / "files")


@pytest.mark.every_database
def test_an_account_is_in_no_table_any_more(everything, zenobie, colleague, administrator, django_capture_on_commit_callbacks):
    assert len(in_database(EMAIL, LAST)) >= 20, "the scene no longer fills the tables"
    assert in_files(EMAIL)
    with django_capture_on_commit_callbacks(execute=True):
        erase(Person.of(zenobie), is_own=True)
    assert in_database(EMAIL, LAST) == PROOFS
    assert in_files(EMAIL) == set()
    assert not User.objects.filter(pk=zenobie.pk).exists()


@pytest.mark.every_database
def test_no_key_leads_to_an_erased_account(everything, zenobie, administrator):
    """Also where the database itself does not look after the key."""
    from django.apps import apps

    pk = zenobie.pk
    erase(Person.of(zenobie))
    left = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_concrete_fields
        if field.related_model is User and model._base_manager.filter(**{field.attname: pk}).exists()
    }
    assert left == set()
    assert not any(session.get_decoded().get("_auth_user_id") == str(pk) for session in Session.objects.all())


@pytest.mark.every_database
def test_a_visitor_is_in_no_table_any_more(pages, zenobie, colleague, django_capture_on_commit_callbacks):
    leave_address(VISITOR, "Solveig Kerbiriou")
    leave_address("voisine@lorient.example", "Voisine Autrement")
    before = in_database("voisine@lorient.example")
    assert len(in_database(VISITOR, "Kerbiriou")) > 10
    with django_capture_on_commit_callbacks(execute=True):
        outcomes = erase(Person.with_address(VISITOR.upper()))
    assert in_database(VISITOR, "Kerbiriou") == {}
    assert in_files(VISITOR) == set()
    assert in_database("voisine@lorient.example") == before
    assert outcomes["contact_messages"].deleted == 1
    assert [message.email for message in ContactMessage.objects.all()] == ["voisine@lorient.example"]


def test_what_is_published_stays_without_the_person(everything, zenobie, administrator):
    erase(Person.of(zenobie))
    event = Event.objects.get(pk=everything.event.pk)
    assert (event.title, event.live, event.author, event.email, event.phone, event.organiser) == ("Foire", True, None, "", "", "")
    assert event.organisation.name == "Office du Nord"
    assert Picture.objects.filter(pk=everything.photo.pk, author=None).exists()
    assert [(notice.person.first_name, notice.actor) for notice in Notice.objects.filter(pk=everything.others.pk)] == [
        ("Ludivine", None)
    ]
    about = OutgoingMail.objects.get(key="about")
    assert about.subject == "une personne qui a quitté l’office a publié"
    question = Question.objects.get(is_shown=True)
    words = "une personne qui a quitté l’office demande"
    assert (question.text, question.shown_text, question.name, question.email) == (words, words, "", "")
    assert Taking.objects.filter(person=None, name="", email="").count() == 2


def test_a_proposal_is_decided_on_without_its_author(everything, zenobie, administrator, moderator, client):
    erase(Person.of(zenobie))
    event = Event.objects.get(words__title="Bal de la Saint-Jean")
    client.force_login(moderator)
    page = client.get(f"/intranet/evenements/moderation/?evenement={event.pk}").content.decode()
    assert "une personne qui a quitté l’office" in page and "None" not in page
    decisions.accept(event, moderator)
    assert Event.objects.get(pk=event.pk).live


def test_proofs_stay(everything, zenobie, administrator):
    outcomes = erase(Person.of(zenobie))
    assert outcomes["photo_contributions"].retained == 1 and outcomes["photo_contributions"].deleted == 1
    assert [lot.signed_name for lot in Contribution.objects.all()] == [f"{FIRST} {LAST}"]
    assert Consent.objects.get().file.read() == b"signed by Lison"


def test_search_forgets_the_contact(everything, zenobie, administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        everything.event.save()
    with django_capture_on_commit_callbacks(execute=True):
        erase(Person.of(zenobie))
    texts = " ".join(f"{entry.text} {entry.title} {entry.label}" for entry in Entry.objects.all())
    assert EMAIL not in texts and LAST not in texts


def test_the_last_administrator_stays(administrator):
    with pytest.raises(LastAdministrator):
        erase(Person.of(administrator))
    assert User.objects.filter(pk=administrator.pk).exists() and not Act.objects.exists()


def test_the_log_holds_a_digest_alone(zenobie, administrator):
    erase(Person.of(zenobie), by=administrator)
    act = Act.objects.get()
    assert (act.action, act.by, act.digest, act.is_own) == ("erasure", administrator, digest_of(EMAIL), False)
    assert act.outcome["accounts"] == [1, 0, 0]
    assert in_database(EMAIL, LAST) == {}


def test_an_address_inside_another_is_somebody_else(zenobie, administrator, pages):
    """« zenobie@… » stands in « anna-zenobie@… » and « zenobie@….org »."""
    others = (f"anna-{EMAIL}", f"{EMAIL}.org")
    for number, other in enumerate(others):
        leave_address(other, f"Anna Pluriel{number}")
        make_consent(name="Anna", contact=other)
    before = {other: in_database(other) for other in others}
    erase(Person.of(zenobie))
    assert {other: in_database(other) for other in others} == before
    assert not any(True for kind in kinds() for _record in kind.of_person(Person.with_address(EMAIL)))


def test_erased_twice_is_erased_once(zenobie, administrator):
    person = Person.of(zenobie)
    erase(person)
    assert erase(Person.with_address(EMAIL)) == {}


# ---- after a restore --------------------------------------------------------------------------------------------
@pytest.mark.every_database
def test_who_was_erased_is_erased_again(zenobie, administrator, office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase(Person.of(zenobie))
        erase(Person.with_address(VISITOR))
    Act.objects.all().delete()  # the database of the backup knows of nothing, the files do
    yesterday = timezone.now() - timedelta(days=1)
    make_user(EMAIL, office, date_joined=yesterday)
    leave_address(VISITOR, "Solveig Kerbiriou")
    ContactMessage.objects.update(received_at=yesterday)
    assert erase_again() == 2
    assert not User.objects.filter(email=EMAIL).exists() and not ContactMessage.objects.exists()
    assert {act.action for act in Act.objects.all()} == {"again"}
    assert erase_again() == 0


def test_what_came_after_an_erasure_stays(zenobie, administrator, office, capsys):
    erase(Person.of(zenobie))
    later = timezone.now() + timedelta(hours=1)
    returned = make_user(EMAIL, office, date_joined=later)
    message = {"name": "Z Q", "email": EMAIL, "message": "?", "language": "fr"}
    for subject, moment in {"before": later - timedelta(hours=2), "after": later}.items():
        ContactMessage.objects.create(**message, subject=subject)
        ContactMessage.objects.filter(subject=subject).update(received_at=moment)
    call_command("erase_again")
    assert User.objects.filter(pk=returned.pk).exists()
    assert [message.subject for message in ContactMessage.objects.all()] == ["after"]
    assert capsys.readouterr().out.startswith("1 who had been erased")
    call_command("erase_again")
    assert capsys.readouterr().out == "Nobody who had been erased is in the database.\n"


def test_erasures_under_another_key_are_said(administrator, caplog):
    Act.objects.create(action="erasure", digest="0" * 64, key_mark="another")
    private_storage().save("erasures/broken.json", ContentFile(b"{"))
    private_storage().save("erasures/list.json", ContentFile(json.dumps([1]).encode()))
    assert erase_again() == 0
    assert "another SECRET_KEY" in caplog.text and "broken.json" in caplog.text


# ---- accounts that nobody uses ----------------------------------------------------------------------------------
@pytest.mark.every_database
def test_closed_accounts_go_after_three_years(office, administrator, long_ago):
    make_user("closed@nord.example", office, is_active=False, last_login=long_ago)
    stay = [
        make_user("closed.lately@nord.example", office, is_active=False, last_login=timezone.now()),
        make_user("open@nord.example", office, last_login=long_ago),
    ]
    assert erase_closed_accounts() == 1
    assert set(User.objects.exclude(pk=administrator.pk)) == set(stay)


def test_zips_of_the_person_go(zenobie, administrator, django_capture_on_commit_callbacks):
    bundle = Bundle(person=zenobie, pictures=[], size="web")
    bundle.file.save("z.zip", ContentFile(b"zip"))
    with django_capture_on_commit_callbacks(execute=True):
        erase(Person.of(zenobie))
    assert not private_storage().exists(bundle.file.name)
