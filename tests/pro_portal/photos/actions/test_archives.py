"""A zip that a killed worker left, or that cannot be made, and one whose file is lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from pro_portal.photos.actions import cleanup
from pro_portal.photos.actions.archives import fill_bundle
from pro_portal.photos.models import Bundle, Taking
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def bundle(professional, make_photo) -> Bundle:
    return Bundle.objects.create(person=professional, pictures=[make_photo("Le phare").pk], size="web")


def wait(bundle, **time):
    Bundle.objects.filter(pk=bundle.pk).update(waiting_since=timezone.now() - timedelta(**time))


def test_zip_made_by_two_workers_notes_its_takings_once(bundle):
    fill_bundle(str(bundle.pk))
    fill_bundle(str(bundle.pk))
    assert Taking.objects.count() == 1


def test_worker_that_comes_second_leaves_the_zip_of_the_first(bundle):
    """Both began while the zip waited."""
    looks = 0

    def another_worker(execute, sql, *arguments):
        nonlocal looks
        looks += 'FROM "photos_bundle"' in sql
        if looks == 2:  # this one has written its file, and looks whether the zip still waits
            looks += 1
            fill_bundle(str(bundle.pk))
        return execute(sql, *arguments)

    with connection.execute_wrapper(another_worker):
        fill_bundle(str(bundle.pk))
    bundle.refresh_from_db()
    assert looks > 2 and Taking.objects.count() == 1 and bundle.state == "ready"
    assert [name for name in bundle.file.storage.listdir("bundles")[1] if str(bundle.pk) in name] == [
        bundle.file.name.split("/")[1]
    ]


def test_zip_whose_task_was_lost_is_made_later(bundle, django_capture_on_commit_callbacks):
    wait(bundle, minutes=11)
    with django_capture_on_commit_callbacks(execute=True):
        cleanup.queue_lost_bundles()
    bundle.refresh_from_db()
    assert bundle.state == "ready"


def test_zip_that_cannot_be_made_says_so_in_the_end(bundle, client, professional, caplog):
    client.force_login(professional)
    wait(bundle, hours=1)
    cleanup.queue_lost_bundles()
    assert "Le zip se prépare" in read(client.get(f"/fr/portail/phototheque/lots/{bundle.pk}/")).text
    wait(bundle, hours=3)
    cleanup.queue_lost_bundles()
    response = client.get(f"/fr/portail/phototheque/lots/{bundle.pk}/")
    page = read(response)
    assert "Le zip n’a pas pu être préparé" in page.text and "Aucune photo à prendre" not in page.text
    assert page.has("link", "Revenir au panier") and "Refresh" not in response
    assert "1 zips could not be made" in caplog.text


def test_zip_whose_file_is_lost_is_made_again(bundle, client, professional, django_capture_on_commit_callbacks):
    client.force_login(professional)
    fill_bundle(str(bundle.pk))
    bundle.refresh_from_db()
    bundle.file.storage.delete(bundle.file.name)
    assert client.get(f"/fr/portail/phototheque/lots/{bundle.pk}/").status_code == 200
    assert client.get(f"/fr/portail/phototheque/lots/{bundle.pk}/fichier/").status_code == 302
    assert client.get(f"/fr/portail/phototheque/lots/{bundle.pk}/fichier/").status_code == 200
