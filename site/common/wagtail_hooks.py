"""Pictures and documents in the CMS: the API and the choosers hold what their reader may see today, pictures with their rights as
a light, and only what may stand on a page is chosen."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import SlugField
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.views import documents
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.views import chooser

from common.forms.links import checked_link
from common.forms.slugs import TitleSlugInput
from common.models import Picture, SharedDocument
from common.navigation import doors_for
from common.permissions import policy_of
from common.views import cms_media

LAST = 1000  # after Wagtail's own

# Every address in the CMS is made from its title as everywhere else (`common.slugs.slug_of`).
register_form_field_override(SlugField, override={"widget": TitleSlugInput})


class VisibleInApiMixin:
    def get_queryset(self):
        return policy_of(self.model).visible(self.request.user, super().get_queryset())


class PicturesApi(VisibleInApiMixin, ImagesAdminAPIViewSet):
    pass


class DocumentsApi(VisibleInApiMixin, DocumentsAdminAPIViewSet):
    pass


@hooks.register("construct_admin_api", order=LAST)
def visible_pictures_and_documents(router):
    router.register_endpoint("images", PicturesApi)
    router.register_endpoint("documents", DocumentsApi)


def require_choosable(picture: Picture) -> None:
    if not picture.may_illustrate:
        raise PermissionDenied


class ChosenView(chooser.ImageChosenView):
    def get_object(self, pk):
        picture = super().get_object(pk)
        require_choosable(picture)
        return picture


class ChosenMultipleView(chooser.ImageChosenMultipleView):
    def get_objects(self, pks):
        return [picture for picture in super().get_objects(pks) if picture.may_illustrate]


class SelectFormatView(chooser.ImageSelectFormatView):
    """For the rich text; Wagtail asks no permission here."""

    def dispatch(self, request, *args, image_id, **kwargs):
        picture = self.model.objects.filter(pk=image_id).first()
        if picture:
            require_choosable(picture)
        return super().dispatch(request, *args, image_id=image_id, **kwargs)


chooser.viewset.chosen_view_class = ChosenView
chooser.viewset.chosen_multiple_view_class = ChosenMultipleView
chooser.viewset.select_format_view_class = SelectFormatView


@hooks.register("register_admin_urls", order=-1)
def picture_in_a_chosen_size():
    """Before Wagtail's own, which draws it in the web process."""
    return [path("images/<int:image_id>/preview/<str:filter_spec>/", cms_media.preview)]


def in_the_room(wagtails_own):
    """A document that members share opens where they share it (`common.permissions.DocumentPolicy`)."""

    def view(request, document_id: int):
        document = SharedDocument.objects.filter(pk=document_id).exclude(shared_at=None).first()
        if document is None or policy_of(SharedDocument).hides(request.user, document):
            return wagtails_own(request, document_id=document_id)
        words = _("Ce document est partagé par les membres : il se modifie et se supprime sur sa page, ci-dessous.")
        messages.info(request, words)
        return redirect(document)

    return view


@hooks.register("register_admin_urls", order=-1)
def shared_documents():
    """Before Wagtail's own."""
    return [
        path("documents/edit/<int:document_id>/", in_the_room(documents.EditView.as_view())),
        path("documents/delete/<int:document_id>/", in_the_room(documents.DeleteView.as_view())),
    ]


@hooks.register("register_rich_text_features", order=1000)  # after Wagtail's own
def links_of_texts(features):
    rule = features.converter_rules_by_converter["contentstate"]["link"]
    checked = {**rule["to_database_format"], "entity_decorators": {"LINK": checked_link}}
    features.register_converter_rule("contentstate", "link", {**rule, "to_database_format": checked})


# ---- the ways out of the CMS ---------------------------------------------------------------------------------------
BELOW_ALL = 20_000
ICONS_OF_DOORS = {"globe": "globe", "home": "home", "shop": "group"}  # of the house → of Wagtail


@hooks.register("construct_main_menu")
def doors_to_other_wings(request, menu_items):
    """Below Wagtail's own: the site, the intranet and the portal, for whoever may enter them."""
    for order, door in enumerate(doors_for(request), start=BELOW_ALL):
        name = f"door-{door['icon']}"
        menu_items.append(MenuItem(door["title"], door["url"], name=name, icon_name=ICONS_OF_DOORS[door["icon"]], order=order))
