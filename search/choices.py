"""Words and numbers that several modules of the search share."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# A group of synonyms: an editor reads it at a glance, and each of its words makes every search for the others longer.
MOST_SYNONYMS, LONGEST_SYNONYM, MOST_WORDS_OF_SYNONYM = 20, 40, 4
MOST_GROUPS = 300  # of one language: they are read at every search
# A longer question is a sentence pasted by mistake.
LONGEST_REQUEST = 80
# How many different questions are noted; beyond, only those that are there already are counted.
MOST_REQUESTS = 3000
# A question that nobody has asked for so long is no longer missed.
REQUEST_DAYS = 180
# How many of a sender's questions are noted in an hour: a family's, not a program's.
NOTES_AN_HOUR = 20


class RequestState(models.TextChoices):
    WAITING = "waiting", _("En attente")
    ANSWERED = "answered", _("Avec une réponse choisie")
    DISMISSED = "dismissed", _("Écartée")
