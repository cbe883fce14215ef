import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from wagtail.models import Page

from accounts.models import Organisation, Territory, User
from common.models import Picture
from demo.actions import load_demo, remove_demo
from demo.models import DemoLoad
from destination.agenda.models import Event
from destination.base_map.models import BaseMap
from destination.pages.models import EditorialPage, HomePage
from destination.places.models import Place
from intranet.submissions.choices import Stage
from intranet.submissions.querysets.events import with_stage
from notifications.models import Notice
from pro_portal.photos.models import Photo
from search.actions import rebuild
from tests.factories import make_event, make_user
from tests.search import questions


class Interrupted(Exception):
    """Ctrl-C between two parts."""


@time_machine.travel(questions.DAY)
def test_demo_is_loaded_again_after_an_interruption_and_removed(db, client):
    sentences = []

    def interrupt(sentence):
        sentences.append(sentence)
        if sentence.startswith("2 of 11"):
            raise Interrupted

    with pytest.raises(Interrupted):
        load_demo((300, 200), interrupt)
    assert sentences == ["1 of 11: network", "2 of 11: base_map"]
    assert Territory.objects.count() == 8 and DemoLoad.objects.get().is_complete is False

    # What was half there is taken away, and all is made.
    loaded = load_demo((300, 200))
    assert loaded.is_complete
    call_command("load_demo", once=True)
    assert DemoLoad.objects.count() == 2
    assert (Territory.objects.count(), Place.objects.count(), Event.objects.count()) == (8, 30, 80)
    stages = list(with_stage(Event.objects.all()).values_list("stage", flat=True))
    assert (stages.count(Stage.WAITING), stages.count(Stage.SENT_BACK)) == (6, 2)
    assert User.objects.get(email="mirabelle@aurelle.example").is_moderator
    assert EditorialPage.objects.filter(locale__language_code="ca").exists()
    assert Photo.objects.exists() and all(set(photo.titles) == {"en", "ca"} for photo in Photo.objects.all())
    base_map = BaseMap.objects.get()
    assert base_map.state == BaseMap.State.READY and 200 < base_map.tiles.count() == base_map.tiles_count < 1000
    assert (Notice.objects.count(), len(mail.outbox)) == (0, 0)
    for language, words in (("fr", "Pays d’Aurelle"), ("en", "Pays d’Aurelle"), ("ca", "País d’Aurelle</span>")):
        assert words in client.get(f"/{language}/").content.decode()

    check_questions()

    ours = make_event("Notre marché", commune=Territory.objects.first())
    removed, staying = remove_demo(loaded)
    assert removed > 250 and staying == [str(ours.commune)]
    assert list(Event.objects.all()) == [ours]
    left = [model.objects.count() for model in (Place, Picture, Organisation, EditorialPage, BaseMap)]
    assert left == [0, 0, 0, 0, 0] and HomePage.objects.count() == 3
    assert not User.objects.filter(email__endswith="aurelle.example").exists()
    assert client.get("/fr/").status_code == 200


def check_questions():
    """What visitors ask of the demo is answered: loading it costs most, so that it is asked here."""
    rebuild()
    unanswered, asked = questions.unanswered()
    assert asked >= 200 and len(unanswered) <= asked * (1 - questions.FLOOR), "\n".join(unanswered)


def test_demo_is_loaded_once(db):
    DemoLoad.objects.create()
    call_command("load_demo", once=True)
    assert not Event.objects.exists() and Page.objects.count() < 10
    with pytest.raises(CommandError, match="already there"):
        call_command("load_demo")


def test_removing_nothing_is_an_error(db):
    make_user()
    with pytest.raises(CommandError, match="no demo"):
        call_command("remove_demo")
    assert User.objects.count() == 1
