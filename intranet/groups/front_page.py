"""What groups ask of their owners and of whom they invite, on the members' first page."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from accounts.models import JoinRequest
from common.waiting import Line, Waiting, register


def _requests_to_answer(user):
    if not user.owned_group_ids:
        return None
    requests = JoinRequest.objects.requests().filter(workgroup__in=user.owned_group_ids)
    return requests.select_related("workgroup", "person")


def _invitations(user):
    return JoinRequest.objects.invitations_of(user).select_related("workgroup")


def _line_of_request(request: JoinRequest) -> Line:
    words = _("%(person)s, pour « %(group)s »") % {"person": request.person, "group": request.workgroup}
    return Line(words, request.workgroup.get_absolute_url() + "#demandes")


def _line_of_invitation(invitation: JoinRequest) -> Line:
    return Line(str(invitation.workgroup), invitation.workgroup.get_absolute_url())


register(
    Waiting(
        "group_invitations",
        ngettext_lazy("%(count)d invitation dans un groupe", "%(count)d invitations dans des groupes", "count"),
        icon="group", url_name="work_groups:list", order=40, rows=_invitations, line=_line_of_invitation,
    )
)  # fmt: skip
register(
    Waiting(
        "group_requests",
        ngettext_lazy("%(count)d demande d’entrer dans un groupe", "%(count)d demandes d’entrer dans un groupe", "count"),
        icon="group", url_name="work_groups:list", order=120, rows=_requests_to_answer, line=_line_of_request,
    )
)  # fmt: skip
