"""Asking that an article be read."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import WorkGroup
from common.access import Audience
from common.forms import SeveralField
from common.forms.typed_fields import DayField
from intranet.articles.models import Article


class MustReadForm(forms.Form):
    """`groups` narrows whom it is asked of: of a group's article its groups, else those of the person who asks."""

    until = DayField(label=_("À lire avant le"), required=False, help_text=_("Ce jour compris. Vide : sans échéance."))
    groups = SeveralField(
        label=_("Seulement ces groupes"), queryset=None, required=False,
        help_text=_("Aucun coché : tous ceux qui peuvent lire l’article."),
    )  # fmt: skip

    def __init__(self, posted, *, article: Article, person):
        must_read = getattr(article, "must_read", None)
        initial = {}
        if must_read:
            initial["until"] = f"{must_read.until:%d/%m/%Y}" if must_read.until else ""
            initial["groups"] = list(must_read.groups.all())
        super().__init__(posted, initial=initial)
        if article.audience == Audience.GROUP:
            groups = article.audience_groups.all()
        else:
            groups = WorkGroup.objects.filter(pk__in=person.work_group_ids)
        self.fields["groups"].queryset = groups
        if not groups:
            del self.fields["groups"]

    def clean_until(self):
        day = self.cleaned_data["until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("Ce jour est passé : choisissez-en un autre, ou laissez vide."))
        return day
