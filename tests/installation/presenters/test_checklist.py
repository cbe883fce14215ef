import pytest
from django.core.mail import get_connection
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Invitation
from backups.models import BackupRun
from common.models import Picture
from common.outbox import OutgoingMail
from destination.base_map.models import BaseMap
from destination.pages.actions import ensure_site
from destination.pages.models import DestinationSettings, HomePage, Menu
from health.actions import try_mail
from installation.actions.starters import make_starter, make_starter_menus
from installation.models import ChecklistChoice
from installation.presenters.checklist import panel_for, steps_for
from tests.factories import make_event, make_organisation, make_picture, make_territory, make_user
from tests.personas import make_editor, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return ensure_site(name="Pays d’Essai")


def state(person) -> dict[str, bool]:
    return {str(step.title): step.is_done for step in steps_for(person)}


def step(person, title: str):
    [found] = [step for step in steps_for(person) if str(step.title) == title]
    return found


def test_nothing_is_done_at_first(site, administrator):
    assert set(state(administrator).values()) == {False}
    assert list(state(administrator)) == [
        "L’aspect du site", "Les communes", "Le premier office", "Le courriel", "Le fond de carte", "La page d’accueil",
        "Les mentions légales", "La déclaration d’accessibilité", "La page de contact", "Une première rubrique", "Une première page pratique",
        "Un premier article", "Les menus", "Une première photo", "Un premier événement", "Une première collègue",
        "Une première sauvegarde",
    ]  # fmt: skip


def test_editor_has_the_steps_of_the_content_alone(site, editor):
    titles = state(editor)
    assert "Les communes" not in titles and "Une première collègue" not in titles
    assert "Les mentions légales" in titles


def write_first_page():
    home = HomePage.objects.get(locale__language_code="fr")
    home.tagline, home.picture = "Entre mer et vignes", make_picture("Le port")
    home.save_revision().publish()


def make_menus():
    """From a published page, as the sentence of the step asks."""
    make_starter("decouvrir").save_revision().publish()
    make_starter_menus()


def test_step_is_done_by_what_there_is(site, administrator):
    """One after the other, each of them not done by those before."""
    things = [
        ("Les communes", make_territory),
        ("Le premier office", make_organisation),
        ("Le fond de carte", lambda: BaseMap.objects.create(state="ready")),
        ("Une première photo", lambda: make_picture(credit="A. Dupont", licence="cc_by")),
        ("Un premier événement", make_event),
        ("Une première collègue", make_editor),
        ("L’aspect du site", lambda: DestinationSettings.objects.update(accent="#0b6478")),
        ("La page d’accueil", write_first_page),
        ("Les menus", make_menus),
        ("Une première sauvegarde", lambda: BackupRun.objects.create(kind="backup", succeeded=True)),
    ]
    for title, make in things:
        assert not state(administrator)[title], title
        make()
        assert state(administrator)[title], title


def test_logo_is_no_first_picture(site, administrator):
    DestinationSettings.objects.update(logo=make_picture("Logo"))
    assert state(administrator)["L’aspect du site"] and not state(administrator)["Une première photo"]


def test_picture_is_done_with_its_author_and_its_licence(site, administrator):
    picture = make_picture()
    for facts in ({"creator": "A. Dupont"}, {"creator": "", "licence": "cc_by"}):
        Picture.objects.filter(pk=picture.pk).update(**facts)
        assert not state(administrator)["Une première photo"], facts
    Picture.objects.filter(pk=picture.pk).update(creator="A. Dupont")
    assert state(administrator)["Une première photo"]


def test_event_is_done_once_the_agenda_shows_it(site, administrator):
    proposal = make_event(live=False)
    make_event(audience="members")
    make_event(removed_at="2026-06-10T12:00Z")
    assert not state(administrator)["Un premier événement"]
    proposal.save_revision().publish()
    assert state(administrator)["Un premier événement"]


def test_colleague_works_for_an_office_and_is_somebody_else(site, administrator):
    shop = make_organisation("La Boutique", kind="provider")
    make_user(organisation=shop)
    Invitation.objects.create(email="marchand@essai.example", organisation=shop)
    invitation = Invitation.objects.create(email="anne@essai.example", withdrawn_at="2026-06-10T12:00Z")
    assert not state(administrator)["Une première collègue"]
    Invitation.objects.filter(pk=invitation.pk).update(withdrawn_at=None)
    assert state(administrator)["Une première collègue"]
    invitation.delete()
    make_user(is_superuser=True)
    assert state(administrator)["Une première collègue"]


def test_first_page_is_done_with_a_sentence_and_a_picture(site, administrator):
    home = HomePage.objects.get(locale__language_code="fr")
    home.tagline = "Entre mer et vignes"
    home.save_revision().publish()
    assert not state(administrator)["La page d’accueil"]
    home.picture = make_picture()
    home.save_revision().publish()
    assert state(administrator)["La page d’accueil"]


def test_menus_are_done_once_they_lead_to_a_page(site, administrator):
    Menu.objects.create(code="main", entries=[])
    assert not state(administrator)["Les menus"]
    page = make_starter("decouvrir")
    make_starter_menus()
    assert not state(administrator)["Les menus"]  # the agenda, the places, and a draft
    page.save_revision().publish()
    assert state(administrator)["Les menus"]


def test_menu_of_the_agenda_and_the_places_alone_is_not_done(site, administrator):
    make_starter_menus()
    assert not state(administrator)["Les menus"]


def test_mail_is_done_once_one_left_by_a_server(site, administrator, settings):
    OutgoingMail.objects.create(key="a", to="a@essai.example", sender="b@essai.example", subject="A", text="", state="sent")
    assert not state(administrator)["Le courriel"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert state(administrator)["Le courriel"]


def test_mail_is_done_once_a_test_mail_left_as_all_mail_does(site, administrator, letterbox):
    try_mail("anne@essai.example", get_connection())  # a server that is tried before it is written down
    assert not state(administrator)["Le courriel"]
    try_mail("anne@essai.example")
    assert state(administrator)["Le courriel"]


def test_starter_page_is_done_once_published_without_marks(site, administrator):
    title = "Les mentions légales"
    assert step(administrator, title).is_button
    page = make_starter("mentions-legales")
    draft = step(administrator, title)
    assert (draft.is_done, draft.is_button, str(page.pk) in draft.url) == (False, False, True)
    page.save_revision().publish()
    assert "8 passages restent à compléter" in step(administrator, title).sentence
    page.refresh_from_db()
    page.body = [("text", "<p>Office de tourisme d’Essai, 1 place du Marché.</p>")]
    page.save_revision().publish()
    assert step(administrator, title).is_done


def test_queries_do_not_grow(site, administrator):
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            steps_for(administrator)
        return len(queries)

    count()  # content types
    for name in ("mentions-legales", "accessibilite"):
        make_starter(name).save_revision().publish()
    few = count()
    for _number in range(3):
        make_event(), make_picture(), make_territory(), make_organisation()
    make_starter("contact")
    assert count() == few <= 8
    assert count() == 1  # of pages that did not change nothing is asked


def test_panel_is_for_who_keeps_the_site(site, administrator, editor, office):
    assert panel_for(administrator)["checklist_done"] == 2  # an office, and a colleague
    assert len(panel_for(editor)["checklist"]) == 4
    assert panel_for(make_member(office)) is None


def test_panel_that_was_put_away_is_not_shown(site, administrator, editor):
    choice = ChecklistChoice.objects.create(person=administrator)
    assert panel_for(administrator)
    choice.put_away_at = "2026-11-29T10:00Z"
    choice.save()
    assert panel_for(administrator) is None and panel_for(editor)
