"""Rights are kept: what ends soon is told three times, an agreement closes its pictures, who took one hears of its end."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from common.models import Picture
from notifications.models import Notice
from pro_portal.photos.actions import reminders as reminding
from pro_portal.photos.models import Consent, Photo, Taking
from search import actions as search
from tests.factories import make_event, make_picture, make_place, make_user
from tests.pro_portal.photos.making import make_consent, make_lot

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
RIGHTS, CONSENTS = "/portail/phototheque/droits/", "/portail/phototheque/droits/accords/"
TODAY = timezone.localdate()


@pytest.fixture
def keeper(client, editor):
    client.force_login(editor)
    return editor


def in_days(days: int):
    return TODAY + timedelta(days=days)


# ---- reminders ----


def told_of_ends(day) -> int:
    return reminding.remind_keepers(day)


def test_editors_are_told_sixty_thirty_and_seven_days_before_each_once(make_photo, editor, member):
    photo = make_photo("Le phare", valid_until=in_days(100))
    days_told = [left for left in range(100, -10, -1) if told_of_ends(photo.picture.valid_until - timedelta(days=left))]
    assert days_told == [60, 30, 7, 0]
    assert {notice.person for notice in Notice.objects.all()} == {editor}


def test_clock_that_was_off_tells_the_step_it_missed_once(make_photo, editor):
    photo = make_photo("Le phare", valid_until=in_days(100))
    last = photo.picture.valid_until
    assert [told_of_ends(last - timedelta(days=left)) for left in (58, 58, 29, 3, 2)] == [1, 0, 1, 1, 0]
    assert told_of_ends(last + timedelta(days=30)) == 0


def test_right_made_longer_is_told_anew(make_photo, editor):
    photo = make_photo(valid_until=in_days(60))
    assert told_of_ends(TODAY) == 1
    photo.picture.valid_until = in_days(90)
    photo.picture.save()
    assert [told_of_ends(in_days(days)) for days in (0, 29, 30, 31)] == [0, 0, 1, 0]


def test_end_of_an_agreement_is_told_as_that_of_a_right(make_photo, editor):
    make_consent(make_photo(valid_until=in_days(300)), ends_on=in_days(30))
    assert told_of_ends(TODAY) == 1


def test_picture_that_waits_or_has_no_end_is_not_told_of(make_photo, editor):
    make_photo("Sans fin")
    make_photo("Qui attend", state="waiting", valid_until=in_days(7))
    assert told_of_ends(TODAY) == 0


def test_reminder_names_the_pages_that_use_the_picture(make_photo, editor, django_capture_on_commit_callbacks):
    make_photo("Un banc", valid_until=in_days(7))
    used = make_photo("Le phare", valid_until=in_days(7))
    make_event("Foire du quai", picture=used.picture)
    make_place("La Halle", picture=used.picture)
    with django_capture_on_commit_callbacks(execute=True):
        assert told_of_ends(TODAY) == 2
    [message] = mail.outbox
    assert message.to == [editor.email] and "2 photos" in message.subject
    assert "Le phare – Foire du quai, La Halle" in message.body and "Un banc" in message.body
    assert message.body.index("Le phare") < message.body.index("Un banc")


def test_pictures_in_use_come_first_where_the_list_is_cut(make_photo, editor, django_capture_on_commit_callbacks):
    for number in range(40):
        make_photo(f"Un banc au soleil couchant {number}", valid_until=in_days(7))
    make_event("Foire du quai", picture=make_photo("Le phare", valid_until=in_days(7)).picture)
    with django_capture_on_commit_callbacks(execute=True):
        told_of_ends(TODAY)
    [message] = mail.outbox
    assert "Foire du quai" in message.body


def test_rights_page_shows_what_ends_and_where_it_is_used(client, keeper, make_photo):
    photo = make_photo("Le phare", valid_until=in_days(9))
    make_event("Foire du quai", picture=photo.picture)
    make_photo("Plus tard", valid_until=in_days(61))
    make_photo("La fête", valid_until=in_days(-1))
    soon = client.get(RIGHTS).content.decode()
    assert "Le phare" in soon and "Foire du quai" in soon and "dans 9 jours" in soon
    assert "Plus tard" not in soon and "La fête" not in soon
    assert "La fête" in client.get(RIGHTS, {"etat": "finis"}).content.decode()


# ---- who took a picture ----


def take(photo, **by):
    return Taking.objects.create(picture=photo.picture, size="web", use="web", **by)


def test_who_took_a_picture_is_told_once_the_day_after_its_end(
    make_photo, professional, member, django_capture_on_commit_callbacks
):
    photo = make_photo("Le phare", valid_until=in_days(3))
    take(photo, person=professional), take(photo, person=professional)
    take(photo, name="Gîte des Combes", email="gite@combes.example")
    take(make_photo("Sans fin"), person=member)
    told = []
    for days in (0, 3, 4, 5):
        with django_capture_on_commit_callbacks(execute=True):
            told.append(reminding.notify_downloaders(in_days(days)))
    assert told == [0, 0, 3, 0]
    assert [notice.person for notice in Notice.objects.all()] == [professional]
    to_visitor = next(message for message in mail.outbox if message.to == ["gite@combes.example"])
    assert "Le phare" in to_visitor.body and "ne plus les montrer" in to_visitor.body
    assert all("Sans fin" not in message.body for message in mail.outbox)


def test_who_took_a_picture_is_told_when_an_agreement_is_withdrawn(make_photo, professional, time_machine):
    photo = make_photo("Le phare")
    take(photo, person=professional)
    make_consent(photo, withdrawn_on=TODAY)
    assert reminding.notify_downloaders(TODAY) == 1


# ---- agreements ----

OUTPUTS = {
    "library": lambda photo: "/portail/phototheque/",
    "page": lambda photo: photo.get_absolute_url(),
    "search": lambda photo: "/fr/search/?q=phare",
    "file": lambda photo: photo.picture.url_for(320),
    "place": lambda photo: photo.picture.places.get().get_absolute_url(),
    "agenda": lambda photo: "/fr/agenda/",
}


def shown_in(photo) -> set[str]:
    found = set()
    for output, address in OUTPUTS.items():
        response = Client().get(address(photo))
        if response.status_code == 200 and (response.streaming or f"/images/{photo.pk}/" in response.content.decode()):
            found.add(output)
    return found


def test_withdrawing_an_agreement_closes_its_pictures_everywhere_at_once(client, keeper, make_photo):
    photo = make_photo("Le phare")
    place = make_place("Le quai", picture=photo.picture)
    make_event("Foire du quai", place=place, picture=photo.picture)
    consent = make_consent(photo, ends_on=in_days(90))
    search.rebuild()
    assert shown_in(photo) == set(OUTPUTS)
    withdrawn = client.post(f"{CONSENTS}{consent.pk}/retirer/")
    assert shown_in(photo) == set()
    assert client.get(photo.get_absolute_url()).status_code == 404  # to its keeper too
    page = client.get(withdrawn.url).content.decode()
    assert "1 photo n’est plus montrée" in page
    client.post(f"{CONSENTS}{consent.pk}/retablir/")
    assert shown_in(photo) == set(OUTPUTS)


def test_agreement_holds_through_its_last_day(make_photo, time_machine):
    photo = make_photo("Le phare")
    make_consent(photo, ends_on=TODAY)
    assert Picture.objects.get(pk=photo.pk).is_in_force
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert not Picture.objects.get(pk=photo.pk).is_in_force


def test_the_first_agreement_to_end_counts(make_photo):
    photo = make_photo("Le phare")
    make_consent(photo, ends_on=in_days(90))
    shorter = make_consent(photo, name="Oriol", ends_on=in_days(9))
    assert Picture.objects.get(pk=photo.pk).consented_until == in_days(9)
    shorter.delete()
    assert Picture.objects.get(pk=photo.pk).consented_until == in_days(90)
    photo.consents.clear()
    assert Picture.objects.get(pk=photo.pk).consented_until is None


def typed(photos, **more):
    pks = [photo.pk for photo in photos]
    return {"kind": "child", "name": "Lison Varquès", "signed_on": TODAY.isoformat(), "photos": pks, **more}


def test_agreement_is_written_with_its_document_that_only_keepers_open(client, keeper, make_photo, professional, member):
    photo = make_photo("Le phare")
    document = SimpleUploadedFile("accord.pdf", b"%PDF-1.4 accord", "application/pdf")
    response = client.post(f"{CONSENTS}nouveau/?photo={photo.pk}", typed([photo], ends_on=in_days(30).isoformat(), file=document))
    assert response.url == CONSENTS
    consent = Consent.objects.get()
    assert (consent.kind, list(consent.photos.all()), consent.ends_on) == ("child", [photo], in_days(30))
    assert Picture.objects.get(pk=photo.pk).consented_until == in_days(30)
    opened = client.get(f"{CONSENTS}{consent.pk}/fichier/")
    assert b"".join(opened.streaming_content) == b"%PDF-1.4 accord"
    assert opened["Content-Disposition"].startswith("attachment") and opened["Content-Type"] == "application/octet-stream"
    for person in (professional, member):
        client.force_login(person)
        assert client.get(f"{CONSENTS}{consent.pk}/fichier/").status_code == 404
        assert client.get(f"/media/{consent.file.name}").status_code in (403, 404)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"name": ""}, "Nom"),
        ({"signed_on": ""}, "Signé le"),
        ({"ends_on": in_days(-900).isoformat()}, "La fin vient avant la signature"),
        ({"file": SimpleUploadedFile("accord.exe", b"MZ")}, "exe"),
        ({"file": SimpleUploadedFile("accord.pdf", b"x" * (20 * 1024 * 1024 + 1))}, "plus de 20 Mo"),
        ({"photos": ["999999"]}, "Photos"),
        ({"photos": []}, "Photos"),
        ({"photos": ["9" * 40]}, "Photos"),
    ],
    ids=["name", "signed", "ends", "kind of file", "weight", "photo that is not", "no photo", "number too long"],
)
def test_wrong_agreement_is_said_and_kept_on_the_page(client, keeper, make_photo, more, words):
    photo = make_photo("Le phare")
    response = client.post(f"{CONSENTS}nouveau/?photo={photo.pk}", typed([photo], contact="lison@varques.example") | more)
    page = response.content.decode()
    assert response.status_code == 422 and words in page and 'value="lison@varques.example"' in page
    assert not Consent.objects.exists()


def test_agreement_of_a_lot_proposes_its_pictures_as_they_look(client, keeper, professional, make_photo):
    lot = make_lot(professional, 2, facts={"people": "yes", "consents_held": True})
    stranger = make_photo("Ailleurs")
    page = client.get(f"{CONSENTS}nouveau/?lot={lot.pk}").content.decode()
    assert all(f"/apercus/{photo.pk}/" in page for photo in lot.photos.all())
    assert f'value="{stranger.pk}"' not in page


def test_agreements_are_found_by_name(client, keeper, make_photo):
    make_consent(make_photo(), name="Lison Varquès"), make_consent(make_photo("Autre"), name="Oriol Falgueroles")
    page = client.get(CONSENTS, {"q": "oriol"}).content.decode()
    assert "Oriol Falgueroles" in page and "Lison Varquès" not in page


# ---- rights of one picture ----


def rights_of(photo, **more):
    return {
        "title": "Le phare", "credit": "Anne Auteure", "creator": "", "licence": "cc_by", "uses": ["web"], "audience": "public",
        "use_territory": "", "valid_from": "", "valid_until": "", "substitute": "", "theme": "beach", "season": "", "weather": "",
        "commune": "", "taken_on": "", **more,
    }  # fmt: skip


def test_rights_that_are_changed_act_at_once(client, keeper, make_photo):
    photo = make_photo("Le phare")
    address = f"{RIGHTS}{photo.pk}/"
    assert Client().get(photo.get_absolute_url()).status_code == 200
    assert client.post(address, rights_of(photo, valid_until=in_days(-1).isoformat())).url == address
    assert Client().get(photo.get_absolute_url()).status_code == 404
    assert "elle n’est montrée nulle part" in client.get(address).content.decode()
    client.post(address, rights_of(photo, valid_until=in_days(9).isoformat()))
    assert Client().get(photo.get_absolute_url()).status_code == 200
    assert Photo.objects.get().theme == "beach"


def test_wrong_rights_are_said_and_nothing_is_changed(client, keeper, make_photo):
    photo = make_photo("Le phare")
    response = client.post(
        f"{RIGHTS}{photo.pk}/",
        rights_of(photo, title="Autre", valid_from=in_days(9).isoformat(), valid_until=in_days(1).isoformat()),
    )
    page = response.content.decode()
    assert response.status_code == 422 and "La fin vient avant le début" in page and "<h1>Le phare</h1>" in page
    assert Picture.objects.get(pk=photo.pk).title == "Le phare"


def test_rights_page_says_who_took_it_and_who_agreed(client, keeper, make_photo):
    photo = make_photo("Le phare")
    take(photo, name="Gîte des Combes", purpose="Un dépliant")
    make_consent(photo)
    page = client.get(f"{RIGHTS}{photo.pk}/").content.decode()
    assert "Gîte des Combes" in page and "Un dépliant" in page and "Lison Varquès" in page


def test_substitute_is_one_that_the_keeper_has_at_hand(client, keeper, make_photo):
    photo, stranger = make_photo("Le phare"), make_picture("Ailleurs")
    assert client.post(f"{RIGHTS}{photo.pk}/", rights_of(photo, substitute=stranger.pk)).status_code == 422
    near = make_photo("Le port", theme="beach")
    Photo.objects.filter(pk=photo.pk).update(theme="beach")
    assert client.post(f"{RIGHTS}{photo.pk}/", rights_of(photo, substitute=near.pk)).status_code == 302
    assert Picture.objects.get(pk=photo.pk).substitute == near.picture


def test_rooms_of_rights_are_for_those_who_keep_them(client, make_photo, moderator):
    photo = make_photo()
    client.force_login(moderator)
    paths = (RIGHTS, f"{RIGHTS}{photo.pk}/", CONSENTS, f"{CONSENTS}nouveau/", "/portail/phototheque/cles/")
    assert [client.get(path).status_code for path in paths] == [404] * 5
    client.force_login(make_user(roles=["editor"]))
    assert [client.get(path).status_code for path in paths] == [200] * 5
