import io

import pytest
from django.core.management import CommandError, call_command

from destination.pages.actions import ensure_site
from installation.models import SetupLink

pytestmark = pytest.mark.django_db


def printed(name: str, **options) -> str:
    output = io.StringIO()
    call_command(name, stdout=output, **options)
    return output.getvalue()


def token_in(text: str) -> str:
    return text.split("/installation/")[1].split("/")[0]


def test_link_is_printed_whole_and_made_anew_each_time(settings):
    first, second = printed("setup_link"), printed("setup_link")
    assert f"{settings.BASE_URL}/installation/" in first
    assert SetupLink.objects.from_token(token_in(first)) is None
    assert SetupLink.objects.from_token(token_in(second))


def test_installation_that_is_set_up_has_no_link():
    ensure_site(name="Pays d’Essai")
    assert printed("setup_link", if_waiting=True) == ""
    with pytest.raises(CommandError, match="This installation is set up"):
        printed("setup_link")


def test_addresses_end_with_the_link_and_name_no_page_before(settings):
    text = printed("show_addresses")
    assert text.index("Ctrl-C") < text.index("/installation/") and "/fr/" not in text
    ensure_site(name="Pays d’Essai")
    text = printed("show_addresses")
    assert f"{settings.BASE_URL}/fr/" in text and "/installation/" not in text


def test_start_of_an_office_prints_no_link_and_yet_waits(monkeypatch):
    """Whoever comes before the link is printed meets the page that waits, and so does everybody after them."""
    only_the_link = lambda name, **options: call_command(name, **options) if name == "setup_link" else None  # noqa: E731
    monkeypatch.setattr("common.management.commands.prepare.call_command", only_the_link)
    assert printed("prepare", no_link=True) == ""
    assert SetupLink.objects.installation_waits()
