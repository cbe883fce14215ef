"""The newsletter without an account."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from common.outbox import OutgoingMail
from common.personal_data import Person, kinds
from pro_portal.watch.actions import newsletter
from pro_portal.watch.actions.letter_readers import MAILS_A_DAY, ask_for_letter, forget_unconfirmed
from pro_portal.watch.models import WatchLetterReader
from tests.factories.watch import make_item, make_letter, make_subscription, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
ADDRESS = "lectrice@ailleurs.example"


def make_reader(email=ADDRESS, **fields) -> WatchLetterReader:
    return WatchLetterReader.objects.create(email=email, **{"confirmed_at": timezone.now()} | fields)


@pytest.fixture
def ask(django_capture_on_commit_callbacks):
    def asking(email=ADDRESS):
        with django_capture_on_commit_callbacks(execute=True):
            ask_for_letter(email, "fr")

    return asking


def test_address_is_asked_to_confirm_and_not_flooded(ask):
    for _time in range(MAILS_A_DAY + 2):
        ask("Lectrice@Ailleurs.example")
    assert [message.to for message in mail.outbox] == [[ADDRESS]] * MAILS_A_DAY
    assert "/portail/veille/lettre/confirmer/" in mail.outbox[0].body
    assert WatchLetterReader.objects.get().confirmed_at is None


def test_who_has_the_letter_is_told_so_by_mail_alone(ask):
    reader = make_reader()
    ask()
    assert "déjà abonnée" in mail.outbox[0].body and "confirmer" not in mail.outbox[0].body
    assert WatchLetterReader.objects.get().confirmed_at == reader.confirmed_at


def test_reader_gets_what_is_for_everybody_and_nothing_else(professional):
    theme = make_theme()
    titles = {"public": "Pour tous", "professionals": "Pour les pros", "members": "Pour les membres"}
    items = [make_item(title, [theme], audience=audience) for audience, title in titles.items()]
    make_reader()
    make_reader("attend@ailleurs.example", confirmed_at=None)
    make_reader(professional.email)
    make_subscription(professional, [theme])
    letter = make_letter("Juillet", items, is_sent=True)
    assert newsletter.number_of_readers() == 2
    assert [newsletter.write_mails(letter), newsletter.write_mails(letter)] == [2, 0]
    texts = {row.to: row for row in OutgoingMail.objects.all()}
    assert set(texts) == {ADDRESS, professional.email}
    row = texts[ADDRESS]
    assert [title for title in titles.values() if title in row.text] == ["Pour tous"]
    assert row.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/portail/veille/lettre/arret/" in row.headers["List-Unsubscribe"] and "Changer mes thèmes" in row.text


def test_reader_gets_the_themes_they_chose_and_what_is_of_none():
    nature, lodging = make_theme("nature"), make_theme("lodging")
    items = [make_item("Les oiseaux", [nature]), make_item("Les gîtes", [lodging]), make_item("Pour tous")]
    make_reader().themes.add(nature)
    make_reader("toutes@ailleurs.example")
    make_reader("gites@ailleurs.example").themes.add(lodging)
    assert newsletter.write_mails(make_letter("Juillet", items[:2], is_sent=True)) == 3
    newsletter.write_mails(make_letter("Août", items, is_sent=True))
    texts = {(row.subject, row.to): row.text for row in OutgoingMail.objects.all()}
    titles = {key: [item.title for item in items if item.title in text] for key, text in texts.items()}
    assert titles["Août", ADDRESS] == ["Les oiseaux", "Pour tous"]
    assert titles["Juillet", "gites@ailleurs.example"] == ["Les gîtes"]
    assert titles["Août", "toutes@ailleurs.example"] == ["Les oiseaux", "Les gîtes", "Pour tous"]


def test_nothing_public_is_no_mail():
    make_reader()
    assert newsletter.write_mails(make_letter("Juillet", [make_item("Un", audience="members")], is_sent=True)) == 0


def test_address_that_nobody_confirms_is_forgotten():
    old = timezone.now() - timedelta(days=8)
    make_reader(confirmed_at=None, asked_at=old)
    make_reader("neuve@ailleurs.example", confirmed_at=None)
    make_reader("ancienne@ailleurs.example", asked_at=old)
    assert forget_unconfirmed(timezone.now()) == 1
    assert not WatchLetterReader.objects.filter(email=ADDRESS).exists()


def test_person_is_given_their_row_and_erased():
    make_reader()
    kind = next(kind for kind in kinds() if kind.key == "watch_letter_addresses")
    person = Person.with_address(ADDRESS.upper())
    [record] = kind.of_person(person)
    assert ADDRESS in record.values.values()
    assert kind.erase(person).deleted == 1 and not WatchLetterReader.objects.exists()
