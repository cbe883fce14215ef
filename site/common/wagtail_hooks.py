"""Choosing a picture in the CMS: only what may be seen today is offered, with its rights as a light, and only what may stand on
a page is taken."""

from django.core.exceptions import PermissionDenied
from django.urls import path
from wagtail import hooks
from wagtail.images.views import chooser

from common.access import can_see
from common.forms.links import checked_link
from common.models import Picture
from common.views import cms_media


@hooks.register("construct_image_chooser_queryset")
def pictures_in_force(images, request):
    """An administrator too is shown no picture whose right ended."""
    condition = Picture.visible_q(request.user)
    return images.filter(pk__in=Picture.objects.filter(condition).values("pk"))


def choosable(user, picture: Picture) -> bool:
    return picture.may_illustrate and can_see(user, picture)


class ChosenView(chooser.ImageChosenView):
    def get_object(self, pk):
        picture = super().get_object(pk)
        if not choosable(self.request.user, picture):
            raise PermissionDenied
        return picture


class ChosenMultipleView(chooser.ImageChosenMultipleView):
    def get_objects(self, pks):
        return [picture for picture in super().get_objects(pks) if choosable(self.request.user, picture)]


chooser.viewset.chosen_view_class = ChosenView
chooser.viewset.chosen_multiple_view_class = ChosenMultipleView


@hooks.register("register_admin_urls", order=-1)
def picture_in_a_chosen_size():
    """Before Wagtail's own, which draws it in the web process."""
    return [path("images/<int:image_id>/preview/<str:filter_spec>/", cms_media.preview)]


@hooks.register("register_rich_text_features", order=1000)  # after Wagtail's own
def links_of_texts(features):
    rule = features.converter_rules_by_converter["contentstate"]["link"]
    checked = {**rule["to_database_format"], "entity_decorators": {"LINK": checked_link}}
    features.register_converter_rule("contentstate", "link", {**rule, "to_database_format": checked})
