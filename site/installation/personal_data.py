"""What the checklist remembers of who put it away."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import WITH_ACCOUNT, Basis, Kind, Recipients, Rows, register


@register
class ChecklistPutAway(Kind):
    key = "checklist"
    title = _("Liste des premiers pas")
    categories = _("Si la personne l’a rangée, et quand")
    purpose = _("Ne pas la montrer de nouveau.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.NOBODY
    term = WITH_ACCOUNT
    ends_by = "accounts"
    rows = (Rows("installation.ChecklistChoice", account=("person",), facts={"put_away_at": _("rangée le")}),)
