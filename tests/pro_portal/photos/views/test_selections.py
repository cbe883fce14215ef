"""Selections of photos: made from the basket, shown on the first page, shared by a link that ends. They open nothing."""

import re
from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from pro_portal.photos.models import Selection
from tests.factories.photos import make_selection
from tests.html import read
from tests.moment import PARIS

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 7, 10, 12, tzinfo=PARIS)
TODAY, A_YEAR_ON = date(2026, 7, 10), date(2027, 7, 10)


def titles(selection) -> list[str]:
    return [line.photo.picture.title for line in selection.lines.all()]


def test_keeper_makes_a_selection_from_the_basket(client, editor, make_photo):
    client.force_login(editor)
    photos = [make_photo(title) for title in ("Phare", "Port", "Mas")]
    for photo in photos:
        client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    basket = read(client.get(reverse("photos:basket"))).field("Mettre le panier dans une sélection").form
    edit = client.post(basket["action"], {"selection": ""}).url
    client.post(basket["action"], {"selection": Selection.objects.get().pk})  # a second time: each once
    selection = Selection.objects.get()
    assert (titles(selection), selection.maker, selection.organisation) == (["Phare", "Port", "Mas"], editor, editor.organisation)
    refused = client.post(edit, {"title_fr": " ", "title_en": "Winter", "words_fr": "Neige"})
    assert refused.status_code == 422 and "Neige" in refused.content.decode()
    client.post(edit, {"title_fr": "L’hiver", "title_en": "Winter", "words_fr": "Neige"})
    for wish, number, expected in (
        ("up", 2, ["Phare", "Mas", "Port"]),
        ("up", 0, ["Phare", "Mas", "Port"]),
        ("down", 0, ["Mas", "Phare", "Port"]),
        ("remove", 1, ["Mas", "Phare"]),
        ("sideways", 0, ["Mas", "Phare"]),
    ):
        client.post(reverse("photos:selection_photo", args=[selection.pk, photos[number].pk]), {"do": wish})
        assert titles(selection) == expected
    assert read(client.get(f"/en/portail/phototheque/selections/{selection.pk}/")).get_by_role("heading", "Winter")


def test_one_selection_is_on_the_first_page(client, editor, make_photo):
    before, other = make_selection(make_photo("Phare"), on_front_page=True), make_selection(make_photo("Port"))
    assert client.get(other.get_absolute_url()).status_code == 404  # a keeper's work
    client.force_login(editor)
    client.post(reverse("photos:selection_edit", args=[other.pk]), {"title_fr": "L’été", "on_front_page": "on"})
    rows = client.get(reverse("photos:selections")).context["page"]
    assert [(row.pk, row.number) for row in rows] == [(other.pk, 1), (before.pk, 1)] and rows.paginator.object_list.ordered
    client.logout()
    assert client.get(before.get_absolute_url()).status_code == 404
    assert reverse("photos:selection", args=[other.pk]) in client.get("/fr/portail/").content.decode()


def test_selection_shows_each_reader_what_they_see(client, editor, member, make_photo):
    with time_machine.travel(NOON, tick=False):
        secret = {"third_parties_allowed": True, "credit": "Secret"}
        selection = make_selection(
            make_photo("Caché fini", valid_until=date(2026, 7, 9), **secret), make_photo("Phare"),
            make_photo("Caché membres", audience="members", **secret), make_photo("Plage", third_parties_allowed=False),
            make_photo("Dune", uses=[]),
            on_front_page=True, token="jeton", shared_until=A_YEAR_ON,
        )  # fmt: skip
        addresses = [selection.get_absolute_url(), "/fr/portail/", reverse("photos:shared_selection", args=["jeton"])]

        def shown(address) -> tuple:
            words = read(client.get(address)).text
            names = {name for name in ("Phare", "Caché fini", "Caché membres", "Plage", "Dune") if name in words}
            return names, re.findall(r"(\d+)\sphoto", words), "Secret" in words

        expected = ({"Phare", "Plage", "Dune"}, ["3"], False)
        page, front, kit = map(shown, addresses)
        assert page == expected and front == ({"Plage", "Dune"}, ["3"], False)
        assert kit == ({"Phare"}, ["1"], False)
        client.force_login(member)
        assert shown(addresses[0])[1] == ["4"] and shown(addresses[2]) == kit  # the link is the same for everybody
        client.force_login(editor)
        line = f"#photo-{selection.photos.get(picture__title='Caché fini').pk}"
        rows = client.get(reverse("photos:selection_edit", args=[selection.pk])).content.decode()
        assert line[1:] in rows and "Qui a ce lien voit 1 photo" in " ".join(rows.split()).replace("\u00a0", " ")
        client.logout()
        client.post(addresses[2])
        assert [card["title"] for card in client.get(reverse("photos:basket")).context["cards"]] == ["Phare"]


def test_link_opens_until_its_last_day_and_until_it_is_taken_back(client, editor, make_photo):
    selection = make_selection(make_photo("Phare"), title="Dossier de presse")
    share = reverse("photos:selection_share", args=[selection.pk])
    with time_machine.travel(NOON, tick=False):
        client.force_login(editor)
        for wrong in ("", "2026-07-09", "2027-07-11", "demain"):
            assert client.post(share, {"until": wrong}).status_code == 422
        client.post(share, {"until": A_YEAR_ON.isoformat()})
        selection.refresh_from_db()
        token = selection.token
        client.post(share, {"until": TODAY.isoformat()})
        selection.refresh_from_db()
        assert selection.token == token and len(token) == 32
        client.logout()
        link = reverse("photos:shared_selection", args=[token])
        opened = client.get(link)
        assert opened.status_code == 200 and "Dossier de presse" in opened.content.decode()
        assert "no-store" in opened["Cache-Control"] and read(opened).meta("robots") == "noindex"
    with time_machine.travel(datetime(2026, 7, 11, 0, 1, tzinfo=PARIS), tick=False):
        over = client.get(link)
        assert over.status_code == 404 and client.post(link).status_code == 404
        assert "Ce partage est terminé" in over.content.decode() and "Dossier de presse" not in over.content.decode()
        client.force_login(editor)
        client.post(share, {"until": "2026-07-20"})
        assert client.get(link).status_code == 200
        client.post(share, {"stop": "1"})
        unknown = client.get(link)
        assert unknown.status_code == 404 and "Ce partage est terminé" not in unknown.content.decode()
        client.post(share, {"until": "2026-07-20"})
        selection.refresh_from_db()
        assert selection.token not in ("", token)
