"""The notification of a request for an account."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from notifications.registry import Notification, register


@register
class AccountRequested(Notification):
    asks_for_action = True
    code = "account_requested"
    label = gettext_lazy("Un professionnel demande un compte")
    group = pgettext_lazy("réglages des notifications", "Espace pro")
    subject_model = "portal_home.AccountRequest"
    permission = "portal_home.decide_accountrequest"

    def title(self) -> str:
        return _("%(name)s demande un compte") % {"name": self.subject.establishment}

    def excerpt(self) -> str:
        person = f"{self.subject.first_name} {self.subject.last_name}"
        return " · ".join(str(part) for part in (person, self.subject.commune, self.subject.message[:200]) if part)

    def url(self) -> str:
        return reverse("portal_home:requests")
