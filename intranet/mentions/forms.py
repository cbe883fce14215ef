"""For the forms whose texts may name people."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intranet.mentions.actions import SecretGroupNamed, TooManyMentions, check_mentions
from intranet.mentions.limits import MOST_MENTIONS


def clean_mentions(text: str, author, keys: frozenset[str] = frozenset()) -> str:
    """The text, or the sentence to show at its field (see `actions.check_mentions`)."""
    try:
        check_mentions(text, author, keys)
    except TooManyMentions as error:
        sentence = _("Ce texte cite %(number)d personnes ou groupes ; %(most)d au plus. Citez plutôt un groupe.")
        raise ValidationError(sentence % {"number": error.number, "most": MOST_MENTIONS}, code="too_many") from None
    except SecretGroupNamed as error:
        sentence = _("Le groupe « %(group)s » est secret, et d’autres que ses membres liront ce texte : retirez son nom.")
        raise ValidationError(sentence % {"group": error.work_group}, code="secret_group") from None
    return text
