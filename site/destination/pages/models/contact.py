"""The contact page and its messages."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from common.fields import StreamField
from common.registry import call_hook
from destination.pages.blocks import PageBody
from destination.pages.models.base import SitePage


class ContactPage(SitePage):
    """A form that works without JavaScript; each message is stored and mailed to the office."""

    body = StreamField(PageBody(), blank=True, verbose_name=_("contenu"))
    recipient = models.EmailField(
        _("courriel qui reçoit les messages"), blank=True, help_text=_("Vide : celui des réglages de la destination.")
    )
    thanks = models.CharField(
        _("remerciement"), max_length=300, blank=True, help_text=_("Après l’envoi. Vide : une phrase toute prête.")
    )

    template = "pages/contact_page.html"
    page_description = _("Un formulaire : le message est gardé et envoyé à l’office.")
    content_panels = [*SitePage.content_panels, FieldPanel("body"), "recipient", "thanks"]
    drawing = "village"

    class Meta:
        verbose_name = _("page de contact")
        verbose_name_plural = _("pages de contact")

    def serve(self, request, *args, **kwargs):
        return call_hook("pages.serve_contact", self, request)


class ContactMessage(models.Model):
    """A message to the office. Deleted after the time that the page announces (see `periodic.py`)."""

    once = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # of the form: a double click is one message
    name = models.CharField(_("nom"), max_length=120)
    email = models.EmailField(_("courriel"))
    subject = models.CharField(_("objet"), max_length=160)
    message = models.TextField(_("message"), max_length=5000)
    language = models.CharField(_("langue"), max_length=10)
    page = models.ForeignKey(ContactPage, models.SET_NULL, null=True, related_name="messages", verbose_name=_("page"))
    received_at = models.DateTimeField(_("reçu le"), auto_now_add=True)
    answered = models.BooleanField(_("répondu"), default=False)

    class Meta:
        ordering = ["-received_at"]
        verbose_name = _("message reçu")
        verbose_name_plural = _("messages reçus")

    def __str__(self):
        return f"{self.subject} ({self.name})"
