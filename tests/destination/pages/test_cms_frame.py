"""The CMS speaks in the destination's name."""

from django.urls import reverse

from destination.pages.presenters.site_layout import site_layout


def test_cms_bears_the_name_of_the_destination(client, editor, pages):
    client.force_login(editor)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert f'<span class="cms-brand__name">{site_layout("fr").name}</span>' in page
    assert "pages/cms" in page and reverse("pages:accent") in page


def test_help_asks_for_no_click_and_reports_are_few(client, administrator):
    client.force_login(administrator)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "new-in-wagtail" not in page
    assert "guide.wagtail.org" in page
    assert '"data-w-dismissible-id-value": "editor-guide"' not in page
    assert reverse("wagtailadmin_reports:site_history") in page
    assert reverse("wagtailadmin_reports:workflow_tasks") not in page
