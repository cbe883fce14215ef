"""Professionals who ask for an account."""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import A_YEAR, Basis, Kind, OnErasure, People, Recipients, Rows, register
from pro_portal.home.models import AccountRequest

UNDECIDED_LIFETIME = timedelta(days=730)  # nobody will answer any more


@register
class AccountRequests(Kind):
    key = "account_requests"
    title = _("Demandes de compte")
    order = 20
    categories = _("Nom, courriel, téléphone, établissement, message")
    purpose = _("Décider si un professionnel reçoit un compte.")
    people = People.VISITORS
    legal_basis = Basis.CONTRACT
    recipients = Recipients.OFFICE
    term = _("Un an après la réponse ; sans réponse, deux ans.")
    rows = (
        Rows(
            "portal_home.AccountRequest",
            email=("email",),
            personal={"first_name": "", "last_name": "", "phone": "", "establishment": "", "message": ""},
            facts={"commune": "", "language": "", "state": ""},
            at="asked_at",
        ),
        Rows("portal_home.AccountRequest", account=("decided_by",), facts={"state": ""}, at="decided_at",
             on_erasure=OnErasure.BLANK),
    )  # fmt: skip

    def expire(self, now):
        decided = Q(decided_at__lt=now - A_YEAR)
        undecided = Q(decided_at=None, asked_at__lt=now - UNDECIDED_LIFETIME)
        return AccountRequest.objects.filter(decided | undecided).delete()[0]
