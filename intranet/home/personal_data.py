"""The last visit of the front page."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import WITH_ACCOUNT, Basis, Kind, Recipients, Rows, register


@register
class Visits(Kind):
    key = "intranet_visits"
    title = _("Dernière visite de l’intranet")
    categories = _("Quand la personne a ouvert l’accueil de l’intranet, les deux dernières fois")
    purpose = _("Montrer à chacun ce qui a changé depuis sa dernière visite.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = WITH_ACCOUNT
    ends_by = "accounts"
    rows = (Rows("intranet_home.Visit", account=("person",), facts={"previous_at": _("visite précédente")}, at="began_at"),)
