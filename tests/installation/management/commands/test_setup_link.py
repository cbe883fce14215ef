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


def test_addresses_end_with_the_link():
    text = printed("show_addresses")
    assert text.index("Ctrl-C") < text.index("/installation/")
