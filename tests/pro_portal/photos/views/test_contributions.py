"""A lot is put together, signed by name, and seen by nobody before an editor accepts it."""

import json
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from PIL import Image

from common.imaging.metadata.writing import packet
from common.models import Picture
from notifications.models import Notice
from pro_portal.photos.models import Contribution, Photo, Upload
from pro_portal.photos.querysets.usage import used_in
from search import actions as search
from tests.factories import make_place, make_territory, make_user
from tests.factories.photos import FORM_VALUES, draw_image, jpeg, make_contribution
from tests.html import read

pytestmark = pytest.mark.django_db
GIVE, SIGN = "/fr/portail/phototheque/donner/", "/fr/portail/phototheque/donner/signer/"


def give(client, **answers):
    return client.post(GIVE, {**FORM_VALUES, "action": "give", **answers})


def sign(client, name="Paule Duphare"):
    return client.post(SIGN, {"name": name})


def test_lot_is_answered_once_and_signed_by_name(client, giver, give_file, editor, django_capture_on_commit_callbacks):
    commune = make_territory("Port-Aurelle")
    give_file(jpeg(1)), give_file(jpeg(2))
    last_day = timezone.localdate() + timedelta(days=400)
    answers = {"theme": "beach", "season": "summer", "commune": commune.pk, "valid_until": last_day.isoformat()}
    assert give(client, **answers).url == SIGN
    page = read(client.get(SIGN))
    assert "Signer le don de 2 photos" in page.text and "Je cède gratuitement" in page.text
    with django_capture_on_commit_callbacks(execute=True):
        assert "/mes-dons/" in sign(client).url
    lot = Contribution.objects.get()
    assert (lot.state, lot.signed_name, lot.organisation) == ("given", "Paule Duphare", giver.organisation)
    for photo in lot.photos.select_related("picture"):
        picture = photo.picture
        assert (picture.credit, picture.licence, picture.uses) == ("Clotilde Vernazobre", "all_rights", ["web", "social"])
        assert (picture.valid_until, picture.changes_allowed, picture.author) == (last_day, True, giver)
        assert (photo.theme, photo.season, photo.commune, photo.state) == ("beach", "summer", commune, "waiting")
    [notice] = Notice.objects.filter(person=editor)
    assert notice.code == "photos_given"
    assert "2 photos" in read(client.get(f"/fr/portail/phototheque/mes-dons/{lot.pk}/")).text or lot.photos.count() == 2


def test_the_words_that_were_signed_are_kept(client, giver, give_file, monkeypatch):
    """What is signed is kept whole, so that another version of the text changes nothing of it."""
    give_file(jpeg(1))
    give(client, offered="", changes_allowed="")
    shown = client.get(SIGN).content.decode()
    sign(client)
    lot = Contribution.objects.get()
    for paragraph in lot.signed_text.split("\n\n"):
        assert paragraph.split(" «")[0] in shown
    assert "sans recadrage ni retouche" in lot.signed_text and "«\xa0Clotilde Vernazobre\xa0»" in lot.signed_text
    monkeypatch.setattr("pro_portal.photos.actions.contributions._paragraphs", lambda said: ["Un autre texte."])
    page = client.get(f"/fr/portail/phototheque/mes-dons/{lot.pk}/").content.decode()
    assert "sans recadrage ni retouche" in page and "Un autre texte" not in page


def test_signing_asks_for_a_name_and_for_a_picture(client, giver, give_file):
    assert client.get(SIGN).url == GIVE
    give(client)
    assert sign(client).url == GIVE
    assert "Aucune photo n’est arrivée" in read(client.get(GIVE)).text
    give_file(jpeg(1))
    refused = sign(client, name="P")
    assert refused.status_code == 422 and Contribution.objects.get().state == "open"


def test_lot_is_signed_once(client, giver, give_file, editor):
    give_file(jpeg(1))
    give(client)
    first, second = sign(client), sign(client)
    assert "/mes-dons/" in first.url and second.url == GIVE
    assert Contribution.objects.count() == 1 and Notice.objects.filter(person=editor).count() == 1


def test_files_that_did_not_arrive_are_left_out_and_it_is_said(client, giver, give_file):
    from tests.factories.photos import announce_upload

    give_file(jpeg(1))
    announce_upload(client, "longue.jpg", 90_000_000)
    give(client)
    assert "1 fichier n’est pas arrivé en entier" in read(client.get(SIGN)).text
    sign(client)
    assert [upload.name for upload in Upload.objects.all()] == ["plage.jpg"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"credit": ""}, "Crédit"),
        ({"uses": []}, "Usages permis"),
        ({"people": "yes"}, "cochez la case quand vous les avez"),
        ({"valid_until": "31/02/2026"}, "date"),
        ({"commune": "999999"}, "Commune"),
        ({"licence": "unknown"}, "Droits"),
        ({"theme": "zzz"}, "Thème"),
    ],
)
def test_wrong_answer_is_said_and_nothing_typed_is_lost(client, giver, answers, words):
    response = give(client, creator="Oriol Falgueroles", **answers)
    page = read(response)
    assert response.status_code == 422 and words in page.text
    assert [each.form_values()["creator"] for each in (page, read(client.get(GIVE)))] == ["Oriol Falgueroles"] * 2


def test_what_is_typed_is_kept_as_one_goes(client, giver):
    with time_machine.travel(datetime(2026, 7, 1, 12, 5, tzinfo=ZoneInfo("Europe/Paris"))):
        saved = client.post(GIVE, {**FORM_VALUES, "credit": "Clo", "action": "save", "uses": ["print"]})
    assert (saved.status_code, saved.content.decode()) == (200, "Enregistré à 12 h 05")
    page = read(client.get(GIVE))
    assert page.form_values()["credit"] == "Clo"
    assert Contribution.objects.get().facts["uses"] == ["print"]


def test_picture_says_its_author_and_keeps_it(client, giver, give_file):
    buffer = BytesIO()
    draw_image(3).save(buffer, "JPEG", xmp=packet({"creator": "Émile Brossard", "title": "Le phare de nuit", "credit": "E.B."}))
    give_file(buffer.getvalue())
    give(client, creator="Oriol Falgueroles")
    sign(client)
    picture = Photo.objects.get().picture
    assert (picture.title, picture.creator, picture.credit) == ("Le phare de nuit", "Émile Brossard", "Clotilde Vernazobre")


@pytest.mark.parametrize("agreed", [True, False])
def test_position_is_kept_only_where_one_agreed(client, giver, give_file, agreed):
    give_file(with_position())
    assert Photo.objects.get().latitude == pytest.approx(42.5)
    give(client, **({"keeps_position": "on"} if agreed else {}))
    sign(client)
    photo = Photo.objects.get()
    assert (photo.latitude, photo.longitude) == ((42.5, 3.1) if agreed else (None, None))


def with_position() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (42.0, 30.0, 0.0), 3: "E", 4: (3.0, 6.0, 0.0)})
    return jpeg(4, exif=exif)


def test_no_file_that_leaves_tells_where_it_was_taken(client, giver, give_file, editor):
    give_file(with_position())
    give(client, keeps_position="on")
    sign(client)
    Photo.objects.update(state="accepted")
    Picture.objects.update(audience="public")
    for kind in ("jpeg", "webp"):
        made = Image.open(BytesIO(b"".join(client.get(Picture.objects.get().url_for(640, kind)).streaming_content)))
        assert not made.getexif().get_ifd(0x8825)


def test_file_read_after_the_lot_was_signed_has_its_answers_too(client, giver, django_capture_on_commit_callbacks):
    from tests.factories.photos import upload_file

    with django_capture_on_commit_callbacks(execute=True):
        upload_file(client, jpeg(1))
        give(client, theme="beach")
        sign(client)
        lot = Contribution.objects.get()
        assert "1 fichier est en cours de lecture" in read(client.get(f"/fr/portail/phototheque/mes-dons/{lot.pk}/")).text
    photo = Photo.objects.get()
    assert (photo.theme, photo.picture.credit, photo.picture.licence) == ("beach", "Clotilde Vernazobre", "all_rights")


def test_same_picture_given_twice_is_told(client, giver, give_file):
    first = give_file(jpeg(5))
    again = give_file(jpeg(5), "copie.jpg")
    smaller = give_file(jpeg(5, quality=60), "petite.jpg")
    other = give_file(jpeg(8), "autre.jpg")
    assert [upload.looks_like for upload in (first, again, smaller, other)] == [None, first.picture, first.picture, None]
    page = read(client.get(GIVE))
    assert page.text.count("Cette photo semble déjà donnée") == 2
    told = client.get("/fr/portail/phototheque/donner/fichiers/").json()["files"]
    assert [bool(file["twin"]) for file in told] == [False, True, True, False]


def test_picture_of_the_library_that_one_may_not_see_is_not_told_of(client, giver, give_file):
    stranger = give_file(jpeg(5))
    Contribution.objects.update(author=make_user(), state="given")
    assert give_file(jpeg(5)).looks_like is None
    Photo.objects.filter(pk=stranger.picture_id).update(state="accepted")
    Picture.objects.filter(pk=stranger.picture_id).update(audience="public")
    told = give_file(jpeg(5), "encore.jpg")
    assert told.looks_like == stranger.picture
    files = client.get("/fr/portail/phototheque/donner/fichiers/").json()["files"]
    assert files[-1]["twin_url"] == f"/fr/portail/phototheque/{stranger.picture_id}/"


OUTPUTS = {
    "library": lambda photo: "/fr/portail/phototheque/",
    "its page": lambda photo: f"/fr/portail/phototheque/{photo.pk}/",
    "search of the library": lambda photo: "/fr/portail/phototheque/?q=evqzgiv",
    "search": lambda photo: "/fr/search/?q=evqzgiv&room=1",
    "suggestions": lambda photo: "/fr/search/suggestions/?q=evqzgiv&room=1",
    "its file": lambda photo: photo.picture.url_for(320),
    "its preview": lambda photo: f"/fr/portail/phototheque/apercus/{photo.pk}/",
    "its rights": lambda photo: f"/fr/portail/phototheque/droits/{photo.pk}/",
    "the page of its lot": lambda photo: f"/fr/portail/phototheque/mes-dons/{photo.contribution_id}/",
    "those that wait": lambda photo: f"/fr/portail/phototheque/a-accepter/{photo.contribution_id}/",
}


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("reader", ["visitor", "colleague", "member", "moderator"])
def test_nothing_is_seen_before_an_editor_accepts(client, professional, member, moderator, output, reader):
    readers = {"member": member, "moderator": moderator, "colleague": make_user(organisation=professional.organisation)}
    photo = make_contribution(professional).photos.get()
    Picture.objects.filter(pk=photo.pk).update(title="Marque evqzgiv")
    search.rebuild()
    if reader in readers:
        client.force_login(readers[reader])
    response = client.get(OUTPUTS[output](photo))
    if response.status_code == 200:
        text = response.content.decode()
        assert f"/images/{photo.pk}/" not in text and "Marque evqzgiv" not in text
    else:
        assert response.status_code in (302, 404)


def test_lot_still_open_is_seen_by_its_author_alone(client, professional, editor):
    photo = make_contribution(professional, state="open").photos.get()
    client.force_login(editor)
    for address in (f"droits/{photo.pk}", f"apercus/{photo.pk}", f"a-accepter/{photo.contribution_id}"):
        assert client.get(f"/fr/portail/phototheque/{address}/").status_code == 404
    assert "à accepter" not in json.dumps(used_in([photo.pk], editor))
    client.force_login(professional)
    assert client.get(photo.picture.url_for(320)).status_code == 200


def test_provider_is_told_in_their_language_and_the_mail_leaves_once(client, giver, give_file, editor, member,
                                                                    django_capture_on_commit_callbacks):  # fmt: skip
    give_file(jpeg(1))
    give(client)
    with django_capture_on_commit_callbacks(execute=True):
        sign(client)
    assert {notice.person for notice in Notice.objects.all()} == {editor}
    assert [message.to for message in mail.outbox] in ([[editor.email]], [])


def test_taken_pictures_are_shown_to_their_owner_alone(client, make_photo, professional, member):
    from pro_portal.photos.models import Taking

    photo = make_photo("Le phare", author=professional)
    Taking.objects.create(picture=photo.picture, size="web", use="web", name="Gîte des Combes", purpose="Un dépliant")
    for person, sees in ((professional, True), (member, False)):
        client.force_login(person)
        page = read(client.get("/fr/portail/phototheque/mes-dons/prises/"))
        assert ("Gîte des Combes" in page.text and "Le phare" in page.text) == sees


def test_giver_describes_each_photo_before_and_after_signing(client, giver, give_file, member):
    place = make_place("Phare du Cap")
    give_file(jpeg(1)), give_file(jpeg(2))
    give(client, place=place.pk, keywords="mer, port ; mer")
    lot = Contribution.objects.get()
    first, second = lot.photos.order_by("pk")
    address = f"/fr/portail/phototheque/mes-dons/{lot.pk}/mots/"
    words = {
        f"title-{first.pk}": "Le phare",
        f"alternative_fr-{first.pk}": "Un phare au soir",
        f"title_en-{first.pk}": "The lighthouse",
    }
    assert client.post(address, words).url == GIVE
    sign(client)
    first = Photo.objects.select_related("picture").get(pk=first.pk)
    assert (str(first), first.titles, first.picture.alternative("fr")) == (
        "Le phare",
        {"en": "The lighthouse"},
        "Un phare au soir",
    )
    assert (first.place, first.commune, sorted(tag.name for tag in first.picture.tags.all())) == (
        place,
        place.commune,
        ["mer", "port"],
    )
    gift = f"/fr/portail/phototheque/mes-dons/{lot.pk}/"
    assert "1 photo ne dit pas encore ce qu’elle montre" in read(client.get(gift)).text
    assert client.post(address, {f"alternative_fr-{second.pk}": "Un quai"}).url == gift
    assert "ne dit pas encore" not in read(client.get(gift)).text
    Photo.objects.update(state="accepted")
    assert client.post(address, {f"alternative_fr-{second.pk}": "Autre"}).url == gift
    assert Picture.objects.get(pk=second.pk).alternative("fr") == "Un quai"
    client.force_login(member)
    assert client.get(address).status_code == 404


def test_giver_is_told_of_another_author_and_of_the_version(client, giver, give_file):
    give_file(jpeg(1, xmp=packet({"creator": "Jean Dupont", "credit": "Agence du Cap"})))
    assert "Le fichier nomme Jean Dupont comme auteur" in read(client.get(GIVE)).text
    give(client)
    page = read(client.get(SIGN)).text
    assert "un autre auteur que le crédit" in page and "Jean Dupont" in page and "version 1" in page
    sign(client)
    lot, picture = Contribution.objects.get(), Picture.objects.get()
    assert (lot.signed_version, picture.creator, picture.credit) == (1, "Jean Dupont", "Clotilde Vernazobre")
    assert "version 1" in read(client.get(f"/fr/portail/phototheque/mes-dons/{lot.pk}/")).text


def test_keywords_that_nobody_would_type_are_refused(client, giver, give_file):
    give_file(jpeg(1))
    for keywords in (", ".join(f"mot {number}" for number in range(31)), "x" * 61):
        response = give(client, keywords=keywords)
        assert response.status_code == 422 and read(response).field("Mots-clés").value == keywords
