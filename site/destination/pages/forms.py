"""The contact form, and the check of a page's slug in the CMS."""

from django import forms
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.forms import WagtailAdminPageForm

from common.forms import OnceForm


class SitePageForm(WagtailAdminPageForm):
    def clean(self):
        """A page may not take the address of the agenda, the places or the search: nobody would ever see it."""
        cleaned = super().clean()
        slug = cleaned.get("slug")
        if slug and self.parent_page and self.parent_page.depth > 1:
            address = f"{self.parent_page.url_path}{slug}/"
            try:
                with override(address.split("/")[1]):
                    is_taken = resolve(address).url_name != "wagtail_serve"
            except Resolver404:
                is_taken = False
            if is_taken:
                self.add_error("slug", _now("Cette adresse est déjà celle d’une partie du site : choisissez-en une autre."))
        return cleaned


class ContactForm(OnceForm):
    altered_words = _("Le formulaire a été rechargé : relisez votre message et envoyez-le de nouveau.")
    name = forms.CharField(
        label=_("Votre nom"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Dites-nous qui vous êtes.")},
    )
    email = forms.EmailField(
        label=_("Votre courriel"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Pour vous répondre."),
        error_messages={"required": _("Sans lui, nous ne pourrons pas vous répondre.")},
    )
    subject = forms.CharField(
        label=_("Objet"), max_length=160, error_messages={"required": _("Dites en quelques mots de quoi il s’agit.")}
    )
    message = forms.CharField(
        label=_("Votre message"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Écrivez ce que vous souhaitez nous dire.")},
    )

    def clean_subject(self):
        return " ".join(self.cleaned_data["subject"].split())
