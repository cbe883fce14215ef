"""What the version page remembers of its readers."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import WITH_ACCOUNT, Basis, Kind, Recipients, Rows, register


@register
class ReadNews(Kind):
    key = "read_news"
    title = _("Nouveautés lues")
    categories = _("La dernière version dont la personne a lu les nouveautés")
    purpose = _("Ne pas annoncer deux fois la même version.")
    legal_basis = Basis.LEGITIMATE_INTEREST
    recipients = Recipients.NOBODY
    term = WITH_ACCOUNT
    ends_by = "accounts"
    rows = (Rows("health.NewsReading", account=("person",), facts={"version": _("version")}),)
