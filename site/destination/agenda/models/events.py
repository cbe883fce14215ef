"""The agenda: one `Event` for public, professional and internal dates alike, and its occurrences as rows."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from accounts.models import Organisation, Territory, WorkGroup
from common.access import AudienceMixin
from common.facets.changes import noted_once
from common.fields import PhoneField
from common.models import Picture
from common.registry import call_hook
from common.slugs import slug_of
from common.translations import Translated, Translation, choose_version
from destination.agenda.models.state import StoredState
from destination.agenda.permissions import may_see_event, seen_or_changed_q
from destination.agenda.querysets import EventQuerySet, OccurrenceQuerySet
from destination.agenda.schedule import Schedule
from destination.agenda.schedule.serialization import schedule_from_json, schedule_to_json
from destination.places.choices import Setting
from destination.places.models import Place


class Category(models.Model):
    """A theme of the agenda; its code names its drawing."""

    code = models.SlugField(unique=True)
    names = models.JSONField(_("noms"), default=dict)  # {"fr": "Concert", "en": "Music", "ca": "Concert"}
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        verbose_name = _("catégorie")
        verbose_name_plural = _("catégories")

    def __str__(self):
        return self.name_in(settings.LANGUAGE_CODE)

    def name_in(self, language: str) -> str:
        return choose_version(self.names, language) or self.code


class Event(
    Translated, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, AudienceMixin, ClusterableModel
):
    """Something that happens. Facts stand here once, words in `EventTranslation`, times in `schedule`, and each time it takes
    place is an `Occurrence`."""

    State = StoredState

    Setting = Setting

    class ChangeableBy(models.TextChoices):
        AUTHOR = "author", _("Moi seulement")
        OFFICE = "office", _("Mon office")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)  # RFC 5545: grows at each published change
    state = models.CharField(_("état"), max_length=12, choices=State, default=State.CONFIRMED)
    # Why it is cancelled, postponed, moved: {"fr": "…", "en": "…"}, shown to visitors.
    reasons = models.JSONField(_("raison"), default=dict, blank=True)
    former_place = models.CharField(_("au lieu de"), max_length=200, blank=True)  # where it was announced before it moved
    schedule_data = models.JSONField(_("dates"), default=dict)  # `schedule_to_json()`
    place = models.ForeignKey(Place, models.SET_NULL, null=True, blank=True, related_name="events", verbose_name=_("lieu"))
    commune = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("commune")
    )  # always that of the place where there is one
    meeting_point = models.CharField(_("point de rendez-vous"), max_length=200, blank=True)
    online_url = models.URLField(_("adresse en ligne"), max_length=300, blank=True)
    categories = ParentalManyToManyField(Category, blank=True, related_name="events", verbose_name=_("catégories"))
    setting = models.CharField(_("cadre"), max_length=8, choices=Setting, default=Setting.UNKNOWN, blank=True)
    free = models.BooleanField(_("gratuit"), default=False)
    prices = models.JSONField(_("tarifs"), default=list, blank=True)  # [{"code": "full", "label": "", "amount": "12.00"}]
    booking_url = models.URLField(_("lien de réservation"), max_length=300, blank=True)
    registration_needed = models.BooleanField(_("sur inscription"), default=False)
    family = models.BooleanField(_("pour les familles"), default=False)
    age_min = models.PositiveSmallIntegerField(_("dès (ans)"), null=True, blank=True, validators=[MaxValueValidator(120)])
    age_max = models.PositiveSmallIntegerField(_("jusqu’à (ans)"), null=True, blank=True, validators=[MaxValueValidator(120)])
    accessibility = models.JSONField(_("accessibilité"), default=list, blank=True)  # list of places.Access values
    access_details = models.JSONField(_("aménagements"), default=list, blank=True)  # list of places' AccessDetail values
    organiser = models.CharField(_("organisateur"), max_length=160, blank=True)
    phone = PhoneField(_("téléphone"), blank=True)
    email = models.EmailField(_("courriel"), blank=True)
    website = models.URLField(_("site internet"), max_length=300, blank=True)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="events", verbose_name=_("photo"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="events"
    )
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="events", verbose_name=_("organisme")
    )
    changeable_by = models.CharField(_("qui peut modifier"), max_length=8, choices=ChangeableBy, default=ChangeableBy.OFFICE)
    audience_groups = ParentalManyToManyField(WorkGroup, blank=True, related_name="+", verbose_name=_("groupes"))
    source = models.CharField(max_length=40, blank=True, editable=False)
    source_id = models.CharField(max_length=250, blank=True, editable=False)
    next_edition = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="earlier_editions", verbose_name=_("édition suivante"),
        help_text=_("Proposée sur la page quand l’événement est terminé. Vide : le même titre l’an prochain."),
    )  # fmt: skip
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)  # deleted by its author, kept for the undo
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    # What lists sort and filter by, kept with the occurrences.
    first_day = models.DateField(null=True, blank=True, editable=False)
    last_day = models.DateField(null=True, blank=True, editable=False, db_index=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="event")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="event",
        for_concrete_model=False,
    )

    # What a revision must not bring back from the past when it is published or shown.
    KEPT_LIVE = ("uid", "sequence", "source", "source_id", "removed_at", "first_day", "last_day")

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["first_day", "pk"]
        verbose_name = _("événement")
        verbose_name_plural = _("événements")
        permissions = [("moderate_event", "Can moderate events")]
        indexes = [models.Index(fields=["live", "audience", "last_day"])]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~models.Q(source=""), name="agenda_event_once_per_source"
            )
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        if self.place_id:
            self.commune_id = self.place.commune_id
        super().save(*args, **kwargs)

    def is_workable_by(self, user) -> bool:
        return may_see_event(user, self)

    @classmethod
    def workable_q(cls, user):
        return seen_or_changed_q(cls, user)

    def with_content_json(self, content):
        event = super().with_content_json(content)
        for name in self.KEPT_LIVE:
            setattr(event, name, getattr(self, name))
        event.author_id, event.organisation_id = self.author_id, self.organisation_id
        event.created_at = self.created_at
        return event

    @property
    def schedule(self) -> Schedule:
        return schedule_from_json(self.schedule_data)

    @schedule.setter
    def schedule(self, schedule: Schedule) -> None:
        self.schedule_data = schedule_to_json(schedule)

    @property
    def title(self) -> str:
        words = self.words_in()
        return words.title if words else str(_("Événement sans titre"))

    def get_absolute_url(self) -> str:
        """The public page, in the active language."""
        return reverse("agenda:event", kwargs={"slug": slug_of(self.title, "evenement"), "pk": self.pk})

    @property
    def preview_modes(self):
        """The public page in each language, for who edits or accepts the event in the CMS."""
        return list(settings.LANGUAGES)

    def serve_preview(self, request, mode_name):
        return call_hook("agenda.event_preview", request, self, mode_name)

    def publish(self, *args, **kwargs):
        """One publication is one change of the agenda, whatever is saved on the way."""
        with noted_once():
            return super().publish(*args, **kwargs)

    def unpublish(self, *args, **kwargs):
        with noted_once():
            return super().unpublish(*args, **kwargs)


class EventTranslation(Translation):
    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="words")
    title = models.CharField(_("titre"), max_length=140)
    summary = models.CharField(_("en une phrase"), max_length=200, blank=True)
    text = models.TextField(_("description"), blank=True, max_length=10_000)

    class Meta:
        verbose_name = _("texte de l’événement")
        constraints = [models.UniqueConstraint(fields=["event", "language"], name="agenda_words_once_per_language")]

    def __str__(self):
        return self.title


class Occurrence(models.Model):
    """One time an event takes place. `day` and `last_day` are local dates; `starts_at` is the instant used for sorting
    (local midnight where the hour is unknown or the event lasts all day: see `hour_known`)."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="occurrences")
    original_day = models.DateField()  # the day the recurrence gave, before any move: the RECURRENCE-ID
    day = models.DateField(db_index=True)
    last_day = models.DateField(db_index=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    hour_known = models.BooleanField(default=True)
    all_day = models.BooleanField(default=False)
    cancelled = models.BooleanField(default=False)
    state = models.CharField(max_length=12, blank=True)  # a `DateState`: what is said of this date alone
    where = models.CharField(max_length=300, blank=True)  # the other place, or the address online
    reasons = models.JSONField(default=dict, blank=True)  # as the event's

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["last_day", "starts_at"]), models.Index(fields=["event", "last_day"])]

    def __str__(self):
        return f"{self.event_id} {self.day}"
