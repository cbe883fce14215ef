"""The notifications of contributions and rights, and their recipients."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from notifications.registry import UNDO_TIME, Notification, register, shorten


class PhotoNotification(Notification):
    group = gettext_lazy("Photothèque")
    audience_checked = False  # a lot is nobody's to see; those told of it are named below

    @property
    def count(self) -> int:
        return self.details.get("count", 1)


@register
class PhotosGiven(PhotoNotification):
    asks_for_action = True
    code = "photos_given"
    label = gettext_lazy("Des photos sont à accepter")
    subject_model = "photos.Contribution"
    permission = "photos.accept_photo"

    def title(self) -> str:
        words = ngettext("%(person)s donne %(count)s photo", "%(person)s donne %(count)s photos", self.count)
        return words % (self.names() | {"count": self.count})

    def excerpt(self) -> str:
        return str(self.subject.organisation or "")

    def url(self) -> str:
        return reverse("photos:lot", args=[self.subject.pk])


@register
class PhotoRequested(PhotoNotification):
    """Somebody asks for a picture that they may only look at."""

    code = "photos_requested"
    label = gettext_lazy("Une photo est demandée")
    subject_model = "photos.PhotoRequest"
    permission = "photos.accept_photo"
    reads = ("picture",)

    def title(self) -> str:
        return _("%(name)s demande la photo « %(title)s »") % {"name": self.subject.name, "title": self.subject.picture.title}

    def excerpt(self) -> str:
        return shorten(self.subject.purpose)

    def url(self) -> str:
        return reverse("photos:requests")


@register
class AgreementsAttached(PhotoNotification):
    """A contributor attached signed agreements to a lot that is given already."""

    asks_for_action = True
    code = "photos_agreements_attached"
    label = gettext_lazy("Un accord écrit est joint à un don de photos")
    subject_model = "photos.Contribution"
    permission = "photos.accept_photo"

    def title(self) -> str:
        words = ngettext(
            "%(person)s joint %(count)s accord écrit à son don", "%(person)s joint %(count)s accords écrits à son don", self.count
        )
        return words % (self.names() | {"count": self.count})

    def url(self) -> str:
        return reverse("photos:lot", args=[self.subject.pk])


class ContributorNotification(PhotoNotification):
    is_answer = True
    subject_model = "photos.Contribution"
    addressee = "responsible_id"

    def url(self) -> str:
        return reverse("photos:gift", args=[self.subject.pk])

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_professional


class DecisionNotification(ContributorNotification):
    """`at` is the moment of the decision (ISO)."""

    held_for = UNDO_TIME


@register
class PhotosAccepted(DecisionNotification):
    code = "photos_accepted"
    label = gettext_lazy("Mes photos sont acceptées")

    def title(self) -> str:
        words = ngettext("%(count)s de vos photos est acceptée", "%(count)s de vos photos sont acceptées", self.count)
        return words % {"count": self.count}

    def excerpt(self) -> str:
        return _("Merci. Elles sont dans la photothèque, avec votre crédit.")


@register
class ConsentsMissing(ContributorNotification):
    """Pictures of a lot wait for the agreement of the people on them; told once for each lot."""

    asks_for_action = True
    code = "photos_consents_missing"
    label = gettext_lazy("Mes photos attendent un accord écrit")

    def title(self) -> str:
        words = ngettext(
            "%(count)s de vos photos attend l’accord écrit des personnes qu’on y reconnaît",
            "%(count)s de vos photos attendent l’accord écrit des personnes qu’on y reconnaît",
            self.count,
        )
        return words % {"count": self.count}

    def excerpt(self) -> str:
        return _("Joignez les documents signés à votre don : ouvrez-le depuis « Mes dons ».")


@register
class PhotosRefused(DecisionNotification):
    code = "photos_refused"
    label = gettext_lazy("Mes photos ne sont pas retenues")

    def title(self) -> str:
        words = ngettext("%(count)s de vos photos n’est pas retenue", "%(count)s de vos photos ne sont pas retenues", self.count)
        return words % {"count": self.count}

    def excerpt(self) -> str:
        return shorten(self.details.get("words", ""))


@register
class RightsEnding(PhotoNotification):
    """`day` is the last day (ISO), `lines` one « title: where it is used » for each picture."""

    asks_for_action = True
    code = "photos_rights_ending"
    label = gettext_lazy("Le droit d’une photo prend fin")
    subject_model = "photos.Photo"
    permission = "photos.accept_photo"

    def title(self) -> str:
        day = date_format(datetime.fromisoformat(self.details["day"]), "DATE_FORMAT")
        words = ngettext(
            "Le droit de %(count)s photo finit le %(day)s", "Le droit de %(count)s photos finit le %(day)s", self.count
        )
        return words % {"count": self.count, "day": day}

    def excerpt(self) -> str:
        return shorten(" · ".join(self.details.get("lines", [])))

    def url(self) -> str:
        return reverse("photos:rights")


@register
class TakenRightEnded(PhotoNotification):
    code = "photos_taken_right_ended"
    label = gettext_lazy("Le droit d’une photo que j’ai prise a pris fin")
    subject_model = "photos.Photo"
    reads = ("picture",)

    def recipients(self):
        return get_user_model().objects.filter(pk=self.details["person"])

    def title(self) -> str:
        return _("Le droit de « %(title)s » a pris fin") % {"title": self.details["title"]}

    def excerpt(self) -> str:
        return _("Merci de la retirer de vos pages et de ne plus l’imprimer.")

    def url(self) -> str:
        return reverse("photos:list")
