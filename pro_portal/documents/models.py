"""The documents that stand on the portal's shelves, and the editions that professionals order."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Organisation
from common.access import EVERYTHING_KEY, reader_keys
from common.fields import PhoneField
from common.models import SharedDocument
from common.models.documents import SharedDocumentQuerySet
from pro_portal.documents.choices import Shelf
from pro_portal.watch.models import WatchLetter, WatchTheme


class PortalDocumentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those whose document this person may see: its audience alone decides."""
        return self.filter(document__in=SharedDocument.objects.shared().visible_to(user).order_by().values("pk"))

    def to_order(self):
        return self.filter(shelf=Shelf.EDITIONS, can_be_ordered=True)

    def with_line(self):
        """With all that a line of a list shows."""
        return self.select_related("document__organisation", "theme")

    def in_order(self):
        """The latest year first."""
        return self.order_by(models.F("year").desc(nulls_last=True), "-placed_at", "-pk")


class PortalDocument(models.Model):
    """A document of the members on a shelf of the portal. It stays where its colleagues keep it; who sees it here is who may see
    it there."""

    document = models.OneToOneField(SharedDocument, models.CASCADE, related_name="portal_place")
    shelf = models.CharField(_("rayon"), max_length=10, choices=Shelf)
    year = models.PositiveSmallIntegerField(_("année"), null=True, blank=True)
    theme = models.ForeignKey(WatchTheme, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("thème"))
    can_be_ordered = models.BooleanField(_("se commande en exemplaires papier"), default=False)
    in_letter = models.BooleanField(_("annoncé dans la prochaine lettre de veille"), default=False)
    letter = models.ForeignKey(WatchLetter, models.SET_NULL, null=True, editable=False, related_name="+")  # that announced it
    placed_at = models.DateTimeField(auto_now_add=True)

    objects = PortalDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document de l’espace pro")
        verbose_name_plural = _("documents de l’espace pro")
        indexes = [models.Index(fields=["shelf", "-year", "-placed_at"], name="portal_documents_shelf")]

    def __str__(self):
        return str(self.document)

    def get_absolute_url(self) -> str:
        return reverse("portal_documents:document", kwargs={"pk": self.document_id})


class EditionOrderQuerySet(models.QuerySet):
    def carried_out_by(self, user):
        """Those of this person's office, and for who corrects documents those that no office holds; for administrators all."""
        if not user.is_member:
            return self.none()
        if EVERYTHING_KEY in reader_keys(user):
            return self
        condition = models.Q(office=user.organisation_id) if user.organisation_id else models.Q(pk__in=[])
        if user.has_perm(SharedDocumentQuerySet.edit_any):
            condition |= models.Q(office=None)
        return self.filter(condition)

    def waiting(self):
        return self.filter(done_at=None, cancelled_at=None)

    def done(self):
        return self.exclude(done_at=None)

    def cancelled(self):
        return self.exclude(cancelled_at=None)

    def with_lines(self):
        return self.select_related("office", "done_by", "cancelled_by").prefetch_related("lines")


class EditionOrder(models.Model):
    """What a professional orders from one office. An order that names editions of several offices is one row for each."""

    key = models.CharField(max_length=60, unique=True, editable=False)  # of the form and the office: sent twice, ordered once
    office = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+", verbose_name=_("office"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(pgettext_lazy("nom d’une personne", "nom"), max_length=160)
    establishment = models.CharField(_("établissement"), max_length=160)
    email = models.EmailField(_("courriel"))
    phone = PhoneField(_("téléphone"), blank=True)
    address = models.CharField(_("adresse"), max_length=300)
    postcode = models.CharField(_("code postal"), max_length=10)
    town = models.CharField(_("commune"), max_length=120)
    needed_by = models.DateField(_("à recevoir avant le"), null=True, blank=True)
    message = models.TextField(_("message"), blank=True)
    ordered_at = models.DateTimeField(_("commandé le"), auto_now_add=True)
    done_at = models.DateTimeField(_("faite le"), null=True, editable=False)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    # By who ordered, without a reason, or by the office, with one. Who would have it after all orders anew.
    cancelled_at = models.DateTimeField(_("annulée le"), null=True, editable=False)
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    cancelled_because = models.TextField(_("pourquoi elle est annulée"), blank=True, editable=False)

    objects = EditionOrderQuerySet.as_manager()

    class Meta:
        ordering = ["ordered_at", "pk"]
        verbose_name = _("commande d’éditions")
        verbose_name_plural = _("commandes d’éditions")
        indexes = [models.Index(fields=["office", "done_at", "ordered_at"], name="portal_documents_orders")]

    def __str__(self):
        return f"{self.establishment}, {self.name}"

    def get_absolute_url(self) -> str:
        return f"{reverse('portal_documents:orders')}#commande-{self.pk}"

    @property
    def is_waiting(self) -> bool:
        """Neither done nor cancelled."""
        return self.done_at is None and self.cancelled_at is None

    @property
    def contents(self) -> str:
        """« 20 × Guide du pays, 50 × Carte des plages »."""
        return ", ".join(map(str, self.lines.all()))


class EditionOrderLine(models.Model):
    """So many copies of one edition, under the title that it had."""

    order = models.ForeignKey(EditionOrder, models.CASCADE, related_name="lines")
    edition = models.ForeignKey(PortalDocument, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(_("titre"), max_length=255)
    quantity = models.PositiveIntegerField(_("exemplaires"))

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self):
        return f"{self.quantity} × {self.title}"
