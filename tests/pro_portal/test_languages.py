"""What exists in French alone says so on the screens of a reader of another language, in every room of the portal."""

import pytest
from django.core import mail
from django.utils import timezone

from pro_portal.photos.models import PhotoRequest, Taking
from pro_portal.watch.actions.newsletter import send_trial
from pro_portal.watch.models import WatchItem
from tests.factories import make_organisation, make_user
from tests.factories.photos import make_photo
from tests.factories.portal_documents import make_edition, make_edition_order
from tests.factories.tutorials import make_path, make_question, make_tutorial
from tests.factories.watch import make_item, make_letter
from tests.html import read

#: French words of each kind, as the scene writes them.
PHOTO, ITEM, COMMENT, LETTER = "Plage du Cap", "Un nouvel impôt", "Cela change ici", "La veille de mai"
TUTORIAL, PATH, EDITION, NOTE = "La fiche", "Premiers pas", "Plan des sentiers", "Papier épais"
ITEM_TO_SORT = "Une aide à lire"


@pytest.fixture
def numbers(db) -> dict:
    """One thing of each kind, in French, and a Catalan who may see all of them: the keys of the addresses below."""
    hotel = make_organisation("Hôtel du Phare", kind="provider")
    reader = make_user("tothom@aurelle.example", hotel, language="ca", is_staff=True, is_superuser=True)
    photo = make_photo(PHOTO)
    Taking.objects.create(picture=photo.picture, size="web", use="web", person=reader, organisation=hotel)
    for answered_at in (None, timezone.now()):
        PhotoRequest.objects.create(
            picture=photo.picture, name="Pau", email="pau@pau.example", use="web", purpose="Web", answered_at=answered_at
        )
    item = make_item(ITEM, comment=COMMENT, language="fr")
    make_item(ITEM_TO_SORT, state=WatchItem.State.INBOX)
    letter, draft = make_letter(LETTER, [item], is_sent=True), make_letter(LETTER, [item])
    tutorial = make_tutorial("fiche", TUTORIAL)
    make_path("pas", tutorial, title=PATH)
    question = make_question(tutorial)
    edition = make_edition(EDITION, note=NOTE, can_be_ordered=True, organisation=hotel)
    make_edition_order(edition, person=reader)
    return {
        "reader": reader, "photo": photo.pk, "item": item.pk, "letter": letter.pk, "draft": draft,
        "question": question.pk, "edition": edition.pk,
    }  # fmt: skip


#: Address under /ca/portail/ → the French words that it shows.
SCREENS = {
    "": (PHOTO, ITEM, TUTORIAL, EDITION),
    "phototheque/": (PHOTO,),
    "phototheque/{photo}/": (PHOTO,),
    "phototheque/panier/": (PHOTO,),
    "phototheque/mes-prises/": (PHOTO,),
    "phototheque/demandes/": (PHOTO,),
    "phototheque/droits/?etat=toutes": (PHOTO,),
    "phototheque/droits/{photo}/": (PHOTO,),
    "veille/": (ITEM, COMMENT),
    "veille/{item}/": (ITEM, COMMENT),
    "veille/a-trier/": (ITEM_TO_SORT,),
    "veille/lettres/": (LETTER,),
    "veille/lettres/{letter}/": (LETTER, ITEM, COMMENT),
    "tutoriels/": (TUTORIAL, PATH),
    "tutoriels/fiche/": (TUTORIAL,),
    "tutoriels/fiche/question/": (TUTORIAL,),
    "tutoriels/parcours/pas/": (TUTORIAL, PATH),
    "tutoriels/parcours/pas/certificat/": (TUTORIAL, PATH),
    "tutoriels/questions/": (TUTORIAL,),
    "tutoriels/questions/{question}/": (TUTORIAL,),
    "tutoriels/progression/suivi/": (TUTORIAL, PATH),
    "tutoriels/progression/suivi/fiche/": (TUTORIAL,),
    "documents/": (EDITION, NOTE),
    "documents/editions/": (EDITION, NOTE),
    "documents/{edition}/": (EDITION, NOTE),
    "documents/editions/commander/": (EDITION,),
    "documents/editions/mes-commandes/": (EDITION,),
    "documents/{edition}/placer/": (EDITION,),
}


def languages_of(part, words: str) -> list[str]:
    """The language in which a screen reader reads each text with these words; the name of an icon is one text in one language."""
    texts = [text for text in part.find_all(string=lambda each: each and words in each) if text.parent.name != "title"]
    return [text.find_parent(lang=True)["lang"] for text in texts]


def test_french_words_on_a_catalan_screen_say_so(client, numbers):
    client.force_login(numbers["reader"])
    client.post(f"/ca/portail/phototheque/panier/{numbers['photo']}/", {"keep": "1"})

    shown = {}
    for address, words in SCREENS.items():
        response = client.get(f"/ca/portail/{address.format(**numbers)}")
        assert response.status_code == 200, address
        main = read(response).tag.main
        shown |= {(address, each): languages_of(main, each) for each in words}

    assert {place: codes for place, codes in shown.items() if set(codes) != {"fr"}} == {}


def test_letter_by_mail_says_the_language_of_its_articles(numbers, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send_trial(numbers["draft"], numbers["reader"])

    html = read(mail.outbox[0].alternatives[0].content)
    assert html.language == "ca"
    assert {*languages_of(html.tag.body, ITEM), *languages_of(html.tag.body, COMMENT), *languages_of(html.tag.body, LETTER)} == {
        "fr"
    }
