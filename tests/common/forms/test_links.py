"""Links that an editor writes into a text of the CMS."""

import json

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from tests.html import read

pytestmark = pytest.mark.django_db
ELSEWHERE = ["//ailleurs.example", "/\\ailleurs.example", "/\t/ailleurs.example"]
ALLOWED = ["/fr/agenda/", "https://ailleurs.example/"]


@pytest.mark.parametrize("address", ELSEWHERE + ALLOWED)
def test_dialog_takes_whole_addresses_and_paths_of_ours(client, editor, address):
    client.force_login(editor)
    fields = {"external-link-chooser-url": address, "external-link-chooser-link_text": "Ailleurs"}
    answer = client.post(reverse("wagtailadmin_choose_page_external_link"), fields).json()
    assert (answer["step"] == "external_link") is (address in ELSEWHERE)
    if address in ELSEWHERE:
        assert "Écrivez une adresse complète" in read(answer["html"]).text


@pytest.mark.parametrize("address", ELSEWHERE + ALLOWED)
def test_text_keeps_no_link_that_looks_like_a_path_and_leads_elsewhere(address):
    content = {
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}},
        "blocks": [{"key": "a", "text": "Voir ici", "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 5, "length": 3, "key": 0}]}],
    }  # fmt: skip
    html = ContentstateConverter(features=["link"]).to_database_format(json.dumps(content))
    assert ("href" in html) is (address in ALLOWED)
    assert "ici" in html
