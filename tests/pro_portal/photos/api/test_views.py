from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from common.access import Audience
from common.choices import Licence
from pro_portal.photos.actions.partner_keys import create_key, revoke_key
from pro_portal.photos.api import authentication
from pro_portal.photos.api.openapi import description
from pro_portal.photos.models import Consent, PartnerKey, Photo, Taking
from pro_portal.photos.rights.choices import Use
from search import actions as search
from tests.factories import make_organisation, make_picture, make_territory
from tests.moment import in_days

pytestmark = pytest.mark.django_db
ALL_USES = [use.value for use in Use]


def make_photo(title="La plage", *, state=Photo.State.ACCEPTED, facts=None, **fields) -> Photo:
    fields = {"uses": ALL_USES, "third_parties_allowed": True, "credit": "Anne Auteure", "licence": Licence.CC_BY, **fields}
    return Photo.objects.create(picture=make_picture(title, **fields), state=state, orientation="landscape", **(facts or {}))


class Partner:
    """A partner's program: `partner("/api/photos/")`."""

    def __init__(self, client, text):
        self.client, self.text = client, text

    def __call__(self, path="/api/photos/", method="get", **headers):
        return getattr(self.client, method)(path, headers={"Authorization": f"Bearer {self.text}", **headers})

    def ids(self, query=""):
        return [each["id"] for each in self(f"/api/photos/{query}").json()["photos"]]


@pytest.fixture
def partner(client):
    cache.clear()
    return Partner(client, create_key("Parc naturel", ["web", "print"])[1])


def test_the_list_says_what_may_be_used(partner):
    photo = make_photo(alternatives={"fr": "Une plage", "en": "A beach"}, facts={"theme": "beach", "titles": {"en": "The beach"},
                       "commune": make_territory("Port-Aurelle")}, valid_until=timezone.localdate())  # fmt: skip
    photo.picture.tags.add("sable")
    answer = partner().json()
    assert (answer["count"], answer["next"], answer["previous"]) == (1, None, None)
    said = answer["photos"][0]
    assert said["titles"] == {"fr": "La plage", "en": "The beach"}
    assert said["alternatives"] == {"fr": "Une plage", "en": "A beach"}
    assert said["uses"] == ["web", "print"]
    assert said["last_day"] == timezone.localdate().isoformat()
    assert said["licence"]["url"].startswith("https://creativecommons.org/")
    assert (said["credit"], said["commune"], said["keywords"], said["theme"]) == (
        "Anne Auteure",
        "Port-Aurelle",
        ["sable"],
        "beach",
    )
    assert [size["code"] for size in said["sizes"]] == ["web", "screen", "original"]
    assert partner(f"/api/photos/{photo.pk}/").json() == said


def withdrawn(photo):
    consent = Consent.objects.create(name="Paule", signed_on=timezone.localdate(), withdrawn_on=timezone.localdate())
    consent.photos.add(photo)


KEPT_BACK = {
    "ended": lambda: make_photo(valid_until=in_days(-1)),
    "not begun": lambda: make_photo(valid_from=in_days(1)),
    "consent withdrawn": lambda: withdrawn(make_photo()),
    "waiting": lambda: make_photo(state=Photo.State.WAITING),
    "refused": lambda: make_photo(state=Photo.State.REFUSED),
    "not for others": lambda: make_photo(third_parties_allowed=False),
    "for professionals": lambda: make_photo(audience=Audience.PROFESSIONALS),
    "for members": lambda: make_photo(audience=Audience.MEMBERS),
    "for a group": lambda: make_photo(audience=Audience.GROUP),
    "private": lambda: make_photo(audience=Audience.PRIVATE),
    "for another use": lambda: make_photo(uses=["social", "press"]),
    "for no use": lambda: make_photo(uses=[]),
}


@pytest.mark.parametrize("case", KEPT_BACK)
def test_a_key_opens_nothing_else(partner, case):
    KEPT_BACK[case]()
    pk = Photo.objects.get().pk
    assert partner.ids() == []
    assert partner().json()["count"] == 0
    assert partner(f"/api/photos/{pk}/").status_code == 404
    assert partner(f"/api/photos/{pk}/web.jpg").status_code == 404
    assert not Taking.objects.exists()


def test_a_key_may_open_what_professionals_see(client, partner):
    photo = make_photo(audience=Audience.PROFESSIONALS)
    other = Partner(client, create_key("Autre", ["web"], sees_professional=True)[1])
    assert (partner.ids(), other.ids()) == ([], [photo.pk])


def test_a_picture_leaves_the_day_after_its_last(partner, time_machine):
    photo = make_photo(valid_until=timezone.localdate())
    paths = ["/api/photos/", f"/api/photos/{photo.pk}/", f"/api/photos/{photo.pk}/web.jpg"]
    before = partner()
    assert [partner(path).status_code for path in paths] == [200, 200, 200]
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert partner.ids() == []
    assert [partner(path).status_code for path in paths[1:]] == [404, 404]
    # A program that says what it holds is not told that it may keep it.
    assert partner("/api/photos/", **{"If-None-Match": before["ETag"]}).status_code == 200


def test_the_file_has_its_words_inside_and_is_noted(client):
    office = make_organisation()
    partner = Partner(client, create_key("Parc naturel", ["web"], organisation=office)[1])
    photo = make_photo()
    response = partner(f"/api/photos/{photo.pk}/web.jpg")
    content = b"".join(response.streaming_content)
    assert Image.open(BytesIO(content)).format == "JPEG" and b"Anne Auteure" in content
    assert "la-plage_(c)-anne-auteure_web.jpg" in response["Content-Disposition"]
    taking = Taking.objects.get()
    assert (taking.picture, taking.size, taking.use, taking.name, taking.organisation, taking.purpose) == (
        photo.picture, "web", "web", "Parc naturel", office, "API")  # fmt: skip
    again = partner(f"/api/photos/{photo.pk}/web.jpg", **{"If-None-Match": response["ETag"]})
    assert again.status_code == 304 and Taking.objects.count() == 1
    assert partner(f"/api/photos/{photo.pk}/square.jpg").status_code == 404
    assert partner(f"/api/photos/{photo.pk}/a4.jpg").status_code == 404
    photo.picture.credit = "Bruno Autre"
    photo.picture.save()
    changed = partner(f"/api/photos/{photo.pk}/web.jpg", **{"If-None-Match": response["ETag"]})
    assert b"Bruno Autre" in b"".join(changed.streaming_content)


@pytest.mark.every_database
def test_pages_follow_each_other_both_ways(partner):
    photos = [make_photo(f"Photo {number}").pk for number in range(5)]
    first = partner("/api/photos/?per_page=2").json()
    second = partner(first["next"]).json()
    third = partner(second["next"]).json()
    assert [each["id"] for page in (first, second, third) for each in page["photos"]] == photos
    assert (first["previous"], third["next"], third["count"]) == (None, None, 5)
    assert partner(third["previous"]).json()["photos"] == second["photos"]
    back = partner(partner(third["previous"]).json()["previous"]).json()
    assert back["photos"] == first["photos"] and back["previous"] is None


@pytest.mark.every_database
def test_filters_narrow(partner):
    beach, winter = make_photo(facts={"theme": "beach"}), make_photo(facts={"season": "winter"})
    Photo.objects.filter(pk=beach.pk).update(changed_at=timezone.now() - timedelta(days=3))
    assert partner.ids("?theme=beach") == [beach.pk]
    assert partner.ids("?season=winter&orientation=landscape") == [winter.pk]
    assert partner.ids("?orientation=square") == []
    assert partner.ids(f"?changed_since={timezone.localdate()}") == [winter.pk]
    assert partner.ids(f"?changed_since={(timezone.now() - timedelta(days=4)).isoformat()}") == [beach.pk, winter.pk]


def test_words_uses_and_communes_narrow(partner):
    port = make_territory("Port-Aurelle")
    beach = make_photo("La plage", uses=["web"], facts={"commune": port})
    harbour = make_photo("Le port", uses=["print", "social"])
    harbour.picture.tags.add("plage")
    assert partner.ids("?q=plage") == [beach.pk, harbour.pk]
    assert (partner.ids("?q=plage+port"), partner.ids("?q=neige")) == ([harbour.pk], [])
    assert (partner.ids("?use=web"), partner.ids("?use=print"), partner.ids("?use=social")) == ([beach.pk], [harbour.pk], [])
    assert partner.ids(f"?commune={port.slug}&use=web&q=plage") == [beach.pk]
    assert "q=plage" in partner("/api/photos/?q=plage&per_page=1").json()["next"]


@pytest.mark.every_database
def test_words_find_all_photos_that_a_key_opens_on_pages_that_follow_each_other(partner):
    """What a search weighs and what everybody may see is no limit: the words stand in photos for professionals too."""
    PartnerKey.objects.update(sees_professional=True)
    ids = []
    for number in range(5):
        audience = Audience.PROFESSIONALS if number % 2 else Audience.PUBLIC
        ids.append(make_photo(f"Repas {number}", description="Une cargolade sous les pins", audience=audience).pk)
    make_photo("Cargolade", audience=Audience.MEMBERS)
    search.rebuild()
    for words in ("cargolade", "cargoalde"):  # which is mistyped
        answer, found = partner(f"/api/photos/?q={words}&per_page=2").json(), []
        while True:
            assert answer["count"] == 5
            found += [photo["id"] for photo in answer["photos"]]
            if not answer["next"]:
                break
            answer = partner(answer["next"]).json()
        assert found == ids


def test_unknown_parameter_is_refused_with_the_list_of_known_ones(partner):
    photo = make_photo()
    for path in ("/api/photos/?q=plage&fields=all", f"/api/photos/{photo.pk}/?lang=fr", f"/api/photos/{photo.pk}/web.jpg?w=9"):
        answer = partner(path)
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unknown_parameter")
    words = partner("/api/photos/?fields=all").json()["error"]["message"]
    assert "fields" in words and "changed_since" in words and "commune" in words
    assert not Taking.objects.exists()


@pytest.mark.every_database
def test_what_was_withdrawn_since_a_day_is_told_and_what_was_never_offered_is_not(partner, time_machine):
    start = timezone.localtime()  # days of Paris, which may have 23 hours or 25
    photos = [make_photo(f"Photo {number}") for number in range(7)]
    ending, deleted, closed, useless, hidden, consented, free = photos
    make_photo(audience=Audience.PROFESSIONALS)
    make_photo(uses=["social"])
    make_photo(third_parties_allowed=False)
    make_photo(state=Photo.State.WAITING)
    ending.picture.valid_until = timezone.localdate() + timedelta(days=1)
    ending.picture.save()
    numbers = [photo.pk for photo in photos]

    def told(days_before: int = 0) -> list[int]:
        return partner(f"/api/photos/withdrawn?since={timezone.localdate() - timedelta(days=days_before)}").json()["ids"]

    assert told() == []
    time_machine.move_to(start + timedelta(days=2))
    assert (told(1), told()) == (numbers[:1], numbers[:1])  # it closed at midnight
    deleted.picture.delete()
    closed.picture.third_parties_allowed = False
    useless.picture.uses = ["social"]
    hidden.state = Photo.State.REFUSED
    for thing in (closed.picture, useless.picture, hidden):
        thing.save()
    withdrawn(consented)
    assert told(1) == numbers[:6]
    time_machine.move_to(start + timedelta(days=9))
    assert (told(1), told(8)) == ([], numbers[:6])
    for query in ("", "?since=hier", "?since=2026-07-01&page=2", "?since=0001-01-01"):
        assert partner(f"/api/photos/withdrawn{query}").status_code == 400


@pytest.mark.parametrize(
    "query",
    ["theme=xx", "season=%00", "changed_since=hier", "changed_since=2026-13-45", "per_page=0", "per_page=101", "per_page=-1",
     "after=abc", "before=99999999999999999999", "after=%C2%B2", "use=tout", "commune=nulle-part", "size=web",
     "changed_since=0001-01-01", "changed_since=0001-01-01T00:00:00%2B14:00", "changed_since=9999-12-31T23:59:59-14:00"],
)  # fmt: skip
def test_a_question_not_understood_is_told_why(partner, query):
    response = partner(f"/api/photos/?{query}")
    assert response.status_code in (400, 200 if query == "season=%00" else 400)
    if response.status_code == 400:
        assert list(response.json()["error"]) == ["code", "message"]


@pytest.mark.parametrize("path", ["/api/photos/", "/api/photos/1/", "/api/photos/1/web.jpg"])
def test_without_a_good_key_nothing_is_said(client, administrator, path):
    cache.clear()
    key, text = create_key("Parc", ["web"])
    revoke_key(key)
    client.force_login(administrator)
    for header in (None, "Bearer", "Bearer faux", f"Basic {text}", f"Bearer {text}", "Bearer " + "x" * 9000):
        response = client.get(path, headers={"Authorization": header} if header else {})
        assert response.status_code == 401 and response.json()["error"]["message"]
        assert response["WWW-Authenticate"].startswith("Bearer")


def test_the_api_only_reads(partner):
    response = partner(method="post")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


def test_an_answer_that_did_not_change_is_not_sent_again(partner):
    make_photo()
    etag = partner()["ETag"]
    assert partner(**{"If-None-Match": etag}).status_code == 304
    make_photo()
    assert partner(**{"If-None-Match": etag}).status_code == 200
    assert partner()["Vary"].count("Authorization") and "private" in partner()["Cache-Control"]


def test_who_asks_too_often_waits(partner, client, monkeypatch):
    monkeypatch.setattr(authentication, "REQUESTS_PER_HOUR", 2)
    monkeypatch.setattr(authentication, "WRONG_KEYS_PER_HOUR", 2)
    assert [partner().status_code for _ in range(3)] == [200, 200, 429]
    assert 3590 <= int(partner()["Retry-After"]) <= 3600
    wrong = [client.get("/api/photos/", headers={"Authorization": "Bearer faux"}).status_code for _ in range(3)]
    assert wrong == [401, 401, 429]


def test_the_list_asks_as_little_for_many_as_for_few(partner, django_assert_max_num_queries):
    for number in range(12):
        make_photo(f"Photo {number}", facts={"commune": make_territory(f"Commune {number}")}).picture.tags.add(
            "mer", f"t{number}"
        )
    search.rebuild()
    partner()
    with django_assert_max_num_queries(4 + 3):  # three to count the request, one outside the transaction of a test
        assert len(partner().json()["photos"]) == 12
    with django_assert_max_num_queries(4 + 3 + 2):  # the version of the search, whether there are any
        assert len(partner("/api/photos/?q=mer").json()["photos"]) == 12


def matches(value, schema: dict, schemas: dict) -> bool:
    """Whether a value is as the schema says: what of JSON Schema `openapi.py` uses."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rsplit("/", 1)[1]]
    if "const" in schema:
        return value == schema["const"]
    if "enum" in schema:
        return value in schema["enum"]
    kinds = {"string": str, "integer": int, "boolean": bool, "object": dict, "array": list, "null": type(None)}
    wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, kinds[kind]) for kind in wanted):
        return False
    if isinstance(value, list):
        return all(matches(each, schema["items"], schemas) for each in value)
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        return set(schema["required"]) == set(value) == set(known) and all(
            matches(value[name], known[name], schemas) for name in known
        )
    if isinstance(value, dict):
        return all(matches(each, schema["additionalProperties"], schemas) for each in value.values())
    return True


def test_the_description_tells_the_truth(partner, client):
    photo = make_photo(facts={"theme": "beach", "colour": "blue", "taken_on": timezone.localdate()}, alternatives={"fr": "x"})
    photo.picture.tags.add("sable")
    make_photo(valid_until=timezone.localdate(), licence=Licence.UNKNOWN)
    described = client.get("/api/photos/openapi.json").json()
    schemas = described["components"]["schemas"]
    assert matches(partner().json(), schemas["Page"], schemas)
    assert matches(partner(f"/api/photos/{photo.pk}/").json(), schemas["Photo"], schemas)
    assert matches(partner("/api/photos/withdrawn?since=2026-07-01").json(), schemas["Withdrawn"], schemas)
    assert matches(client.get("/api/photos/").json(), schemas["Problem"], schemas)
    assert not matches({"photos": []}, schemas["Page"], schemas)
    page = client.get("/api/photos/documentation/").content.decode()
    assert [name for name in schemas["Photo"]["properties"] if f"<code>{name}</code>" not in page] == []
    assert description()["openapi"] == "3.1.0"


def test_the_command_writes_a_key_that_works(client):
    cache.clear()
    out = StringIO()
    call_command("make_partner_key", "Parc", "--use", "web", "--professionals", stdout=out)
    text = out.getvalue().strip()
    key = PartnerKey.objects.get()
    assert (key.uses, key.sees_professional, text in (key.fingerprint, key.beginning)) == (["web"], True, False)
    assert Partner(client, text)().status_code == 200
    key.refresh_from_db()
    assert key.last_used_on == timezone.localdate()


def test_a_keeper_makes_a_key_and_closes_it(client, editor):
    cache.clear()
    client.force_login(editor)
    answer = client.post("/fr/portail/phototheque/cles/", {"name": "Parc", "uses": ["web"]})
    text = answer.context["text"]
    assert text in answer.content.decode() and "no-store" in answer["Cache-Control"]
    assert text not in client.get("/fr/portail/phototheque/cles/").content.decode()
    partner = Partner(client, text)
    assert partner().status_code == 200
    key = PartnerKey.objects.get()
    assert client.post(f"/fr/portail/phototheque/cles/{key.pk}/fermer/").status_code == 302
    assert partner().status_code == 401
    assert client.post("/fr/portail/phototheque/cles/", {"name": ""}).status_code == 422


@pytest.mark.parametrize(("month", "file"), [("0001-01", "2000-01"), ("9999-12", "2100-12"), ("2026-11", "2026-11")])
def test_figures_of_any_month_are_given(client, editor, month, file):
    client.force_login(editor)
    answer = client.get(f"/fr/portail/phototheque/chiffres.csv?mois={month}")
    assert answer["Content-Disposition"] == f'attachment; filename="photos-{file}.csv"'


@pytest.mark.parametrize("person", ["member", "professional", "moderator"])
def test_keys_are_for_keepers(client, request, person):
    key, _text = create_key("Parc", ["web"])
    client.force_login(request.getfixturevalue(person))
    assert client.get("/fr/portail/phototheque/cles/").status_code == 404
    assert client.post(f"/fr/portail/phototheque/cles/{key.pk}/fermer/").status_code == 404
    key.refresh_from_db()
    assert key.active
