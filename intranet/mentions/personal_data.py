"""Who is named in a text."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import FORMER_COLLEAGUE, Basis, Kind, OnErasure, Recipients, Rows, register
from intranet.mentions.handles import replace_handles
from intranet.mentions.models import Mention
from intranet.mentions.registry import text_kind_of, text_kinds


@register
class Mentions(Kind):
    key = "mentions"
    title = _("Mentions")
    order = 40  # while the person's name after the @ is known
    categories = _("Les textes qui citent la personne, et qui l’a citée")
    purpose = _("Prévenir qui est cité, et montrer son nom tel qu’il est aujourd’hui.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.MEMBERS
    term = _("Autant que le texte qui cite.")
    ends_by = "intranet.mentions.actions"
    erasure = _("Le nom est remplacé dans le texte, ses versions et ses brouillons.")
    rows = (
        Rows("mentions.Mention", account=("person",), facts={"made_at": _("citée le")}, at="made_at"),
        Rows("mentions.Mention", account=("author",), at="made_at", on_erasure=OnErasure.BLANK),
    )

    def erase(self, person):
        profile = getattr(person.account, "profile", None)
        mentions = Mention.objects.filter(person=person.account) if profile else Mention.objects.none()

        def without(text: str) -> str:
            return replace_handles(text, lambda handle: str(FORMER_COLLEAGUE) if handle == profile.handle else None)

        for mention in mentions:
            kind = mention.thing is not None and text_kind_of(mention.thing)
            if kind and kind.rewrite:
                kind.rewrite(mention.thing, without)
        for kind in text_kinds() if profile else ():
            if kind.rewrite_elsewhere:
                kind.rewrite_elsewhere(profile.handle, without)
        return super().erase(person)
