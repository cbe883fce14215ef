"""The card of the working groups, on the portal's front page: the portal and the intranet do not know each other."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import JoinRequest, User, WorkGroup
from pro_portal.home.registry import PortalCard, portal_card

MOST_GROUPS = 3


@portal_card(order=40)
def groups_card(request) -> PortalCard | None:
    """The groups that take providers and of which the reader may know: where somebody invites them, theirs, then the others."""
    groups = _groups_with_providers(request.user)
    if not groups:
        return None
    return PortalCard(
        title=_("Travailler ensemble"),
        text=ngettext(
            "%(count)d groupe où professionnels, offices et agence préparent quelque chose ensemble.",
            "%(count)d groupes où professionnels, offices et agence préparent quelque chose ensemble.",
            len(groups),
        )
        % {"count": len(groups)},
        url=reverse("work_groups:list"),
        words=_("Voir les groupes"),
        icon="group",
        lines=[
            {
                "title": group.name,
                "url": reverse("work_groups:group", args=[group.slug]),
                "image": None,
                "detail": _standing_in_words(group, request.user),
                "lang": settings.LANGUAGE_CODE,
            }
            for group in groups[:MOST_GROUPS]
        ],
    )


def _groups_with_providers(reader: User) -> list[WorkGroup]:
    if not reader.is_authenticated:
        return []
    invited = JoinRequest.objects.invitations_of(reader).filter(workgroup=OuterRef("pk"))
    groups = WorkGroup.objects.known_to(reader).filter(providers_may_join=True).annotate(is_invited=Exists(invited))
    return sorted(groups, key=lambda group: (not group.is_invited, group.pk not in reader.work_group_ids))


def _standing_in_words(group: WorkGroup, reader: User) -> str:
    if group.pk in reader.work_group_ids:
        return _("Vous en êtes")
    return _("On vous y invite") if group.is_invited else group.kind_word
