"""The page of backups in the CMS: for administrators, with a button that asks a worker once."""

import pytest
from django.urls import reverse

from backups.models import BackupRun
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def address() -> str:
    return reverse("backups:index")


def test_page_is_for_administrators(client, address, editor, administrator):
    for ask in (client.get, client.post):
        assert ask(address).status_code == 302
    client.force_login(editor)
    for ask in (client.get, client.post):
        assert ask(address).status_code in (302, 403)
    assert not BackupRun.objects.exists()
    client.force_login(administrator)
    assert client.get(address).status_code == 200


def test_first_backup_is_promised_only_where_there_is_a_place_for_it(client, address, administrator, settings, tmp_path):
    client.force_login(administrator)
    settings.BACKUP_URL = ""
    page = read(client.get(address)).text
    assert "Aucune sauvegarde n’est faite." in page and "Rien n’a encore" not in page and "prochaine" not in page
    settings.BACKUP_URL = str(tmp_path / "backups")
    assert "Rien n’a encore été sauvegardé." in read(client.get(address)).text


def test_backup_and_check_are_made_on_request(client, address, administrator, filled, django_capture_on_commit_callbacks):
    client.force_login(administrator)
    for action in ("backup", "check"):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(address, {"action": action})
    page = read(client.get(address))
    rows = page.texts("row")
    assert "Sauvegarde réussie vérifiée" in rows[2] and "4 fichiers" in rows[2] and "Vérification réussie" in rows[1]
    assert BackupRun.objects.filter(succeeded=True).count() == 2


def test_double_click_asks_once(client, address, administrator, settings, tmp_path):
    settings.BACKUP_URL = str(tmp_path / "backups")
    client.force_login(administrator)
    client.post(address, {"action": "backup"})
    answer = read(client.post(address, {"action": "backup"}, follow=True))
    assert "déjà en cours" in answer.text and BackupRun.objects.count() == 1


def test_problem_is_shown_in_its_row(client, address, administrator, settings, caplog, django_capture_on_commit_callbacks):
    settings.BACKUP_URL = "/sys/backups"
    client.force_login(administrator)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address)
    caplog.clear()
    row = read(client.get(address)).texts("row")[1]
    assert "échouée" in row and "/sys/backups" in row


@pytest.mark.parametrize("value", ["0", "x", "999", "\0", "1" * 10_000])
def test_page_that_is_none_is_the_nearest(client, address, administrator, value):
    client.force_login(administrator)
    assert client.get(address, {"p": value}).status_code in (200, 400)


def test_without_a_place_the_button_is_not_there_and_does_nothing(client, address, administrator, settings):
    settings.BACKUP_URL = ""
    client.force_login(administrator)
    page = read(client.get(address))
    assert "Sauvegarder maintenant" not in page.texts("button")
    assert "BACKUP_URL n’est pas réglé" in read(client.post(address, follow=True)).text and not BackupRun.objects.exists()
