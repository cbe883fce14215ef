"""The accent and the words of a destination."""

import re

import pytest
from django.core.exceptions import ValidationError

from common.colours import passes
from destination.pages.models import DestinationSettings


def test_unreadable_accent_is_refused_with_the_nearest_that_passes(site):
    chosen = DestinationSettings.objects.get()
    chosen.accent = "#ffcc00"
    with pytest.raises(ValidationError) as refusal:
        chosen.full_clean()

    message = refusal.value.message_dict["accent"][0]
    proposed = re.search(r"#[0-9a-f]{6}", message).group()
    assert passes(proposed)
    chosen.accent = proposed
    chosen.full_clean()


@pytest.mark.parametrize("colour", ["rouge", "#12", "#ffcc0", "</style>"])
def test_what_is_no_colour_is_refused(site, colour):
    chosen = DestinationSettings.objects.get()
    chosen.accent = colour
    with pytest.raises(ValidationError):
        chosen.full_clean()
