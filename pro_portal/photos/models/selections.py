"""Pictures chosen together: the season's best on the portal's first page, a press kit behind a link that ends.

A selection opens nothing: who sees it sees of its pictures those that they see anyway.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from common.translations import TextInLanguage, text_in
from pro_portal.photos.models.photos import Photo

LONGEST_SHARING = timedelta(days=365)
MAX_IN_SELECTION = 100  # one page shows them all


class SelectionQuerySet(models.QuerySet):
    def of_the_season(self):
        """The one on the portal's first page, if any."""
        return self.filter(on_front_page=True).order_by("-changed_at", "-pk").first()

    def shared_by(self, token: str):
        """That of a link which was not taken back, whether its day is over or not."""
        return self.exclude(token="").filter(token=token).first()


class Selection(models.Model):
    """Keepers see it; others once it is on the first page, or who has its link, until its last day."""

    titles = models.JSONField(_("titre par langue"), default=dict)  # {"fr": "…", "en": "…", "ca": "…"}
    words = models.JSONField(_("texte par langue"), default=dict, blank=True)
    on_front_page = models.BooleanField(_("sur la première page de l’espace pro"), default=False)
    token = models.CharField(max_length=43, blank=True, editable=False)  # of its link; empty where it is not shared
    shared_until = models.DateField(_("partagée jusqu’au"), null=True, blank=True)  # this day included
    photos = models.ManyToManyField(Photo, through="SelectionLine", related_name="selections")
    maker = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, editable=False, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = SelectionQuerySet.as_manager()

    class Meta:
        ordering = ["-on_front_page", "-changed_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["token"], condition=~models.Q(token=""), name="one_selection_of_a_link")]
        verbose_name = _("sélection de photos")
        verbose_name_plural = _("sélections de photos")

    def __str__(self):
        title = self.title_in()
        return title.text["text"] if title else ""

    def title_in(self, language: str | None = None) -> TextInLanguage | None:
        return text_in(self.titles, language)

    @property
    def title_language(self) -> str:
        title = self.title_in()
        return title.language if title else ""

    def words_in(self, language: str | None = None) -> TextInLanguage | None:
        return text_in(self.words, language)

    def get_absolute_url(self) -> str:
        return reverse("photos:selection", args=[self.pk])

    @property
    def is_shared(self) -> bool:
        """Whether its link opens today."""
        return bool(self.token) and self.shared_until is not None and timezone.localdate() <= self.shared_until

    def photos_for(self, user):
        """Its pictures that `user` sees today, in order."""
        return self.in_order(Photo.objects.visible_to(user))

    def in_order(self, photos):
        """Those of `photos` that it holds."""
        return (
            photos.filter(selection_lines__selection=self)
            .select_related("picture", "commune")
            .order_by("selection_lines__position")
        )


class SelectionLine(models.Model):
    """A picture in a selection, by its place."""

    selection = models.ForeignKey(Selection, models.CASCADE, related_name="lines")
    photo = models.ForeignKey(Photo, models.CASCADE, related_name="selection_lines")
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["selection", "photo"], name="one_line_a_photo_in_a_selection")]

    def __str__(self):
        return f"{self.selection}, {self.photo}"
