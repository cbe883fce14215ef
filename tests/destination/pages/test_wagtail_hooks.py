"""The CMS speaks in the destination's name."""

from django.urls import reverse
from wagtail.models import Collection

from destination.pages.models import HomePage
from destination.pages.presenters.site_layout import site_layout
from tests.html import read


def test_cms_bears_the_name_of_the_destination(client, editor, pages):
    client.force_login(editor)
    page = read(client.get(reverse("wagtailadmin_home")))
    assert site_layout("fr").name in page.text
    sheets = " ".join(link["href"] for link in page.tag.find_all("link", rel="stylesheet"))
    assert "pages/cms" in sheets and reverse("pages:accent") in sheets


def test_help_asks_for_no_click_and_reports_are_few(client, administrator):
    client.force_login(administrator)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "new-in-wagtail" not in page
    assert "guide.wagtail.org" in page
    assert '"data-w-dismissible-id-value": "editor-guide"' not in page
    assert reverse("wagtailadmin_reports:site_history") in page
    assert reverse("wagtailadmin_reports:workflow_tasks") not in page


def test_privacy_is_offered_without_a_shared_password(client, administrator, pages):
    """Of a page and of a collection of documents."""
    client.force_login(administrator)
    page, collection = HomePage.objects.first(), Collection.get_first_root_node().add_child(name="Dossiers")
    for address in (
        reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
        reverse("wagtailadmin_collections:set_privacy", args=[collection.pk]),
    ):
        choices = client.get(address).context["form"].fields["restriction_type"].choices
        assert {value for value, _label in choices} == {"none", "login", "groups"}
