"""What the photo library knows of a picture beyond its rights, which stand on the picture itself (`common.models.Picture`)."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory
from common.access import EVERYTHING_KEY, Audience, reader_keys
from common.models import Picture
from destination.places.models import Place
from pro_portal.photos.models.contributions import Contribution
from pro_portal.photos.models.rights import Consent, ConsentWaiver


class Theme(models.TextChoices):
    """One for each picture, the code being that of a drawing; its keywords say the rest."""

    NATURE = "nature", _("Nature et paysages")
    BEACH = "beach", _("Mer et plages")
    MOUNTAIN = "walk", _("Montagne et randonnée")
    HERITAGE = "monument", _("Patrimoine")
    VILLAGE = "church", _("Villes et villages")
    FOOD = "food", _("Saveurs")
    FEAST = "feast", _("Fêtes et événements")
    LEISURE = "sport", _("Loisirs et sports")
    STAY = "accommodation", _("Séjour et bien-être")
    CRAFT = "workshop", _("Savoir-faire")


class Season(models.TextChoices):
    SPRING = "spring", _("Printemps")
    SUMMER = "summer", _("Été")
    AUTUMN = "autumn", _("Automne")
    WINTER = "winter", _("Hiver")


class Weather(models.TextChoices):
    SUN = "sun", _("Soleil")
    CLOUDS = "clouds", _("Nuages")
    RAIN = "rain", _("Pluie")
    SNOW = "snow", _("Neige")
    NIGHT = "night", _("Nuit")


class Orientation(models.TextChoices):
    LANDSCAPE = "landscape", _("En largeur")
    PORTRAIT = "portrait", _("En hauteur")
    SQUARE = "square", _("Carrée")

    @classmethod
    def of(cls, width: int, height: int) -> "Orientation":
        """Square within five hundredths."""
        if abs(width - height) <= 0.05 * max(width, height):
            return cls.SQUARE
        return cls.LANDSCAPE if width > height else cls.PORTRAIT


class Colour(models.TextChoices):
    """The hue that covers most of a picture, as `imaging.process.colour` names it."""

    RED = "red", _("Rouge")
    ORANGE = "orange", pgettext_lazy("couleur", "Orange")
    YELLOW = "yellow", _("Jaune")
    GREEN = "green", _("Vert")
    BLUE = "blue", _("Bleu")
    PURPLE = "purple", _("Violet")
    WHITE = "white", _("Blanc")
    GREY = "grey", _("Gris")
    BLACK = "black", _("Noir")


class PhotoQuerySet(models.QuerySet):
    def accepted(self):
        return self.filter(state=Photo.State.ACCEPTED)

    def visible_to(self, user):
        """The accepted pictures whose rights hold today and whose audience this reader belongs to."""
        # Asked picture by picture: a page shows thirty of twenty thousand.
        seen = Picture.objects.visible_to(user).filter(pk=models.OuterRef("pk"))
        return self.accepted().filter(models.Exists(seen))

    def workable_by(self, user):
        """For who keeps the library: without what is for groups in which they are not."""
        if EVERYTHING_KEY in reader_keys(user):
            return self
        theirs = Picture.audience_groups.through.objects.filter(workgroup__in=user.work_group_ids).values("picture")
        for_others = models.Q(picture__audience=Audience.GROUP) & ~models.Q(picture__in=theirs) & ~models.Q(picture__author=user)
        return self.exclude(for_others)

    def without_consent(self):
        """Those with recognisable people of whom no agreement holds today, and that no editor shows all the same."""
        this = models.OuterRef("pk")
        holding = Consent.objects.filter(photos=this, kind__in=Consent.OF_PEOPLE).holding()
        waivers = ConsentWaiver.objects.filter(photo=this, ended_at=None)
        return self.filter(~models.Exists(holding), ~models.Exists(waivers), with_people=True)


class Photo(models.Model):
    """A picture of the library. Nothing of it is shown before an editor accepts it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("à accepter")
        ACCEPTED = "accepted", _("acceptée")
        REFUSED = "refused", _("refusée")

    picture = models.OneToOneField(Picture, models.CASCADE, primary_key=True, related_name="photo")
    state = models.CharField(_("état"), max_length=10, choices=State, default=State.WAITING, db_index=True)
    refusal = models.TextField(_("raison du refus"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    contribution = models.ForeignKey(Contribution, models.SET_NULL, null=True, blank=True, related_name="photos")
    titles = models.JSONField(_("titre par langue"), default=dict, blank=True)  # {"en": "…", "ca": "…"}; French on the picture
    theme = models.CharField(_("thème"), max_length=20, choices=Theme, blank=True)
    season = models.CharField(_("saison"), max_length=10, choices=Season, blank=True)
    weather = models.CharField(_("temps"), max_length=10, choices=Weather, blank=True)
    commune = models.ForeignKey(Territory, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("commune"))
    place = models.ForeignKey(Place, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("lieu"))
    with_people = models.BooleanField(_("on y reconnaît des personnes"), default=False)
    orientation = models.CharField(_("format"), max_length=10, choices=Orientation)
    colour = models.CharField(_("couleur"), max_length=10, choices=Colour, blank=True)
    likeness = models.CharField(max_length=16, blank=True, db_index=True)  # see `imaging.process.likeness`
    taken_on = models.DateField(_("prise le"), null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)  # only where the contributor agreed
    longitude = models.FloatField(null=True, blank=True)
    ends_told = models.JSONField(default=list, editable=False)  # [["2027-03-01", 60], …]: ends of which editors were told
    added_at = models.DateTimeField(auto_now_add=True, db_index=True)
    changed_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo de la photothèque")
        verbose_name_plural = _("photos de la photothèque")
        permissions = [("accept_photo", "Can accept photos and keep their rights")]

    def __str__(self):
        return self.title_in()

    def title_in(self, language: str | None = None) -> str:
        return self.titles.get(language or get_language() or "") or self.picture.title

    @property
    def title_language(self) -> str:
        """That of `title_in()`: the reader's where it was written, else that of the house."""
        language = get_language() or ""
        return language if self.titles.get(language) else settings.LANGUAGE_CODE

    def get_absolute_url(self) -> str:
        return reverse("photos:photo", kwargs={"pk": self.pk})
