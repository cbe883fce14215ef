import pytest
from django.core.management import CommandError, call_command

from destination.pages.actions import ensure_site
from destination.pages.models import DestinationSettings, HomePage


def test_site_is_made_once_and_named_by_the_command(db):
    call_command("make_site", name="Val d’Oltra", verbosity=0)
    ensure_site()
    call_command("make_site", name="Val d’Oltra", verbosity=0)

    assert sorted(HomePage.objects.values_list("url_path", flat=True)) == ["/ca/", "/en/", "/fr/"]
    assert DestinationSettings.objects.get().name == "Val d’Oltra"
    assert len(set(HomePage.objects.values_list("translation_key", flat=True))) == 1


def test_site_has_a_first_page_in_the_languages_chosen(db):
    call_command("make_site", name="Val d’Oltra", languages="fr,en", verbosity=0)
    ensure_site()
    assert sorted(HomePage.objects.values_list("url_path", flat=True)) == ["/en/", "/fr/"]
    ensure_site(languages=["ca"])  # French is always one of them; what was English stays, and is offered no more
    assert sorted(HomePage.objects.values_list("url_path", flat=True)) == ["/ca/", "/en/", "/fr/"]
    assert DestinationSettings.objects.get().languages == ["fr", "ca"]
    ensure_site(languages=["fr", "en", "ca"])
    assert DestinationSettings.objects.get().languages == []


def test_language_that_the_installation_lacks_is_said(db):
    with pytest.raises(CommandError, match="de"):
        call_command("make_site", name="Val d’Oltra", languages="fr,de", verbosity=0)
