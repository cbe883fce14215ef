import re
import shutil
import subprocess
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from PIL import Image

from common.choices import Licence
from common.templatetags.look import weight
from pro_portal.photos.models import LicenceText, Photo, Taking
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db

LIST = "/fr/portail/phototheque/"


def take(client, photo, size="web", **answers):
    return client.post(reverse("photos:take", args=[photo.pk, size]), answers)


def accept_conditions(client, **said):
    return client.post(
        "/fr/portail/phototheque/conditions/", {"name": "Gîte des Combes", "email": "", "accepted": "on", "next": LIST} | said
    )


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_provider_without_an_account_takes_a_picture_in_the_right_size(client, make_photo):
    photo = make_photo("Plage du Cap", size=(2400, 1600))
    assert "Plage du Cap" in read(client.get(LIST)).text
    asked = take(client, photo)
    assert asked.url.startswith("/fr/portail/phototheque/conditions/")
    assert accept_conditions(client, next=reverse("photos:take", args=[photo.pk, "web"])).status_code == 302
    given = take(client, photo)
    assert given["Content-Disposition"] == 'attachment; filename="plage-du-cap_(c)-emma-virelune_web.jpg"'
    assert Image.open(BytesIO(body(given))).size == (1600, 1067)
    [taking] = Taking.objects.all()
    assert (taking.name, taking.size, taking.use, taking.person) == ("Gîte des Combes", "web", "web", None)


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is missing (package libimage-exiftool-perl)")
def test_credit_and_licence_are_inside_the_file(client, make_photo, tmp_path):
    photo = make_photo(creator="Émile Brossard", credit="É. Brossard / Aurelle", licence=Licence.CC_BY_SA)
    accept_conditions(client)
    file = tmp_path / "taken.jpg"
    file.write_bytes(body(take(client, photo)))
    names = ("Credit", "Creator", "Rights", "WebStatement", "UsageTerms", "LicensorURL")
    said = subprocess.run(
        ["exiftool", "-s3", *(f"-{name}" for name in names), file], capture_output=True, text=True
    ).stdout.splitlines()
    assert said[:2] == ["É. Brossard / Aurelle", "Émile Brossard"]
    assert said[2] == "© É. Brossard / Aurelle" and "by-sa/4.0" in said[3]
    assert "CC BY-SA" in said[4] and said[5].endswith(f"/fr/portail/phototheque/{photo.pk}/")


def test_conditions_are_accepted_once_a_version(client, make_photo):
    photo = make_photo()
    accept_conditions(client)
    assert take(client, photo).status_code == 200
    LicenceText.objects.create(version=2, words={"fr": "Nouvelles conditions"})
    assert "conditions" in take(client, photo).url
    assert "Nouvelles conditions" in read(client.get("/fr/portail/phototheque/conditions/")).text


def test_conditions_refused_say_so_and_keep_what_was_typed(client):
    response = client.post("/fr/portail/phototheque/conditions/", {"name": "Gîte", "email": "pas une adresse"})
    page = read(response)
    assert response.status_code == 422
    assert "Cochez la case" in page.text and "Gîte" in [field.value for field in page.all_by_role("textbox")]


def test_purpose_is_asked_where_the_licence_wants_it(client, make_photo):
    photo = make_photo(licence=Licence.ALL_RIGHTS)
    assert reverse("photos:take", args=[photo.pk, "web"]) in [
        part.get("href") for part in read(client.get(photo.get_absolute_url())).all_by_role("link")
    ]
    assert "conditions" in take(client, photo, purpose="Flyer de l’été").url
    accept_conditions(client)
    question = client.get(reverse("photos:take", args=[photo.pk, "web"]))  # asked calmly, and what was typed is there
    assert question.status_code == 200 and read(question).field("Pour quoi ?").value == "Flyer de l’été"
    assert take(client, photo).status_code == 422
    given = take(client, photo, purpose="Flyer de l’été")
    assert given.status_code == 200 and body(given)
    assert Taking.objects.get().purpose == "Flyer de l’été"


CLOSED = {
    "right ended": lambda: {"valid_until": in_days(-1)},
    "right not begun": lambda: {"valid_from": in_days(1)},
    "consent ended": lambda: {"consented_until": in_days(-1)},
    "waiting": lambda: {"state": Photo.State.WAITING},
    "not for others": lambda: {"third_parties_allowed": False},
    "for another use": lambda: {"uses": ["print"]},
    "for members": lambda: {"audience": "members"},
}


@pytest.mark.parametrize("facts", CLOSED.values(), ids=CLOSED)
def test_picture_that_may_not_be_taken_is_not_there(client, make_photo, facts):
    accept_conditions(client)
    assert take(client, make_photo("Libre")).status_code == 200
    assert take(client, make_photo("Close", **facts())).status_code == 404


def test_ended_picture_is_gone_for_the_administrator_too(client, make_photo, administrator):
    photo = make_photo("Fête du port")
    client.force_login(administrator)
    accept_conditions(client)
    assert "Fête du port" in read(client.get(LIST)).text
    photo.picture.valid_until = in_days(-1)
    photo.picture.save()
    assert "Fête du port" not in client.get(LIST).content.decode()
    assert client.get(photo.get_absolute_url()).status_code == 404
    assert take(client, photo).status_code == 404


def test_no_part_is_cut_off_where_no_change_is_allowed(client, make_photo):
    photo = make_photo(changes_allowed=False)
    accept_conditions(client)
    assert take(client, photo, "square").status_code == 404
    assert take(client, photo, "web").status_code == 200


@pytest.mark.parametrize("size", ["", "géante", "\0", "web" * 500])
def test_unknown_size_is_said(client, make_photo, size):
    client.post(reverse("photos:basket_change", args=[make_photo().pk]), {"keep": "1"})
    response = client.post("/fr/portail/phototheque/panier/zip/", {"size": size})
    assert response.status_code == 422
    assert "Choisissez des photos et une taille" in read(response).text


def test_original_is_the_file_as_given_and_its_weight_is_told_once_it_left(client, make_photo):
    photo = make_photo("Plage du Cap")
    accept_conditions(client)
    content = body(take(client, photo, "original"))
    with photo.picture.file.open("rb") as given:
        scan = given.read().partition(b"\xff\xda")[2]
    assert content.endswith(scan) and b"Emma Virelune" in content
    sizes = read(client.get(photo.get_absolute_url())).region("Prendre cette photo").texts("button")
    [original] = [words for words in sizes if words.startswith("Original")]
    assert "≈" not in original and weight(len(content)).replace("\u00a0", " ") in original


def test_square_is_shown_as_it_will_be_cut_before_it_is_taken(client, make_photo):
    photo = make_photo(size=(2400, 1600))
    accept_conditions(client)

    def frames(size: str) -> set[str]:
        page = client.get(reverse("photos:take", args=[photo.pk, size])).content.decode()
        return set(re.findall(rf"/images/{photo.pk}/[^ ]*?w\d+(-\w+)?\.jpeg", page))

    assert (frames("square"), frames("story"), frames("web")) == ({"-r1x1"}, {"-r9x16"}, {""})


def test_what_i_took_says_until_when(client, make_photo, professional):
    client.force_login(professional)
    accept_conditions(client)
    ended, ending, endless = make_photo("Le phare"), make_photo("Le port", valid_until=in_days(9)), make_photo("Le mas")
    for photo in (ended, ending, endless):
        body(take(client, photo))
    ended.picture.valid_until = in_days(-1)
    ended.picture.save()
    partners = read(client.get(reverse("photos:partners")))
    page = read(client.get(partners.get_by_role("link", "Ce que j’ai pris")["href"]))
    ends = {row[0]: row[-1] for row in page.rows() if len(row) == 5}
    assert ends["Le mas"] == "sans fin" and "À retirer" in ends["Le phare"]
    assert ends["Le port"] == date_format(in_days(9), "DATE_FORMAT")
    assert not page.has("link", "Le phare")
