"""Pictures from members: taken upright with their credit, or refused with a sentence."""

from io import BytesIO
from pathlib import PurePath

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from common.forms.uploaded_pictures import PictureRefused, keep_picture, read_picture
from common.models import Picture
from intranet.submissions.models import Draft
from tests.factories import image_file, make_user
from tests.factories.common import huge_png
from tests.factories.submissions import DraftTab, proposal_form
from tests.html import read

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def upload(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (huge_png(20_000, 10_000).read(), "grande.png", "millions de pixels"),
        (huge_png(60_000, 60_000).read(), "bombe.png", "millions de pixels"),
        (b"%PDF-1.7\n1 0 obj", "affiche.jpg", "pas une photo"),
        (SVG, "logo.svg", "pas une photo"),
        (SVG, "logo.jpg", "pas une photo"),
        (b"", "vide.jpg", "est vide"),
        (image_file().read()[:400], "coupee.jpg", "abîmée"),
        (image_file(size=(40, 40)).read(), "petite.jpg", "trop petite"),
        (image_file(kind="BMP").read(), "ancienne.bmp", "n’est pas accepté"),
        (b"\x00" * 5000, "zeros.png", "pas une photo"),
    ],
)
def test_file_that_is_no_good_picture_is_refused_in_words(content, name, words):
    with pytest.raises(PictureRefused) as refused:
        read_picture(upload(content, name))
    assert words in str(refused.value.message)


@pytest.mark.parametrize("name", ["🎉.jpg", "???.jpg", "\ud83d.jpg", "..jpg", "../../été.jpg", "con.jpg"])
def test_picture_of_any_name_is_read(name):
    picture = read_picture(upload(image_file().read(), name))
    assert picture.title and PurePath(picture.file.name).name in ("🎉.jpg", "photo.jpg", "jpg.jpg", "été.jpg")


def test_every_orientation_is_put_upright(shared_data):
    for path in sorted((shared_data / "photos" / "orientation").glob("*.jpg")):
        upright = read_picture(upload(path.read_bytes(), path.name))
        is_wide = path.name.startswith("landscape")
        assert (upright.width > upright.height) == is_wide, path.name
        assert Image.open(BytesIO(upright.file.read())).getexif().get(0x0112, 1) == 1


def test_heic_of_a_telephone_becomes_a_jpeg(shared_data, member):
    path = shared_data / "photos" / "gps-heic-grandes" / "IMG_5195.HEIC"
    picture = keep_picture(upload(path.read_bytes(), path.name), member)
    assert picture.file.name.endswith(".jpg")
    kept = Image.open(picture.file.open())
    assert kept.format == "JPEG" and kept.size == (picture.width, picture.height)
    assert not kept.getexif().get_ifd(0x8825)


def test_real_photographs_are_read_or_refused_never_worse(shared_data):
    files = [path for path in sorted((shared_data / "photos").rglob("*")) if path.is_file()]
    read = 0
    for path in files:
        try:
            read += bool(read_picture(upload(path.read_bytes(), path.name)))
        except PictureRefused as refused:
            assert str(refused.message)
    assert read > 15


@pytest.mark.parametrize(("name", "credit"), [("exiftool/IPTC.jpg", "Phil Harvey"), ("exiftool/MWG.jpg", "")])
def test_credit_is_read_from_the_picture(shared_data, settings, name, credit):
    settings.PICTURE_SMALLEST_SIDE = 8  # these are samples cut to a few pixels
    path = shared_data / "photos" / name
    assert read_picture(upload(path.read_bytes(), path.name)).credit.startswith(credit)


def jpeg_of(artist: bytes, rights: bytes) -> bytes:
    exif, content = Image.Exif(), BytesIO()
    exif[0x013B], exif[0x8298] = artist, rights
    Image.new("RGB", (300, 300)).save(content, "JPEG", exif=exif)
    return content.getvalue()


#: what EXIF says of artist and rights, and the (credit, creator) that are proposed.
NAMES_OF_CAMERAS = {
    "UTF-8": (jpeg_of("Núria Bolló".encode(), "© Núria Bolló".encode()), ("Núria Bolló", "Núria Bolló")),
    "Latin-1": (jpeg_of("Célestin Fraïsse".encode("latin-1"), b"\xa9 2027"), ("Célestin Fraïsse", "Célestin Fraïsse")),
    "MacRoman": (jpeg_of("Hélène Güell".encode("mac-roman"), b""), ("Hélène Güell", "Hélène Güell")),
    "rights alone": (jpeg_of(b"", "© Hôtel d’Été".encode()), ("Hôtel d’Été", "")),
    "control characters": (jpeg_of(b"Jean\x07 Roig\x1b\x00", b""), ("Jean Roig", "Jean Roig")),
}


def test_credit_of_a_camera_is_read_in_its_letters():
    pictures = {name: read_picture(upload(content)) for name, (content, _names) in NAMES_OF_CAMERAS.items()}
    assert {name: (picture.credit, picture.creator) for name, picture in pictures.items()} == {
        name: names for name, (_content, names) in NAMES_OF_CAMERAS.items()
    }


def test_credits_of_the_trial_data_are_proposed(shared_data):
    files = ["case-70-exif-utf8.jpg", "case-72-iptc-utf8-marked.jpg", "case-73-iptc-macroman.jpg", "case-99-windows-xp.jpg"]
    credits = {name: read_picture(upload((shared_data / "cases" / name).read_bytes(), name)).credit for name in files}
    assert credits == dict.fromkeys(files, "Éloïse Peña")


def test_credit_and_licence_written_by_xmp_are_read():
    packet = b"""<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF
    xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''
    xmlns:dc='http://purl.org/dc/elements/1.1/'
    xmlns:cc='http://creativecommons.org/ns#'><dc:creator><rdf:Seq><rdf:li>Anne Lumi\xc3\xa8re</rdf:li></rdf:Seq></dc:creator>
    <cc:license rdf:resource='https://creativecommons.org/licenses/by-sa/4.0/'/></rdf:Description>
    </rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""
    buffer = BytesIO()
    Image.new("RGB", (300, 300)).save(buffer, "JPEG", xmp=packet)
    picture = read_picture(upload(buffer.getvalue()))
    assert (picture.credit, picture.licence) == ("Anne Lumière", "cc_by_sa")


def test_upload_answers_what_the_page_needs_and_stays_private(client, member):
    client.force_login(member)
    answer = client.post(
        reverse("submissions:upload"),
        {"ticket": DraftTab(client, member).ticket, "picture_file": upload(image_file().read(), "le port.jpg")},
    )
    picture = Picture.objects.get()
    assert answer.status_code == 200
    assert (answer.json()["id"], answer.json()["title"]) == (picture.pk, "le port")
    assert (picture.author, picture.audience, picture.organisation) == (member, "private", member.organisation)
    assert client.get(answer.json()["url"]).status_code == 200
    client.logout()
    assert client.get(answer.json()["url"]).status_code == 404


def test_upload_says_why_it_refuses(client, member):
    client.force_login(member)
    answer = client.post(
        reverse("submissions:upload"), {"ticket": DraftTab(client, member).ticket, "picture_file": upload(SVG, "a.jpg")}
    )
    assert answer.status_code == 422
    assert "pas une photo" in answer.json()["problem"]


def test_upload_needs_the_ticket_of_the_person(client, member, office):
    client.force_login(member)
    other = DraftTab(client, make_user(organisation=office)).ticket
    for ticket in ("", "forged", other):
        answer = client.post(reverse("submissions:upload"), {"ticket": ticket, "picture_file": upload(image_file().read())})
        assert answer.status_code == 403
    assert not Picture.objects.exists()


def test_picture_is_sent_with_the_form_without_javascript(client, member):
    client.force_login(member)
    page = DraftTab(client, member)
    answer = page.post("save", proposal_form(picture_file=upload(image_file().read(), "port.jpg")), follow=True)
    picture = Picture.objects.get()
    assert f'data-picture="{picture.pk}"' in answer.content.decode()
    assert Draft.objects.get().fields["picture"] == [str(picture.pk)]
    answer = page.post("save", proposal_form(picture_file=upload(SVG, "a.jpg"), **{"fr-title": "Titre gardé"}))
    assert answer.status_code == 422
    assert "pas une photo" in read(answer).text and "Titre gardé" in answer.content.decode()


def test_moderators_see_the_picture_and_unused_ones_are_forgotten(client, member, moderator):
    used, unused = (
        keep_picture(upload(image_file().read()), member),
        keep_picture(upload(image_file(colour="#fff").read()), member),
    )
    client.force_login(member)
    fields = proposal_form(
        picture=str(used.pk), dropped=[str(used.pk), str(unused.pk)], picture_credit="Anne", picture_rights="on"
    )
    DraftTab(client, member).post("send", fields)
    used.refresh_from_db()
    assert (used.audience, used.credit) == ("members", "Anne")
    assert not Picture.objects.filter(pk=unused.pk).exists()
    client.force_login(moderator)
    assert client.get(used.url_for(320)).status_code == 200


def test_picture_of_an_event_is_decoded_in_the_imaging_process_alone(no_decoding):
    picture = keep_picture(upload(image_file(size=(400, 300)).read()), make_user())
    assert (picture.width, picture.height) == (400, 300)
