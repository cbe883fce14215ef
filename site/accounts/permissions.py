"""Roles, declared here and applied by `manage.py sync_roles`: what a person may do beyond what their organisation gives.

Being a member or a professional is no role: it comes from the organisation. A role is a Django group with these permissions.
"""

from django.utils.translation import gettext_lazy as _

from common.access import exists_for, open_to

#: Decorators of views: for others the page does not exist.
members_only = exists_for(lambda user: user.is_member)
professionals_only = exists_for(lambda user: user.is_professional)
#: In the CMS, whose doors are known: for others they are shut.
administrators_only = open_to(lambda user: user.is_superuser)

MODERATOR = "moderator"
EDITOR = "editor"
ANIMATOR = "animator"
WATCHER = "watcher"
ADMINISTRATOR = "administrator"

ROLE_NAMES = {
    MODERATOR: _("Modération"),
    EDITOR: _("Rédaction"),
    ANIMATOR: _("Animation numérique"),
    WATCHER: _("Veille"),
    ADMINISTRATOR: _("Administration"),
}
ROLE_PURPOSES = {
    MODERATOR: _("accepte, corrige ou renvoie les événements proposés"),
    EDITOR: _("écrit les pages du site, les lieux et les événements"),
    ANIMATOR: _("écrit les tutoriels et répond aux questions des professionnels"),
    WATCHER: _("choisit et commente les articles de la veille, envoie sa lettre"),
    ADMINISTRATOR: _("peut tout faire, y compris inviter et régler le site"),
}

# role → permissions, "app_label.codename"
ROLES: dict[str, tuple[str, ...]] = {
    MODERATOR: (
        "wagtailadmin.access_admin",
        "agenda.view_event",
        "agenda.change_event",
        "agenda.publish_event",
        "agenda.moderate_event",
        "django_comments.can_moderate",
        "places.view_place",
        "places.change_place",
        "places.publish_place",
        "common.choose_picture",
        "common.add_picture",
    ),
    EDITOR: (
        "wagtailadmin.access_admin",
        "agenda.view_event",
        "agenda.change_event",
        "agenda.publish_event",
        "places.add_place",
        "places.view_place",
        "places.change_place",
        "places.publish_place",
        "common.choose_picture",
        "common.add_picture",
        "common.change_picture",
        "photos.accept_photo",
        "articles.edit_any_article",
        "common.edit_any_document",
        "portal_home.decide_accountrequest",
        "common.add_shareddocument",
        "common.change_shareddocument",
        "common.choose_shareddocument",
        "pages.add_menu",
        "pages.change_menu",
        "pages.view_contactmessage",
        "pages.change_contactmessage",
        "pages.delete_contactmessage",
        "pages.change_destinationsettings",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "wagtail_localize.submit_translation",
        "search.add_synonymgroup",
        "search.view_synonymgroup",
        "search.change_synonymgroup",
        "search.delete_synonymgroup",
        "search.add_searchrequest",
        "search.view_searchrequest",
        "search.change_searchrequest",
        "search.delete_searchrequest",
    ),
    ANIMATOR: (
        "wagtailadmin.access_admin",
        "tutorials.add_tutorial",
        "tutorials.view_tutorial",
        "tutorials.change_tutorial",
        "tutorials.publish_tutorial",
        "tutorials.add_tutorialpath",
        "tutorials.view_tutorialpath",
        "tutorials.change_tutorialpath",
        "tutorials.publish_tutorialpath",
        "tutorials.answer_question",
        "common.choose_picture",
        "common.add_picture",
        "common.change_picture",
        "common.add_shareddocument",
        "common.change_shareddocument",
        "common.choose_shareddocument",
    ),
    WATCHER: ("watch.publish_watchitem",),
    ADMINISTRATOR: (),  # administrators are superusers: everything, see `accounts.actions.give_role`
}
