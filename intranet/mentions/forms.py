"""For the forms whose texts may name people."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from common.access import work_group_key
from intranet.mentions.actions import named_in
from intranet.mentions.handles import handles_in
from intranet.mentions.limits import MOST_MENTIONS


def clean_mentions(text: str, author, keys: frozenset[str]) -> str:
    """The text. ValidationError where it names more than MOST_MENTIONS, or a secret group and is read by others than its people:
    `keys` are those that open its thing (`audience_keys`)."""
    number = len(handles_in(text))
    if number > MOST_MENTIONS:
        sentence = _("Ce texte cite %(number)d personnes ou groupes ; %(most)d au plus. Citez plutôt un groupe.")
        raise ValidationError(sentence % {"number": number, "most": MOST_MENTIONS}, code="too_many")
    _people, groups = named_in(text, author)
    for group in groups.values():
        if group.is_secret and any(not key.startswith("person:") and key != work_group_key(group.pk) for key in keys):
            sentence = _("Le groupe « %(group)s » est secret, et d’autres que ses membres liront ce texte : retirez son nom.")
            raise ValidationError(sentence % {"group": group}, code="secret_group")
    return text
