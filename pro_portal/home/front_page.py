"""What the portal's first page asks of who keeps it, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Waiting, register
from pro_portal.home.models import AccountRequest

register(
    Waiting(
        "account_requests",
        ngettext_lazy("%(count)d demande de compte à décider", "%(count)d demandes de compte à décider", "count"),
        icon="users", url_name="portal_home:requests", order=250,
        allowed=lambda user: user.has_perm("portal_home.decide_accountrequest"),
        rows=lambda user: AccountRequest.objects.filter(state=AccountRequest.State.WAITING),
    )
)  # fmt: skip
