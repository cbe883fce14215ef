"""What documents tell, and to whom."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from intranet.documents.permissions import EDIT_ANY
from notifications.registry import Notification, register


class AboutDocument(Notification):
    subject_model = "common.SharedDocument"
    reads = ("audience_groups",)
    group = pgettext_lazy("réglages des notifications", "Documents")


@register
class DocumentToCheck(AboutDocument):
    """To who is responsible for it; where they have left, to whoever corrects documents and may see it."""

    code = "document_to_check"
    label = gettext_lazy("Un de mes documents est à vérifier")
    headline = gettext_lazy("« %(title)s » : est-ce toujours vrai ?")

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member

    def recipients(self):
        people = get_user_model().objects
        responsible = people.filter(pk=self.subject.responsible_id, is_active=True)
        return responsible if responsible.exists() else people.holding(EDIT_ANY).filter(~Q(organisation=None))

    def excerpt(self) -> str:
        return _("S’il dit encore vrai, un bouton suffit. Sinon, mettez une nouvelle version ou supprimez-le.")
