from django.core.management import call_command

from destination.pages.actions import ensure_site
from destination.pages.models import DestinationSettings, HomePage


def test_site_is_made_once_and_named_by_the_command(db):
    call_command("make_site", name="Val d’Oltra", verbosity=0)
    ensure_site()
    call_command("make_site", name="Val d’Oltra", verbosity=0)

    assert sorted(HomePage.objects.values_list("url_path", flat=True)) == ["/ca/", "/en/", "/fr/"]
    assert DestinationSettings.objects.get().name == "Val d’Oltra"
    assert len(set(HomePage.objects.values_list("translation_key", flat=True))) == 1
