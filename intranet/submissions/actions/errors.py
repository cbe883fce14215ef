"""What a verb of the moderation answers when it cannot be done. Each says so in words, in the active language."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intranet.submissions.models.decisions import Decision


class ModerationError(Exception):
    """Something asked of a proposal that its state does not allow."""

    def __str__(self):
        return _("Cette action n’est plus possible.")


class NotAllowed(ModerationError):
    def __str__(self):
        return _("Vous n’avez pas le droit de faire cela.")


class NothingProposed(ModerationError):
    def __str__(self):
        return _("Cet événement n’attend pas de décision.")


class AlreadyDecided(ModerationError):
    """Someone was quicker. `decision` tells who, when and what."""

    def __init__(self, decision: Decision):
        super().__init__(decision.pk)
        self.decision, self.by, self.when = decision, decision.person, decision.taken_at

    def __str__(self):
        when = timezone.localtime(self.when)
        return _("%(person)s a déjà traité cet événement le %(day)s à %(hour)s : %(verb)s.") % {
            "person": self.by or _("Une personne partie depuis"),
            "day": date_format(when, "DATE_FORMAT"),
            "hour": date_format(when, "TIME_FORMAT"),
            "verb": self.decision.get_verb_display(),
        }


class ChangedMeanwhile(ModerationError):
    def __str__(self):
        return _("L’auteur a modifié sa proposition depuis que vous l’avez ouverte. Relisez-la, puis décidez.")


class WordsMissing(ModerationError):
    def __str__(self):
        return _("Choisissez une raison ou écrivez quelques mots : l’auteur doit savoir pourquoi.")


class WordsTooLong(ModerationError):
    def __str__(self):
        return _("Ce texte est trop long : 5 000 caractères au plus.")


class TooLate(ModerationError):
    def __str__(self):
        return _("Il est trop tard pour revenir en arrière : autre chose s’est passé depuis.")
