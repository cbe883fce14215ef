import pytest
from django.contrib.sites.models import Site
from django.db.models.signals import pre_save
from django.urls import NoReverseMatch, reverse
from django_comments_xtd import get_model

from intranet.comments.actions.talks import name_site
from intranet.comments.models import MemberComment
from tests.access.addresses import all_addresses


def test_signal_of_the_library_is_not_connected():
    """It would show hidden answers again and count answers twice, at each `save`."""
    assert get_model() is MemberComment
    receivers = [receiver.__name__ for receiver in pre_save._live_receivers(MemberComment)[0]]
    assert "publish_or_unpublish_on_pre_save" not in receivers


def test_addresses_of_the_library_do_not_exist():
    names = (
        "comments-post-comment", "comments-flag", "comments-delete", "comments-approve", "comments-url-redirect",
        "comments-xtd-sent", "comments-xtd-confirm", "comments-xtd-reply", "comments-xtd-mute", "comments-xtd-api-create",
        "comments-xtd-api-list",
    )  # fmt: skip
    for name in names:
        for arguments in ([], [1], ["a"], [1, 1]):
            with pytest.raises(NoReverseMatch):
                reverse(name, args=arguments)
    assert not [route for route in all_addresses().values() if "comments" in route or "rest_framework" in route]


@pytest.mark.django_db
def test_site_row_is_our_address(settings):
    settings.BASE_URL = "https://aurelle.example"
    name_site()
    assert Site.objects.get_current().domain == "aurelle.example" and Site.objects.count() == 1
