"""The network in the CMS: names of organisations in other languages."""

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.models import Organisation
from tests.factories import make_organisation


@pytest.fixture
def form(db) -> dict:
    return {"name": "Office de la Côte", "slug": "cote", "kind": "office", "name_en": "Coast Tourist Office", "name_ca": ""}


def test_names_in_other_languages_are_kept_and_shown(client, administrator, form):
    client.force_login(administrator)
    response = client.post(reverse("organisation:add"), form)
    assert response.status_code == 302, response.context["form"].errors
    office = Organisation.objects.get(slug="cote")
    assert office.translated_names == {"en": "Coast Tourist Office"}
    names = {}
    for language in ("fr", "en", "ca"):
        with translation.override(language):
            names[language] = (str(office), office.name_lang)
    assert names == {"fr": ("Office de la Côte", ""), "en": ("Coast Tourist Office", ""), "ca": ("Office de la Côte", "fr")}


def test_a_name_too_long_is_refused_beside_its_field(client, administrator, form):
    office = make_organisation()
    client.force_login(administrator)
    response = client.post(reverse("organisation:edit", args=[office.pk]), form | {"name_ca": "x" * 200})
    assert list(response.context["form"].errors) == ["name_ca"]
    office.refresh_from_db()
    assert office.translated_names == {}
