"""What the site's visitors ask of the office, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Waiting, register
from destination.pages.models import ContactMessage

register(
    Waiting(
        "contact_messages",
        ngettext_lazy("%(count)d message de visiteur sans réponse", "%(count)d messages de visiteurs sans réponse", "count"),
        icon="mail", url_name="contact_messages:index", query="?answered=false", order=260,
        allowed=lambda user: user.has_perm("pages.view_contactmessage"),
        rows=lambda user: ContactMessage.objects.filter(answered=False),
    )
)  # fmt: skip
