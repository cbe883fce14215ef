"""Places: what a visitor may go to, and where events happen."""

from decimal import Decimal

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from accounts.models import Organisation, Territory, WorkGroup
from common.access import AudienceMixin
from common.fields import PhoneField
from common.models import Picture
from common.slugs import slug_of
from common.translations import Translated, Translation
from destination.places.choices import PriceUnit, Setting
from destination.places.opening_hours.hours import HoursMeaning, Opening
from destination.places.querysets import PlaceQuerySet


class PlaceKind(models.TextChoices):
    TOURIST_OFFICE = "tourist_office", _("Office de tourisme")
    MUSEUM = "museum", _("Musée")
    MONUMENT = "monument", _("Monument")
    NATURE = "nature", _("Site naturel")
    BEACH = "beach", _("Plage")
    LEISURE = "leisure", _("Loisirs")
    HALL = "hall", _("Salle ou place")
    RESTAURANT = "restaurant", _("Restaurant")
    ACCOMMODATION = "accommodation", _("Hébergement")
    PRODUCER = "producer", _("Producteur")
    SHOP = "shop", _("Commerce")
    HARBOUR = "harbour", _("Port")
    GARDEN = "garden", _("Jardin")
    CHURCH = "church", _("Église")


# More than any hotel, any stadium of France has: what is above was mistyped.
MOST_ROOMS, MOST_PEOPLE = 3_000, 100_000

# What the hours of a place are those of, where its editor did not say: who sleeps in a hotel comes in by night, and a quay has
# no door.
HOURS_MEANINGS = {PlaceKind.ACCOMMODATION: HoursMeaning.RECEPTION, PlaceKind.HARBOUR: HoursMeaning.DESK}


def opening_of(kind: str, stored) -> Opening:
    """The hours of a place of this kind, from what is stored in `Place.opening`."""
    return Opening.from_json(stored, HOURS_MEANINGS.get(kind, HoursMeaning.OPENING))


def place_slug(name: str) -> str:
    """A name as an address writes it; a name without Latin letters is a plain « lieu »."""
    return slug_of(name, "lieu")


class Access(models.TextChoices):
    """The five kinds of disability for which a place or an event may say it is prepared."""

    MOTOR = "motor", _("Handicap moteur")
    HEARING = "hearing", _("Handicap auditif")
    SIGHT = "sight", _("Handicap visuel")
    COGNITIVE = "cognitive", _("Handicap mental")
    PSYCHIC = "psychic", _("Handicap psychique")


class Place(Translated, DraftStateMixin, RevisionMixin, AudienceMixin, ClusterableModel):
    """A place: facts in one row, words in one child row per language. Latitude and longitude in degrees, WGS 84."""

    kind = models.CharField(_("nature"), max_length=20, choices=PlaceKind, db_index=True)
    commune = models.ForeignKey(Territory, models.PROTECT, related_name="places", verbose_name=_("commune"))
    address = models.CharField(_("adresse"), max_length=250, blank=True)
    postcode = models.CharField(_("code postal"), max_length=10, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    opening = models.JSONField(_("horaires d’ouverture"), default=dict, blank=True)  # see `opening`
    phone = PhoneField(_("téléphone"), blank=True)
    email = models.EmailField(_("courriel"), blank=True)
    website = models.URLField(_("site internet"), max_length=300, blank=True)
    accessibility = models.JSONField(_("accessibilité"), default=list, blank=True)  # list of Access values
    access_details = models.JSONField(_("aménagements"), default=list, blank=True)  # list of AccessDetail values
    family = models.BooleanField(_("pour les familles"), default=False)
    setting = models.CharField(_("cadre"), max_length=8, choices=Setting, default=Setting.UNKNOWN, blank=True)
    # What is not known stays empty: nothing is claimed of it.
    stars = models.PositiveSmallIntegerField(
        _("étoiles"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    rooms = models.PositiveIntegerField(
        _("chambres"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_ROOMS)]
    )
    capacity = models.PositiveIntegerField(
        _("capacité"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)]
    )  # people at the same time: beds of a hostel, seats of a hall, covers of a restaurant
    free = models.BooleanField(_("gratuit"), default=False)
    price_from = models.DecimalField(
        _("prix à partir de"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )  # euros
    price_unit = models.CharField(_("pour"), max_length=12, choices=PriceUnit, blank=True)
    booking_url = models.URLField(_("lien de réservation"), max_length=300, blank=True)
    menu_url = models.URLField(_("adresse du menu"), max_length=300, blank=True)
    cooking = models.JSONField(_("cuisine"), default=list, blank=True)  # list of Cooking values
    labels = models.JSONField(_("labels"), default=list, blank=True)  # list of Label values
    payments = models.JSONField(_("moyens de paiement"), default=list, blank=True)  # list of Payment values
    languages = models.JSONField(_("langues parlées"), default=list, blank=True)  # list of codes of SPOKEN_LANGUAGES
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="places", verbose_name=_("photo"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="places"
    )
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="places", verbose_name=_("organisme")
    )
    audience_groups = ParentalManyToManyField(WorkGroup, blank=True, related_name="+", verbose_name=_("groupes"))
    source = models.CharField(max_length=40, blank=True, editable=False)
    source_id = models.CharField(max_length=200, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="place")

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("lieu")
        verbose_name_plural = _("lieux")
        indexes = [models.Index(fields=["live", "kind", "commune"])]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        words = self.words_in()
        return words.name if words else str(_("Lieu sans nom"))

    @property
    def hours(self) -> Opening:
        return opening_of(self.kind, self.opening)

    @property
    def has_position(self) -> bool:
        return self.latitude is not None and self.longitude is not None

    @property
    def slug(self) -> str:
        """The name in the active language as an address writes it."""
        return place_slug(self.name)

    def get_absolute_url(self) -> str:
        """The public page, in the active language."""
        return reverse("places:place", kwargs={"slug": self.slug, "pk": self.pk})


class PlaceTranslation(Translation):
    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="words")
    name = models.CharField(_("nom"), max_length=160)
    summary = models.CharField(_("en une phrase"), max_length=200, blank=True)
    text = models.TextField(_("description"), blank=True, max_length=10_000)
    coming = models.CharField(
        _("comment venir"), max_length=300, blank=True,
        help_text=_("L’arrêt de bus, la gare, où se garer : « Bus 520, arrêt Port ; gare à 800 m. »"),
    )  # fmt: skip
    prices = models.CharField(
        _("tarifs"), max_length=300, blank=True, help_text=_("« Plein tarif 7 €, réduit 4 €, gratuit jusqu’à 12 ans. »")
    )

    class Meta:
        verbose_name = _("texte du lieu")
        constraints = [models.UniqueConstraint(fields=["place", "language"], name="places_words_once_per_language")]

    def __str__(self):
        return self.name


class PlacePicture(models.Model):
    """A further picture of a place, in order."""

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, models.CASCADE, related_name="+", verbose_name=_("photo"))
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]

    def __str__(self):
        return str(self.picture)
